"""Between the list of what outlets tell differently, the desk, and the article in whose place it stands."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal

from quotereview.errors import KnownError
from quotereview.review.change import Change, ChangeKind
from quotereview.review.disagreements import Disagreement, read_apart
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.disagreements_panel import DisagreementsPanel
from quotereview.ui.instead import Instead
from quotereview.ui.jobs import Job, Jobs
from quotereview.ui.messages import Messages


class Disagreeing(Instead):
    """Reads the list in the background, again whenever something changed while it is open, and settles what is in it.

    Signals: ``versions_wanted`` with the id of another version, once the quote is in focus that it is held against.
    """

    versions_wanted = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, centre: Centre, view: ArticleView, messages: Messages) -> None:
        self.panel = panel = DisagreementsPanel()
        super().__init__(desk, panel, centre, view, messages)
        self._jobs = jobs
        self._job: Job | None = None
        self._again = False
        desk.changed.connect(lambda _: self._follow())
        panel.left.connect(self.leave)
        panel.versions_wanted.connect(messages.guarded(self.show_versions))
        panel.settled.connect(messages.guarded(self.settle))
        panel.reopened.connect(messages.guarded(self.reopen))
        panel.why.offer(desk.session.proof.reasons)
        panel.why.abandoned.connect(lambda reason: self._say(f"“{reason}” was not kept."))

    def turn(self) -> None:
        """Open the list, or go back to the text."""
        if self.open:
            self.leave()
            return
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

    def _take(self, change: Change, told: str) -> None:
        self._desk.take(change)
        if change.kind is not ChangeKind.NOTHING:
            self._say(f"{told} Ctrl+Z takes that back.")

    def _close(self) -> None:
        if self.open:
            self.panel.why.end()
        super()._close()

    # Reading

    def _follow(self) -> None:
        if self.open:
            self._read()

    def _read(self) -> None:
        """Read in the background; once more afterwards where something changed meanwhile."""
        self._again = self._job is not None
        if self._job is None:
            items = read_apart(self._desk.session.store_path)
            self._job = self._jobs.run(Job(items, self._show, self._end), urgent=True)

    def _show(self, found: tuple[Disagreement, ...]) -> None:
        if self.open and not self._again:
            self.panel.show_all(found, datetime.now(UTC).date())

    def _end(self, fault: Exception | None) -> None:
        self._job = None
        if self._again and self.open:
            self._read()
        if isinstance(fault, KnownError):
            self._messages.tell(str(fault))
        elif fault is not None:
            raise fault
