"""Beginning and leaving a blind read: between the panel that asks, the desk, and whoever opens the store anew."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quotereview.errors import NotPossible
from quotereview.review.blind import NOTHING_TO_READ
from quotereview.ui.article_view import ArticleView
from quotereview.ui.blind_panel import BlindPanel
from quotereview.ui.desk import Desk
from quotereview.ui.when import AGREEMENT

Guard = Callable[[Callable[..., object]], Callable[..., None]]


class BlindReading(QObject):
    """Opens the panel, and has the store opened anew for an editor who is to see less of it, or all again.

    Signals: ``anew_wanted`` with the id of the action to do there, or with nothing.
    """

    anew_wanted = Signal(str)

    def __init__(self, desk: Desk, view: ArticleView, guarded: Guard) -> None:
        """``guarded`` makes of a verb one whose known faults are told."""
        super().__init__(desk)
        self._desk, self._view = desk, view
        self.panel = panel = BlindPanel()
        panel.all_wanted.connect(guarded(self.begin))
        panel.article_wanted.connect(guarded(self.begin_article))
        panel.sample_wanted.connect(guarded(self.begin_sample))
        panel.end_wanted.connect(guarded(self.leave))
        panel.left.connect(self._end)

    def turn(self) -> None:
        """Ask which quotes to read blind, or whether to leave; raises NotPossible where there is nothing to read."""
        session = self._desk.session
        if session.blind.read is not None:
            progress = session.progress()
            self.panel.ask_whether(progress.decided, progress.total)
            return
        readable = session.blind.readable()
        if not readable:
            raise NotPossible(NOTHING_TO_READ)
        self.panel.ask_what(len(readable), list(readable.values()).count(self._desk.article))

    def begin(self) -> None:
        """Read all that others decided."""
        self._desk.session.blind.begin()
        self.anew_wanted.emit("")

    def begin_article(self) -> None:
        """Read what others decided in the article on the desk."""
        self._desk.session.blind.begin(self._desk.article)
        self.anew_wanted.emit("")

    def begin_sample(self, number: int) -> None:
        """Read so many quotes drawn from what others decided."""
        self._desk.session.blind.begin_sample(number)
        self.anew_wanted.emit("")

    def leave(self) -> None:
        """End the read, and show how far it agrees with the first."""
        self._desk.session.blind.leave()
        self.anew_wanted.emit(AGREEMENT)

    def follow_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close the panel when another part of the window takes the keys."""
        within = now is None or now.window() is not self.panel.window() or self.panel.isAncestorOf(now)
        if self.panel.isVisible() and not within:
            self.panel.hide()

    def _end(self) -> None:
        self.panel.hide()
        self._view.setFocus()
