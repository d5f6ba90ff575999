"""Passages of several origins: those marked by hand among those that were found."""

import pytest

from quotereview.detection import marks, nesting
from quotereview.model import Span

TEXT = "“We ‘go’ now,” she said, and “never” left."


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ([], [("We ‘go’ now,", None), ("go", 0), ("never", None)]),
        (["she said"], [("We ‘go’ now,", None), ("go", 0), ("she said", None), ("never", None)]),
        (["‘go’ now"], [("We ‘go’ now,", None), ("‘go’ now", 0), ("go", 1), ("never", None)]),
        (["never"], [("We ‘go’ now,", None), ("go", 0), ("never", None)]),
        (["now,” she"], [("go", None), ("now,” she", None), ("never", None)]),
        (["said, and", "and “never"], [("We ‘go’ now,", None), ("go", 0), ("and “never", None), ("never", 2)]),
        ([" ", "said", "said"], [("We ‘go’ now,", None), ("go", 0), ("said", None), ("never", None)]),
    ],
)
def test_added_passages(added: list[str], expected: list[tuple[str, int | None]]) -> None:
    found = nesting.with_added(TEXT, marks.find(TEXT)[0], [place(words) for words in added])
    assert [(mark.span.of(TEXT), mark.parent) for mark in found] == expected


@pytest.mark.parametrize(
    ("added", "replaced", "expected"),
    [
        (["We ‘go’"], ["We ‘go’ now,"], [("We ‘go’", None), ("go", 0), ("never", None)]),
        (["We", "‘go’ now,"], ["We ‘go’ now,"], [("We", None), ("‘go’ now,", None), ("go", 1), ("never", None)]),
        (["never"], ["never"], [("We ‘go’ now,", None), ("go", 0), ("never", None)]),
    ],
)
def test_passages_that_are_replaced_are_none(
    added: list[str], replaced: list[str], expected: list[tuple[str, int | None]]
) -> None:
    found = nesting.with_added(TEXT, marks.find(TEXT)[0], [*map(place, added)], [*map(place, replaced)])
    assert [(mark.span.of(TEXT), mark.parent) for mark in found] == expected


def test_words_at_the_end_of_replaced_ones_have_their_marks() -> None:
    found = nesting.with_added(TEXT, marks.find(TEXT)[0], [place("We ‘go’")], [place("We ‘go’ now,")])
    assert found[0].outer.of(TEXT) == "“We ‘go’"
