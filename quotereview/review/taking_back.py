"""A sheet that somebody filled in elsewhere, taken back as rulings of whoever did: verdict, speaker and note."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from pathlib import Path

from quotereview import export
from quotereview.counting import counted
from quotereview.errors import NotPossible
from quotereview.export import (
    CHECKED_AT,
    CHECKED_BY,
    NOTE,
    QUOTE,
    SPEAKER,
    UNDECIDED,
    VERDICT,
    Fields,
    GivenRow,
    GivenSheet,
    seal,
)
from quotereview.model import RIGHT, Kind, Ruling, StandingQuote, Verdict, ruled
from quotereview.review import rulings
from quotereview.review.change import Change
from quotereview.review.keeper import Keeper
from quotereview.review.naming import Naming
from quotereview.review.sheet_rows import rows_by_quote

Returned = GivenSheet
"""A sheet that came back, for a window that does not know the formats."""


def verdict_of(words: str) -> Verdict | None:
    """The verdict that a cell names, however it is written; open where it names none; None for what is no verdict."""
    told = words.strip().casefold()
    found = {"": Verdict.OPEN, UNDECIDED: Verdict.OPEN, **{verdict.value: verdict for verdict in Verdict}}
    return found.get(told)


def _note(words: str) -> str:
    return rulings.storable(words).strip()


TAKEN: Mapping[str, Callable[[str], str]] = {
    VERDICT: lambda words: verdict_of(words) or words,
    SPEAKER: rulings.tidy,
    NOTE: _note,
}
"""The titles of the columns that are taken back, and what a cell means there; whatever else was changed is left."""

OF_RULING = frozenset(
    {*TAKEN, QUOTE, "Kind", "Partial", "Parent quote", "Start", "End"}
    | {"Role", "Speaker type", "Speaker as printed", "How resolved", "Source", "Source kind", "Source carried"}
    | {"Why this verdict", "Checked right", "Checked wrong", "Does not apply", "Evidence", CHECKED_AT}
)
"""The titles of the columns that tell what is ruled of a quote, or proposed."""

ACROSS = frozenset(
    {"Other outlets", "Open conflicts", "Settled conflicts", "Version", "Outlets of the group"}
    | {"Independent lines", "First seen", "Group id", "Story"}
)
"""The titles of the columns that other articles make, which no ruling on the quote goes by."""

MOST_MIXED = 8
"""In how many columns sheet and store may differ for it to be found out which of both changed."""


class Left(StrEnum):
    """Why a row that somebody changed is left as it stands in the store."""

    NO_QUOTE = "names no quote of this store"
    GONE = "is no longer asked about in the store"
    TWICE = "asks for a quote for which a row above it asks"
    ELSEWHERE = "was changed only where nothing is taken back"
    NO_VERDICT = f"has a verdict that there is not; there are: {', '.join((*list(Verdict)[1:], UNDECIDED))}"
    NO_SPEAKER = "is to be right, but nobody is named for it"
    MOVED_ON = "was ruled on in the store since the sheet was written"
    OTHERWISE = "is proposed otherwise in the store since the sheet was written"
    BROKEN = "does not fit its seal any more, so that nobody can tell what it left with"


FOR_AN_EDITOR = frozenset({Left.MOVED_ON, Left.OTHERWISE, Left.BROKEN})
"""Why a row is left unless an editor who sees both says that it holds."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a row asks for: each column that was changed, with what stands and what is to stand; or why it is left.

    ``standing`` is its quote, None where the store has none; ``ruling`` is what would be ruled, None where nothing can
    be. ``named`` is who filled the row in, as far as it says so; ``others`` are the titles of other columns that were
    changed, as far as that can be told.
    """

    row: GivenRow
    words: str
    changes: tuple[tuple[str, str, str], ...] = ()
    left: Left | None = None
    standing: StandingQuote | None = None
    ruling: Ruling | None = None
    named: str = ""
    others: tuple[str, ...] = ()


class TakingBack:
    """Tells what a sheet that came back asks for, and rules so, in one act, for the editor at the desk."""

    def __init__(self, keeper: Keeper, naming: Naming) -> None:
        self._keeper = keeper
        self._naming = naming

    def preview(self, given: GivenSheet) -> Iterator[Wish]:
        """What each row asks for that somebody changed, held against what stands; nothing is ruled.

        Raises NotPossible in a blind read.
        """
        self._keeper.refuse_blind()
        return self._wishes(given)

    def take(self, name: str, wishes: Iterable[Wish], editor: str = "") -> Change:
        """Rule as a sheet of that name asks, as ``editor``, else as the one at the desk.

        Raises NotPossible where it asks for nothing, and where a quote was ruled on since it was looked at.
        """
        wanted = [(wish.standing, wish.ruling) for wish in wishes if wish.standing and wish.ruling]
        if not wanted:
            raise NotPossible(f"“{name}” asks for nothing that does not stand already.")
        for standing, _ in wanted:
            if self._keeper.quote(standing.id) != standing:
                words = rulings.in_marks(standing.ruling.passages[0].words)
                raise NotPossible(f"{words} was changed since the sheet was looked at: look at it again.")
        by = self._by(editor)
        return self._keeper.rule(f"take back {name}: {counted(len(wanted), 'quote')}", *wanted, by=by)

    def _by(self, editor: str) -> str:
        by = rulings.tidy(editor) or self._keeper.editor
        if by != self._keeper.editor and self._keeper.store.blind_reads.under_way(by):
            raise NotPossible(f"{by} is reading blind, and rules on nothing else until that is left.")
        return by

    # What a row asks for

    def _wishes(self, given: GivenSheet) -> Iterator[Wish]:
        row_of, asked = rows_by_quote(self._keeper.store, self._keeper.outline), set[str]()
        for one in given.rows:
            standing = self._keeper.at_hand.quote(one.quote) if one.quote else None
            row = row_of(standing) if standing else None
            if standing is None or row is None:
                yield self._unknown(one)
                continue
            told = {title: said for title, said in given.told(row).items() if title not in ACROSS}
            wish = self._wish(given.as_meant(one, told), standing, told)
            if wish is not None:
                yield replace(wish, left=Left.TWICE, ruling=None) if wish.changes and one.quote in asked else wish
                asked |= {one.quote} if wish.changes else set()

    def _unknown(self, given: GivenRow) -> Wish:
        known = self._keeper.store.proposals.articles([given.quote])
        return Wish(given, given.fields.get(QUOTE, ""), left=Left.GONE if known else Left.NO_QUOTE)

    def _wish(self, given: GivenRow, standing: StandingQuote, told: Fields) -> Wish | None:
        """What a row asks for of a quote that stands; None where nobody changed it."""
        if given.as_written:
            return None
        left_as = as_it_left(given, told)
        before = left_as or told
        edited = {title for title in given.fields.keys() - ACROSS if given.fields[title] != before.get(title)}
        changes = tuple(
            (title, told[title], given.fields[title])
            for title, meant in TAKEN.items()
            if title in edited and meant(given.fields[title]) != meant(told[title])
        )
        others = tuple(title for title in told if title in edited - {*TAKEN, CHECKED_BY})
        wish = Wish(given, told[QUOTE], changes, None, standing, None, "", others)
        if not changes:
            return None if left_as and not others else replace(wish, left=Left.ELSEWHERE)
        if left_as is None:  # nobody can tell where they were changed
            wish = replace(wish, others=())
        named = given.fields[CHECKED_BY] if left_as and CHECKED_BY in edited else ""
        return self._weighed(replace(wish, named=rulings.tidy(named)), _why_left(given, standing, told, left_as))

    def _weighed(self, wish: Wish, left: Left | None) -> Wish:
        """A wish with what would be ruled, or why it cannot be."""
        assert wish.standing is not None
        asked = {title: after for title, _, after in wish.changes}
        if VERDICT in asked and verdict_of(asked[VERDICT]) is None:
            return replace(wish, left=Left.NO_VERDICT)
        ruling = self._ruling(wish.standing, asked)
        if VERDICT in asked and ruling.verdict in RIGHT and ruling.kind is Kind.SPEECH and not _named(ruling, asked):
            return replace(wish, left=Left.NO_SPEAKER)
        return replace(wish, left=left, ruling=ruling)

    def _ruling(self, standing: StandingQuote, asked: Mapping[str, str]) -> Ruling:
        ruling = self._spoken(standing, asked[SPEAKER]) if SPEAKER in asked else standing.ruling
        if NOTE in asked:
            ruling = replace(ruling, note=_note(asked[NOTE]))
        if VERDICT in asked:
            ruling = _judged(standing, ruling, verdict_of(asked[VERDICT]))
        return ruling

    def _spoken(self, standing: StandingQuote, name: str) -> Ruling:
        tidy = rulings.tidy(name)
        if not tidy:
            return rulings.with_speaker(standing, None)
        known = rulings.known_speaker(standing, tidy)
        type = known.type if known else self._naming.type_of(tidy)
        return rulings.with_speaker(standing, rulings.named_speaker(known, tidy, type))


def given_back(path: Path) -> GivenSheet:
    """The rows of a sheet that are not as they were written.

    Raises Unreadable where it is none of ours, NotPossible where it has not the columns that are taken back.
    """
    given = export.read(path)
    if any(not row.fields.keys() >= {QUOTE, *TAKEN} for row in given.rows):
        raise NotPossible(
            "Only a sheet that ends in .csv or .xlsx, with its columns Quote, Verdict, Speaker and Note, can be "
            "filled in and taken back."
        )
    return replace(given, rows=tuple(row for row in given.rows if not row.as_written))


def named(wishes: Iterable[Wish]) -> str:
    """Who filled a sheet in, by what its rows say; empty where they name nobody, or several."""
    names = {wish.named for wish in wishes if wish.named}
    return names.pop() if len(names) == 1 else ""


def as_it_left(given: GivenRow, standing: Fields) -> Fields | None:
    """How a row left the store: in each field as the sheet has it or as the store does now, so that its seal fits.

    None where no such mixture does, as when somebody changed in the sheet what was changed in the store, too.
    """
    differing = [title for title in given.fields if given.fields[title] != standing.get(title, given.fields[title])]
    if len(differing) > MOST_MIXED:
        return None
    likely = sorted(differing, key=lambda title: title not in OF_RULING)  # these are mostly the store's
    for chosen in product((standing, given.fields), repeat=len(likely)):
        mixed = {**given.fields, **{title: of[title] for title, of in zip(likely, chosen, strict=True)}}
        if seal(mixed) == given.seal:
            return mixed
    return None


def _why_left(given: GivenRow, standing: StandingQuote, told: Fields, left_as: Fields | None) -> Left | None:
    """Why an editor has to look at a row before it is taken."""
    if left_as is None:
        return Left.MOVED_ON if given.fields.get(CHECKED_AT) != told.get(CHECKED_AT) else Left.BROKEN
    if all(left_as[title] == told[title] for title in told.keys() & OF_RULING):
        return None
    return Left.MOVED_ON if standing.decision else Left.OTHERWISE


def _judged(standing: StandingQuote, ruling: Ruling, verdict: Verdict | None) -> Ruling:
    if verdict in RIGHT:
        return rulings.judged(replace(ruling, unread=False), standing.proposal)
    return ruled(ruling, verdict or Verdict.OPEN)


def _named(ruling: Ruling, asked: Mapping[str, str]) -> bool:
    """Whether somebody is named for a quote, or it was said on purpose that nobody is known."""
    return ruling.speaker is not None or SPEAKER in asked
