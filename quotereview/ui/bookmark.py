"""Where the editor is, kept at each step without keeping anybody waiting."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from quotereview.errors import StoreFault
from quotereview.review.session import Session

AGAIN = 500
"""Milliseconds until a place that the store did not take is offered to it again."""


class Bookmark(QObject):
    """Keeps an editor's place: at once where the store takes it, else as soon as it does, and on leaving at the latest.

    That cannot fail a step: a store that takes nothing says so at the next ruling.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._place = ("", "")
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self._again.timeout.connect(self._keep)

    def put(self, article: str, quote: str) -> None:
        """Put it at a quote of an article."""
        self._place = (article, quote)
        self._keep()

    def leave(self) -> None:
        """Keep what is not kept yet, and wait for another program that writes."""
        if self._again.isActive():
            self._again.stop()
            with suppress(StoreFault):
                self._session.remember_place(*self._place, wait=True)

    def _keep(self) -> None:
        try:
            self._session.remember_place(*self._place)
            self._again.stop()
        except StoreFault:
            self._again.start()
