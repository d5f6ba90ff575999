"""Has quotes compared and read that wait for it, in the background, and says at the foot how many are left."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from quotereview.errors import KnownError
from quotereview.review.change import Change, ChangeKind
from quotereview.review.comparing import compare_apart
from quotereview.review.other_words import read_apart
from quotereview.review.session import Session
from quotereview.ui.desk import Desk
from quotereview.ui.jobs import Job, Jobs
from quotereview.ui.status import StatusLine

TOLD_FROM = 100
"""Fewer quotes are compared before anybody has read that they are."""

LABEL = "quotes compared"


class Work(NamedTuple):
    """What is done with all quotes: of how many it waits, how it is done apart, and what is told of it."""

    waiting: Callable[[Session], int]
    apart: Callable[[Path], Iterator[int]]
    told: str


BY_WORDS = Work(
    lambda session: session.crosscheck.waiting(),
    compare_apart,
    "Comparing {done:,} of {number:,} quotes …",
)
BY_MEANING = Work(
    lambda session: session.crosscheck.other_words.number_waiting(),
    read_apart,
    "Reading {done:,} of {number:,} quotes for other words …",
)


class Comparing(QObject):
    """Begins anew whenever something changed at the desk; the views hear of it when all is compared.

    A store that fails says so at the next ruling; here it is only tried again, after the next change.
    """

    def __init__(self, work: Work, desk: Desk, jobs: Jobs, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self.work, self._desk, self._jobs, self._status = work, desk, jobs, status
        self._job: Job | None = None
        self._most = 0
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._compare)
        self._begun = False
        desk.settled.connect(self._look)

    @property
    def running(self) -> bool:
        """Whether quotes are being compared."""
        return self._job is not None

    def begin(self) -> None:
        """Compare what waits, now and after each change."""
        self._begun = True
        self._look()

    def end(self) -> None:
        """Begin no more: the store is about to close."""
        self._begun = False
        self._soon.stop()

    def _look(self) -> None:
        if self._begun:
            self._soon.start()

    def _compare(self) -> None:
        if self._job is not None:
            return
        with suppress(KnownError):
            self._most = self.work.waiting(self._desk.session)
            if self._most:
                self._show(self._most)
                items = self.work.apart(self._desk.session.store_path)
                self._job = self._jobs.run(Job(items, self._show, self._end, patient=True))

    def _show(self, left: int) -> None:
        self._most = max(self._most, left)
        told = self.work.told.format(done=self._most - left, number=self._most)
        self._status.show_comparing(told if self._most >= TOLD_FROM else "")

    def _end(self, fault: Exception | None) -> None:
        self._job = None
        self._status.show_comparing("")
        if fault is not None and not isinstance(fault, KnownError):
            raise fault
        if fault is None:
            self._desk.take(Change(ChangeKind.COMPARED, (), (), LABEL))
