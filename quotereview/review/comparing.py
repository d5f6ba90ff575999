"""Compares the quotes of a store with each other: one at once, or all that wait, some at a time."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from quotereview import matching
from quotereview.errors import StoreFault
from quotereview.model import Match, Wording
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

    def matches(self, number: int) -> list[Match]:
        """How a compared quote matches those of other articles that render the same utterance, found now."""
        here = self.wordings([number]).get(number)
        likely = self._possible(here, number) if here else []
        if not here or not likely:
            return []
        around = self._store.compared.around
        return matching.alike(around(here), map(around, likely))

    def likeliest(self, here: Wording, near: int | None = None) -> list[Wording]:
        """The quotes most like some words, best first, whether they match or not; ``near``: a compared one's number."""
        found = self._sharing(here, near)
        return matching.likeliest(here, [(there, likeness) for _, there, likeness in found])

    def _possible(self, here: Wording, number: int) -> list[Wording]:
        """Those quotes most like a compared one that may match it, whatever the words around both tell."""
        found = self._sharing(here, number)
        numbers = {there.quote: at for at, there, _ in found}
        sounds = self._store.compared.sounds([number, *numbers.values()])
        heard = matching.heard(here, [(there, likeness) for _, there, likeness in found])
        return [
            there for there in heard if matching.could_match(here, there, sounds[number], sounds[numbers[there.quote]])
        ]

    def _sharing(self, here: Wording, near: int | None) -> list[tuple[int, Wording, float]]:
        """The quotes that share most with some words, each with its number and how like it is."""
        found = dict(matching.sharing(here.words, partial(self._store.compared.holding, near=near)))
        return [(number, there, found[number]) for number, there in self.wordings(list(found)).items()]

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
        found = self._compared(numbers)
        with suppress(StoreFault):  # another program writes now
            self._store.matches.keep(numbers, _told(found), seen, wait=False)
        return found

    def go_on(self, most: int = SLICE) -> int:
        """Compare the next quotes that wait, so many at most; gives how many wait after that."""
        self._begin(wait=True)
        store = self._store
        seen, waiting = store.version(), store.matches.waiting(most)
        if waiting:
            store.matches.keep(waiting, _told(self._compared(waiting)), seen, wait=True)
        return store.matches.number_waiting()

    def _begin(self, *, wait: bool) -> bool:
        """Have what is kept be of this version of the program; False where another program writes now.

        Raises StoreFault where that is waited for in vain.
        """
        if not self._begun:
            with suppress(StoreFault) if not wait else nullcontext():
                self._store.matches.begin(matching.engine(), wait=wait)
                self._begun = True
        return self._begun

    def _compared(self, numbers: Sequence[int]) -> list[Match]:
        """The matches of compared quotes, each from both sides."""
        with self._store.snapshot():  # a quote may leave the store while it is compared
            found = [match for number in numbers for match in self.matches(number)]
        ways = {(match.here.quote, match.there.quote) for match in found}
        back = [one for one in found if (one.there.quote, one.here.quote) not in ways]
        return [*found, *(matching.compare(one.there, one.here) for one in back)]


def compare_apart(path: Path) -> Iterator[int]:
    """Compare all quotes of the store at ``path`` that wait, by a connection of its own; gives how many are left.

    For a worker, in whose thread it has to be closed where it is left before the end.
    """
    with open_store(path, create=False) as store:
        comparing = Comparing(store, _Names(store))
        while True:
            left = comparing.go_on()
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
    return replace(wording, speaker=identities.named_as(wording.speaker))
