"""What is worth comparing shares more than chance brings."""

from quotereview.matching import sharing, worth_comparing
from quotereview.wording.grams import grams

WORDS = "Every crane rusted through a winter of storms before inspectors had measured one bolt of the terminal"
ALIKE = "Before inspectors left Sund, Tilda counted forty barges, seven tugs, both pilots and that lighthouse keeper"
HELD = {1: WORDS, 2: ALIKE}


def holding(gram: int) -> list[tuple[int, int]]:
    """Which of two quotes hold a group of words, as a store tells it."""
    found = ((number, grams(words)) for number, words in HELD.items())
    return [(number, sum(of.values())) for number, of in found if gram in of]


def cover(one: str, other: str) -> float:
    """Which part of the bits of the shorter text both have."""
    mine, theirs = grams(one), grams(other)
    return sum(mine[gram] for gram in mine.keys() & theirs) / min(sum(mine.values()), sum(theirs.values()))


def found(asked: str, number: int) -> list[int]:
    """What is worth comparing with some words that come after so many quotes."""
    return [other for other, _ in worth_comparing(asked, holding, number, both_ways=False)]


def test_among_more_quotes_more_has_to_be_covered() -> None:
    asked = "Inspectors left Sund at noon, and nobody on the quay could tell the harbour office when they would return"
    assert 0.12 < cover(asked, ALIKE) < 0.2
    assert [number for number, _ in sharing(asked, holding)] == [2]
    assert found(asked, 3) == found(asked, 9_999) == [2]
    assert found(asked, 1_000_000) == []


def test_a_fragment_is_found_among_however_many() -> None:
    assert found("rusted through a winter of storms", 10**9) == [1]
