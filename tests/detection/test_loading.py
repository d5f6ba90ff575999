"""Finding and loading the language model."""

import subprocess
import sys

import pytest

from quotereview.detection import load
from quotereview.errors import ModelMissing


def test_a_model_that_is_not_installed_is_said_in_one_sentence() -> None:
    with pytest.raises(ModelMissing, match="“xx_no_such_model” is not installed"):
        load("xx_no_such_model")


def test_spacy_is_not_imported_before_a_model_is_loaded() -> None:
    code = "import sys, quotereview.detection; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
