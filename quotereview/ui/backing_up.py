"""What a store needs once a window is open on it: a word on where it lies, and the backup of the day."""

from collections.abc import Callable, Iterator
from pathlib import Path

from quotereview.errors import KnownError
from quotereview.review.backups import back_up_daily
from quotereview.review.session import Session
from quotereview.ui.jobs import Job, Jobs


def look_after(session: Session, jobs: Jobs, tell: Callable[[str], None]) -> None:
    """Say what to take care of where a store lies, and back it up if there is no backup of today.

    Where that fails, ``tell`` gets the sentence.
    """
    if session.caution:
        tell(session.caution)
    jobs.run(Job(_backing_up(session.store_path), lambda _: None, lambda fault: _end(fault, tell)))


def _backing_up(store: Path) -> Iterator[Path | None]:
    yield back_up_daily(store)


def _end(fault: Exception | None, tell: Callable[[str], None]) -> None:
    if isinstance(fault, KnownError):
        tell(str(fault))
    elif fault is not None:
        raise fault
