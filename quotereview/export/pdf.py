"""A sheet to print and to send: the table that is printed, on pages laid across, its head and the imprint on each."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotereview import paths
from quotereview.export import paged, printed, typesetting
from quotereview.export.paged import PAD, Cell, Row
from quotereview.export.painting import paint
from quotereview.export.printed import PrintedCell, PrintedColumn
from quotereview.export.typesetting import Style, lines
from quotereview.model import Imprint, SheetRow

if TYPE_CHECKING:
    from quotereview.export.typefaces import Book, Face

WIDTH, HEIGHT = 841.89, 595.28  # points; A4, laid across
SIDE, TOP, BOTTOM = 36.0, 36.0, 40.0
ROOM = WIDTH - 2 * SIDE
GAP, MANY, GAP_OF_MANY = 14.0, 8, 9.0
ABOVE = 12.0
FOOT_NUMBER, FOOT_LINES = 60.0, 2
BLACK, PALE = 28, 205
GREY = 96
OURS = ("NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Regular", "NotoNaskhArabic-Regular", "NotoSerifHebrew-Regular")
PALER = frozenset({"speaker", "role", "source", "verdict"})
"""The columns that are paler where nobody has decided, so that no proposal looks like a ruling."""

TOLD_BOXED = 40
"""How many letters that no font has are told one by one."""

Told = Sequence[Sequence[PrintedCell]]


@dataclass(frozen=True, slots=True)
class Looks:
    """How each part of a sheet is set."""

    title: Style
    summary: Style
    head: Style
    quote: Style
    plain: Style
    strong: Style
    open: Style
    quiet: Style
    foot: Style


@dataclass(frozen=True, slots=True)
class Table:
    """The quotes as they are set: how wide the columns are, their head, and the rows by their pages."""

    widths: Sequence[float]
    head: Row
    pages: Sequence[Sequence[Row]]


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None, titles: Sequence[str] = ()) -> bytes:
    """The sheet's file in some columns, the imprint at the foot of each page.

    Each letter can be found and copied as it was written.
    """
    from quotereview.export.typefaces import Book  # not before there is a sheet to write

    with closing(Book("landscape", "pt", "A4")) as book:
        _describe(book, imprint)
        told = [printed.cells(row, titles) for row in rows]
        summary = printed.summary(rows, imprint)
        looks, boxed = _looks(book, _letters(told, summary, imprint.line if imprint else ""))
        opening = _opening(summary, boxed, looks)
        table = _table(rows, printed.columns(titles), told, opening, looks)
        for number, page in enumerate(table.pages, 1):
            _paint(book, table, page, () if number > 1 else opening)
            _paint_foot(book, f"{number} of {len(table.pages)}", imprint, looks)
        return bytes(book.output())


def _letters(told: Told, *others: str) -> frozenset[str]:
    """All letters of a sheet."""
    parts = (part for cells in told for cell in cells for part in (cell.main, *cell.quiet))
    return frozenset(letter for part in (*others, *parts) for letter in part)


def _looks(book: "Book", letters: frozenset[str]) -> tuple[Looks, frozenset[str]]:
    """The styles, with fonts for all of these letters, and the letters that no font here has."""
    from quotereview.export import system_fonts
    from quotereview.export.typefaces import Face

    plain, strong, serif, *others = (Face(book, paths.resource("fonts", f"{name}.ttf")) for name in OURS)
    missing = frozenset(letter for letter in letters if not _shown(letter, (plain, *others)))
    others += (Face(book, file) for file in system_fonts.covering(missing)) if missing else ()
    boxed = frozenset(letter for letter in missing if not _shown(letter, others))
    sans, bold = (plain, *others), (strong, plain, *others)
    return Looks(
        title=Style(bold, 17, 22),
        summary=Style(sans, 9, 13, GREY),
        head=Style(bold, 7.5, 10, GREY),
        quote=Style((serif, plain, *others), 10.5, 14.5),
        plain=Style(sans, 8.5, 12),
        strong=Style(bold, 8.5, 12),
        open=Style(sans, 8.5, 12, GREY),
        quiet=Style(sans, 7, 9.5, GREY),
        foot=Style(sans, 6.5, 9, GREY),
    ), boxed


def _shown(letter: str, faces: Sequence["Face"]) -> bool:
    return not letter.isprintable() or any(face.has(letter) for face in faces)


def _opening(summary: str, boxed: frozenset[str], looks: Looks) -> Cell:
    """What stands above the table on the first page."""
    said = [("Quotes", looks.title), (summary, looks.summary)]
    if boxed:
        some = " ".join(sorted(boxed)[:TOLD_BOXED])
        sentence = f"Shown as a box, since no font on this computer has them: {some}. They can be found and copied."
        said.append((sentence, looks.summary))
    return paged.cell(said, ROOM)


def _table(
    rows: Sequence[SheetRow], columns: Sequence[PrintedColumn], told: Told, opening: Cell, looks: Looks
) -> Table:
    gap = GAP if len(columns) < MANY else GAP_OF_MANY
    words = [_widest(column, number, told, looks) for number, column in enumerate(columns)]
    widths = paged.widths([column.share for column in columns], words, ROOM, gap)
    inner = [width - gap for width in widths]
    head = tuple(paged.cell([(column.title, looks.head)], width) for column, width in zip(columns, inner, strict=True))
    body = (
        tuple(
            paged.cell(_styled(cell, _style(column.name, row, looks), looks), width)
            for column, cell, width in zip(columns, cells, inner, strict=True)
        )
        for row, cells in zip(rows, told, strict=True)
    )
    room = HEIGHT - TOP - BOTTOM - _head_height(head)
    return Table(widths, head, list(paged.pages(body, room - paged.tall(opening) - ABOVE, room)))


def _widest(column: PrintedColumn, number: int, told: Told, looks: Looks) -> float:
    """How wide the longest word of a column is, in its title or below it."""
    style = looks.quote if column.name == "quote" else looks.strong
    below = paged.widest_word((cells[number].main for cells in told), style)
    return max(paged.widest_word([column.title], looks.head), below)


def _style(column: str, row: SheetRow, looks: Looks) -> Style:
    if column == "quote":
        return looks.quote
    if not printed.decided(row) and column in PALER:
        return looks.open
    return looks.strong if column in {"speaker", "verdict"} else looks.plain


def _styled(cell: PrintedCell, main: Style, looks: Looks) -> Iterator[tuple[str, Style]]:
    yield cell.main, main
    yield from ((part, looks.quiet) for part in cell.quiet)


def _head_height(head: Row) -> float:
    return max(map(paged.tall, head)) + PAD


def _describe(book: "Book", imprint: Imprint | None) -> None:
    book.set_auto_page_break(False)
    book.set_title("Quotes")
    book.set_lang("en")
    if imprint:
        book.set_author(typesetting.shown(imprint.editor))
        book.set_creator(imprint.program)
        book.set_creation_date(imprint.at)


def _paint(book: "Book", table: Table, page: Sequence[Row], opening: Cell) -> None:
    from_right = typesetting.mostly_from_right("".join(line.read for row in page for cell in row for line in cell))
    lefts = paged.lefts(table.widths, SIDE)
    book.add_page()
    y = paint(book, opening, SIDE, TOP) + (ABOVE if opening else 0)
    for x, cell in zip(lefts, table.head, strict=True):
        paint(book, cell, x, y)
    y += _head_height(table.head)
    _rule(book, y, BLACK, 0.8)
    for row in page:
        for x, cell in zip(lefts, row, strict=True):
            paint(book, cell, x, y + PAD, from_right=from_right)
        y += paged.high(row)
        _rule(book, y, PALE, 0.4)


def _paint_foot(book: "Book", number: str, imprint: Imprint | None, looks: Looks) -> None:
    y = HEIGHT - BOTTOM + 2 * PAD
    if imprint:
        paint(book, paged.cell([(imprint.line, looks.foot)], ROOM - FOOT_NUMBER)[:FOOT_LINES], SIDE, y)
    [line] = lines(number, looks.foot, FOOT_NUMBER)
    paint(book, (line,), SIDE + ROOM - sum(piece.width for piece in line.pieces), y)


def _rule(book: "Book", y: float, grey: int, strong: float) -> None:
    book.set_draw_color(grey)
    book.set_line_width(strong)
    book.line(SIDE, y, SIDE + ROOM, y)
