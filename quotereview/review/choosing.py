"""Which quotes go into a sheet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from quotereview.model import ACCEPTED_UNREAD, RIGHT, Verdict
from quotereview.review.filtering import Filter

Asked = tuple[str, str, str, int]
"""A quote that is asked about: its article (id), its own id, its verdict, and whether it was accepted unread."""


Numbered = tuple[str, str, int, int]
"""How many quotes of an article (id) have a verdict and were accepted unread or not."""


class Extent(StrEnum):
    """Which quotes a sheet holds.

    All that an editor is asked about; or those that somebody found right, as proposed or with other values; or these
    and those that were accepted in bulk, unread.
    """

    ALL = "all"
    VERIFIED = "verified"
    ACCEPTED = "accepted"


SHOWS_ALL = Filter()

_EXTENTS = {
    Extent.ALL: "",
    Extent.VERIFIED: "only what is verified",
    Extent.ACCEPTED: "only what is verified, or accepted unread",
}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which quotes a sheet is to hold: of what extent, and which of these, as a filter of the queue says."""

    extent: Extent = Extent.ALL
    filter: Filter = SHOWS_ALL


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many quotes of how many articles a sheet holds, and what its extent leaves out, each how often.

    What the filter does not show is in neither. ``undecided`` is how many of the sheet's quotes nobody has decided.
    """

    scope: Scope
    number: int
    articles: int
    left_out: Counter[str]
    undecided: int

    @property
    def told(self) -> str:
        """In a sentence, what a reader has to know of what the sheet does not hold; nothing where it holds all."""
        told = "; ".join(self._parts())
        return f"{told[0].upper()}{told[1:]}." if told else ""

    def _parts(self) -> Iterator[str]:
        if extent := _EXTENTS[self.scope.extent]:
            yield extent
        if self.scope.filter.terms:
            yield f"chosen by “{self.scope.filter.text.strip()}”"
        if self.left_out:
            yield f"left out are {', '.join(f'{number:,} {what}' for what, number in self.left_out.items())}"


@dataclass(frozen=True, slots=True)
class InScope:
    """The quotes (ids) of a sheet by their articles (ids), as loaded, and how many they are."""

    quotes: Mapping[str, AbstractSet[str]]
    tally: Tally


def tally(found: Iterable[Numbered], scope: Scope) -> Tally:
    """How much a sheet of a scope holds, by how many quotes of each article are ruled so that its filter shows."""
    number, articles, left_out, undecided = 0, set[str](), Counter[str](), 0
    for article, ruled, unread, quotes in found:
        verdict = Verdict(ruled)
        if _belongs(verdict, bool(unread), scope.extent):
            number += quotes
            articles.add(article)
            undecided += quotes if verdict is Verdict.OPEN else 0
        else:
            left_out[_told(verdict, bool(unread))] += quotes
    return Tally(scope, number, len(articles), left_out, undecided)


def in_scope(asked: Iterable[Asked], tallied: Tally, shown: AbstractSet[str] | None) -> InScope:
    """The quotes of a tally, of all that are asked about; ``shown`` are those that its filter shows, None for all."""
    quotes = dict[str, set[str]]()
    for article, quote, ruled, unread in asked:
        if (shown is None or quote in shown) and _belongs(Verdict(ruled), bool(unread), tallied.scope.extent):
            quotes.setdefault(article, set()).add(quote)
    return InScope(quotes, tallied)


def _belongs(verdict: Verdict, unread: bool, extent: Extent) -> bool:
    if extent is Extent.ALL:
        return True
    return verdict in RIGHT and (extent is Extent.ACCEPTED or not unread)


def _told(verdict: Verdict, unread: bool) -> str:
    """What is said of a quote that is left out."""
    if unread:
        return ACCEPTED_UNREAD
    return "not decided" if verdict is Verdict.OPEN else verdict.value
