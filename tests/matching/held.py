"""Some quotes found by their words as those of a store are, without one."""

from collections import defaultdict
from collections.abc import Sequence

from quotereview.matching import alike, best_first, groups, likeliest, nearest, sharing
from quotereview.matching.evidence import shared
from quotereview.model import Group, Match, Wording
from quotereview.wording.grams import grams
from quotereview.wording.spelling import sounds


class Held:
    """Quotes by their ids, each with a number: its place among them."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._wordings = wordings
        self._holders: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, wording in enumerate(wordings):
            found = grams(wording.words)
            for gram in found:
                self._holders[gram].append((number, sum(found.values())))

    def likeliest(self, here: Wording) -> list[Wording]:
        """The quotes of other articles that are most like one."""
        found = sharing(here.words, lambda gram: self._holders.get(gram, []))
        return likeliest(here, [(self._wordings[number], likeness) for number, likeness in found])

    def partners(self, quote: str) -> tuple[Match, ...]:
        """The matches of the quote with this id."""
        [here] = [wording for wording in self._wordings if wording.quote == quote]
        return best_first(nearest(self._alike(here)))

    def groups(self) -> tuple[Group, ...]:
        """All that match, in groups."""
        return groups(match for one in self._wordings for match in nearest(self._alike(one)))

    def _alike(self, here: Wording) -> list[Match]:
        likely = self.likeliest(here)
        return alike(here, [(there, shared(sounds(here.words), sounds(there.words))) for there in likely])

    def telling(self) -> list[frozenset[str]]:
        """For each telling group of words that several hold, their articles."""
        several = (held for gram, held in self._holders.items() if gram >= 0 and len(held) > 1)
        return [frozenset(self._wordings[number].article for number, _ in held) for held in several]
