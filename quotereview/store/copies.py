"""What it takes to copy a store: it is only read, and stays as it is, down to its form."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from quotereview import in_use
from quotereview.errors import StoreFault
from quotereview.store.database import DAMAGED, PATIENCE, Connection, connect_to_copy, faults, refuse_nothing


@contextmanager
def newest_form(path: Path) -> Iterator[Path]:
    """A passing copy of the store at ``path``, of the newest form, found whole; raises StoreFault where it is not."""
    with TemporaryDirectory(prefix="quotereview-") as folder:
        copy = Path(folder) / "copy.qrev"
        snapshot(path, copy)
        with closing(connect_to_copy(path, copy)) as connection:
            refuse_damage(connection)
        yield copy


@contextmanager
def attached(connection: Connection, copy: Path) -> Iterator[None]:
    """The copy's tables beside a connection's own, under the name ``given``."""
    connection.rows("ATTACH ? AS given", (str(copy),))
    try:
        yield
    finally:
        connection.rows("DETACH given")


def snapshot(path: Path, to: Path) -> None:
    """Copy a store as it is now, also while a program writes to it; raises StoreFault."""
    refuse_nothing(path)
    with faults(path), closing(_reading(path)) as source, closing(sqlite3.connect(to)) as target:
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_master").fetchall()  # raises what `backup` would wait out for ever
        source.backup(target)


def _reading(path: Path) -> sqlite3.Connection:
    # Nobody writes to a store beside which there is no log, of either sort, unless it is ours and kept without one;
    # SQLite would leave a log there, or be refused its folder.
    logs = (path.with_name(f"{path.name}{ending}") for ending in ("-wal", "-journal"))
    quiet = "" if in_use.holds(path) or any(log.exists() for log in logs) else "&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{quiet}", uri=True, timeout=PATIENCE)


def refuse_damage(connection: Connection) -> None:
    """Raise StoreFault where the file is not whole, or a row names one that is not there."""
    whole = connection.value("PRAGMA quick_check") == "ok" and not connection.rows("PRAGMA foreign_key_check")
    if not whole:
        raise StoreFault(DAMAGED.format(connection.path))


@contextmanager
def written_beside(to: Path) -> Iterator[Path]:
    """A new file, for its owner alone, which takes the place of ``to`` when it is written whole."""
    unfinished = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        yield unfinished
        unfinished.replace(to)
    finally:
        unfinished.unlink(missing_ok=True)
