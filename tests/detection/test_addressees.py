"""To whom words were spoken, from the object of the verb of telling."""

import pytest
from spacy.language import Language

from quotereview.detection import addressees, marks
from quotereview.detection.parse import parse
from quotereview.detection.parts import Attributed
from quotereview.model import Kind, Span, Zone


@pytest.mark.parametrize(
    ("text", "cue", "heard"),
    [
        ("“We stay,” Ida Rook told the harbour board.", "told", "the harbour board"),
        ("“We stay,” Ida Rook told the Harbour Board.", "told", "Harbour Board"),
        ("Ida Rook told Karl Lind: “We stay.”", "told", "Karl Lind"),
        ("“We stay,” Ida Rook told him.", "told", None),
        ("“We stay,” Ida Rook said.", "said", None),
        ("“We stay,” Ida Rook told reporters.", None, None),
    ],
)
def test_addressees(text: str, cue: str | None, heard: str | None, nlp: Language) -> None:
    found, _ = marks.find(text)
    span = Span(text.index(cue), text.index(cue) + len(cue)) if cue else None
    quote = Attributed(found, Kind.SPEECH, Zone.BODY, False, None, span, None)
    assert addressees.find(parse(text, found, nlp), quote) == heard
