"""Between the agreement of blind reads in the middle of the window, the desk, and the article in whose place it is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from quotereview.ui.agreement_panel import AgreementPanel
from quotereview.ui.article_view import ArticleView
from quotereview.ui.blind_reading import Guard
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk


class Agreeing(QObject):
    """Opens the agreement, follows what changes, and goes to a quote; going elsewhere closes it."""

    def __init__(self, desk: Desk, panel: AgreementPanel, centre: Centre, view: ArticleView, guarded: Guard) -> None:
        """``guarded`` makes of a verb one whose known faults are told."""
        super().__init__(desk)
        self._desk, self._panel, self._centre, self._view = desk, panel, centre, view
        desk.changed.connect(lambda _: self._follow())
        desk.quote_focused.connect(lambda _: self._close())
        panel.quote_wanted.connect(guarded(self.go))
        panel.left.connect(self.leave)

    @property
    def open(self) -> bool:
        """Whether the agreement stands in the middle."""
        return self._centre.currentWidget() is self._panel

    def turn(self) -> None:
        """Open the agreement, or go back to the text."""
        if self.open:
            self.leave()
            return
        self._show()
        self._centre.setCurrentWidget(self._panel)
        self._panel.setFocus()

    def go(self, article: str, quote: str) -> None:
        """To a quote that was ruled differently, in its article."""
        self.leave()
        self._desk.focus(article, quote)

    def leave(self) -> None:
        """Back to the text."""
        if held := QApplication.focusWidget():
            held.clearFocus()  # else Qt hands the keys to the next part of the card, which points into the text
        self._close()
        self._view.setFocus()

    def follow_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close it when another part of the window takes the keys."""
        if now is None or now.window() is not self._panel.window() or isinstance(now, QMenuBar):
            return
        if self.open and not self._panel.isAncestorOf(now):
            self._close()

    def _close(self) -> None:
        if self.open:
            self._centre.setCurrentWidget(self._view)

    def _follow(self) -> None:
        if self.open:
            self._show()

    def _show(self) -> None:
        blind = self._desk.session.blind
        self._panel.show_agreement(blind.reads(), blind.agreement(), blind.disagreements())
