"""The sheet's columns: what a row says under which title, the same in every format."""

import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quotereview.errors import Unwritable
from quotereview.export import sealing
from quotereview.model import (
    ACCEPTED_UNREAD,
    UNTOLD,
    CheckState,
    Evidence,
    Imprint,
    SheetConflict,
    SheetGroup,
    SheetRow,
    Verdict,
    band,
)

Cell = str | int | date | None

PROSE = 26
NUMBER, ID, SEAL, SHEET = "Number", "Quote id", "Seal", "Sheet"
QUOTE, SPEAKER, VERDICT, NOTE = "Quote", "Speaker", "Verdict", "Note"
CHECKED_BY, CHECKED_AT = "Checked by", "Checked at (UTC)"
"""The titles of columns that something is done with."""

UNDECIDED = "not decided"
FULLEST = "the fullest version"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet; ``width`` is in characters, and ``wrapped`` cells may need several lines of it."""

    title: str
    width: int
    value: Callable[[SheetRow], Cell]

    @property
    def wrapped(self) -> bool:
        """Whether it holds prose, for which a row is made as high as need be."""
        return self.width >= PROSE


def verdict(row: SheetRow) -> str:
    """The verdict as the sheet prints it; what nobody has looked at never stands there as confirmed."""
    if row.unread:
        return ACCEPTED_UNREAD
    return UNDECIDED if row.verdict is Verdict.OPEN else row.verdict.value


def checked(row: SheetRow, state: CheckState) -> str:
    """The points of the checklist that came out so."""
    return ", ".join(check.item for check in row.checks if check.state is state)


def evidence(one: Evidence) -> str:
    """A piece of evidence as the sheet prints it; the words of a transcript stay in the store."""
    hashed = f"SHA-256 {one.sha256}" if one.sha256 else ""
    return f"{one.kind}: {', '.join(part for part in (one.place, one.locator, hashed) if part)}"


def conflict(one: SheetConflict) -> str:
    """What another article tells differently, and why that may stay so where an editor said so."""
    told = f"{one.field}: {one.here or UNTOLD} / {one.there or UNTOLD} ({one.outlet})"
    settled = f", settled by {one.editor}" if one.editor else ", settled"
    return f"{told}{settled}: {one.reason}" if one.reason else told


def version(group: SheetGroup | None) -> str | None:
    """How a version relates to the fullest one of its utterance, such as "fragment"; None where there is no other."""
    return (group.relation or FULLEST) if group else None


def first_seen(group: SheetGroup | None) -> str | None:
    """Where, and when, the oldest version of an utterance stood."""
    if group is None:
        return None
    return ", ".join((group.first_outlet or "outlet unknown", str(group.first_published or "date unknown")))


def yes(holds: bool) -> str:
    """A mark in a column that is otherwise empty, so that it can be filtered."""
    return "yes" if holds else ""


SEALED = (
    Column("Outlet", 20, lambda row: row.outlet),
    Column("Published", 12, lambda row: row.published),
    Column("Article", 40, lambda row: row.article),
    Column(QUOTE, 70, lambda row: row.words),
    Column(SPEAKER, 26, lambda row: row.speaker),
    Column("Role", 26, lambda row: row.role),
    Column("Source", 22, lambda row: row.source),
    Column("Source kind", 12, lambda row: row.source_kind),
    Column(VERDICT, 14, verdict),
    Column("Why this verdict", 30, lambda row: row.why_verdict),
    Column(NOTE, 40, lambda row: row.note),
    Column("Checked right", 26, lambda row: checked(row, CheckState.RIGHT)),
    Column("Checked wrong", 26, lambda row: checked(row, CheckState.WRONG)),
    Column("Does not apply", 26, lambda row: checked(row, CheckState.NOT_APPLICABLE)),
    Column("Evidence", 44, lambda row: "\n".join(map(evidence, row.evidence))),
    Column(CHECKED_BY, 18, lambda row: row.editor),
    Column(CHECKED_AT, 22, lambda row: row.decided_at),
    Column("Confidence", 11, lambda row: band(row.confidence).value),
    Column("Reason", 50, lambda row: row.reason),
    Column("Other outlets", 26, lambda row: ", ".join(row.other_outlets)),
    Column("Open conflicts", 10, lambda row: len(row.open_conflicts)),
    Column("Settled conflicts", 44, lambda row: "\n".join(map(conflict, row.settled_conflicts))),
    Column("Version", 18, lambda row: version(row.group)),
    Column("Outlets of the group", 26, lambda row: ", ".join(row.group.outlets) if row.group else None),
    Column("Independent lines", 11, lambda row: row.group.lines if row.group else None),
    Column("First seen", 24, lambda row: first_seen(row.group)),
    Column("Group id", 24, lambda row: row.group.id if row.group else None),
    Column("Story", 40, lambda row: row.story),
    Column("Kind", 12, lambda row: row.kind),
    Column("Partial", 8, lambda row: yes(row.partial)),
    Column("Zone", 10, lambda row: row.zone),
    Column("Paragraph", 10, lambda row: row.paragraph),
    Column("Before", 26, lambda row: row.before),
    Column("After", 26, lambda row: row.after),
    Column("Speaker type", 13, lambda row: row.speaker_type),
    Column("Speaker as printed", 26, lambda row: row.printed),
    Column("How resolved", 30, lambda row: row.resolved),
    Column("Addressee", 20, lambda row: row.addressee),
    Column("Cue", 16, lambda row: row.cue),
    Column("Source carried", 10, lambda row: yes(row.carried)),
    Column("Hands", 8, lambda row: row.hands),
    Column("Parent quote", 24, lambda row: row.parent),
    Column("Byline", 22, lambda row: row.byline),
    Column("Address", 30, lambda row: row.url),
    Column("Start", 8, lambda row: row.start),
    Column("End", 8, lambda row: row.end),
    Column(ID, 24, lambda row: row.quote),
    Column("Article SHA-256", 24, lambda row: row.sha256),
    Column("Detector", 16, lambda row: row.detector),
    Column("Language model", 22, lambda row: row.language_model),
)
"""The columns that the seal of a row covers: all but its number, which depends on what else the sheet holds."""

SEALED_TITLES = frozenset(column.title for column in SEALED)
ALWAYS = (QUOTE, VERDICT)
"""What every sheet says: no quote goes out without a word on whether anybody stands for it."""

PAGE = "Quotes"
"""What the page of a spreadsheet is called."""

LONGEST_CELL = 32_767
LONGEST_ADDRESS = 2_000
"""What spreadsheets can hold of a link, about."""
CUT = " […]"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
AS_TEXT = "'"
"""What stands before a cell that a spreadsheet would take for a formula."""


def told(row: SheetRow, titles: Collection[str] = SEALED_TITLES) -> dict[str, str]:
    """What the sealed columns of these titles say of a quote, as it can be read back from any sheet."""
    return {column.title: as_read(column.value(row)) for column in SEALED if column.title in titles}


def as_read(cell: Cell) -> str:
    """A cell as text, alike whatever a spreadsheet makes of it."""
    words = "" if cell is None else plain(str(cell))
    if words.startswith(AS_TEXT) and words[1:].startswith(FORMULA_STARTS):
        words = words[1:]
    return words


def plain(words: str) -> str:
    """Words as a spreadsheet's cell keeps them: no more than it holds, and with its line ends."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return lines if len(lines) <= LONGEST_CELL else lines[: LONGEST_CELL - len(CUT)] + CUT


