"""What stands in the middle of the window in place of the article."""

from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from quotereview.review.change import Change, ChangeKind
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.messages import Messages
from quotereview.ui.why_line import WhyLine

Panel = TypeVar("Panel", bound=QWidget)


class Instead(QObject, Generic[Panel]):
    """Brings up a panel in place of the article, and puts it away when another part of the window takes the keys.

    A window has many such panels and shows few of them in a day: each is made when it is asked for first.
    """

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk)
        self._desk, self._centre, self._view, self._messages = desk, centre, view, messages
        self._made: Panel | None = None
        self._why: WhyLine | None = None

    @property
    def panel(self) -> Panel:
        """What is brought up."""
        if self._made is None:
            self._made = self._make()
            self._centre.add(self._made)
        return self._made

    @property
    def open(self) -> bool:
        """Whether the panel stands in the middle."""
        return self._made is not None and self._centre.currentWidget() is self._made

    def _make(self) -> Panel:
        """The panel, connected."""
        raise NotImplementedError

    def turn(self) -> None:
        """Open the panel, or go back to the text; raises NotPossible where there is nothing to show."""
        if self.open:
            self.leave()
        else:
            self._open()

    def _open(self) -> None:
        """Show in the panel what stands now, and bring it up."""
        raise NotImplementedError

    def leave(self) -> None:
        """Back to the text, or to the start where there is no article yet."""
        if held := QApplication.focusWidget():
            held.clearFocus()  # else Qt hands the keys to the next part of the card, which points into the text
        self._close()
        self._below().setFocus()

    def go_to(self, article: str, quote: str) -> None:
        """To a quote in its article."""
        self.leave()
        self._desk.focus(article, quote)

    def follow_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close the panel when another part of the window takes the keys."""
        if not self.open or now is None or now.window() is not self.panel.window() or isinstance(now, QMenuBar):
            return
        if not self.panel.isAncestorOf(now):
            self._close()

    def _ask_in(self, why: WhyLine) -> None:
        """Offer the reasons that were given before, and tell of one that was written and is for nothing now."""
        self._why = why
        why.offer(self._desk.session.proof.reasons)
        why.abandoned.connect(lambda reason: self._say(f"“{reason}” was not kept."))

    def _say(self, sentence: str) -> None:
        """Tell what was done, until the next deed."""
        self._messages.tell(sentence, passing=True)

    def _take(self, change: Change, told: str) -> None:
        """Bring the desk up to what was ruled, and tell of it, where it was not so already."""
        self._desk.take(change)
        if change.kind is not ChangeKind.NOTHING:
            self._say(f"{told} Ctrl+Z takes that back.")

    def _bring_up(self) -> None:
        self._centre.setCurrentWidget(self.panel)
        self.panel.setFocus()

    def _close(self) -> None:
        if self.open:
            if self._why:
                self._why.end()
            self._centre.setCurrentWidget(self._below())

    def _below(self) -> QWidget:
        """What the panel stands in place of."""
        return self._view if self._desk.article else self._centre.first
