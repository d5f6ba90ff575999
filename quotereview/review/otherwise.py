"""What is proposed otherwise than it stands, quote by quote, since an article was detected again."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quotereview.model import Kind, Quote, Ruling, StandingQuote, Verdict, band, proposed, wants_ruling
from quotereview.review.differences import Difference, Values, between, of_ruling

FIELDS = ("words", "kind", "speaker", "source", "kind of source")
"""The fields that are compared, and with them how sure a proposal is, in a word."""
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
    """

    sort: Sort
    article: str
    quote: str
    start: int
    words: str
    verdict: Verdict
    differences: tuple[Difference, ...]
    made_at: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a quote the last time (None: nothing), when, and what had been found before that."""

    now: Quote | None
    before: Quote | None
    made_at: str


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
    words, start = of_ruling(standing.ruling)["words"], standing.ruling.passages[0].span.start
    return Otherwise(sort, standing.article, standing.id, start, words, standing.verdict, differences, found.made_at)


_Told = tuple[Sort, tuple[Difference, ...]] | None


def _of_open(standing: StandingQuote, before: Quote, person: Person) -> _Told:
    """A quote of which no editor has said anything stands as it is proposed now."""
    asked = standing.asked or wants_ruling(before.kind, before.zone)
    differences = _between(_of_proposal(before), _of_proposal(standing.proposal), person)
    return (Sort.CHANGED, differences) if asked and differences else None


def _of_new(quote: Quote) -> tuple[Difference, ...]:
    return tuple(one for one in between({}, _of_proposal(quote)) if one.field not in ("words", "kind"))


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
    return tuple(one for one in between(before, after) if one.field != "speaker" or not _one_person(one, person))


def _one_person(names: Difference, person: Person) -> bool:
    return bool(names.before and names.after) and person(names.before) == person(names.after)
