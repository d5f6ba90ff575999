"""Between the conflicts of rulings in the middle of the window, the desk, and the article in whose place they stand."""

from datetime import UTC, datetime

from quotereview.errors import NotPossible
from quotereview.review.matters import Matter, Side, Sort
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.instead import Instead
from quotereview.ui.messages import Messages
from quotereview.ui.settling_panel import SettlingPanel


class Settling(Instead[SettlingPanel]):
    """Opens the conflicts of rulings, follows what changes, and settles them; going elsewhere closes the panel."""

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        desk.changed.connect(lambda _: self._follow())

    def _make(self) -> SettlingPanel:
        panel, guarded = SettlingPanel(), self._messages.guarded
        self._ask_in(panel.why)
        panel.left.connect(self.leave)
        panel.settled.connect(guarded(self.settle))
        panel.text_wanted.connect(guarded(self.go))
        return panel

    def begin(self) -> None:
        """Open the conflicts at the one about the quote in focus, else at the first."""
        self._show()
        self.panel.choose(self._desk.quote)
        self._bring_up()

    def settle(self, matter: Matter, side: Side, reason: str) -> None:
        """One of the rulings holds; the next conflict is shown. Raises NotPossible where that cannot be said now."""
        self._desk.take(self._desk.session.matters.settle(matter, side.decision, reason))
        self._say(f"Settled: the ruling of {side.editor} holds. Ctrl+Z takes that back.")

    def go(self, matter: Matter) -> None:
        """To the text of what is in conflict; raises NotPossible for a name."""
        if matter.sort is Sort.NAME:
            raise NotPossible("A name stands in no one text; P shows who is quoted under it.")
        self.leave()
        if matter.quote:
            self._desk.focus(matter.article, matter.quote)
        else:
            self._desk.open_article(matter.article)

    def _follow(self) -> None:
        if self.open:
            self._show()

    def _show(self) -> None:
        self.panel.show_matters(self._desk.session.matters.all(), datetime.now(UTC))
