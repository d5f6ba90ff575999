"""Which quotes go into a sheet."""

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from quotereview.model import RIGHT, QuoteSummary, Verdict
from quotereview.review.filtering import Filter
from quotereview.review.outline import Outline


class Extent(StrEnum):
    """Which quotes a sheet holds.

    All that an editor is asked about; or those that somebody found right, as proposed or with other values; or these
    and those that were accepted in bulk, unread.
    """

    ALL = "all"
    VERIFIED = "verified"
    ACCEPTED = "accepted"


SHOWS_ALL = Filter()

_TOLD = {
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

    What the filter does not show is in neither.
    """

    choice: Choice
    quotes: Mapping[str, AbstractSet[str]]
    left_out: Counter[str]

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
        if extent := _TOLD[self.choice.extent]:
            yield extent
        if self.choice.filter.terms:
            yield f"chosen by “{self.choice.filter.text.strip()}”"
        if self.left_out:
            yield f"left out are {', '.join(f'{number:,} {what}' for what, number in self.left_out.items())}"


def choose(outline: Outline, choice: Choice, shown: AbstractSet[str] | None) -> Chosen:
    """The quotes of a choice; ``shown`` are the ids of those that its filter shows, None for all."""
    quotes, left_out = dict[str, AbstractSet[str]](), Counter[str]()
    for outlined in outline.articles():
        asked = [one for one in outline.contents(outlined.id).asked if shown is None or one.id in shown]
        held = {one.id for one in asked if _belongs(one, choice.extent)}
        left_out.update(_ruled(one) for one in asked if one.id not in held)
        if held:
            quotes[outlined.id] = held
    return Chosen(choice, quotes, left_out)


def _belongs(quote: QuoteSummary, extent: Extent) -> bool:
    if extent is Extent.ALL:
        return True
    found_right = quote.verdict in RIGHT
    return found_right and (extent is Extent.ACCEPTED or not quote.unread)


def _ruled(quote: QuoteSummary) -> str:
    """What is said of a quote that is left out."""
    if quote.unread:
        return "accepted in bulk, unread"
    return "not decided" if quote.verdict is Verdict.OPEN else quote.verdict.value
