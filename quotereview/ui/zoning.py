"""Between the grey blocks of the open article, the text, and what makes them body, or greys others out."""

from PySide6.QtCore import QObject

from quotereview.errors import NotPossible
from quotereview.model import Span
from quotereview.ui.article_view import ArticleView
from quotereview.ui.desk import Desk
from quotereview.ui.rereading import Rereading

NONE_GREY = "No block of this article is greyed out."
WHICH = "Go to a grey block first (Shift+B), or select words of a block that is no part of the article."


class Zoning(QObject):
    """Goes from one grey block to the next, and has the block turned that is selected, or in which the caret stands."""

    def __init__(self, desk: Desk, view: ArticleView, rereading: Rereading, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._view, self._rereading = desk, view, rereading
        rereading.told.connect(lambda _: view.tell(""))

    def next(self) -> None:
        """Select the next grey block, the first one after the last; raises NotPossible without any."""
        greyed = self._greyed()
        if not greyed:
            raise NotPossible(NONE_GREY)
        at = next((number for number, span in enumerate(greyed) if span.start > self._view.caret), 0)
        self._view.show_place(greyed[at])
        self._view.setFocus()
        self._view.tell(f"Grey block {at + 1} of {len(greyed)}: Shift+Z makes it part of the article")

    def turn(self) -> None:
        """Make the grey blocks body that are selected, or the one with the caret; grey out what is selected otherwise.

        Raises NotPossible where nothing is selected and the caret stands in no grey block.
        """
        caret = Span(self._view.caret, self._view.caret + 1)
        place = self._view.selection() or next((span for span in self._greyed() if span.overlap(caret)), None)
        if place is None:
            raise NotPossible(WHICH)
        self._rereading.as_zone(self._desk.article, place)

    def _greyed(self) -> list[Span]:
        """The grey blocks, without the white space after each."""
        session, article = self._desk.session, self._desk.article
        text = session.article(article).text
        return [Span(one.start, one.start + len(one.of(text).rstrip())) for one in session.zoning.greyed(article)]
