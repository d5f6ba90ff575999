"""What a store needs once a window is open on it: a word on where it lies, the backup of the day, its log put away."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from quotereview.errors import KnownError
from quotereview.review.backups import back_up_daily, put_log_away
from quotereview.review.change import Change
from quotereview.review.session import Session
from quotereview.ui.desk import Desk
from quotereview.ui.jobs import Job, Jobs, raise_fault, tell_fault

PAUSE = 1000
"""Milliseconds after a change until the log is put away, with all that came meanwhile."""


def look_after(session: Session, jobs: Jobs, tell: Callable[[str], None]) -> None:
    """Say what to take care of where a store lies, and back it up if there is no backup of today.

    Where that fails, ``tell`` gets the sentence.
    """
    if session.caution:
        tell(session.caution)
    jobs.run(Job(_backing_up(session.store_path), lambda _: None, partial(tell_fault, tell=tell)))


class PuttingAway(QObject):
    """Has the store's log put away after changes, in the background, so that no commit in the window waits for that.

    Where it cannot be done now, it is after the next change.
    """

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._jobs = desk.session.store_path, jobs
        self._under_way = False
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self._put_away)
        desk.changed.connect(self._follow)

    def _follow(self, _change: Change) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _put_away(self) -> None:
        if not self._under_way:
            self._under_way = True
            self._jobs.run(Job(_putting_away(self._store), lambda _: None, self._end), urgent=True)

    def _end(self, fault: Exception | None) -> None:
        self._under_way = False
        if not isinstance(fault, KnownError):
            raise_fault(fault)


def _putting_away(store: Path) -> Iterator[None]:
    put_log_away(store)
    yield None


def _backing_up(store: Path) -> Iterator[Path | None]:
    yield back_up_daily(store)
