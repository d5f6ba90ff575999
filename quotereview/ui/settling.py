"""Between the conflicts of rulings in the middle of the window, the desk, and the article in whose place they stand."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from quotereview.errors import NotPossible
from quotereview.review.matters import Matter, Side, Sort
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.settling_panel import SettlingPanel


class Settling(QObject):
    """Opens the conflicts of rulings, follows what changes, and settles them; going elsewhere closes the panel.

    Signals: ``told`` with a sentence.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, panel: SettlingPanel, centre: Centre, view: ArticleView) -> None:
        super().__init__(desk)
        self._desk, self._panel, self._centre, self._view = desk, panel, centre, view
        panel.offer(desk.session.proof.reasons)
        desk.changed.connect(lambda _: self._follow())
        panel.left.connect(self.leave)
        panel.abandoned.connect(lambda reason: self.told.emit(f"“{reason}” was not kept."))

    @property
    def open(self) -> bool:
        """Whether the conflicts stand in the middle."""
        return self._centre.currentWidget() is self._panel

    def begin(self) -> None:
        """Open the conflicts at the one about the quote in focus, else at the first."""
        self._show()
        self._panel.choose(self._desk.quote)
        self._centre.setCurrentWidget(self._panel)
        self._panel.setFocus()

    def settle(self, matter: Matter, side: Side, reason: str) -> None:
        """One of the rulings holds; the next conflict is shown. Raises NotPossible where that cannot be said now."""
        self._desk.take(self._desk.session.matters.settle(matter, side.decision, reason))
        self.told.emit(f"Settled: the ruling of {side.editor} holds. Ctrl+Z takes that back.")

    def go(self, matter: Matter) -> None:
        """To the text of what is in conflict; raises NotPossible for a name."""
        if matter.sort is Sort.NAME:
            raise NotPossible("A name stands in no one text; P shows who is quoted under it.")
        self.leave()
        if matter.sort is Sort.QUOTE:
            self._desk.focus(matter.article, matter.id)
        else:
            self._desk.open_article(matter.article)

    def leave(self) -> None:
        """Back to the text."""
        if held := QApplication.focusWidget():
            held.clearFocus()  # else Qt hands the keys to the next part of the card, which points into the text
        self._close()
        self._view.setFocus()

    def follow_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close the panel when another part of the window takes the keys."""
        if now is None or now.window() is not self._panel.window() or isinstance(now, QMenuBar):
            return
        if self.open and not self._panel.isAncestorOf(now):
            self._close()

    def _close(self) -> None:
        if self.open:
            self._panel.end_question()
            self._centre.setCurrentWidget(self._view)

    def _follow(self) -> None:
        if self.open:
            self._show()

    def _show(self) -> None:
        self._panel.show_matters(self._desk.session.matters.all(), datetime.now(UTC))