def seal(fields: Mapping[str, str]) -> str:
    """A short hash over what a row says, by which it can be told later whether somebody changed it."""
    return hashlib.sha256(json.dumps(dict(fields), sort_keys=True).encode()).hexdigest()[:24]


def leads_to_a_page(url: str) -> bool:
    """Whether an address is one of the web, and no other that a click would open, such as a program or a file."""
    return url.lower().startswith(("http://", "https://")) and len(url) <= LONGEST_ADDRESS


_NUMBERED = Column(NUMBER, 8, lambda row: row.number)
CHOOSABLE = (NUMBER, *(column.title for column in SEALED if column.title != ID))
"""The titles of the columns that can be chosen or left out, in the order of a sheet that holds all."""


def chosen(titles: Sequence[str]) -> tuple[Column, ...]:
    """The columns of these titles in their order, every title once, and those that are always there; all for none.

    Raises Unwritable for a title that there is not.
    """
    known = {column.title.casefold(): column for column in (_NUMBERED, *SEALED)}
    if unknown := [title for title in titles if title.casefold() not in known]:
        raise Unwritable(f"There is no column “{unknown[0]}”; there are {', '.join(CHOOSABLE)}.")
    found = dict.fromkeys(known[title.casefold()] for title in titles)
    wanted = found | dict.fromkeys(known[title.casefold()] for title in ALWAYS)
    return tuple(wanted) if titles else (_NUMBERED, *SEALED)


def columns(titles: Sequence[str] = ()) -> tuple[Column, ...]:
    """The columns of a sheet that can be read back: those chosen, the quote's id, and a seal over all of them.

    The number is not sealed: it depends on what else the sheet holds. Raises Unwritable as ``chosen`` does.
    """
    wanted = tuple(dict.fromkeys((*chosen(titles), *(column for column in SEALED if column.title == ID))))
    sealed = frozenset(column.title for column in wanted) & SEALED_TITLES
    return (*wanted, Column(SEAL, 24, lambda row: seal(told(row, sealed))))


def table(
    rows: Sequence[SheetRow], imprint: Imprint | None = None, titles: Sequence[str] = ()
) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """The columns of a sheet that can be read back, and the cells of each row, the last of which seals the sheet.

    Raises Unwritable as ``chosen`` does.
    """
    wanted = columns(titles)
    cells = [tuple(column.value(row) for column in wanted) for row in rows]
    sealed = {column.title for column in wanted} & SEALED_TITLES
    sheet = sealing.of_sheet([str(line[-1]) for line in cells], sealed, imprint)
    places = (sealing.Place(number, sheet).line for number in range(1, len(cells) + 1))
    whole = tuple((*line, place) for line, place in zip(cells, places, strict=True))
    return (*wanted, Column(SHEET, 24, lambda _: None)), whole
