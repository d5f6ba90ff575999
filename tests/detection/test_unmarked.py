"""Words quoted without marks, and ordinary paragraphs that hold none."""

import pytest

from quotereview.detection import marks, unmarked
from quotereview.detection.parts import Marked


def found(text: str) -> list[Marked]:
    return unmarked.find(text, marks.find(text)[0])


def words(text: str) -> list[str]:
    return [mark.span.of(text) for mark in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moss wrote:\n\n    We leave at nine.\n\nShe left.", ["We leave at nine."]),
        ("Her letter says:\n\n> We leave.\n> Nobody waits.\n\nShe left.", ["We leave.", "Nobody waits."]),
        (
            "The governor added:\n\nIt is a shame. It will not stand.\n\nShe left.",
            ["It is a shame. It will not stand."],
        ),
        ("— Are you sure? asked Ada Moss.\n\n— I am, she said. Come.", ["Are you sure?", "I am,", "Come."]),
        ("— Are you sure? asked Ada Moss.\n\n— I am.", ["Are you sure?", "I am."]),
        ("Q: Open?\n\nMOSS: They say “no”.", ["Open?", "They say “no”."]),
    ],
)
def test_words_without_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The list:\n\n    milk and flour\n\nShe left.",
        "She said:\n\n“We leave at nine.”\n\nShe left.",
        "She said:\n\n• We leave at nine.\n\n• Nobody waits.",
        "She said:\n\n<tweet>We leave at nine.</tweet>",
        "Moss spoke. — It was late, and nobody said anything.",
        "— Cut the tax on boats.\n\n— Build a second lock.",
        "“We go,” she said.\n\n— Ada Moss",
        "Q: “Is it open?”\n\nMOSS: “It is.”",
        "    An indented first line, she wrote.\n\n    Another one.",
    ],
)
def test_ordinary_paragraphs(text: str) -> None:
    assert words(text) == []


def test_what_goes_on_in_the_next_paragraph_is_continued() -> None:
    text = "Moss wrote:\n\n    We leave.\n\n    Nobody waits.\n\nShe left."
    assert [(mark.continued, mark.open_end, mark.outer == mark.span) for mark in found(text)] == [
        (True, False, True),
        (False, False, True),
    ]
