"""Between the history in the middle of the window, the desk, and the article in whose place it stands."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from quotereview.errors import NotPossible
from quotereview.review.change import ChangeKind
from quotereview.ui import wording
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.history_panel import HistoryPanel, Told
from quotereview.ui.listing import moment

OF_ARTICLE = "A state of the quote can be brought back; of an article, undo takes back what was ruled."


class LookingBack(QObject):
    """Opens the history of what is in focus, follows what changes, and brings back what was; going elsewhere closes it.

    Signals: ``told`` with a sentence.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, panel: HistoryPanel, centre: Centre, view: ArticleView) -> None:
        super().__init__(desk)
        self._desk, self._panel, self._centre, self._view = desk, panel, centre, view
        self._quote = ""
        desk.changed.connect(lambda _: self._follow())
        desk.quote_focused.connect(self._stay_at)
        panel.left.connect(self.leave)

    @property
    def open(self) -> bool:
        """Whether the history stands in the middle."""
        return self._centre.currentWidget() is self._panel

    def turn(self) -> None:
        """Open the history of the quote in focus and of its article, or go back to the text."""
        if self.open:
            self.leave()
            return
        self._quote = self._desk.quote
        self._show()
        self._panel.choose_newest()
        self._centre.setCurrentWidget(self._panel)
        self._panel.setFocus()

    def leave(self) -> None:
        """Back to the text."""
        if held := QApplication.focusWidget():
            held.clearFocus()  # else Qt hands the keys to the next part of the card, which points into the text
        self._close()
        self._view.setFocus()

    def bring_back(self, step: Told) -> None:
        """Rule anew what stood at a step; raises NotPossible where that is none of the quote's."""
        if step.of_article:
            raise NotPossible(OF_ARTICLE)
        self._desk.heed(self._quote)
        change = self._desk.session.timeline.bring_back(self._quote, step.entry.id)
        self._desk.take(change)
        if change.kind is ChangeKind.NOTHING:
            self.told.emit("This is what stands already.")
        else:
            self._panel.choose_newest()
            self.told.emit(f"What stood at {moment(step.entry.at, _now())} stands again. Ctrl+Z takes that back.")

    def follow_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close the history when another part of the window takes the keys."""
        if now is None or now.window() is not self._panel.window() or isinstance(now, QMenuBar):
            return
        if self.open and not self._panel.isAncestorOf(now):
            self._close()

    def _stay_at(self, quote: str) -> None:
        if quote != self._quote:
            self._close()

    def _close(self) -> None:
        if self.open:
            self._centre.setCurrentWidget(self._view)

    def _follow(self) -> None:
        if self.open:
            self._show()

    def _show(self) -> None:
        session, standing = self._desk.session, self._desk.standing()
        words = wording.words(standing.ruling) if standing else ""
        of_quote = session.timeline.of_quote(self._quote) if self._quote else ()
        self._panel.show_history(words, of_quote, session.timeline.of_article(self._desk.article), _now())


def _now() -> datetime:
    return datetime.now(UTC)
