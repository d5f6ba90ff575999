"""Which files this process has open as stores, so that it opens none of them a second time beside SQLite.

SQLite's locks on a POSIX system belong to the process: whoever opens such a file and closes it again gives up all of
them, whatever the file is called. Files are told apart by device and number, for which none has to be opened.
"""

import os
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

Place = tuple[int, int]
"""By which a file is known under any name: its device and its number there."""

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a store."""

_stores: dict[object, tuple[Path, Place | None]] = {}


class StoreInUse(OSError):
    """A file is the store that is open, or belongs to it."""

    def __init__(self) -> None:
        super().__init__("it belongs to the store of quotes that is open")


def place(path: Path) -> Place | None:
    """By which a file is told from another one of its name; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def begin(path: Path) -> object:
    """A store is open from now on, until ``end`` is told what this gives; it may be open more than once."""
    opening = object()
    _stores[opening] = path, place(path)
    return opening


def end(opening: object) -> None:
    """A store was closed that was opened so; told again, nothing more."""
    _stores.pop(opening, None)


def holds(path: Path) -> bool:
    """Whether a file is a store that is open, or one of those that SQLite puts beside it."""
    asked = place(path)
    return asked is not None and asked in set(_places())


def opened(path: Path) -> BufferedReader:
    """A file, to be read, that somebody named; raises StoreInUse instead of opening a store that is open."""
    if holds(path):
        raise StoreInUse
    return path.open("rb")


def _places() -> Iterator[Place | None]:
    for path, at in tuple(_stores.values()):
        yield at
        yield from (place(Path(f"{os.fspath(path)}{ending}")) for ending in BESIDE)
