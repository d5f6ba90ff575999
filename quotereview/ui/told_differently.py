"""Goes from one quote that outlets tell differently to the next, without keeping the window waiting."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from quotereview.review.queue import QueueItem
from quotereview.ui.desk import Desk

SLICE = 0.015  # seconds for which quotes are compared before the window looks at its keys again
LOOKING = "Looking for the next quote that another article tells differently …"
NONE_AHEAD = "No other quote of the queue is told differently in another article."


class ToldDifferently(QObject):
    """Looks ahead in the queue, round to where it began; whatever else moves the focus ends the search.

    In a large store that takes a while: ``pause`` times out when it is to be worked on again, by ``go_on``.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ahead: Iterator[QueueItem] | None = None
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        desk.quote_focused.connect(self._end)

    def next(self) -> None:
        """Go to the next quote of which another article has the same words from somebody else or another source."""
        self._ahead = iter(self._desk.ahead())
        self.go_on()

    def go_on(self) -> None:
        """Compare a few quotes, and go to the first that is told differently."""
        until, session = perf_counter() + SLICE, self._desk.session
        for item in self._ahead or ():
            if session.crosscheck.disputed([item.quote]):
                self._desk.focus(item.article, item.quote)
                return
            if perf_counter() > until:
                self._wait()
                return
        if self._ahead is not None:
            self._end()
            self._desk.told.emit(NONE_AHEAD)

    def _wait(self) -> None:
        self._desk.told.emit(LOOKING)
        self.pause.start()

    def _end(self) -> None:
        self._ahead = None
        self.pause.stop()
