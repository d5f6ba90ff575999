"""The overview beside an article: where all its quotes are and how they stand, by shape as well as colour."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from quotereview.model import StandingQuote
from quotereview.ui import wording
from quotereview.ui.controls import plain_tip, takes
from quotereview.ui.ruler_shapes import HIGHEST, PLAIN, paint_dense, paint_shape
from quotereview.ui.theme import GRID, Colours, colours_of, state_of

WIDTH = GRID * 5
NEAR = 6.0
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


@dataclass(frozen=True, slots=True)
class RulerMark:
    """A quote and how far down the article it begins, from 0 to 1."""

    quote: StandingQuote
    at: float


class Ruler(QWidget):
    """All quotes of the article on one upright line; a click chooses the nearest, Up and Down go along it.

    Where there are too many to stand one below the other, they become ticks in two lanes, open ones on the left, and
    only what wants to be looked at keeps its shape. Signals: ``quote_chosen`` (a quote's id).
    """

    quote_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[RulerMark, ...] = ()
        self._lit: Collection[str] = ()
        self._finds: Sequence[float] = ()
        self._shown_finds: Sequence[float] = ()
        self._view = (0.0, 1.0)
        self._focus: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Overview of the quotes")

    def show_marks(self, marks: Sequence[RulerMark]) -> None:
        """Show where the quotes are that an editor is asked about, and how they stand, in the order of the text."""
        self._marks = tuple(mark for mark in marks if mark.quote.asked)
        words = Counter(state_of(mark.quote).word for mark in self._marks)
        self.setAccessibleDescription(", ".join(f"{count} {word}" for word, count in words.items()) or "no quotes")
        self.update()

    def show_lit(self, quotes: Collection[str]) -> None:
        """Show which quotes, by their ids, are lit together, by a tick at the left edge."""
        self._lit = quotes
        self.update()

    def show_finds(self, finds: Sequence[float], shown: Sequence[float]) -> None:
        """Show how far down finds stand, from 0 to 1, by ticks at the right edge; ``shown`` by longer ones."""
        self._finds, self._shown_finds = finds, shown
        self.update()

    def show_view(self, top: float, bottom: float, focus: str | None) -> None:
        """Show which part of the article is seen, from 0 to 1, and which quote is in focus."""
        self._view, self._focus = (top, bottom), focus
        self.update()

    def tip(self, y: float) -> str:
        """What is said of the quote that a click at a height would choose; nothing where none is near."""
        nearest = self._nearest(y)
        if nearest is None or abs(self._y(nearest.at) - y) > NEAR:
            return ""
        state, ruling = state_of(nearest.quote), nearest.quote.ruling
        speaker = ruling.speaker.name if ruling.speaker else wording.NO_SPEAKER
        number = self._marks.index(nearest) + 1
        return f"{state.glyph} {state.word} · quote {number} of {len(self._marks)} · {speaker}\n{wording.words(ruling)}"

    def _nearest(self, y: float) -> RulerMark | None:
        return min(self._marks, key=lambda mark: abs(self._y(mark.at) - y), default=None)

    def _y(self, at: float) -> float:
        return GRID + at * (self.height() - 2 * GRID)

    @property
    def _dense(self) -> bool:
        return len(self._marks) * HIGHEST > self.height()

    # Painting

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 10 * WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colours.page)
            top, bottom = map(self._y, self._view)
            painter.fillRect(QRectF(0, top, self.width(), bottom - top), colours.window)
            self._paint_ticks(painter, colours)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for mark in sorted(self._marks, key=self._weight):
                self._paint_mark(painter, mark, colours)
            if self.hasFocus():
                painter.setPen(QPen(colours.accent, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_ticks(self, painter: QPainter, colours: Colours) -> None:
        right = float(self.width())
        for at in self._finds:
            painter.fillRect(QRectF(right - GRID, self._y(at) - 1, GRID, 2), colours.unsure)
        for at in self._shown_finds:
            painter.fillRect(QRectF(right - 2 * GRID, self._y(at) - 1.5, 2 * GRID, 3), colours.text)
        for mark in self._marks:
            if mark.quote.id in self._lit:
                painter.fillRect(QRectF(0, self._y(mark.at) - 1.5, GRID, 3), colours.accent)

    def _weight(self, mark: RulerMark) -> tuple[bool, bool]:
        """What is drawn over what: the focus over all, what was not settled plainly over the rest."""
        return mark.quote.id == self._focus, mark.quote.verdict not in PLAIN

    def _paint_mark(self, painter: QPainter, mark: RulerMark, colours: Colours) -> None:
        middle = QPointF(self.width() / 2, self._y(mark.at))
        if mark.quote.id == self._focus:
            painter.fillRect(QRectF(0, middle.y() - 1.5, self.width(), 3), colours.accent)
        elif self._dense:
            paint_dense(painter, middle, mark.quote, colours)
        else:
            paint_shape(painter, middle, mark.quote, colours)

    # What Qt asks

    def event(self, event: QEvent) -> bool:
        if takes(event, frozenset({*STEPS, *ENDS})):
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip(event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(tip) if tip else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and self._marks:
            self._choose(min(max(self._place() + STEPS[key], 0), len(self._marks) - 1))
        elif key in ENDS and self._marks:
            self._choose(ENDS[key])
        else:
            super().keyPressEvent(event)

    def _place(self) -> int:
        ids = [mark.quote.id for mark in self._marks]
        return ids.index(self._focus) if self._focus in ids else -1

    def _choose(self, place: int) -> None:
        self.quote_chosen.emit(self._marks[place].quote.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        nearest = self._nearest(event.position().y())
        if nearest and event.button() is Qt.MouseButton.LeftButton:
            self.quote_chosen.emit(nearest.quote.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
