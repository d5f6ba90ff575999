"""Between the list of what outlets tell differently, the desk, and the article in whose place it stands."""

from collections.abc import Iterator
from datetime import UTC, datetime
from time import perf_counter

from PySide6.QtCore import QTimer, Signal

from quotereview.review.disagreements import Disagreement, in_turn
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.disagreements_panel import DisagreementsPanel
from quotereview.ui.instead import Instead
from quotereview.ui.messages import Messages

SLICE = 0.015  # seconds for which articles are looked at before the window looks at its keys again


class Disagreeing(Instead[DisagreementsPanel]):
    """Reads the list in slices, again whenever something changed while it is open, and settles what is in it.

    Signals: ``versions_wanted`` with the id of another version, once the quote is in focus that it is held against.
    """

    versions_wanted = Signal(str)

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        self._looking: Iterator[tuple[Disagreement, ...]] = iter(())
        self._found: list[Disagreement] = []
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(messages.guarded(self._go_on, deed=False))
        desk.changed.connect(lambda _: self._follow())

    def _make(self) -> DisagreementsPanel:
        panel, guarded = DisagreementsPanel(), self._messages.guarded
        panel.left.connect(self.leave)
        panel.versions_wanted.connect(guarded(self.show_versions))
        panel.settled.connect(guarded(self.settle))
        panel.reopened.connect(guarded(self.reopen))
        self._ask_in(panel.why)
        return panel

    def _open(self) -> None:
        """Open the list."""
        self.panel.begin()
        self._bring_up()
        self._read()

    def settle(self, one: Disagreement, reason: str) -> None:
        """It may stay so between all versions; raises NotPossible where they no longer differ so."""
        between = [(match.here.quote, match.there.quote, conflict) for match, conflict in one.between]
        self._take(self._desk.session.match_rulings.settle_all(between, reason), f"Settled: the {one.field} may stay.")

    def reopen(self, one: Disagreement) -> None:
        """It is open again between all versions; raises NotPossible where they no longer differ so."""
        between = [(match.here.quote, match.there.quote, conflict) for match, conflict in one.between]
        self._take(self._desk.session.match_rulings.reopen_all(between), f"Open again: the {one.field}.")

    def show_versions(self, one: Disagreement) -> None:
        """All versions of the utterance, one of those chosen that tell it differently."""
        match, _ = one.between[0]
        self.leave()
        self._desk.focus(match.here.article, match.here.quote)
        self.versions_wanted.emit(match.there.quote)

    # Reading

    def _follow(self) -> None:
        if self.open:
            self._read()

    def _read(self) -> None:
        """Look through the whole store once more; what was found before is shown until then."""
        self._looking, self._found = in_turn(self._desk.session), []
        self._pause.start()

    def _go_on(self) -> None:
        """Look at a few articles, and show what was found in all of them at the end, the newest at once."""
        if not self.panel.isVisible():  # the store may be closed by now
            return
        until = perf_counter() + SLICE
        while perf_counter() < until:
            found = next(self._looking, None)
            if found is None:
                self._show(looking=False)
                return
            self._found += found
        if self.panel.knows_nothing and self._found:
            self._show(looking=True)
        self._pause.start()

    def _show(self, *, looking: bool) -> None:
        waiting = self._desk.session.crosscheck.waiting()
        self.panel.show_all(tuple(self._found), datetime.now(UTC).date(), looking=looking, waiting=waiting)
