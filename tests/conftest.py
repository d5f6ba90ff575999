"""What every test shares: no screen is needed, and nobody's own stores and settings are touched."""

import os
from pathlib import Path

import pytest

from quotereview import detection

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder for this test alone."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("QUOTEREVIEW_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def detector() -> detection.Detector:
    """The detector on the installed language model, loaded once."""
    return detection.load()
