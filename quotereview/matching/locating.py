"""Where the words of a quote stand in a longer text, such as the transcript of a speech."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest

from quotereview.matching.alignment import align, runs
from quotereview.model import Located, Span
from quotereview.wording.words import Word, folded, rarity, words

ENOUGH = 0.4
"""The share of a quote's words that has to stand in a stretch of the text."""

ROOM = 8
AROUND = 6


@lru_cache(maxsize=64)
def locate(quote: str, text: str) -> Located | None:
    """The stretch of ``text`` that is most like ``quote``, and how they differ; None where nothing is like it."""
    sought, held = folded(quote), words(text)
    begin, end = _likeliest(sought, folded(text))
    found = runs(sought, folded(text)[begin:end])
    if not sought or sum(run.size for run in found) < ENOUGH * len(sought):
        return None
    first, last = begin + found[0].there, begin + found[-1].there + found[-1].size
    return _located(quote, text, held, (first, last))


def _located(quote: str, text: str, held: Sequence[Word], stretch: tuple[int, int]) -> Located:
    first, last = stretch
    place = Span(held[first].start, held[last - 1].end)
    before = text[held[max(0, first - AROUND)].start : place.start]
    after = text[place.end : held[min(len(held), last + AROUND) - 1].end]
    return Located(place, before, after, align(quote, place.of(text)))


def _likeliest(sought: Sequence[str], held: Sequence[str]) -> tuple[int, int]:
    """The words of a text, from and to, among which those that are sought weigh most."""
    width = len(sought) + max(ROOM, len(sought) // 2)
    most, at = 0, 0
    for start, weight in enumerate(_weights(sought, held, width)):
        if weight > most:
            most, at = weight, start
    return at, at + width


def _weights(sought: Sequence[str], held: Sequence[str], width: int) -> Iterator[int]:
    """What the sought words weigh in each window of a text; pairs of them, since single words stand everywhere."""
    pairs = {pair: rarity(pair[0]) + rarity(pair[1]) for pair in pairwise(sought)}
    single = {word: rarity(word) for word in sought}
    values = [single.get(word, 0) + pairs.get((word, after), 0) for word, after in zip_longest(held, held[1:])]
    weight = sum(values[:width])
    yield weight
    for start in range(1, len(values) - width + 1):
        weight += values[start + width - 1] - values[start - 1]
        yield weight
