"""Compares the quotes of a store with each other: one at once, or all that wait, some at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from quotereview import matching
from quotereview.errors import StoreFault
from quotereview.matching import Shared
from quotereview.model import Match, Sketch, Wording
from quotereview.review.identities import Identities
from quotereview.store import Store, open_store

SLICE = 32
"""So many quotes are compared before anything is kept: in less than the tenth of a second."""


class Comparing:
    """Finds the matches of quotes, and keeps what it found."""

    def __init__(self, store: Store, identities: Callable[[], Identities]) -> None:
        """``identities`` gives which names belong to one person now."""
        self._store = store
        self._identities = identities
        self._begun = False

    def matches(self, number: int, *, both_ways: bool = True) -> list[Match]:
        """How a compared quote matches those of other articles that render the same utterance, found now.

        ``both_ways``: also those that were loaded after it.
        """
        here = self.wordings([number]).get(number)
        possible = self._possible(here, number, both_ways) if here else {}
        if not here or not possible:
            return []
        around, wordings = self._store.compared.around, self.wordings(list(possible))
        return matching.alike(around(here), ((around(there), possible[at]) for at, there in wordings.items()))

    def likeliest(self, here: Wording, near: int | None = None) -> list[Wording]:
        """The quotes most like some words, best first, whether they match or not; ``near``: a compared one's number."""
        compared = self._store.compared
        holding = compared.holding if near is None else partial(compared.holding_around, near=near)
        found = dict(matching.sharing(here.words, holding))
        return matching.likeliest(here, [(there, found[at]) for at, there in self.wordings(list(found)).items()])

    def _possible(self, here: Wording, number: int, both_ways: bool) -> dict[int, Shared]:
        """Those quotes most like a compared one that may match it, whatever the words around both tell.

        By their numbers, each with what both share.
        """
        held = self._store.compared
        holding = partial(held.holding_around, near=number) if both_ways else partial(held.holding, before=number)
        found = matching.worth_comparing(here.words, holding, number, both_ways=both_ways)
        others = self._sketches([number, *(other for other, _ in found)])
        bound = matching.Bound(others.pop(number))
        shared = {other: bound.shared(there) for other, there in others.items() if there.article != here.article}
        return {other: words for other, words in shared.items() if words}

    def _sketches(self, numbers: Sequence[int]) -> dict[int, Sketch]:
        """Compared quotes at a glance, each by the name that its speaker goes by."""
        named_as = self._identities().named_as
        found = self._store.compared.sketches(numbers)
        names = {number: named_as(sketch.speaker) for number, sketch in found.items()}
        return {
            number: sketch if sketch.speaker == names[number] else sketch._replace(speaker=names[number])
            for number, sketch in found.items()
        }

    def wordings(self, numbers: Sequence[int]) -> dict[int, Wording]:
        """Compared quotes, each by the name that its speaker goes by."""
        identities = self._identities()
        found = self._store.compared.wordings(numbers)
        return {number: _named(wording, identities) for number, wording in found.items()}

    # What waits

    def waiting(self) -> int:
        """How many quotes wait to be compared."""
        self._begin(wait=False)
        return self._store.matches.number_waiting()

    def is_behind(self) -> bool:
        """Whether any quote waits, so that what is kept may not be all there is."""
        return not self._begin(wait=False) or bool(self._store.matches.waiting(1))

    def now(self, numbers: Sequence[int]) -> list[Match]:
        """Compare some quotes, and keep what is found, each from both sides, if the store takes it at once."""
        seen = self._store.version()
        found = self._compared(dict.fromkeys(numbers, True))
        with suppress(StoreFault):  # another program writes now
            self._store.matches.keep(numbers, _told(found), seen, wait=False)
        return found

    def go_on(self, left: int) -> int:
        """Compare the next quotes that wait, where so many are left; gives how many are after that.

        They are counted anew only where all seem to be done, since that takes longer the more of them there are.
        """
        self._begin(wait=True)
        seen, waiting = self._store.version(), self._store.matches.waiting(SLICE)
        if waiting and self._store.matches.keep(waiting, _told(self._compared(waiting)), seen, wait=True):
            left -= len(waiting)
        else:
            left = 0
        return left if left > 0 else self._store.matches.number_waiting()

    def _begin(self, *, wait: bool) -> bool:
        """Have what is kept be of this version of the program; False where another program writes now.

        Raises StoreFault where that is waited for in vain.
        """
        if not self._begun:
            with suppress(StoreFault) if not wait else nullcontext():
                self._store.matches.begin(matching.engine(), wait=wait)
                self._begun = True
        return self._begun

    def _compared(self, numbers: Mapping[int, bool]) -> list[Match]:
        """The matches of compared quotes, each from both sides; with each number whether it is compared both ways."""
        with self._store.snapshot():  # a quote may leave the store while it is compared
            found = [one for number, both in numbers.items() for one in self.matches(number, both_ways=both)]
        ways = {(match.here.quote, match.there.quote) for match in found}
        back = [one for one in found if (one.there.quote, one.here.quote) not in ways]
        return [*found, *(matching.compare(one.there, one.here) for one in back)]


def compare_apart(path: Path) -> Iterator[int]:
    """Compare all quotes of the store at ``path`` that wait, by a connection of its own; gives how many are left.

    For a worker, in whose thread it has to be closed where it is left before the end.
    """
    with open_store(path, create=False) as store:
        comparing = Comparing(store, _Names(store))
        left = comparing.waiting()
        while True:
            left = comparing.go_on(left)
            yield left
            if not left:
                return


class _Names:
    """Which names belong to one person, as others rule on them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version: int | None = None
        self._identities = Identities({})

    def __call__(self) -> Identities:
        version = self._store.version()
        if version != self._version:
            self._version, self._identities = version, Identities(self._store.people.same())
        return self._identities


def _told(found: Sequence[Match]) -> Iterator[tuple[Match, bool]]:
    return ((match, matching.disputes(match)) for match in found)


def _named(wording: Wording, identities: Identities) -> Wording:
    name = identities.named_as(wording.speaker)
    return wording if name == wording.speaker else replace(wording, speaker=name)
