"""The end of a source's reach, dragged by the mouse along the margin of the article."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from quotereview.ui.page import Page
from quotereview.ui.theme import GRID

NEAR = GRID * 2
"""How far from the end the mouse may be, in pixels."""


class ReachDrag(QObject):
    """Watches the mouse in a page's margin; the line of the reach follows it while it is dragged.

    Signals: ``dragged`` with the id of the last quote for which the source is to hold.
    """

    dragged = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._last = ""
        self._dragging = False
        page.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return self._begin(event)
            case QEvent.Type.MouseMove:
                return self._move(event.position())
            case QEvent.Type.MouseButtonRelease:
                return self._end()
            case _:
                return False

    def _begin(self, event: QMouseEvent) -> bool:
        if event.button() is Qt.MouseButton.LeftButton and self._is_at_end(event.position()):
            self._dragging, self._last = True, ""
        return self._dragging

    def _move(self, at: QPointF) -> bool:
        if self._dragging:
            self._last = self._quote_above(at.y())
            self._page.preview_reach(self._last)
        grips = self._dragging or self._is_at_end(at)
        self._page.viewport().setCursor(Qt.CursorShape.SizeVerCursor if grips else Qt.CursorShape.IBeamCursor)
        return self._dragging

    def _end(self) -> bool:
        if not self._dragging:
            return False
        self._dragging = False
        self._page.preview_reach("")
        if self._last:
            self.dragged.emit(self._last)
        return True

    def _is_at_end(self, at: QPointF) -> bool:
        """Whether a point of the viewport is in the margin, where the line of the reach ends."""
        column = self._page.column
        reach = None if column.left() <= at.x() <= column.right() else self._page.reach
        if reach is None:
            return False
        bottom = self._page.places.extent(reach)[1] - self._page.verticalScrollBar().value()
        return abs(at.y() - bottom) <= NEAR

    def _quote_above(self, y: float) -> str:
        """The last quote of the text that begins above a height of the viewport, its article's first if none does."""
        height = y + self._page.verticalScrollBar().value()
        asked = [one for one in self._page.quotes if one.quote.asked]
        above = [one for one in asked if self._page.places.top(one.start) < height]
        return next((one.quote.id for one in (*above[-1:], *asked[:1])), "")
