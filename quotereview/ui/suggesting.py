"""Names what may be the quote in focus in other words, once the editor rests on it."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from quotereview.errors import KnownError
from quotereview.ui.crosscheck import CrossCheckPanel
from quotereview.ui.desk import Desk

REST = 300
"""Milliseconds on a quote before it is looked for in other words, which takes longer than a key may: whoever goes on
at once does not wait for it."""


class Suggesting(QObject):
    """Has the strip say nothing new of a quote until the desk rested on it; what it said stays while the quote does.

    A store that fails says so at the next ruling; here nothing is suggested.
    """

    def __init__(self, desk: Desk, strip: CrossCheckPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._strip = desk, strip
        self._quote = ""
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._look)
        desk.quote_focused.connect(self._turn)
        desk.changed.connect(lambda _: self._rest.start())

    def _turn(self, quote: str) -> None:
        if quote != self._quote:
            self._quote = quote
            self._strip.suggest(())
        self._rest.start()

    def _look(self) -> None:
        if not self._quote:
            return
        with suppress(KnownError):
            self._strip.suggest(self._desk.session.crosscheck.other_words.suggestions(self._quote))
