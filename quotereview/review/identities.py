"""Which names belong to one person, as editors brought them together."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from quotereview.model import QuoteSummary

Names = tuple[str, ...]
"""All names of one person, first the one that person goes by."""


class Identities:
    """The people who have more than one name; any other name is a person of its own."""

    def __init__(self, same: Mapping[str, str]) -> None:
        """From the names that stand for another one, each with that one."""
        found: dict[str, list[str]] = {}
        for name in sorted(same):
            found.setdefault(_goes_by(name, same), []).append(name)
        people = [(first, *(name for name in names if name != first)) for first, names in found.items()]
        self._people: dict[str, Names] = {name: person for person in people for name in person}

    def names(self, name: str | None) -> Names:
        """All names of the person who has this one; none where it is the only one."""
        return self._people.get(name, ()) if name else ()

    def person(self, name: str) -> str:
        """The name by which the person goes who has this one."""
        return next(iter(self.names(name)), name)

    def named_as(self, name: str | None) -> str | None:
        """The same for a name that may be missing."""
        return self.person(name) if name else None

    def differing(self, before: "Identities") -> set[str]:
        """The names that belong to other people than before."""
        return {name for name in self._people.keys() | before._people.keys() if self.names(name) != before.names(name)}

    def named(self, quotes: Iterable[QuoteSummary]) -> tuple[QuoteSummary, ...]:
        """Quotes with the names of their speakers; those that have them already are the same objects."""
        if not self._people and not any(quote.names for quote in quotes):
            return tuple(quotes)
        return tuple(
            quote if quote.names == (names := self.names(quote.speaker)) else replace(quote, names=names)
            for quote in quotes
        )


def _goes_by(name: str, same: Mapping[str, str]) -> str:
    """The last of a chain of names; of names that stand for each other, as two editors may have it, the first one."""
    chain = [name]
    while (following := same.get(chain[-1])) is not None:
        if following in chain:
            return min(chain[chain.index(following) :])
        chain.append(following)
    return chain[-1]
