"""A table to pages: how wide its columns are, and which rows stand on which page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from quotereview.export.typesetting import LONGEST, Line, Style, lines

Cell = tuple[Line, ...]
Row = tuple[Cell, ...]

PAD = 6.0
"""Above and below the lines of a row, in points."""

LONGEST_WORD = 72.0
"""Up to which width a word is not cut, in points."""


def widths(shares: Sequence[int], words: Sequence[float], room: float, gap: float) -> list[float]:
    """How wide each column is, the gap behind it included: by its share, but no narrower than its widest word.

    What that takes is taken from columns that are wider than their words.
    """
    wanted = [room * share / sum(shares) for share in shares]
    least = [min(word, LONGEST_WORD) + gap for word in words]
    lacking = sum(max(0, need - width) for need, width in zip(least, wanted, strict=True))
    spare = sum(max(0, width - need) for need, width in zip(least, wanted, strict=True))
    taken = min(1, lacking / spare) if spare else 0
    wide = [need if width < need else width - (width - need) * taken for need, width in zip(least, wanted, strict=True)]
    return [width * room / sum(wide) for width in wide]


def widest_word(parts: Iterable[str], style: Style) -> float:
    """The width of the longest word, in points, about."""
    longest = max((word for part in parts for word in part.split()), key=len, default="")
    return style.faces[0].width(longest[:LONGEST]) * style.size / 1000


def lefts(columns: Sequence[float], start: float) -> list[float]:
    """Where each column begins."""
    return list(accumulate(columns[:-1], initial=start))


def cell(parts: Iterable[tuple[str, Style]], width: float) -> Cell:
    """Words in their styles as the lines of a cell."""
    return tuple(line for words, style in parts for line in lines(words, style, width))


def tall(lines: Cell) -> float:
    """How high lines stand below each other."""
    return sum(line.style.leading for line in lines)


def high(row: Row) -> float:
    """How high a row is."""
    return max(map(tall, row)) + 2 * PAD


def pages(rows: Iterable[Row], first: float, others: float) -> Iterator[list[Row]]:
    """The rows by their pages, of which the first has another height; a row is parted only if it is longer than one."""
    left, page = first, list[Row]()
    for row in rows:
        rest = row
        while (height := high(rest)) > left:
            if height > others:
                part, rest = _parted(rest, left)
                page += [part] if any(part) else []
            yield page
            page, left = [], others
        page.append(rest)
        left -= height
    yield page


def _parted(row: Row, room: float) -> tuple[Row, Row]:
    """What of a row fits into ``room``, and the rest."""
    fit = [_fitting(lines, room - 2 * PAD) for lines in row]
    return (
        tuple(lines[:number] for lines, number in zip(row, fit, strict=True)),
        tuple(lines[number:] for lines, number in zip(row, fit, strict=True)),
    )


def _fitting(lines: Cell, room: float) -> int:
    """How many lines fit."""
    return sum(height <= room for height in accumulate(line.style.leading for line in lines))
