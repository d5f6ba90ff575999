"""A sheet that somebody filled in elsewhere, taken back as rulings of whoever did: verdict, speaker and note."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quotereview.errors import NotPossible
from quotereview.export import UNDECIDED, GivenRow, GivenSheet, seal
from quotereview.model import RIGHT, Ruling, SheetRow, StandingQuote, Verdict, ruled
from quotereview.review import rulings
from quotereview.review.change import Change
from quotereview.review.keeper import Keeper
from quotereview.review.naming import Naming

VERDICT, SPEAKER, NOTE = "Verdict", "Speaker", "Note"
TAKEN = (VERDICT, SPEAKER, NOTE)
"""The titles of the columns that are taken back; whatever else was changed in a sheet is left."""


class Left(StrEnum):
    """Why a row that somebody changed is left as it stands in the store."""

    GONE = "is no longer asked about in the store"
    MOVED_ON = "was ruled on in the store since the sheet was written"
    NO_VERDICT = "has a verdict that there is not"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a row asks for: each column that was changed, with what stands and what is to stand; or why it is left."""

    row: GivenRow
    words: str
    changes: tuple[tuple[str, str, str], ...]
    left: Left | None = None


class TakingBack:
    """Tells what a sheet that came back asks for, and rules so, in one act, for the editor at the desk."""

    def __init__(self, keeper: Keeper, naming: Naming) -> None:
        self._keeper = keeper
        self._naming = naming

    def preview(self, given: GivenSheet, rows: Sequence[SheetRow]) -> tuple[Wish, ...]:
        """What the rows ask for that somebody changed, held against all rows as they stand; nothing is ruled.

        Raises NotPossible for a sheet without the columns that are taken back.
        """
        if any(not row.fields.keys() >= set(TAKEN) for row in given.rows):
            raise NotPossible("Only a sheet that ends in .csv or .xlsx can be filled in and taken back.")
        standing = {row.quote: row for row in rows}
        return tuple(_wishes(given, standing))

    def take(self, name: str, wishes: Sequence[Wish]) -> Change:
        """Rule as a sheet of that name asks; what is left aside stays as it is.

        Raises NotPossible where it asks for nothing.
        """
        wanted = [self._wanted(wish) for wish in wishes if wish.left is None]
        if not wanted:
            raise NotPossible(f"“{name}” asks for nothing that does not stand already.")
        return self._keeper.rule(f"take back {name}: {len(wanted):,} quotes", *wanted)

    def _wanted(self, wish: Wish) -> tuple[StandingQuote, Ruling]:
        standing = self._keeper.quote(wish.row.quote)
        changed = {title: after for title, _, after in wish.changes}
        ruling = self._spoken(standing, changed[SPEAKER]) if SPEAKER in changed else standing.ruling
        if NOTE in changed:
            ruling = replace(ruling, note=rulings.storable(changed[NOTE]).strip())
        if VERDICT in changed:
            ruling = _judged(standing, ruling, verdict_of(changed[VERDICT]))
        return standing, ruling

    def _spoken(self, standing: StandingQuote, name: str) -> Ruling:
        tidy = rulings.tidy(name)
        if not tidy:
            return rulings.with_speaker(standing, None)
        known = rulings.known_speaker(standing, tidy)
        type = known.type if known else self._naming.type_of(tidy)
        return rulings.with_speaker(standing, rulings.named_speaker(known, tidy, type))


def verdict_of(words: str) -> Verdict | None:
    """The verdict that a cell names, however it is written; open where it names none; None for what is no verdict."""
    told = words.strip().casefold()
    named = {"": Verdict.OPEN, UNDECIDED: Verdict.OPEN, **{verdict.value: verdict for verdict in Verdict}}
    return named.get(told)


def _judged(standing: StandingQuote, ruling: Ruling, verdict: Verdict | None) -> Ruling:
    if verdict in RIGHT:
        return rulings.judged(replace(ruling, unread=False), standing.proposal)
    return ruled(ruling, verdict or Verdict.OPEN)


def _wishes(given: GivenSheet, standing: dict[str, SheetRow]) -> Iterator[Wish]:
    for one in given.rows:
        row = standing.get(one.quote)
        if row is None:
            if not one.as_written:
                yield Wish(one, one.fields.get("Quote", ""), (), Left.GONE)
            continue
        fields = given.told(row)
        changes = tuple(
            (title, fields[title], one.fields[title]) for title in TAKEN if one.fields[title] != fields[title]
        )
        if changes and not one.as_written:
            yield Wish(one, row.words, changes, _why_left(one, changes, seal(fields)))


def _why_left(given: GivenRow, changes: Sequence[tuple[str, str, str]], standing: str) -> Left | None:
    if given.seal != standing:
        return Left.MOVED_ON
    named = {title: after for title, _, after in changes}
    return Left.NO_VERDICT if VERDICT in named and verdict_of(named[VERDICT]) is None else None
