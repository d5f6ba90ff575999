"""Between the history in the middle of the window, the desk, and the article in whose place it stands."""

from datetime import UTC, datetime

from quotereview.errors import NotPossible
from quotereview.review.change import ChangeKind
from quotereview.ui import wording
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.history_panel import HistoryPanel, Told
from quotereview.ui.instead import Instead
from quotereview.ui.listing import moment
from quotereview.ui.messages import Messages

OF_ARTICLE = "A state of the quote can be brought back; of an article, undo takes back what was ruled."


class LookingBack(Instead[HistoryPanel]):
    """Opens the history of what is in focus, follows what changes, brings back what was; going elsewhere closes it."""

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        self._quote = ""
        desk.changed.connect(lambda _: self._follow())
        desk.quote_focused.connect(self._stay_at)

    def _make(self) -> HistoryPanel:
        panel = HistoryPanel()
        panel.left.connect(self.leave)
        panel.back_wanted.connect(self._messages.guarded(self.bring_back))
        return panel

    def _open(self) -> None:
        """Open the history of the quote in focus and of its article."""
        self._quote = self._desk.quote
        self._show()
        self.panel.choose_newest()
        self._bring_up()

    def bring_back(self, step: Told) -> None:
        """Rule anew what stood at a step; raises NotPossible where that is none of the quote's."""
        if step.of_article:
            raise NotPossible(OF_ARTICLE)
        self._desk.heed(self._quote)
        change = self._desk.session.timeline.bring_back(self._quote, step.entry.id)
        self._desk.take(change)
        if change.kind is ChangeKind.NOTHING:
            self._say("This is what stands already.")
        else:
            self.panel.choose_newest()
            self._say(f"What stood at {moment(step.entry.at, _now())} stands again. Ctrl+Z takes that back.")

    def _stay_at(self, quote: str) -> None:
        if quote != self._quote:
            self._close()

    def _follow(self) -> None:
        if self.open:
            self._show()

    def _show(self) -> None:
        session, standing = self._desk.session, self._desk.standing()
        words = wording.words(standing.ruling) if standing else ""
        of_quote = session.timeline.of_quote(self._quote) if self._quote else ()
        self.panel.show_history(words, of_quote, session.timeline.of_article(self._desk.article), _now())


def _now() -> datetime:
    return datetime.now(UTC)
