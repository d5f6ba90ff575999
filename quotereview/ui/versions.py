"""Between all versions of one utterance in the middle of the window, the desk, and the article in their place."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer

from quotereview.model import Conflict, Label, Match, VersionTable
from quotereview.ui import wording
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.instead import Instead
from quotereview.ui.messages import Messages
from quotereview.ui.version_lines import RULED
from quotereview.ui.versions_panel import VersionsPanel

SLICE = 500
"""How many words are compared before the window looks at its keys again."""


class Versions(Instead[VersionsPanel]):
    """Opens the versions of the quote in focus, follows what changes, and goes to one; going elsewhere closes them."""

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        self._quote = ""
        self._wanted: str | None = None
        self._comparing: Iterator[tuple[Match, VersionTable]] = iter(())
        self._found: list[tuple[Match, VersionTable]] = []
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(messages.guarded(self._go_on, deed=False))
        desk.changed.connect(lambda _: self._follow())
        desk.quote_focused.connect(self._stay_at)

    def _make(self) -> VersionsPanel:
        panel, guarded = VersionsPanel(), self._messages.guarded
        panel.left.connect(self.leave)
        panel.quote_wanted.connect(guarded(self.go_to))
        panel.ruled.connect(guarded(self.rule))
        panel.settled.connect(guarded(self.settle))
        panel.reopened.connect(guarded(self.reopen))
        self._ask_in(panel.why)
        return panel

    def _open(self) -> None:
        self.begin("")

    def begin(self, other: str) -> None:
        """Open the versions of the quote in focus, another quote (id) among them chosen, else the first."""
        self._quote, self._wanted = self._desk.quote, other
        self.panel.begin()
        self._compare()
        self._bring_up()

    def rule(self, match: Match, label: Label | None) -> None:
        """Say what two quotes are to each other, or take that back; raises NotPossible in a blind read."""
        change = self._desk.session.match_rulings.rule(match.here.quote, match.there.quote, label)
        self._take(change, f"Ruled {RULED[label]}." if label else "As it is compared again.")

    def settle(self, match: Match, conflict: Conflict, reason: str) -> None:
        """What two articles tell differently may stay so; raises NotPossible where they no longer do."""
        change = self._desk.session.match_rulings.settle(match.here.quote, match.there.quote, conflict, reason)
        self._take(change, f"Settled: the {conflict.field} may stay as it is.")

    def reopen(self, match: Match, conflict: Conflict) -> None:
        """What was settled is open again; raises NotPossible where the articles no longer differ so."""
        change = self._desk.session.match_rulings.reopen(match.here.quote, match.there.quote, conflict)
        self._take(change, f"Open again: the {conflict.field}.")

    def _close(self) -> None:
        if self.open:
            self._pause.stop()
        super()._close()

    def _stay_at(self, quote: str) -> None:
        if quote != self._quote:
            self._close()

    # Comparing

    def _follow(self) -> None:
        if self.open:
            self._compare()

    def _compare(self) -> None:
        """Hold all versions against the quote once more; what was shown before stays until then."""
        self._comparing, self._found = self._desk.session.versions(self._quote), []
        self._compare_some()

    def _go_on(self) -> None:
        if self.panel.isVisible():  # else the store may be closed by now
            self._compare_some()

    def _compare_some(self) -> None:
        """Compare a few versions, and show all once they are."""
        compared = 0
        for match, table in self._comparing:
            self._found.append((match, table))
            compared += len(match.here.words.split()) + len(match.there.words.split())
            if compared > SLICE:
                self._pause.start()
                return
        standing = self._desk.standing()
        words = wording.words(standing.ruling) if standing else ""
        suggested = self._desk.session.crosscheck.other_words.suggestions(self._quote)
        self.panel.show_versions(words, self._found, suggested)
        if self._wanted is not None:
            self.panel.choose(self._wanted)
            self._wanted = None
