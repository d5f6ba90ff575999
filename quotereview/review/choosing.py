"""Which quotes go into a sheet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from quotereview.model import RIGHT, Verdict
from quotereview.review.filtering import Filter

Asked = tuple[str, str, str, int]
"""A quote that is asked about: its article (id), its own id, its verdict, and whether it was accepted unread."""


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
class Choice:
    """Which quotes a sheet is to hold: of what extent, and which of these, as a filter of the queue says."""

    extent: Extent = Extent.ALL
    filter: Filter = SHOWS_ALL


EVERYTHING = Choice()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The quotes (ids) of a sheet by their articles (ids), as loaded, and what its extent leaves out, each how often.

    What the filter does not show is in neither. ``undecided`` is how many of the sheet's quotes nobody has decided.
    """

    choice: Choice
    quotes: Mapping[str, AbstractSet[str]]
    left_out: Counter[str]
    undecided: int

    @property
    def number(self) -> int:
        """How many quotes the sheet holds."""
        return sum(map(len, self.quotes.values()))

    @property
    def told(self) -> str:
        """In a sentence, what a reader has to know of what the sheet does not hold; nothing where it holds all."""
        told = "; ".join(self._parts())
        return f"{told[0].upper()}{told[1:]}." if told else ""

    def _parts(self) -> Iterator[str]:
        if extent := _EXTENTS[self.choice.extent]:
            yield extent
        if self.choice.filter.terms:
            yield f"chosen by “{self.choice.filter.text.strip()}”"
        if self.left_out:
            yield f"left out are {', '.join(f'{number:,} {what}' for what, number in self.left_out.items())}"


def choose(asked: Iterable[Asked], choice: Choice, shown: AbstractSet[str] | None) -> Chosen:
    """The quotes of a choice, of all that are asked about; ``shown`` are those that its filter shows, None for all."""
    quotes, left_out, undecided = dict[str, set[str]](), Counter[str](), 0
    for article, quote, ruled, unread in asked:
        if shown is not None and quote not in shown:
            continue
        verdict = Verdict(ruled)
        if _belongs(verdict, bool(unread), choice.extent):
            quotes.setdefault(article, set()).add(quote)
            undecided += verdict is Verdict.OPEN
        else:
            left_out[_told(verdict, bool(unread))] += 1
    return Chosen(choice, quotes, left_out, undecided)


def _belongs(verdict: Verdict, unread: bool, extent: Extent) -> bool:
    if extent is Extent.ALL:
        return True
    return verdict in RIGHT and (extent is Extent.ACCEPTED or not unread)


def _told(verdict: Verdict, unread: bool) -> str:
    """What is said of a quote that is left out."""
    if unread:
        return "accepted in bulk, unread"
    return "not decided" if verdict is Verdict.OPEN else verdict.value
