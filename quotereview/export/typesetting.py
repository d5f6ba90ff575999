"""Words to lines of a given width, each of their scripts in a font that has it and in its direction."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING
from unicodedata import bidirectional, category

from quotereview.direction import runs_from_right

if TYPE_CHECKING:
    from quotereview.export.typefaces import Face

LRM, RLM = "\u200e", "\u200f"
_RIGHT = frozenset({"R", "AL"})
_NOT_RIGHT = frozenset({"L", "EN", "AN", "ES", "ET", "CS"})
_PARTS_FROM_LEFT = re.compile("(?P<right>R[^L]*)|[^R]+")
_PARTS_FROM_RIGHT = re.compile("(?P<right>[^L]+)|L(?:[^R]*L)?")
_WORD = re.compile(r"\s*\S+\s*|\s+")
_STEERS = re.compile("[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\ufeff]")
_EAST_ASIAN = "\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
LONGEST = 120
"""In how many letters at once a word is measured that no line can hold."""

_OPENING, _CLOSING = "「『（《〈【〔“‘", "」』）》〉】〕”’，。、；：？！…"
_UNIT = re.compile(f"\\s+|[{_OPENING}]*[{_EAST_ASIAN}][{_CLOSING}]*|[^\\s{_EAST_ASIAN}]{{1,{LONGEST}}}")
"""What stays together on a line: words, signs of Chinese or Japanese with what may not begin or end a line; spaces."""

_ROUNDING = 0.01  # points


@dataclass(frozen=True, slots=True)
class Style:
    """Letters of a size, in the first of these fonts that has them; ``leading`` is from line to line; in points."""

    faces: tuple["Face", ...]
    size: float
    leading: float
    grey: int = 28
    known: dict[tuple[str, int], tuple["Piece", ...]] = field(default_factory=dict, compare=False, repr=False)
    """What was set already: most words of a sheet stand in it many times."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one font and one ``level``, odd where they run from the right; ``x`` (points) is from the left."""

    words: str
    face: "Face"
    level: int
    width: float
    x: float = 0.0

    @property
    def from_right(self) -> bool:
        """Whether the letters run from the right."""
        return self.level % 2 == 1


