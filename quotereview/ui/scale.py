"""A short row of values, one of which is chosen by Left and Right or by a click."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quotereview.ui.controls import PRESSING
from quotereview.ui.theme import GRID, colours_of, text_font

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ROUND = 4.0


class Scale(QWidget):
    """Values in words from left to right; letters and arrows are its own while it has the keys.

    Signals: ``chosen`` with the place of the value, from 0, when the editor chose another; ``kept`` on Enter.
    """

    chosen = Signal(int)
    kept = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._values: Sequence[str] = ()
        self.at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_values(self, values: Sequence[str], at: int) -> None:
        """Show these values, the one at a place chosen, without telling anybody."""
        self._values, self.at = values, at
        self._told()
        self.updateGeometry()

    def step(self, steps: int) -> None:
        """Choose the value so many places on, or the last one there is that way."""
        self._choose(min(max(self.at + steps, 0), len(self._values) - 1))

    def _choose(self, at: int) -> None:
        if at != self.at:
            self.at = at
            self._told()
            self.chosen.emit(at)

    def _told(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._values[self.at]}")
        self.update()

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers():
            event.accept()
            return True
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            self.step(STEPS[Qt.Key(event.key())])
        elif event.key() in PRESSING and not event.isAutoRepeat():
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._values:
            self._choose(min(int(event.position().x() / self.width() * len(self._values)), len(self._values) - 1))

    def sizeHint(self) -> QSize:
        return self._size(4 * GRID)

    def minimumSizeHint(self) -> QSize:
        return self._size(2 * GRID)

    def _size(self, space: int) -> QSize:
        """Room for all values, each with so much space around it; the bold face is that of the one chosen."""
        metrics = QFontMetrics(text_font(bold=True))
        widest = max((metrics.horizontalAdvance(value) for value in self._values), default=0)
        return QSize((widest + space) * len(self._values), metrics.height() + 2 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours.accent if self.hasFocus() else colours.edge, 1))
            painter.setBrush(colours.raised)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
            for place, value in enumerate(self._values):
                self._paint_value(painter, place, value)

    def _paint_value(self, painter: QPainter, place: int, value: str) -> None:
        colours, here = colours_of(self.palette()), place == self.at
        width = self.width() / len(self._values)
        box = QRectF(place * width, 0, width, self.height()).adjusted(2, 2, -2, -2)
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(box, ROUND - 1, ROUND - 1)
        painter.setFont(text_font(bold=here))
        painter.setPen(colours.on_accent if here else colours.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, value)
