"""Looks time and again whether others did something at the store, such as another window at the same one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from quotereview.ui.desk import Desk

EVERY = 400
"""Milliseconds between two looks, so that what others did is seen within a second."""


class Watching(QObject):
    """Has the desk look again, at once and from then on; a look that fails is told, and is the last until the next."""

    def __init__(self, desk: Desk, guarded: Callable[[Callable[[], None]], Callable[[], None]]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pause = QTimer(self, interval=EVERY, singleShot=True)
        self._pause.timeout.connect(guarded(self._look))
        self.look = guarded(self._look)

    def _look(self) -> None:
        self._desk.look_again()
        self._pause.start()

    def end(self) -> None:
        """Look no more: the store is about to close."""
        self._pause.stop()
