"""A sheet to print and to send: the table that is printed, on pages laid across, its head and the imprint on each."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from quotereview import paths
from quotereview.export import printed, typesetting
from quotereview.export.printed import PrintedCell, PrintedColumn
from quotereview.export.typesetting import Line, Style, lines
from quotereview.model import Imprint, SheetRow

if TYPE_CHECKING:
    from quotereview.export.typefaces import Book, Face

WIDTH, HEIGHT = 841.89, 595.28  # points; A4, laid across
SIDE, TOP, BOTTOM = 36.0, 36.0, 40.0
GAP, PAD = 14.0, 6.0
ROOM = WIDTH - 2 * SIDE
ABOVE = 12.0
FOOT_NUMBER, FOOT_LINES = 60.0, 2
RISE = 0.7
"""How far letters stand above their line, about, in their size."""

BLACK, PALE = 28, 205
GREY = 96
OURS = ("NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Regular", "NotoNaskhArabic-Regular", "NotoSerifHebrew-Regular")

TOLD_BOXED = 40
"""How many letters that no font has are told one by one."""

Cell = tuple[Line, ...]
Row = tuple[Cell, ...]
Columns = Sequence[PrintedColumn]


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


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None, titles: Sequence[str] = ()) -> bytes:
    """The sheet's file in some columns, the imprint at the foot of each page.

    Each letter can be found and copied as it was written.
    """
    from quotereview.export.typefaces import Book  # not before there is a sheet to write

    with closing(Book("landscape", "pt", "A4")) as book:
        return _written(book, rows, imprint, titles)


def _written(book: "Book", rows: Sequence[SheetRow], imprint: Imprint | None, titles: Sequence[str]) -> bytes:
    columns = printed.columns(titles)
    told = [printed.cells(row, titles) for row in rows]
    letters = frozenset(
        letter for cells in told for cell in cells for part in (cell.main, *cell.quiet) for letter in part
    )
    summary = printed.summary(rows, imprint)
    looks, boxed = _looks(book, letters | frozenset(summary) | frozenset(imprint.line if imprint else ""))
    table = [_set(row, columns, cells, looks) for row, cells in zip(rows, told, strict=True)]
    opening = _opening(summary, boxed, looks)
    _describe(book, imprint)
    pages = list(_pages(table, opening, looks))
    for number, page in enumerate(pages, 1):
        _paint_page(book, columns, page, opening if number == 1 else (), looks)
        _paint_foot(book, f"{number} of {len(pages)}", imprint, looks)
    return bytes(book.output())


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
    said = [*lines("Quotes", looks.title, ROOM), *lines(summary, looks.summary, ROOM)]
    if boxed:
        told = " ".join(sorted(boxed)[:TOLD_BOXED])
        sentence = f"Shown as a box, since no font on this computer has them: {told}. They can be found and copied."
        said += lines(sentence, looks.summary, ROOM)
    return tuple(said)


def _set(row: SheetRow, columns: Columns, cells: Sequence[PrintedCell], looks: Looks) -> Row:
    """A quote as the lines of its cells."""
    return tuple(
        tuple(_lines(cell, _style(column.name, row, looks), looks.quiet, _width(column) - GAP))
        for column, cell in zip(columns, cells, strict=True)
    )


def _style(column: str, row: SheetRow, looks: Looks) -> Style:
    if column == "quote":
        return looks.quote
    if column == "verdict":
        return looks.strong if printed.decided(row) else looks.open
    return looks.strong if column == "speaker" else looks.plain


def _lines(cell: PrintedCell, main: Style, quiet: Style, width: float) -> Iterator[Line]:
    yield from lines(cell.main, main, width)
    for part in cell.quiet:
        yield from lines(part, quiet, width)


def _width(column: PrintedColumn) -> float:
    return ROOM * column.share / 100


def _tall(cell: Cell) -> float:
    return sum(line.style.leading for line in cell)


def _high(row: Row) -> float:
    return max(map(_tall, row)) + 2 * PAD


def _pages(table: Iterable[Row], opening: Cell, looks: Looks) -> Iterator[list[Row]]:
    """The rows by their pages; a row goes on on the next page only where it is longer than one."""
    whole = HEIGHT - TOP - BOTTOM - _head_height(looks)
    left, page = whole - _tall(opening) - ABOVE, list[Row]()
    for row in table:
        rest = row
        while _high(rest) > left:
            if _high(rest) > whole:
                part, rest = _cut(rest, left)
                page += [part] if any(part) else []
            yield page
            page, left = [], whole
        page.append(rest)
        left -= _high(rest)
    yield page


def _cut(row: Row, room: float) -> tuple[Row, Row]:
    """What of a row fits into ``room``, and the rest."""
    fit = [_fitting(cell, room - 2 * PAD) for cell in row]
    return (
        tuple(cell[:number] for cell, number in zip(row, fit, strict=True)),
        tuple(cell[number:] for cell, number in zip(row, fit, strict=True)),
    )


def _fitting(cell: Cell, room: float) -> int:
    """How many lines of a cell fit."""
    heights = accumulate(line.style.leading for line in cell)
    return sum(height <= room for height in heights)


def _head_height(looks: Looks) -> float:
    return looks.head.leading + PAD


def _describe(book: "Book", imprint: Imprint | None) -> None:
    book.set_auto_page_break(False)
    book.set_title("Quotes")
    book.set_lang("en")
    if imprint:
        book.set_author(imprint.editor)
        book.set_creator(imprint.program)
        book.set_creation_date(imprint.at)


def _paint_page(book: "Book", columns: Columns, page: Sequence[Row], opening: Cell, looks: Looks) -> None:
    book.add_page()
    y = _paint(book, opening, SIDE, TOP) + (ABOVE if opening else 0)
    x = SIDE
    for column in columns:
        _paint(book, tuple(lines(column.title, looks.head, _width(column))), x, y)
        x += _width(column)
    y += _head_height(looks)
    _rule(book, y, BLACK, 0.8)
    from_right = typesetting.runs_from_right("".join(line.read for row in page for cell in row for line in cell))
    for row in page:
        x = SIDE
        for column, cell in zip(columns, row, strict=True):
            _paint(book, cell, x, y + PAD, from_right=from_right)
            x += _width(column)
        y += _high(row)
        _rule(book, y, PALE, 0.4)


def _paint_foot(book: "Book", number: str, imprint: Imprint | None, looks: Looks) -> None:
    y = HEIGHT - BOTTOM + 2 * PAD
    if imprint:
        told = tuple(lines(imprint.line, looks.foot, ROOM - FOOT_NUMBER))
        _paint(book, told[:FOOT_LINES], SIDE, y)
    [line] = lines(number, looks.foot, FOOT_NUMBER)
    _paint(book, (line,), SIDE + ROOM - sum(piece.width for piece in line.pieces), y)


def _paint(book: "Book", cell: Cell, x: float, y: float, *, from_right: bool = False) -> float:
    """Paint lines below each other, and tell where the next would begin."""
    for line in cell:
        style = line.style
        foot = y + (style.leading + style.size * RISE) / 2
        book.set_fill_color(style.grey)
        for piece in line.pieces:
            place = x + piece.x, foot
            if not line.words:
                book.put(place, piece.face, style.size, piece.face.written(piece.words))
            else:
                book.draw(place, style.size, piece.face.outlines(piece.words, from_right=piece.from_right))
        if line.words:
            _write(book, line, (x, foot), from_right=from_right)
        y += style.leading
    return y


def _write(book: "Book", line: Line, place: tuple[float, float], *, from_right: bool) -> None:
    """What is read of a line that is seen otherwise: part by part beside each other, in the order of reading."""
    parts = list(typesetting.reading(line.words, page_from_right=from_right))
    first, last = line.pieces[0], line.pieces[-1]
    width = last.x + last.width - first.x
    share = width / sum(map(len, parts))
    x = place[0] + first.x + (width if from_right else 0)
    face, size = line.style.faces[0], line.style.size
    for part in parts:
        x -= share * len(part) if from_right else 0
        for at, word in typesetting.in_order(part):
            start = x + share * at, place[1]
            book.put(start, face, size, face.unseen(word, share * len(word) * 1000 / size))
        x += 0 if from_right else share * len(part)


def _rule(book: "Book", y: float, grey: int, width: float) -> None:
    book.set_draw_color(grey)
    book.set_line_width(width)
    book.line(SIDE, y, WIDTH - SIDE, y)
