"""Between the agreement of blind reads in the middle of the window, the desk, and the article in whose place it is."""

from quotereview.ui.agreement_panel import AgreementPanel
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.instead import Instead
from quotereview.ui.messages import Messages


class Agreeing(Instead[AgreementPanel]):
    """Opens the agreement, follows what changes, and goes to a quote; going elsewhere closes it."""

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        desk.changed.connect(lambda _: self._follow())
        desk.quote_focused.connect(lambda _: self._close())

    def _make(self) -> AgreementPanel:
        panel = AgreementPanel()
        panel.quote_wanted.connect(self._messages.guarded(self.go_to))
        panel.left.connect(self.leave)
        return panel

    def _open(self) -> None:
        """Open the agreement."""
        self._show()
        self._bring_up()

    def _follow(self) -> None:
        if self.open:
            self._show()

    def _show(self) -> None:
        blind = self._desk.session.blind
        self.panel.show_agreement(blind.reads(), blind.agreement(), blind.disagreements())
