"""How an article's text is set: faces, leading, space between paragraphs, and what each zone looks like."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from quotereview.model import Stretch, Zone
from quotereview.ui.controls import direction_of
from quotereview.ui.positions import HIDDEN, Positions, display
from quotereview.ui.theme import Colours

LEADING = 1.6
GAP = 0.7
"""The space between paragraphs, in sizes of the face."""

MEASURE = "the quick brown fox who jumps over a lazy dog says nothing to reporters"
"""About seventy characters of running text: the width of a line."""


@dataclass(frozen=True)
class Look:
    """A zone's way of being set, against the body's: size, weight, slant, and whether it stands back."""

    size: float = 1.0
    bold: bool = False
    italic: bool = False
    quiet: bool = False
    leading: float = LEADING


LOOKS = {
    Zone.HEADLINE: Look(size=1.16, bold=True, leading=1.4),
    Zone.BODY: Look(),
    Zone.CAPTION: Look(size=0.92, italic=True),
    Zone.TEASER: Look(size=0.92, quiet=True),
    Zone.CORRECTION: Look(size=0.92, italic=True),
}
TITLE = Look(size=1.6, bold=True, leading=1.3)


@dataclass(frozen=True)
class Style:
    """The face, the colours and, from them, the measures of one setting of the page, in logical pixels."""

    font: QFont
    colours: Colours

    @cached_property
    def metrics(self) -> QFontMetricsF:
        """The measures of the body's face."""
        return QFontMetricsF(self.font)

    @property
    def em(self) -> int:
        """The size of the body's face."""
        return QFontInfo(self.font).pixelSize()

    @property
    def line(self) -> int:
        """The height of a line of the body."""
        return round(self.em * LEADING)

    @property
    def column(self) -> int:
        """The width of a full line."""
        return round(self.metrics.horizontalAdvance(MEASURE))

    @property
    def room(self) -> int:
        """The width that is kept free before an opening mark for the glyph of the quote's state."""
        return round(self.em * 0.95)


def headline_font(body: QFont) -> QFont:
    """The face of a headline that stands above the text, to go with the body's."""
    font = QFont(body)
    font.setPointSizeF(body.pointSizeF() * LOOKS[Zone.HEADLINE].size)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def blank(block: QTextBlock) -> bool:
    """Whether a block holds no visible character."""
    return not block.text().strip(" \t\N{NO-BREAK SPACE}\N{LINE SEPARATOR}" + HIDDEN)


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """All paragraphs of a document, blank lines included."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


@dataclass(frozen=True, slots=True)
class Setting:
    """An article set for reading: the document, and the number of each paragraph by the block it begins in.

    ``sides`` are the directions in which its lines run.
    """

    document: QTextDocument
    numbers: Mapping[int, int]
    sides: AbstractSet[Qt.LayoutDirection]


def typeset(text: str, zones: Sequence[Stretch], openings: Iterable[int], style: Style) -> Setting:
    """A document that holds ``display(text)``, set in ``style``, with room for a glyph before each opening mark.

    ``zones`` has one stretch a paragraph; without any, each line is a paragraph of the body. ``openings`` are code
    points. Nothing of the text is interpreted. Headlines are not numbered.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(style.font)
    document.setPlainText(display(text))
    positions = Positions(text)
    lines = _lines(document, positions, zones)
    for index, line in enumerate(lines):
        ends = index + 1 == len(lines) or lines[index + 1].begins
        _set_line(line, style, gap=ends)
    _close_up(document)
    _make_room(document, positions, openings, style)
    return Setting(document, _numbers(lines), {line.block.textDirection() for line in lines})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text that is not blank; ``begins``: it is the first of its paragraph."""

    block: QTextBlock
    zone: Zone
    begins: bool
    title: bool


def _lines(document: QTextDocument, positions: Positions, zones: Sequence[Stretch]) -> list[_Line]:
    starts = [stretch.span.start for stretch in zones]
    lines: list[_Line] = []
    before = -1
    for block in blocks(document):
        if blank(block):
            continue
        indent = len(block.text()) - len(block.text().lstrip())
        index = bisect_right(starts, positions.offset(block.position() + indent)) - 1
        zone = zones[index].zone if index >= 0 else Zone.BODY
        title = zone is Zone.HEADLINE and index == 0
        lines.append(_Line(block, zone, index < 0 or index != before, title))
        before = index
    return lines


def _numbers(lines: Iterable[_Line]) -> dict[int, int]:
    numbered = (line for line in lines if line.begins and line.zone is not Zone.HEADLINE)
    return {line.block.blockNumber(): number for number, line in enumerate(numbered, start=1)}


def _set_line(line: _Line, style: Style, *, gap: bool) -> None:
    look = TITLE if line.title else LOOKS[line.zone]
    layout = QTextBlockFormat()
    layout.setLayoutDirection(direction_of(line.block.text()))
    layout.setLineHeight(round(style.em * look.size * look.leading), _FIXED)
    layout.setBottomMargin(round(style.em * GAP) if gap else 0)
    cursor = QTextCursor(line.block)
    cursor.setBlockFormat(layout)
    if look != LOOKS[Zone.BODY]:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_letters(look, style))


def _letters(look: Look, style: Style) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(style.font.pointSizeF() * look.size)
    letters.setFontWeight(QFont.Weight.DemiBold if look.bold else QFont.Weight.Normal)
    letters.setFontItalic(look.italic)
    if look.quiet:
        letters.setForeground(style.colours.quiet)
    return letters


def _close_up(document: QTextDocument) -> None:
    """Leave next to no height to blank lines: the space between paragraphs is the page's business."""
    flat = QTextBlockFormat()
    flat.setLineHeight(1, _FIXED)
    for block in blocks(document):
        if blank(block):
            QTextCursor(block).setBlockFormat(flat)


def _make_room(document: QTextDocument, positions: Positions, openings: Iterable[int], style: Style) -> None:
    """Widen the character before each opening mark; at a line's start the glyph hangs in the margin."""
    wider = QTextCharFormat()
    wider.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    wider.setFontLetterSpacing(style.room)
    cursor = QTextCursor(document)
    for opening in openings:
        unit = positions.unit(opening)
        if unit > document.findBlock(unit).position():
            cursor.setPosition(positions.unit(opening - 1))
            cursor.setPosition(unit, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(wider)


_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
