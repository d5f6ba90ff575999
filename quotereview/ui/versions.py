"""Between all versions of one utterance in the middle of the window, the desk, and the article in their place."""

from quotereview.ui import wording
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.instead import Instead
from quotereview.ui.messages import Messages
from quotereview.ui.versions_panel import VersionsPanel


class Versions(Instead):
    """Opens the versions of the quote in focus, follows what changes, and goes to one; going elsewhere closes them."""

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        self.panel = VersionsPanel()
        super().__init__(desk, self.panel, centre, view, messages)
        self._quote = ""
        desk.changed.connect(lambda _: self._follow())
        desk.quote_focused.connect(self._stay_at)
        self.panel.left.connect(self.leave)
        self.panel.quote_wanted.connect(messages.guarded(self.go))

    def turn(self) -> None:
        """Open all versions of the quote in focus, or go back to the text."""
        if self.open:
            self.leave()
        else:
            self.begin("")

    def begin(self, other: str) -> None:
        """Open the versions of the quote in focus, another quote (id) among them chosen, else the first."""
        self._quote = self._desk.quote
        self._show()
        self.panel.choose(other)
        self._bring_up()

    def go(self, article: str, quote: str) -> None:
        """To a version in its article."""
        self.leave()
        self._desk.focus(article, quote)

    def _stay_at(self, quote: str) -> None:
        if quote != self._quote:
            self._close()

    def _follow(self) -> None:
        if self.open:
            self._show()

    def _show(self) -> None:
        session, quote = self._desk.session, self._quote
        standing = self._desk.standing()
        self.panel.show_versions(wording.words(standing.ruling) if standing else "", session.versions(quote))
