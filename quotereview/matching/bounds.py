"""Whether two quotes could match at all, told from their words without aligning them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from math import log

from quotereview.matching.alignment import NEIGHBOURS
from quotereview.matching.decide import BASE, shipped
from quotereview.matching.evidence import FOUR, Shared, Words, dated, shared, told
from quotereview.matching.names import same_voice
from quotereview.model import Sketch
from quotereview.wording.words import COMMON, rarities

NEAR = NEIGHBOURS + 1
"""How many places further a word may stand that counts together with one."""

ROUNDING = 1e-9


class Bound:
    """What one quote could match, whatever the words around it and the other tell.

    Most of what shares some words by chance could not, which is far quicker to tell than what both have in order.
    """

    def __init__(self, here: Sketch) -> None:
        self._here = here
        self._rarity = dict(zip(here.words, rarities(here.words), strict=True))
        self._near = frozenset((here.words[one], here.words[other]) for one, other in _near(range(len(here.words))))

    def shared(self, there: Sketch) -> Shared | None:
        """What another quote has in common with this one, if it could match."""
        here, words = self._here, there.words
        if not (here.speaker or there.speaker or here.published or there.published):
            return shared(here.words, words)  # where nothing is known but the words, these count otherwise
        voice, wanted = same_voice(here.speaker, there.speaker), _wanted(here.published, there.published)
        places = [place for place, word in enumerate(words) if word in self._rarity]
        if _at_most(self._most(there, places), voice) < wanted:
            return None
        if _at_most(self._most(there, self._beside(words, places)), voice) < wanted:
            return None
        both = shared(here.words, words)
        return both if _at_most(both, voice) >= wanted else None

    def _most(self, there: Sketch, places: Sequence[int]) -> Shared:
        """The most that another quote shares that has nothing in common with this one but the words at some places."""
        here, words, rarity = self._here, there.words, self._rarity
        bits = [rarity[words[place]] for place in places]
        said, all_bits = sum([more - COMMON for more in bits if more > COMMON]), sum(bits)
        less, more = sorted((here.rarity, there.rarity))
        least = min(len(here.words), len(words))
        row = _row(places) if len(places) >= FOUR else 0
        covered, of_more = min(1.0, all_bits / less), min(1.0, all_bits / more)
        return Shared(len(bits), row, said, said, covered, of_more, least, len(bits) >= least)

    def _beside(self, words: Words, places: Sequence[int]) -> Sequence[int]:
        """At which of some places in the words of another quote stands what may count (``alignment.runs``).

        A word counts beside another one, if this quote has both as near to each other; the only one counts as well.
        """
        if min(len(words), len(self._here.words)) == 1:
            return places
        pairs = (pair for pair in _near(places) if (words[pair[0]], words[pair[1]]) in self._near)
        return sorted({place for pair in pairs for place in pair})


def _near(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Any two of some places that are near enough to each other for what stands there to count."""
    for at, one in enumerate(places):
        for other in places[at + 1 : at + 1 + NEAR]:
            if other - one <= NEAR:
                yield one, other


def _row(places: Sequence[int]) -> int:
    """How many of some places are in a row."""
    row = longest = 1
    for before, after in pairwise(places):
        row = row + 1 if after == before + 1 else 1
        longest = max(longest, row)
    return longest


def _at_most(words: Shared, voice: bool | None) -> float:
    """What speaks for a match at most if two quotes share these words."""
    raises, found = _raises(), told(words, voice, 1.0, beside=True)
    return sum([raises.get(name, 0.0) * value for name, value in found.items()])


@lru_cache(maxsize=1024)
def _wanted(here: date | None, there: date | None) -> float:
    """What has to speak for a match of two quotes, beside the days on which they were printed."""
    days = dated(here, there, 1.0).items()
    even = log(shipped().enough / (1 - shipped().enough)) - shipped().match[BASE]
    return even - sum(shipped().match.get(name, 0.0) * value for name, value in days) - ROUNDING


@cache
def _raises() -> Mapping[str, float]:
    """What each piece of evidence adds at most."""
    return {name: max(0.0, weight) for name, weight in shipped().match.items()}
