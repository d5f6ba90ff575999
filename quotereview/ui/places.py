"""Where on the page a stretch of the text stands, line by line, for whoever paints or scrolls."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from quotereview.model import Span
from quotereview.ui.positions import Positions

ABOVE = 1.04
BELOW = 0.34
"""How far a mark's ground goes above and below the base line, in sizes of the face."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a stretch that stands on one line and runs one way, in the document's coordinates.

    ``rtl`` tells the direction of its words, ``paragraph_rtl`` that of the paragraph.
    """

    ground: QRectF
    baseline: float
    rtl: bool
    paragraph_rtl: bool

    @property
    def leading(self) -> float:
        """The edge at which reading begins."""
        return self.ground.right() if self.rtl else self.ground.left()


@dataclass(frozen=True, slots=True)
class _Slice:
    """The part of one line that a stretch covers; ``start`` and ``length`` count units within the block."""

    block: QTextBlock
    line: QTextLine
    start: int
    length: int


class Places:
    """Finds lines and edges of spans in a document that is laid out; ``em`` is the size of its face in pixels."""

    def __init__(self, document: QTextDocument, positions: Positions, em: float) -> None:
        self._document = document
        self._positions = positions
        self._em = em
        document.documentLayout().documentSize()  # asking for it makes Qt finish its lines

    def segments(self, span: Span) -> list[Segment]:
        """The segments of a span, line by line; none for an empty one."""
        return [segment for part in self._slices(span) for segment in self._runs(part)]

    def extent(self, span: Span) -> tuple[float, float]:
        """Top and bottom of the lines that a span touches."""
        first = self._line(span.start)
        last = self._line(max(span.start, span.end - 1))
        return first.top(), last.bottom()

    def top(self, offset: int) -> float:
        """Top of the line with a code point."""
        return self._line(offset).top()

    def first_on_line(self, y: float) -> int:
        """The code point that begins the line at a height."""
        block = self._block_at(y)
        top = self._top(block)
        for line in _lines(block):
            if top + line.y() + line.height() > y:
                return self._positions.offset(block.position() + line.textStart())
        return self._positions.offset(block.position())

    def paragraphs(self, top: float, bottom: float) -> Iterator[tuple[QTextBlock, float]]:
        """The blocks seen between two heights, each with the base line of its first line."""
        block = self._block_at(top)
        while block.isValid() and self._top(block) <= bottom:
            for line in islice(_lines(block), 1):
                yield block, self._top(block) + line.y() + line.ascent()
            block = block.next()

    def span_between(self, top: float, bottom: float) -> Span:
        """The text that is seen between two heights, whole paragraphs of it."""
        last = self._block_at(bottom)
        return self._positions.span(self._block_at(top).position(), last.position() + last.length() - 1)

    def _block_at(self, y: float) -> QTextBlock:
        unit = self._document.documentLayout().hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
        return self._document.findBlock(max(0, unit))

    def _top(self, block: QTextBlock) -> float:
        return self._document.documentLayout().blockBoundingRect(block).top()

    def _line(self, offset: int) -> QRectF:
        unit = self._positions.unit(offset)
        block = self._document.findBlock(unit)
        bounds = self._document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(unit - block.position())
        return line.rect().translated(bounds.topLeft()) if line.isValid() else bounds

    def _slices(self, span: Span) -> Iterator[_Slice]:
        first, last = self._positions.unit(span.start), self._positions.unit(span.end)
        block = self._document.findBlock(first)
        while block.isValid() and block.position() < last:
            for line in _lines(block):
                start = max(first - block.position(), line.textStart())
                end = min(last - block.position(), line.textStart() + line.textLength())
                if start < end:
                    yield _Slice(block, line, start, end - start)
            block = block.next()

    def _runs(self, part: _Slice) -> Iterator[Segment]:
        """The slice's runs of glyphs; those that touch and run the same way are one segment."""
        corner = self._document.documentLayout().blockBoundingRect(part.block).topLeft()
        baseline = corner.y() + part.line.y() + part.line.ascent()
        paragraph_rtl = part.block.textDirection() is Qt.LayoutDirection.RightToLeft
        joined: list[tuple[float, float, bool]] = []
        for run in part.line.glyphRuns(part.start, part.length):
            left, right = run.boundingRect().left(), run.boundingRect().right()
            if (
                joined
                and joined[-1][2] == run.isRightToLeft()
                and left - 1 <= joined[-1][1]
                and right + 1 >= joined[-1][0]
            ):
                left, right = min(left, joined[-1][0]), max(right, joined.pop()[1])
            joined.append((left, right, run.isRightToLeft()))
        for left, right, rtl in joined:
            ground = QRectF(corner.x() + left, baseline - ABOVE * self._em, right - left, (ABOVE + BELOW) * self._em)
            yield Segment(ground, baseline, rtl, paragraph_rtl)


def _lines(block: QTextBlock) -> Iterator[QTextLine]:
    layout = block.layout()
    for index in range(layout.lineCount()):
        yield layout.lineAt(index)
