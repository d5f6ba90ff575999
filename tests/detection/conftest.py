"""What the tests of detection share: the one loaded language model, and ways to put an invented text through it."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from quotereview.detection import Detector
from quotereview.model import Quote


@pytest.fixture(scope="session")
def nlp(detector: Detector) -> Language:
    """The language model of the session's detector."""
    return detector.nlp


@pytest.fixture(scope="session")
def quotes(detector: Detector) -> Callable[[str], tuple[Quote, ...]]:
    """Finds the quotes of a text."""
    return lambda text: detector.detect(text).quotes
