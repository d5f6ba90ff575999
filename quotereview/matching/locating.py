"""Where the words of a quote stand in a longer text, such as the transcript of a speech."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest

from quotereview.matching.alignment import Run, align, runs
from quotereview.matching.stretches import FEW
from quotereview.model import AlignedWords, Edit, Located, Span
from quotereview.wording.spelling import sounds
from quotereview.wording.words import Word, folded, rarity, words

ENOUGH = 0.4
"""The share of a quote's words that has to stand in a stretch of the text."""

ROOM = 8
AROUND = 6


@lru_cache(maxsize=64)
def locate(quote: str, text: str, run: int | None = None) -> Located | None:
    """The stretch of ``text`` that is most like ``quote``, and how they differ; None where nothing is like it.

    Where a ``run`` is given, so many words in a row are enough, however many more the quote has.
    """
    sought, held = folded(quote), words(text)
    begin, end = _likeliest(sought, folded(text))
    found = runs(sought, folded(text)[begin:end])
    if not _enough(sought, found, run):
        return None
    first, last = begin + found[0].there, begin + found[-1].there + found[-1].size
    return _located(quote, text, held, (first, last))


def widened(located: Located) -> Span:
    """The stretch where a quote was found, with as many words at either edge as the quote has there and it has not.

    A word for a word at an edge is another word, and no cut, if it is few.
    """
    first, last = (_missing(located.alignment[edge]) for edge in (0, -1))
    before, after = words(located.before), words(located.after)
    start, end = located.place
    if first and before:
        start -= len(located.before) - before[-first:][0].start
    if last and after:
        end += after[:last][-1].end
    return Span(start, end)


def share(words: str, other: str) -> float:
    """What part of some words stands in others in the same order, by how rare each is, from 0 to 1."""
    sought = sounds(words)
    kept = (word for run in runs(sought, sounds(other)) for word in sought[run.here : run.here + run.size])
    return sum(map(rarity, kept)) / max(1, sum(map(rarity, sought)))


def _enough(sought: Sequence[str], found: Sequence[Run], run: int | None) -> bool:
    sizes = [one.size for one in found]
    if run is not None and max(sizes, default=0) >= run:
        return True
    return bool(sizes) and sum(sizes) >= ENOUGH * len(sought)


def _missing(part: AlignedWords) -> int:
    """How many words at its edge a quote has and the text has not; none where they are so many that they are a cut."""
    number = len(words(part.words)) if part.edit is Edit.ONLY_HERE else 0
    return number if number <= FEW else 0


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
