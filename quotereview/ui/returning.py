"""Between a sheet that somebody filled in elsewhere, the desk, and the article in whose place it is looked through."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QTimer

from quotereview.review.change import ChangeKind
from quotereview.review.taking_back import Returned, Wish, given_back
from quotereview.ui import returned_words
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.instead import Instead
from quotereview.ui.jobs import Job, Jobs
from quotereview.ui.messages import Messages
from quotereview.ui.returned_panel import ReturnedPanel

SLICE = 0.015  # seconds for which rows are held against the store before the window looks at its keys again


class Returning(Instead):
    """Reads a sheet in the background, shows what it asks for, and rules so where the editor takes it."""

    def __init__(self, desk: Desk, jobs: Jobs, centre: Centre, view: ArticleView, messages: Messages) -> None:
        self.panel = panel = ReturnedPanel()
        super().__init__(desk, panel, centre, view, messages)
        self._jobs, self._guarded = jobs, messages.guarded
        self._name = ""
        self._given: Returned | None = None
        self._reading: Job | None = None
        self._looking: Iterator[Wish] = iter(())
        self._found: list[Wish] = []
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(messages.guarded(self._go_on, deed=False))
        self._why = panel.why
        panel.why.offer(lambda: (desk.session.editor,))
        desk.changed.connect(lambda change: self._follow(change.kind))
        panel.left.connect(self.leave)
        panel.taken.connect(messages.guarded(self.take))

    def begin(self, path: Path) -> None:
        """Look through a sheet; what it asks for is shown once it is read."""
        if self._reading:
            self._reading.stop()  # what it gives belongs to another name
        self._name, self._given = path.name, None
        self.panel.begin(path.name, self._desk.session.editor)
        self._bring_up()
        self._reading = Job(_read(path), self._guarded(self._look_through), self._guarded(self._end))
        self._jobs.run(self._reading, urgent=True)

    def take(self, wishes: Sequence[Wish], editor: str) -> None:
        """Rule as the sheet asks, in one act; raises NotPossible where something was ruled since it was shown."""
        change = self._desk.session.taking_back.take(self._name, wishes, editor)
        self.leave()
        self._take(change, returned_words.taken(len(change.quotes), editor))

    # Looking through it

    def _look_through(self, given: Returned) -> None:
        if self.open:
            self._given = given
            self._look(given)

    def _look(self, given: Returned) -> None:
        self._looking, self._found = self._desk.session.taking_back.preview(given), []
        self._pause.start()

    def _go_on(self) -> None:
        """Hold some rows against what stands, and show all of them at the end."""
        if not self.open:
            return
        until = perf_counter() + SLICE
        while perf_counter() < until:
            wish = next(self._looking, None)
            if wish is None:
                self.panel.show_wishes(self._found, datetime.now(UTC))
                return
            self._found.append(wish)
        self._pause.start()

    def _follow(self, kind: ChangeKind) -> None:
        """Look again when what stands has changed meanwhile."""
        if self.open and self._given is not None and kind is not ChangeKind.PLACE:
            self._look(self._given)

    def _end(self, fault: Exception | None) -> None:
        if fault is None:
            return
        if self.open:
            self.leave()
        raise fault


def _read(path: Path) -> Iterator[Returned]:
    yield given_back(path)
