"""Between the open article, the bar of its unexplained marks, and its closing."""

from PySide6.QtCore import QObject, Signal

from quotereview.errors import NotPossible
from quotereview.model import Doubt, Span
from quotereview.review.change import Change
from quotereview.ui.article_view import ArticleView
from quotereview.ui.desk import Desk
from quotereview.ui.doubt_bar import DoubtBar


class ClosingUp(QObject):
    """Goes from one mark that nobody explained to the next, and closes the article.

    Signals: ``told`` with a sentence.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, view: ArticleView, bar: DoubtBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = view
        self._bar = bar
        self._shown: Doubt | None = None
        view.put_below(bar)
        view.went_back.connect(self.leave)
        bar.chosen.connect(lambda number: self._show(self._doubts()[number]))
        bar.left.connect(self._return)
        desk.article_opened.connect(self.leave)
        desk.changed.connect(self._follow)

    def next(self) -> None:
        """Select the next mark that nobody explained, and say why it is in doubt; raises NotPossible without any."""
        doubts = self._doubts()
        if not doubts:
            raise NotPossible("Every mark in this article is explained.")
        behind = [doubt for doubt in doubts if self._shown and doubt.place > self._shown.place]
        self._show((behind or doubts)[0])

    def explain(self) -> None:
        """Ask what the mark shown is, or the first one."""
        if self._shown is None:
            self.next()
        if self._shown is not None:
            self._bar.begin(_guess(self._text(), self._shown.place))

    def settle(self, reason: str) -> None:
        """Keep what the mark shown is, and go on to the next."""
        if self._shown is not None:
            self._desk.take(self._desk.session.closing.settle(self._desk.article, self._shown.place, reason))
            if self._doubts():
                self.next()

    def turn(self) -> None:
        """Close the article, or open it again; what is open in it is gone to, and raises NotPossible."""
        session, article = self._desk.session, self._desk.article
        if any(one.id == article and one.closed for one in session.articles()):
            self._desk.take(session.closing.reopen(article))
            self.told.emit("The article is open again.")
            return
        if waiting := session.closing.open_quote(article):
            self._desk.focus_quote(waiting.id)
        elif self._doubts():
            self.next()
        self._desk.take(session.closing.close(article))
        self.told.emit("The article is closed.")

    def leave(self) -> None:
        """Put the list away."""
        self._shown = None
        self._bar.hide()

    def _show(self, doubt: Doubt) -> None:
        quote = self._desk.session.closing.quote_at(self._desk.article, doubt)
        if quote and quote != self._desk.quote:  # so that what is done next is done to the quote that is looked at
            self._desk.focus_quote(quote)
        doubts = self._doubts()
        self._shown = doubt
        self._bar.show_doubts(self._text(), doubts, doubts.index(doubt))
        self._view.show_place(Span(doubt.place.start, max(doubt.place.end, doubt.place.start + 1)))
        self._view.setFocus()

    def _follow(self, change: Change) -> None:
        """Keep the list current while it is there."""
        if self._shown is None or self._desk.article not in change.articles:
            return
        doubts = self._doubts()
        if not doubts:
            self.leave()
            self._view.setFocus()
            self.told.emit("Every mark in this article is explained.")
        elif self._shown in doubts:
            self._bar.show_doubts(self._text(), doubts, doubts.index(self._shown))
        else:
            self._bar.show_doubts(self._text(), doubts, -1)

    def _return(self) -> None:
        if self._shown is not None:
            self._show(self._shown)

    def _doubts(self) -> tuple[Doubt, ...]:
        return self._desk.session.closing.doubts(self._desk.article)

    def _text(self) -> str:
        return self._desk.session.article(self._desk.article).text


def _guess(text: str, place: Span) -> str:
    """What a mark most likely is, to be written over: behind a figure a measure, within a word an apostrophe."""
    before, after = text[: place.start][-1:], text[place.end : place.end + 1]
    if before.isdigit():
        return "inches or feet"
    return "an apostrophe" if before.isalpha() and after.isalpha() else "a misprint"
