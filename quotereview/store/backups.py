"""Backups of a store, beside it: one before each change of its form, at most one a day else, the last ten kept."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from quotereview.errors import StoreFault
from quotereview.store import logs
from quotereview.store.copies import snapshot
from quotereview.store.database import DAMAGED, look

KEPT = 10
ENDING = ".qrev"


def folder(store: Path) -> Path:
    """Where the backups of a store are: in a folder beside it that only its owner can read."""
    return store.with_name(f"{store.name}.backups")


def newest_first(store: Path) -> list[Path]:
    """The backups that there are of a store; their names are the times at which they were made."""
    return sorted(folder(store).glob(f"*{ENDING}"), reverse=True)


def back_up_daily(store: Path, now: datetime) -> Path | None:
    """Back up a store of which there is no backup of today; the backup, None without need.

    Raises StoreFault, the store being as before. A store without articles needs none.
    """
    today = f"{now.astimezone():%Y-%m-%d}"
    if any(backup.name.startswith(today) for backup in newest_first(store)) or not _holds_anything(store):
        return None
    return back_up(store, now)


def before_migration(store: Path, now: datetime) -> None:
    """Back up a store whose form is about to change; raises StoreFault, and then it must not change."""
    try:
        back_up(store, now)
    except StoreFault as fault:
        raise StoreFault(f"{store} is of an older form, and was left as it is. {fault}") from fault


def set_damaged_log_aside(store: Path, now: datetime) -> str:
    """Keep a store with a damaged log beside its backups before it is opened; a sentence that says so, or nothing.

    Raises StoreFault where it cannot be kept.
    """
    to = folder(store) / f"{now.astimezone():%Y-%m-%d-%H%M%S-%f} with a damaged log"
    return logs.SET_ASIDE.format(store, to) if logs.set_aside(store, to) else ""


def back_up(store: Path, now: datetime) -> Path:
    """Copy a store as it is now, by SQLite's online backup, and let go of what is older than the last ten."""
    backup = folder(store) / f"{now.astimezone():%Y-%m-%d-%H%M%S}{ENDING}"
    try:
        folder(store).mkdir(mode=0o700, exist_ok=True)
        with _written_beside(backup) as unfinished:
            snapshot(store, unfinished)
            _refuse_damage(store, unfinished)
        for old in newest_first(store)[KEPT:]:
            old.unlink()
    except (OSError, StoreFault) as fault:
        raise StoreFault(f"No backup was made in {folder(store)}: {_why(fault)}") from fault
    return backup


@contextmanager
def _written_beside(backup: Path) -> Iterator[Path]:
    """A file to write to, for its owner alone, which takes the backup's name when it is written whole."""
    unfinished = backup.with_suffix(".part")
    os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
    try:
        yield unfinished
        unfinished.replace(backup)
    finally:
        unfinished.unlink(missing_ok=True)


def _refuse_damage(store: Path, copy: Path) -> None:
    """A damaged store is no backup, and must not take the place of one that is whole."""
    with closing(look(copy)) as connection:
        if connection.value("PRAGMA quick_check") != "ok":
            raise StoreFault(DAMAGED.format(store))


def _holds_anything(store: Path) -> bool:
    with closing(look(store)) as connection:
        return bool(connection.value("SELECT EXISTS (SELECT 1 FROM articles)"))


def _why(fault: OSError | StoreFault) -> str:
    if isinstance(fault, StoreFault):
        return str(fault)
    return f"{fault.strerror or fault}; make sure that you may write there and that the disk is not full."
