"""Paragraphs: a line each, unless a block is wrapped by hand."""

import pytest

from quotereview.detection import paragraphs

WRAPPED = (
    "The ferry to Ossmere was late again on Friday, and the\npassengers, who had waited since dawn, sang on the quay."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One line.\nAnother line.", ["One line.", "Another line."]),
        ("One.\r\n\r\n  Two.  \r\n", ["One.", "Two."]),
        ("One.\u2028Two.\u2029Three.", ["One.", "Two.", "Three."]),
        (WRAPPED, [WRAPPED]),
        (f"Short title\n\n{WRAPPED}", ["Short title", WRAPPED]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in paragraphs.split(text)] == expected
