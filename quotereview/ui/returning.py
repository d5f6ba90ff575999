"""Between a sheet that somebody filled in elsewhere, the desk, and the article in whose place it is looked through."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QTimer

from quotereview.review.apart import Deed
from quotereview.review.change import Change, ChangeKind
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


class Returning(Instead[ReturnedPanel]):
    """Reads a sheet in the background, shows what it asks for, and rules so where the editor takes it."""

    def __init__(self, desk: Desk, jobs: Jobs, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        self._jobs, self._guarded = jobs, messages.guarded
        self._name = ""
        self._given: Returned | None = None
        self._reading: Job | None = None
        self._looking: Iterator[Wish] = iter(())
        self._found: list[Wish] = []
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(messages.guarded(self._go_on, deed=False))
        desk.changed.connect(lambda change: self._follow(change.kind))

    def _make(self) -> ReturnedPanel:
        panel = ReturnedPanel()
        self._why = panel.why
        panel.why.offer(lambda: (self._desk.session.editor,))
        panel.left.connect(self.leave)
        panel.taken.connect(self._guarded(self.take))
        return panel

    def begin(self, path: Path) -> None:
        """Look through a sheet; what it asks for is shown once it is read."""
        if self._reading:
            self._reading.stop()  # what it gives belongs to another name
        self._name, self._given = path.name, None
        self.panel.begin(path.name, self._desk.session.editor)
        self._bring_up()
        end = self._guarded(lambda fault: self._end(reading, fault))
        self._reading = reading = Job(_read(path), self._guarded(self._look_through), end)
        self._jobs.run(reading, urgent=True)

    def take(self, wishes: Sequence[Wish], editor: str) -> None:
        """Rule as the sheet asks, in one act; raises NotPossible where something was ruled since it was shown."""
        name = self._name
        deed = Deed(lambda session: session.taking_back.take(name, wishes, editor), len(wishes))
        self._desk.do(deed, f"taking back {name}", partial(self._take_in, editor))

    def _take_in(self, editor: str, change: Change) -> None:
        if self.open:
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

    def _end(self, reading: Job, fault: Exception | None) -> None:
        """Tell why a sheet cannot be looked through; another that was chosen since stays in the middle."""
        if fault is None:
            return
        if self.open and reading is self._reading:
            self.leave()
        raise fault


def _read(path: Path) -> Iterator[Returned]:
    yield given_back(path)
