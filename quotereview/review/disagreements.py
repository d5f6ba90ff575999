"""What outlets tell differently in a whole store: which field of which utterance, with both values and who has them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from quotereview.model import CREDITS, Conflict, Group, Match, Wording
from quotereview.review.session import Session


@dataclass(frozen=True, slots=True)
class Side:
    """One of two values, None for none, and the versions that have it, oldest first."""

    value: str | None
    shown: str | None
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field in which some versions of an utterance have one value, and others another.

    ``utterance`` is the id of its group, ``words`` are those of its oldest version; ``between`` are the conflicts of
    any two versions that it is made of.
    """

    utterance: str
    words: str
    field: str
    here: Side
    there: Side
    between: tuple[tuple[Match, Conflict], ...]

    @property
    def open(self) -> bool:
        """Whether not all of it is settled."""
        return any(conflict.settled is None for _, conflict in self.between)

    @property
    def newest(self) -> date | None:
        """When it came to be, as far as the dates of its versions are known: the day of the newest."""
        dates = [wording.published for side in (self.here, self.there) for wording in side.wordings]
        return max((day for day in dates if day is not None), default=None)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it may stay so, and who says so."""
        settled = (conflict.settled for _, conflict in self.between)
        return tuple(dict.fromkeys(f"{one.editor}: {one.reason}" for one in settled if one is not None))


def disagreements(groups: Iterable[Group]) -> tuple[Disagreement, ...]:
    """What is told differently of each utterance, field by field; the one that was printed last comes first."""
    found = [(group, tuple(_of_group(group))) for group in groups]
    ordered = sorted(found, key=lambda one: _last(one[1]), reverse=True)
    return tuple(one for _, of_group in ordered for one in of_group)


def place_of(field: str) -> tuple[int, str]:
    """What fields are ordered by: who said it and through whom first."""
    return CREDITS.index(field) if field in CREDITS else len(CREDITS), field


def in_turn(session: Session) -> Iterator[tuple[Disagreement, ...]]:
    """What is told differently in a store as far as its quotes are compared, a few at a time: the newest article first.

    Each item is of one article and the utterances of which it has a version; each of these comes once.
    """
    met: set[str] = set()
    for article in sorted(session.articles(), key=lambda one: one.published or date.min, reverse=True):
        groups = session.crosscheck.groups_of([article.id])
        yield disagreements(group for group in groups if group.id not in met)
        met.update(group.id for group in groups)


def _of_group(group: Group) -> Iterator[Disagreement]:
    held: dict[tuple[str, frozenset[str | None]], list[tuple[Match, Conflict]]] = {}
    for match in group.matches:
        told = {(one.field, frozenset((one.here, one.there))): one for one in match.conflicts if match.holds}
        for what, conflict in told.items():
            held.setdefault(what, []).append((match, conflict))
    order = {wording.quote: place for place, wording in enumerate(group.wordings)}
    for (field, _), between in sorted(held.items(), key=lambda one: place_of(one[0][0])):
        first = between[0][1]
        here, there = (_side(value, between, order) for value in (first.here, first.there))
        yield Disagreement(group.id, group.wordings[0].words, field, here, there, tuple(between))


def _side(value: str | None, between: Sequence[tuple[Match, Conflict]], order: dict[str, int]) -> Side:
    found: dict[str, Wording] = {}
    shown = value
    for match, conflict in between:
        for wording, held, told in zip(
            (match.here, match.there), (conflict.here, conflict.there), conflict.shown, strict=True
        ):
            if held == value:
                found[wording.quote], shown = wording, told
    return Side(value, shown, tuple(sorted(found.values(), key=lambda one: order.get(one.quote, len(order)))))


def _last(found: Sequence[Disagreement]) -> date:
    return max((one.newest for one in found if one.newest is not None), default=date.min)
