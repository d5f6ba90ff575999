"""The reporter's own sentences, quotes blanked."""

import pytest

from quotereview.detection import marks, sentences
from quotereview.model import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rook left. Lind stayed.", ["Rook left. ", "Lind stayed."]),
        (
            "Mr. Rook met Sen. Lind at 9 a.m. Monday in the U.S. Senate.",
            ["Mr. Rook met Sen. Lind at 9 a.m. Monday in the U.S. Senate."],
        ),
        ("“Go. Now.” Rook left.", ["“·······.” ", "Rook left."]),
        ("“Go?” asked Rook. “Now!”", ["“··?” asked Rook. ", "“···!”"]),
        ("It rained.Rook left in 2004.Lind stayed.", ["It rained.", "Rook left in 2004.", "Lind stayed."]),
        ("Rook sat.“Go,” she said.", ["Rook sat.", "“··,” she said."]),
        ("One\n“Two.”\n", ["One", "“···.”"]),
        ("Rook wrote on X. In it she wept.", ["Rook wrote on X. ", "In it she wept."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    found = sentences.reporter(text, marks.find(text)[0])
    assert [sentence.words for sentence in found.sentences] == expected


def test_sentences_are_found_by_offset() -> None:
    text = "Rook left. Lind stayed. Vik slept."
    found = sentences.reporter(text, ())
    assert found.index_at(text.index("stayed")) == 1
    assert found.touching(Span(text.index("left"), text.index("stayed"))) == range(2)
    assert [sentence.paragraph for sentence in found.sentences] == [0, 0, 0]
