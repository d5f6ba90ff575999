"""Has the quotes compared that wait for it, in the background, and says in the line at the foot how many are left."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from quotereview.errors import KnownError
from quotereview.review.change import Change, ChangeKind
from quotereview.review.comparing import compare_apart
from quotereview.ui.desk import Desk
from quotereview.ui.jobs import Job, Jobs
from quotereview.ui.status import StatusLine

TOLD_FROM = 100
"""Fewer quotes are compared before anybody has read that they are."""

LABEL = "quotes compared"


class Comparing(QObject):
    """Begins anew whenever something changed at the desk; the views hear of it when all is compared.

    A store that fails says so at the next ruling; here it is only tried again, after the next change.
    """

    def __init__(self, desk: Desk, jobs: Jobs, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._status = desk, jobs, status
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
            self._most = self._desk.session.crosscheck.waiting()
            if self._most:
                self._show(self._most)
                items = compare_apart(self._desk.session.store_path)
                self._job = self._jobs.run(Job(items, self._show, self._end, patient=True))

    def _show(self, left: int) -> None:
        self._most = max(self._most, left)
        self._status.show_comparing(self._most - left, self._most if self._most >= TOLD_FROM else 0)

    def _end(self, fault: Exception | None) -> None:
        self._job = None
        self._status.show_comparing(0, 0)
        if fault is not None and not isinstance(fault, KnownError):
            raise fault
        if fault is None:
            self._desk.take(Change(ChangeKind.COMPARED, (), (), LABEL))
