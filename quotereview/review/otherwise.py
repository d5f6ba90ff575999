"""What is proposed otherwise than it stands, quote by quote, since an article was detected again."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quotereview.model import Kind, Quote, Ruling, StandingQuote, Verdict, band, proposed, wants_ruling
from quotereview.review.differences import Difference, Values, between, of_ruling

FIELDS = ("speaker", "source", "kind of source", "kind", "words")
"""The fields that are compared, the weightiest first, and after them how sure a proposal is, in a word."""
CONFIDENCE = "confidence"

Person = Callable[[str], str]
"""The name by which the person goes who has a name."""


class Sort(StrEnum):
    """What became of a quote when its article was detected again."""

    RULED = "ruled on, and stays as it is"
    CHANGED = "open, and proposed otherwise"
    NEW = "new"
    LOST = "no longer found, and stays"


@dataclass(frozen=True, slots=True)
class Otherwise:
    """How a quote (its id) stands, and what was found in its article at a time (UTC, ISO 8601).

    ``differences`` lead from what is ruled, or was proposed before, to what is proposed now; a new quote had nothing
    before. A quote of sort RULED has none where it is no longer found. ``start`` is where its ``words`` begin.
    ``part_of`` are the words of the quote to which those of one that is no longer found belong now, if there is one.
    """

    sort: Sort
    article: str
    quote: str
    start: int
    words: str
    verdict: Verdict
    differences: tuple[Difference, ...]
    made_at: str
    part_of: str = ""

    @property
    def slight(self) -> bool:
        """Whether nothing changed but how sure the proposal is."""
        return bool(self.differences) and all(one.field == CONFIDENCE for one in self.differences)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a quote the last time (None: nothing), what had been found before that, and when.

    ``around`` is another quote that was found last and has all its passages.
    """

    now: Quote | None
    before: Quote | None
    made_at: str
    around: Quote | None = None


def otherwise(standing: StandingQuote, found: Found, person: Person) -> Otherwise | None:
    """How what was found last differs from what stands of a quote; None where it does not, and of what is not asked."""
    if standing.decision is not None:
        told = _of_ruled(standing, found, person)
    elif found.now is None:
        told = (Sort.LOST, ()) if standing.asked else None
    elif found.before is None:
        told = (Sort.NEW, _of_new(found.now)) if standing.asked else None
    else:
        told = _of_open(standing, found.before, person)
    if told is None:
        return None
    sort, differences = told
    words, start = of_ruling(standing.ruling)["words"], standing.ruling.span.start
    part_of = found.around.words if found.now is None and found.around else ""
    return Otherwise(
        sort, standing.article, standing.id, start, words, standing.verdict, differences, found.made_at, part_of
    )


_Told = tuple[Sort, tuple[Difference, ...]] | None


def _of_open(standing: StandingQuote, before: Quote, person: Person) -> _Told:
    """A quote of which no editor has said anything stands as it is proposed now."""
    asked = standing.asked or wants_ruling(before.kind, before.zone)
    differences = _between(_of_proposal(before), _of_proposal(standing.proposal), person)
    return (Sort.CHANGED, differences) if asked and differences else None


def _of_new(quote: Quote) -> tuple[Difference, ...]:
    """What is proposed for a quote; of its words and kind, which nobody knew, there is nothing to tell."""
    return tuple(one for one in _between({}, _of_proposal(quote), str) if one.field not in ("words", "kind"))


def _of_ruled(standing: StandingQuote, found: Found, person: Person) -> _Told:
    """A quote of which an editor has said something stays; told is what they did not see, unless it agrees."""
    if standing.verdict is Verdict.NOT_A_QUOTE:
        return None
    if found.now is None:
        return (Sort.RULED, ()) if standing.asked and not standing.added_by_hand and found.before else None
    now, seen = _of(proposed(found.now)), _of(proposed(standing.proposal))
    unseen = {one.field for one in between(seen, now)}
    if found.before and _of(proposed(found.before))["words"] == now["words"]:  # an editor shaped them since
        unseen.discard("words")
    differences = tuple(one for one in _between(_of(standing.ruling), now, person) if one.field in unseen)
    return (Sort.RULED, differences) if differences else None


def _of(ruling: Ruling) -> Values:
    return {field: value for field, value in of_ruling(ruling).items() if field in FIELDS}


def _of_proposal(quote: Quote) -> Values:
    sure = {CONFIDENCE: band(quote.confidence).value} if quote.kind is Kind.SPEECH else {}
    return {**_of(proposed(quote)), **sure}


def _between(before: Values, after: Values, person: Person) -> tuple[Difference, ...]:
    """What differs, but for two names of one person."""
    found = {one.field: one for one in between(before, after)}
    if "speaker" in found and _one_person(found["speaker"], person):
        del found["speaker"]
    return tuple(found[field] for field in (*FIELDS, CONFIDENCE) if field in found)


def _one_person(names: Difference, person: Person) -> bool:
    return bool(names.before and names.after) and person(names.before) == person(names.after)
