"""The overview beside an article: where all its quotes are and how they stand, by shape as well as colour."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from quotereview.model import StandingQuote, Verdict
from quotereview.ui.theme import GRID, Colours, colours_of, state_of

WIDTH = GRID * 4
SHAPE = 6.0


@dataclass(frozen=True, slots=True)
class RulerMark:
    """A quote and how far down the article it begins, from 0 to 1."""

    quote: StandingQuote
    at: float


class Ruler(QWidget):
    """All quotes of the article on one upright line; a click chooses the nearest.

    Signals: ``quote_chosen`` (a quote's id).
    """

    quote_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[RulerMark, ...] = ()
        self._view = (0.0, 1.0)
        self._focus: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Overview of the quotes")

    def show_marks(self, marks: Sequence[RulerMark]) -> None:
        """Show where the quotes are that an editor is asked about, and how they stand."""
        self._marks = tuple(mark for mark in marks if mark.quote.asked)
        words = Counter(state_of(mark.quote).word for mark in self._marks)
        self.setAccessibleDescription(", ".join(f"{count} {word}" for word, count in words.items()) or "no quotes")
        self.update()

    def show_view(self, top: float, bottom: float, focus: str | None) -> None:
        """Show which part of the article is seen, from 0 to 1, and which quote is in focus."""
        self._view, self._focus = (top, bottom), focus
        self.update()

    def _y(self, at: float) -> float:
        return GRID + at * (self.height() - 2 * GRID)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 10 * WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colours.page)
            top, bottom = map(self._y, self._view)
            painter.fillRect(QRectF(0, top, self.width(), bottom - top), colours.window)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for mark in self._marks:
                self._paint_mark(painter, mark, colours)

    def _paint_mark(self, painter: QPainter, mark: RulerMark, colours: Colours) -> None:
        middle = QPointF(self.width() / 2, self._y(mark.at))
        if mark.quote.id == self._focus:
            painter.fillRect(QRectF(0, middle.y() - 1.5, self.width(), 3), colours.accent)
            return
        colour = state_of(mark.quote).colour(colours)
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(colour if mark.quote.verdict in FILLED else Qt.BrushStyle.NoBrush)
        SHAPES[mark.quote.verdict](painter, middle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._marks and event.button() is Qt.MouseButton.LeftButton:
            y = event.position().y()
            nearest = min(self._marks, key=lambda mark: abs(self._y(mark.at) - y))
            self.quote_chosen.emit(nearest.quote.id)


def _ring(painter: QPainter, middle: QPointF) -> None:
    painter.drawEllipse(middle, SHAPE / 2, SHAPE / 2)


def _dash(painter: QPainter, middle: QPointF) -> None:
    painter.drawRect(QRectF(middle.x() - SHAPE / 2, middle.y() - 1, SHAPE, 2))


def _two_dashes(painter: QPainter, middle: QPointF) -> None:
    for aside in (-SHAPE / 2 - 1, 1.0):
        painter.drawRect(QRectF(middle.x() + aside, middle.y() - 1, SHAPE / 2, 2))


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


FILLED = {Verdict.CONFIRMED, Verdict.CORRECTED, Verdict.DISPUTED}
SHAPES = {
    Verdict.OPEN: _ring,
    Verdict.CONFIRMED: _dash,
    Verdict.CORRECTED: _two_dashes,
    Verdict.DISPUTED: _triangle,
    Verdict.CANNOT_VERIFY: _diamond,
    Verdict.NOT_A_QUOTE: _cross,
}
