"""One text in, all its quotes out: the steps of detection in order."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


class Detector:
    """Finds the quotes of one text after another with one loaded language model."""

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        self.language_model = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
