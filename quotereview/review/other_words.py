"""Finds quotes that may be one utterance in other words, and keeps what all quotes mean, some at a time."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from quotereview import matching, meaning
from quotereview.errors import StoreFault
from quotereview.model import Nearness, Suggestion, Wording
from quotereview.review.ruled_matches import RuledMatches
from quotereview.store import Meant, Store, open_store

SLICE = 32
"""So many quotes are read at once: in about the tenth of a second."""

WEIGHED = 24
"""Of the quotes nearest in meaning so many are looked at with the words around them."""

Wordings = Callable[[Sequence[int]], dict[int, Wording]]
"""Gives compared quotes by their numbers, with the words around them."""


class OtherWords:
    """Suggestions from what quotes mean by the embedding that is set up; none, and nothing to read, where none is."""

    def __init__(self, store: Store, wordings: Wordings, rulings: RuledMatches) -> None:
        self._store = store
        self._wordings = wordings
        self._rulings = rulings

    def suggestions(self, quote: str) -> tuple[Suggestion, ...]:
        """The quotes of other articles that may be one in other words, the nearest first: no matches, nor in any group.

        As far as meanings are kept. What editors ruled to be the same, or not, is no suggestion any more.
        """
        number = self._store.compared.number(quote)
        near = dict(self._near(number)) if number is not None else {}
        if number is None or not near:
            return ()
        found = self._wordings([number, *near])
        here, ruled = found.pop(number), self._rulings.of(quote)
        open_ones = {
            of: there for of, there in found.items() if there.quote not in ruled or not ruled[there.quote].label
        }
        return matching.suggest(here, [(there, near[of]) for of, there in open_ones.items()])

    def all_suggestions(self) -> tuple[Suggestion, ...]:
        """Those of all quotes, each pair once, from the one that was loaded first."""
        compared = self._store.compared
        quotes = [wording.quote for wording in compared.wordings(compared.numbers()).values()]
        found = (one for quote in quotes for one in self.suggestions(quote))
        pairs: dict[frozenset[str], Suggestion] = {}
        for one in found:
            pairs.setdefault(frozenset((one.here.quote, one.there.quote)), one)
        return tuple(pairs.values())

    def number_waiting(self) -> int:
        """Of how many quotes it is not yet kept what they mean."""
        return _number_waiting(self._store)

    def read(self) -> Iterator[int]:
        """Keep what all quotes mean, as far as the store takes it; tells time and again how many are left."""
        left = self.number_waiting()
        with suppress(StoreFault):
            while left:
                yield left
                left = _read_some(self._store)

    def _near(self, number: int) -> Iterator[tuple[int, Nearness]]:
        """The numbers of those nearest in meaning to a compared quote, and how near each is."""
        embedding, meanings = meaning.embedding(), self._store.meanings
        here = meanings.of(embedding, number) if embedding else None
        if not embedding or not here:
            return
        others = meanings.near(embedding, number, matching.DAYS)
        found = meaning.nearest(here, others, matching.FLOOR)
        for place, nearness in sorted(found, key=lambda item: -item[1].value)[:WEIGHED]:
            yield others[place].number, nearness


def read_apart(path: Path) -> Iterator[int]:
    """Keep what all quotes of the store at ``path`` mean, by a connection of each step's own; how many are left.

    For a worker, which may be left at any step. StoreFault where the store takes nothing.
    """
    left = 1
    while left:
        with open_store(path, create=False) as store:
            left = _read_some(store)
        yield left


def _read_some(store: Store) -> int:
    """Keep what the next quotes mean; gives how many wait after that."""
    embedding, meanings = meaning.embedding(), store.meanings
    if embedding is None:
        return 0
    meanings.begin(embedding)
    waiting = meanings.waiting(SLICE)
    vectors = meaning.vectors([words for _, words in waiting])
    meanings.keep(embedding, [Meant(*one, of) for one, of in zip(waiting, vectors, strict=True)])
    return meanings.number_waiting()


def _number_waiting(store: Store) -> int:
    return store.meanings.number_waiting() if meaning.embedding() else 0
