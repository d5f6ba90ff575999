"""Whether two quotes could match at all, told from their words alone, the quickest first."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from math import log

from quotereview.matching.decide import BASE, shipped
from quotereview.matching.evidence import FOUR, Shared, dated, shared, told
from quotereview.matching.names import same_voice
from quotereview.model import Sketch
from quotereview.wording.words import COMMON, rarities

ROUNDING = 1e-9


class Bound:
    """What one quote could match, whatever the words around it and the other tell.

    Most of what shares some words by chance could not, which is quicker to tell than what both have in order.
    """

    def __init__(self, here: Sketch) -> None:
        self._here = here
        self._rarity = dict(zip(here.words, rarities(here.words), strict=True))

    def shared(self, there: Sketch) -> Shared | None:
        """What another quote has in common with this one, if it could match."""
        here = self._here
        if not (here.speaker or there.speaker or here.published or there.published):
            return shared(here.words, there.words)  # where nothing is known but the words, these count otherwise
        voice, wanted = same_voice(here.speaker, there.speaker), _wanted(here.published, there.published)
        if _at_most(self._most(there), voice) < wanted:
            return None
        both = shared(here.words, there.words)
        return both if _at_most(both, voice) >= wanted else None

    def _most(self, there: Sketch) -> Shared:
        """The most that another quote shares, told without aligning them."""
        here, words, rarity = self._here, there.words, self._rarity
        places = [place for place, word in enumerate(words) if word in rarity]
        bits = [rarity[words[place]] for place in places]
        said, of_all = sum([more - COMMON for more in bits if more > COMMON]), sum(bits)
        covered, of_more = sorted((min(1.0, of_all / here.rarity), min(1.0, of_all / there.rarity)), reverse=True)
        least, row = min(len(here.words), len(words)), _row(places) if len(places) >= FOUR else 0
        return Shared(len(bits), row, said, said, covered, of_more, least, len(bits) >= least)


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
