"""The backup of the day, made in the background once a window is open."""

from collections.abc import Callable, Iterator
from pathlib import Path

from quotereview.errors import KnownError
from quotereview.review.backups import back_up_daily
from quotereview.ui.jobs import Job, Jobs


def back_up(store: Path, jobs: Jobs, tell: Callable[[str], None]) -> None:
    """Back up a store of which there is no backup of today; where that fails, ``tell`` gets the sentence."""
    jobs.run(Job(_backing_up(store), lambda _: None, lambda fault: _end(fault, tell)))


def _backing_up(store: Path) -> Iterator[Path | None]:
    yield back_up_daily(store)


def _end(fault: Exception | None, tell: Callable[[str], None]) -> None:
    if isinstance(fault, KnownError):
        tell(str(fault))
    elif fault is not None:
        raise fault
