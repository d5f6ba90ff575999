"""Stretches between marks by the plain rule, and which proposal answers which of them."""

import pytest

from quotereview.evaluation import passages
from quotereview.evaluation.passages import Found
from quotereview.model import Span, Zone
from tests.evaluation import invented


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “one” and “two”.", ["one", "two"]),
        ('"one" and "two"', ["one", "two"]),
        ("“one “two” three” four", ["one “two"]),
        ("“Runs on.\n“Then ends.” No more.", ["Runs on.", "Then ends."]),
        ("» closed before it opens «", []),
        ("„unten“ oder «dehors»", ["unten“ oder «dehors"]),
        ("“” and “ ”", []),
        ('the 6" pipe', [" pipe"]),
    ],
)
def test_between_marks(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in passages.between_marks(text)] == found


def test_edges_do_not_count() -> None:
    text = "so “ ‘It holds’, ” he said"
    assert passages.trimmed(text, Span(3, 18)).of(text) == "It holds’,"
    assert len(passages.trimmed("“””", Span(0, 3))) == 0


def test_a_proposal_answers_once_and_the_likest_is_taken() -> None:
    text = "“One two three four,” he said."
    quotes = [invented.quote(text, words) for words in ("One two", "One two three four,", "four,")]
    guesses = [Found(quote.span, quote) for quote in quotes]
    taken: set[int] = set()
    first = passages.take(Span(1, 20), guesses, taken)
    assert first is guesses[1]
    assert passages.take(Span(1, 20), guesses, taken) is None
    assert passages.take(Span(1, 14), guesses, taken) is guesses[0]


def test_links_to_other_stories_are_left_out() -> None:
    text = "“Here,” he said. Read more: “There,” she says"
    quotes = (invented.quote(text, "There,", zone=Zone.TEASER), invented.quote(text, "Here,"))
    assert [one.quote for one in passages.found(text, invented.detection(*quotes))] == [quotes[1]]


def test_half_is_enough() -> None:
    assert passages.half_in(Span(0, 4), [Span(0, 1), Span(3, 9)])
    assert not passages.half_in(Span(0, 5), [Span(0, 1), Span(4, 9)])
    assert not passages.half_in(Span(2, 2), [Span(0, 9)])