@dataclass(frozen=True, slots=True)
class Line:
    """A line from the left as it is seen; ``words`` as they are read where that is not the same, else empty."""

    pieces: tuple[Piece, ...]
    style: Style
    words: str = ""

    @property
    def read(self) -> str:
        """All letters, as they are read."""
        return self.words or "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Words with the level of each letter, odd where it runs from the right; ``base`` is that of the paragraph.

    ``plain``: all of it runs from the left.
    """

    words: str
    levels: Sequence[int]
    base: int
    plain: bool


@dataclass(frozen=True, slots=True)
class _Unit:
    """What stays together on a line, from ``start`` to ``end`` of its paragraph."""

    pieces: tuple[Piece, ...]
    start: int
    end: int
    space: bool

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)


def lines(words: str, style: Style, width: float) -> Iterator[Line]:
    """The lines of ``words`` that are as wide as ``width`` (points) at most; what would steer them shows as �."""
    for line in words.splitlines():
        paragraph = _paragraph(line)
        units = (part for unit in _units(paragraph, style) for part in _fitting(unit, paragraph, style, width))
        for row in _rows(units, width):
            yield _line(row, paragraph, style, width)


def shown(words: str) -> str:
    """Words without what shows nothing; what would steer them shows as �."""
    return _STEERS.sub("\ufffd", _UNSEEN.sub("", words.replace("\t", " ")))


def reading(words: str, *, page_from_right: bool = False) -> Iterator[str]:
    """The parts of a line in which some words run from the right, with the letters of each as they stand from the left.

    What reads a PDF turns what runs from the right, until a figure, a comma or a colon. So each such part is turned,
    and marks at its ends are told to belong to it: by RLM where they would go to the part beside it, by LRM where that
    would be the column beside it. Which end that is depends on how most of the page runs.
    """
    kinds = "".join(_kind(letter) for letter in words)
    for found in (_PARTS_FROM_RIGHT if page_from_right else _PARTS_FROM_LEFT).finditer(kinds):
        part, kind = words[found.start() : found.end()], found[0]
        if not found["right"]:
            yield part
        elif page_from_right:
            yield part[::-1] + (RLM if found.start() and kind[0] != "R" else "")
        else:
            yield (RLM if kind[-1] != "R" else "") + part[::-1] + (LRM if found.end() == len(words) else "")


def in_order(part: str) -> list[tuple[int, str]]:
    """The words of such a part with their places in it, in the order in which they are read."""
    words = [(found.start(), found[0]) for found in _WORD.finditer(part)]
    return words[::-1] if any(_kind(letter) == "R" for letter in part) else words


def _kind(letter: str) -> str:
    """R for what runs from the right, L for what does not, N for what goes with its neighbours."""
    told = bidirectional(letter)
    return "R" if told in _RIGHT else "L" if told in _NOT_RIGHT else "N"


def mostly_from_right(page: str) -> bool:
    """Whether most letters of a page run from the right, by which what reads a PDF tells how to read the page."""
    kinds = Counter(map(bidirectional, page))
    return sum(kinds[kind] for kind in _RIGHT) > kinds["L"]


def _paragraph(line: str) -> _Paragraph:
    words = shown(line)
    if words.isascii() or not any(bidirectional(letter) in _RIGHT for letter in words):
        return _Paragraph(words, [0] * len(words), 0, plain=True)
    from fpdf.bidi import BidiParagraph
    from fpdf.enums import TextDirection

    base = TextDirection.RTL if runs_from_right(line) else TextDirection.LTR
    told = BidiParagraph(words, base, preserve_bn_chars=True)
    levels = [letter.embedding_level for letter in told.characters]
    return _Paragraph(words, levels, told.base_embedding_level, plain=False)


def _units(paragraph: _Paragraph, style: Style) -> Iterator[_Unit]:
    return (_unit(paragraph, style, *found.span()) for found in _UNIT.finditer(paragraph.words))


def _unit(paragraph: _Paragraph, style: Style, start: int, end: int) -> _Unit:
    words, levels = paragraph.words[start:end], paragraph.levels[start:end]
    space = words.isspace()
    runs = groupby(zip(levels, " " if space else words, strict=False), itemgetter(0))
    pieces = (piece for level, run in runs for piece in _pieces("".join(letter for _, letter in run), level, style))
    return _Unit(tuple(pieces), start, end, space)


def _pieces(words: str, level: int, style: Style) -> tuple[Piece, ...]:
    """Words of one direction, each stretch in the first font that has it."""
    if (words, level) not in style.known:
        style.known[words, level] = tuple(_set(words, level, style))
    return style.known[words, level]


def _set(words: str, level: int, style: Style) -> Iterator[Piece]:
    for part, face in _by_face(words, style):
        width = face.width(part, from_right=level % 2 == 1)
        yield Piece(part, face, level, width * style.size / 1000)


def _by_face(words: str, style: Style) -> Iterator[tuple[str, "Face"]]:
    """Words by the font that has them; what no font has is left to the first, which shows a box."""
    face, part = style.faces[0], ""
    for letter in words:
        wanted = face if _joins(letter) else next((face for face in style.faces if face.has(letter)), style.faces[0])
        if part and wanted is not face:
            yield part, face
            part = ""
        face, part = wanted, part + letter
    if part:
        yield part, face


def _joins(letter: str) -> bool:
    """Whether a letter goes with the one before it, in whichever font that is."""
    return category(letter) in {"Mn", "Mc", "Cf"}


def _fitting(unit: _Unit, paragraph: _Paragraph, style: Style, width: float) -> Iterator[_Unit]:
    """A unit as it is, or in as many parts as it takes where it is wider than a line."""
    start, end = unit.start, unit.end
    while unit.width > width and end - start > 1:
        part = unit
        while part.width > width and part.end - start > 1:
            share = int((part.end - start) * width / part.width)
            part = _unit(paragraph, style, start, start + max(1, min(share, part.end - start - 1)))
        yield part
        start = part.end
        unit = _unit(paragraph, style, start, end)
    yield unit


def _rows(units: Iterable[_Unit], width: float) -> Iterator[list[_Unit]]:
    """Units by the line on which they stand, without the spaces at its ends."""
    row: list[_Unit] = []
    left = width
    for unit in units:
        if row and not unit.space and unit.width > left + _ROUNDING:
            yield _trimmed(row)
            row, left = [], width
        if row or not unit.space:
            row.append(unit)
            left -= unit.width
    if row:
        yield _trimmed(row)


def _trimmed(row: list[_Unit]) -> list[_Unit]:
    return row[:-1] if row[-1].space else row


def _line(row: Sequence[_Unit], paragraph: _Paragraph, style: Style, width: float) -> Line:
    """Units in their places; at the right where the paragraph runs from there."""
    x = width - sum(unit.width for unit in row) if paragraph.base else 0.0
    placed = []
    for piece in _from_left([piece for unit in row for piece in unit.pieces]):
        placed.append(replace(piece, x=x))
        x += piece.width
    joined = tuple(_joined(placed))
    if paragraph.plain and all(piece.face.readable(piece.words) for piece in joined):
        return Line(joined, style)
    return Line(tuple(placed), style, paragraph.words[row[0].start : row[-1].end])


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces beside each other of one font as one."""
    for _, together in groupby(pieces, key=attrgetter("face")):
        first, *others = together
        words = "".join((first.words, *(other.words for other in others)))
        yield replace(first, words=words, width=first.width + sum(other.width for other in others))


def _from_left(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces as they stand from the left, by the levels of Unicode's bidirectional algorithm (its rule L2)."""
    order = list(pieces)
    for level in range(max(piece.level for piece in pieces), 0, -1):
        runs = groupby(order, key=lambda piece: piece.level >= level)
        order = [piece for turned, run in runs for piece in (reversed(list(run)) if turned else run)]
    return order
