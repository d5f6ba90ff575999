"""The shapes by which the overview tells how a quote stands, one below the other or, where there are many, in lanes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from quotereview.model import Band, StandingQuote, Verdict
from quotereview.ui.theme import BANDS, Colours, state_of

SHAPE = 6.0
HIGHEST = SHAPE + 2
"""The height that a shape takes, with the space to the next."""

LANE = 4.0
TICK = 1.6
UNSURE = BANDS[Band.UNSURE]


def paint_shape(painter: QPainter, middle: QPointF, quote: StandingQuote, colours: Colours) -> None:
    """Draw how a quote stands; an open one whose speaker is unsure has a dot in its ring."""
    state = state_of(quote)
    colour = state.colour(colours)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour if quote.verdict in FILLED else Qt.BrushStyle.NoBrush)
    shape = _dash_on_dash if quote.unread else SHAPES[quote.verdict]
    shape(painter, middle)
    if state is UNSURE:
        painter.setBrush(colour)
        painter.drawEllipse(middle, 0.6, 0.6)


def paint_dense(painter: QPainter, middle: QPointF, quote: StandingQuote, colours: Colours) -> None:
    """Draw a tick left of the middle for an open quote, the longer if unsure, right of it for a decided one.

    One that was not settled plainly, or not looked at, keeps its shape.
    """
    if quote.verdict not in PLAIN or quote.unread:
        paint_shape(painter, middle + QPointF(LANE / 2 + 1, 0), quote, colours)
        return
    state = state_of(quote)
    length = LANE + 2 if state is UNSURE else LANE
    left = middle.x() - length if quote.verdict is Verdict.OPEN else middle.x() + 1
    painter.fillRect(QRectF(left, middle.y() - TICK / 2, length, TICK), state.colour(colours))


def _ring(painter: QPainter, middle: QPointF) -> None:
    painter.drawEllipse(middle, SHAPE / 2, SHAPE / 2)


def _dash(painter: QPainter, middle: QPointF) -> None:
    painter.drawRect(QRectF(middle.x() - SHAPE / 2, middle.y() - 1, SHAPE, 2))


def _two_dashes(painter: QPainter, middle: QPointF) -> None:
    for aside in (-SHAPE / 2 - 1, 1.0):
        painter.drawRect(QRectF(middle.x() + aside, middle.y() - 1, SHAPE / 2, 2))


def _dash_on_dash(painter: QPainter, middle: QPointF) -> None:
    for above in (-2.5, 1.5):
        painter.drawRect(QRectF(middle.x() - SHAPE / 2, middle.y() + above, SHAPE, 1))


def _triangle(painter: QPainter, middle: QPointF) -> None:
    half = SHAPE / 2 + 1
    painter.drawPolygon(
        QPolygonF([middle + QPointF(0, -half), middle + QPointF(half, half), middle + QPointF(-half, half)])
    )


def _diamond(painter: QPainter, middle: QPointF) -> None:
    half = SHAPE / 2 + 1
    corners = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))


def _cross(painter: QPainter, middle: QPointF) -> None:
    half = SHAPE / 2
    painter.drawLine(middle + QPointF(-half, -half), middle + QPointF(half, half))
    painter.drawLine(middle + QPointF(-half, half), middle + QPointF(half, -half))


PLAIN = {Verdict.OPEN, Verdict.CONFIRMED, Verdict.CORRECTED}
FILLED = {Verdict.CONFIRMED, Verdict.CORRECTED, Verdict.DISPUTED}
SHAPES = {
    Verdict.OPEN: _ring,
    Verdict.CONFIRMED: _dash,
    Verdict.CORRECTED: _two_dashes,
    Verdict.DISPUTED: _triangle,
    Verdict.CANNOT_VERIFY: _diamond,
    Verdict.NOT_A_QUOTE: _cross,
}
