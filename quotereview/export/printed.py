"""What a sheet prints of each quote, in few columns, for a reader: the same words in every format that is read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from quotereview.counting import counted
from quotereview.errors import Unwritable
from quotereview.export.sheet import QUOTE, SPEAKER, VERDICT, Cell, checked, chosen, conflict, evidence, verdict
from quotereview.model import UNTOLD, CheckState, Imprint, SheetRow, Verdict

MOST = 12
"""More columns than these are too narrow to be read on a page."""
_TURNS = re.compile("[\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}]")
_NO_LETTER = re.compile("[^a-z]+")


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """What a cell says first, and the quieter lines below it."""

    main: str
    quiet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """A column's name for a style sheet, its title, and its share of the width in percent."""

    name: str
    title: str
    share: int


COLUMNS = (
    PrintedColumn("number", "No.", 4),
    PrintedColumn("quote", QUOTE, 30),
    PrintedColumn("speaker", SPEAKER, 13),
    PrintedColumn("source", "Source", 10),
    PrintedColumn("article", "Article", 15),
    PrintedColumn("verdict", VERDICT, 11),
    PrintedColumn("note", "Note and evidence", 17),
)


def columns(titles: Sequence[str] = ()) -> tuple[PrintedColumn, ...]:
    """The columns that are printed: those of a choice, as wide as what they hold, or ``COLUMNS`` without one.

    Raises Unwritable for a title that there is not, and for more columns than a page has room for.
    """
    if not titles:
        return COLUMNS
    wanted = chosen(titles)
    if len(wanted) > MOST:
        raise Unwritable(
            f"A printed sheet has room for {MOST} columns, not for {len(wanted)}: choose fewer, or write .xlsx or .csv."
        )
    whole = sum(sqrt(column.width) for column in wanted)
    return tuple(
        PrintedColumn(_NO_LETTER.sub("-", column.title.lower()), column.title, int(100 * sqrt(column.width) / whole))
        for column in wanted
    )


def cells(row: SheetRow, titles: Sequence[str] = ()) -> tuple[PrintedCell, ...]:
    """The cells of a quote, one for each of ``columns(titles)``; what is chosen is printed, and no more beside it.

    But for one thing: what other outlets tell differently of a quote stands below it in every sheet.
    """
    return tuple(map(_unturned, _cells(row, titles)))


def _cells(row: SheetRow, titles: Sequence[str]) -> tuple[PrintedCell, ...]:
    if titles:
        return tuple(_quote(row) if column.title == QUOTE else _plain(column.value(row)) for column in chosen(titles))
    return (
        PrintedCell(str(row.number)),
        _quote(row),
        PrintedCell(row.speaker or UNTOLD, _said(row.role)),
        PrintedCell(row.source or UNTOLD, _said(row.source_kind)),
        _article(row),
        PrintedCell(verdict(row), _ruled(row)),
        PrintedCell(row.note, _proof(row)),
    )


def _unturned(cell: PrintedCell) -> PrintedCell:
    """A cell in which a sign that turns the direction of what follows is named, and turns nothing."""
    main, *quiet = (_TURNS.sub(lambda sign: f"[U+{ord(sign[0]):X}]", words) for words in (cell.main, *cell.quiet))
    return PrintedCell(main, tuple(quiet))


def decided(row: SheetRow) -> bool:
    """Whether somebody looked at a quote and ruled."""
    return row.decided_at is not None and not row.unread


def summary(rows: Sequence[SheetRow], imprint: Imprint | None) -> str:
    """What stands above the quotes: how many, of how many articles, what nobody has looked at, and what is left out."""
    undecided = sum(row.verdict is Verdict.OPEN for row in rows)
    unread = sum(row.unread for row in rows)
    told = f"; {unread:,} accepted in bulk, unread" if unread else ""
    articles = len({row.sha256 for row in rows})
    counts = f"{counted(len(rows), 'quote')} of {counted(articles, 'article')}; {undecided:,} not decided{told}."
    return f"{counts} {imprint.chosen}" if imprint and imprint.chosen else counts


def _quote(row: SheetRow) -> PrintedCell:
    return PrintedCell(row.words, tuple(f"! told differently: {conflict(one)}" for one in row.open_conflicts))


def _plain(cell: Cell) -> PrintedCell:
    return PrintedCell("" if cell is None else str(cell))


def _article(row: SheetRow) -> PrintedCell:
    printed = row.outlet or "outlet unknown"
    place = f"paragraph {row.paragraph}" if row.paragraph else "headline"
    also = (f"also in {', '.join(row.other_outlets)}",) if row.other_outlets else ()
    return PrintedCell(f"{printed}, {row.published}" if row.published else printed, (f"{row.article}, {place}", *also))


def _ruled(row: SheetRow) -> tuple[str, ...]:
    by = f"{row.editor}, {row.decided_at[:16].replace('T', ' ')} UTC" if row.editor and row.decided_at else ""
    return _said(row.why_verdict, by)


def _proof(row: SheetRow) -> tuple[str, ...]:
    """What was checked and against what, a line each."""
    told = {
        "checked right": checked(row, CheckState.RIGHT),
        "checked wrong": checked(row, CheckState.WRONG),
        "does not apply": checked(row, CheckState.NOT_APPLICABLE),
    }
    return (*(f"{how}: {points}" for how, points in told.items() if points), *map(evidence, row.evidence))


def _said(*lines: str | None) -> tuple[str, ...]:
    return tuple(line for line in lines if line)
