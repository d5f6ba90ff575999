"""What is drawn under and over the words of an article: the marks of the quote in focus, the states, the margin."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextBlock

from quotereview.model import Span
from quotereview.ui.marks import FocusMarks, Placed
from quotereview.ui.places import Places, Segment
from quotereview.ui.theme import GRID, TextSize, state_of, text_font
from quotereview.ui.typeset import Style

BAR = 3
ROUND = 3

EDGE = GRID * 4
"""How far the column stays from the edge of the view on the side where nothing stands beside it."""


@dataclass(frozen=True)
class Margins:
    """Where the things of the margin stand, as distances outwards from the edge of the column."""

    bar: float
    reach: float
    number: float
    gutter: int

    @classmethod
    def of(cls, style: Style) -> "Margins":
        """The margins for one setting of the page: room for a hanging glyph, bar, reach and numbers of three digits."""
        bar = style.room + GRID
        reach = bar + BAR + GRID
        number = reach + GRID * 2
        return cls(bar, reach, number, round(number + style.em * 2))

    def column(self, style: Style, room: int, sides: AbstractSet[Qt.LayoutDirection]) -> tuple[int, int]:
        """Where the column begins in so much room, and how wide it is, for lines that begin at these ``sides``.

        It stands in the middle; where that would make it narrow, it leaves room for a margin only where lines begin.
        """
        from_right = Qt.LayoutDirection.RightToLeft
        left = EDGE if sides == {from_right} else self.gutter
        right = self.gutter if from_right in sides else EDGE
        width = max(style.em * 8, min(style.column, room - left - right))
        return max(0, min(max(left, (room - width) // 2), room - right - width)), width


@dataclass(frozen=True)
class Sheet:
    """A painter at work on one part of the page, with all it needs to know of it."""

    painter: QPainter
    places: Places
    style: Style
    column: QRectF

    @cached_property
    def seen(self) -> Span:
        """The text that is seen, whole paragraphs of it."""
        return self.places.span_between(self.column.top(), self.column.bottom())

    def outwards(self, rtl: bool, distance: float) -> float:
        """The x of a distance out from the column, on the side where a paragraph's lines begin."""
        return self.column.right() + distance if rtl else self.column.left() - distance

    def pen(self, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """A pen in the accent colour."""
        return QPen(self.style.colours.accent, width, style, Qt.PenCapStyle.RoundCap)


def paint_tint(sheet: Sheet, passages: Iterable[Span]) -> None:
    """Lay a tint behind the passages of a quote."""
    sheet.painter.setPen(Qt.PenStyle.NoPen)
    sheet.painter.setBrush(sheet.style.colours.tint)
    for segment in _segments(sheet, passages):
        sheet.painter.drawRoundedRect(segment.ground.adjusted(-2, 0, 2, 0), ROUND, ROUND)


def paint_lit(sheet: Sheet, quotes: Iterable[Placed]) -> None:
    """Lay the tint behind quotes that are lit together, underline them with dashes and set hollow bars beside them."""
    for quote in quotes:
        paint_tint(sheet, quote.passages)
        for passage in quote.passages:
            _underline(sheet, passage, (4,), sheet.pen(1.5, Qt.PenStyle.DashLine))
            if bar := _bar(sheet, passage):
                sheet.painter.setPen(sheet.pen(1))
                sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
                sheet.painter.drawRect(bar.adjusted(-0.5, 0.5, 0.5, -0.5))


def paint_found(sheet: Sheet, found: Iterable[Span]) -> None:
    """Lay a ground with an edge behind words that were looked for."""
    sheet.painter.setPen(QPen(sheet.style.colours.edge, 1))
    sheet.painter.setBrush(sheet.style.colours.found)
    for segment in _segments(sheet, found):
        whole_pixels = QRectF(segment.ground.toAlignedRect())
        sheet.painter.drawRoundedRect(whole_pixels.adjusted(-0.5, 0.5, 0.5, -0.5), ROUND, ROUND)


def paint_focus(sheet: Sheet, marks: FocusMarks) -> None:
    """Draw the quote's bar, box its speaker, dot its cue, underline its source twice, and show how far it reaches."""
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    if marks.speaker:
        sheet.painter.setPen(sheet.pen(1))
        for segment in _segments(sheet, (marks.speaker,)):
            whole_pixels = QRectF(segment.ground.toAlignedRect())
            sheet.painter.drawRoundedRect(whole_pixels.adjusted(-1.5, 0.5, 1.5, -0.5), ROUND, ROUND)
    if marks.cue:
        _underline(sheet, marks.cue, (3.5,), QPen(sheet.pen(2, Qt.PenStyle.DotLine)))
    if marks.source:
        _underline(sheet, marks.source, (3, 6), sheet.pen(1))
    for passage in marks.passages:
        if bar := _bar(sheet, passage):
            sheet.painter.fillRect(bar, sheet.style.colours.accent)
    if marks.reach:
        _reach(sheet, marks.reach)


def paint_hover(sheet: Sheet, quote: Placed) -> None:
    """Underline faintly the quote that a click would choose."""
    for passage in quote.passages:
        _underline(sheet, passage, (4,), QPen(sheet.style.colours.edge, 1))


def paint_states(sheet: Sheet, quotes: Iterable[Placed]) -> None:
    """Draw each quote's state as a small glyph before its opening mark."""
    font = text_font()
    font.setPixelSize(max(7, round(sheet.style.em * 0.72)))
    for quote in quotes:
        opening = sheet.places.segments(Span(quote.start, quote.start + 1))
        if opening:
            state = state_of(quote.quote)
            font.setBold(quote.quote.decided)
            sheet.painter.setFont(font)
            sheet.painter.setPen(state.colour(sheet.style.colours))
            sheet.painter.drawText(_before(sheet, opening[0]), Qt.AlignmentFlag.AlignCenter, state.glyph)


def paint_numbers(sheet: Sheet, blocks: Iterable[tuple[QTextBlock, float]], numbers: Mapping[int, int]) -> None:
    """Write the number of each paragraph beside its first line, on that line's base."""
    sheet.painter.setFont(_number_font(sheet.style))
    sheet.painter.setPen(sheet.style.colours.quiet)
    metrics = sheet.painter.fontMetrics()
    for block, baseline in blocks:
        number = numbers.get(block.blockNumber())
        if number is None:
            continue
        rtl = block.textDirection() is Qt.LayoutDirection.RightToLeft
        x = sheet.outwards(rtl, Margins.of(sheet.style).number)
        left = x if rtl else x - metrics.horizontalAdvance(str(number))
        sheet.painter.drawText(QPointF(left, baseline), str(number))


def _number_font(style: Style) -> QFont:
    font = text_font(TextSize.SMALL)
    font.setPixelSize(max(8, round(style.em * 0.68)))
    return font


def _segments(sheet: Sheet, spans: Iterable[Span]) -> list[Segment]:
    return [segment for span in spans for segment in sheet.places.segments(span)]


def _underline(sheet: Sheet, span: Span, below: Iterable[float], pen: QPen) -> None:
    sheet.painter.setPen(pen)
    for segment in sheet.places.segments(span):
        for distance in below:
            y = round(segment.baseline) + distance + 0.5
            sheet.painter.drawLine(QPointF(segment.ground.left(), y), QPointF(segment.ground.right(), y))


def _before(sheet: Sheet, opening: Segment) -> QRectF:
    """The room that is kept free before an opening mark."""
    room = sheet.style.room
    left = opening.leading if opening.rtl else opening.leading - room
    return QRectF(left, opening.ground.top(), room, opening.ground.height())


def _bar(sheet: Sheet, passage: Span) -> QRectF | None:
    """The place in the margin beside a passage, where it has any."""
    segments = sheet.places.segments(passage)
    if not segments:
        return None
    rtl = segments[0].paragraph_rtl
    x = sheet.outwards(rtl, Margins.of(sheet.style).bar)
    top, bottom = segments[0].ground.top(), segments[-1].ground.bottom()
    return QRectF(x if rtl else x - BAR, top, BAR, bottom - top)


def _reach(sheet: Sheet, reach: Span) -> None:
    """A line in the margin with a tick inwards at each end."""
    segments = sheet.places.segments(reach)
    if not segments:
        return
    rtl = segments[0].paragraph_rtl
    x = round(sheet.outwards(rtl, Margins.of(sheet.style).reach)) + 0.5
    top, bottom = round(segments[0].ground.top()) + 0.5, round(segments[-1].ground.bottom()) + 0.5
    inwards = x - GRID if rtl else x + GRID
    sheet.painter.setPen(sheet.pen(1))
    points = (QPointF(inwards, top), QPointF(x, top), QPointF(x, bottom), QPointF(inwards, bottom))
    sheet.painter.drawPolyline(points)
