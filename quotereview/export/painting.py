"""Lines onto the pages of a PDF, to be seen and to be read."""

from typing import TYPE_CHECKING

from quotereview.export import typesetting
from quotereview.export.paged import Cell
from quotereview.export.typesetting import Line

if TYPE_CHECKING:
    from quotereview.export.typefaces import Book

RISE = 0.7
"""How far letters stand above the foot of their line, about, in their size."""


def paint(book: "Book", lines: Cell, x: float, y: float, *, from_right: bool = False) -> float:
    """Paint lines below each other, and tell where the next would begin.

    ``from_right``: most of the page runs from the right.
    """
    for line in lines:
        style = line.style
        foot = y + (style.leading + style.size * RISE) / 2
        book.set_fill_color(style.grey)
        if line.words:
            _draw(book, line, (x, foot))
            _write(book, line, (x, foot), from_right=from_right)
        else:
            for piece in line.pieces:
                book.put((x + piece.x, foot), piece.face, style.size, piece.face.written(piece.words))
        y += style.leading
    return y


def _draw(book: "Book", line: Line, place: tuple[float, float]) -> None:
    """A line as it is seen."""
    x, y = place
    for piece in line.pieces:
        outlines = piece.face.outlines(piece.words, from_right=piece.from_right)
        book.draw((x + piece.x, y), line.style.size, outlines)


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
