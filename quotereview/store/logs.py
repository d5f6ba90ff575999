"""Whether the write-ahead log beside a store is whole: SQLite stops at a damaged place in it, and says nothing.

The form of the log is SQLite's own (https://www.sqlite.org/fileformat2.html#walformat).
"""

import shutil
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quotereview.errors import StoreFault

DAMAGED = (
    "The log {} is damaged, so what was ruled last will be missing: opening the store keeps a copy of both beside its "
    "backups; look there, and at the newest backup, for what is missing."
)
SET_ASIDE = (
    "The log of {} was damaged, so what was ruled last may be missing: look at the quotes you ruled on last. "
    "The store and its log as they were are kept in {}."
)
NOT_SET_ASIDE = (
    "The log of {} is damaged, and opening the store would lose it: copies of both could not be kept in {} ({}); "
    "make room there, or copy both by hand and delete the log."
)

_HEADER, _FRAME_HEADER = 32, 24
_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
_BYTES = 1 << 32

Sum = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Frame:
    """A page in the log: the mark of those written with it, whether it ends a transaction, its checksum, its bytes."""

    salts: bytes
    commits: bool
    checksum: Sum
    summed: bytes


def faults(store: Path) -> Iterator[str]:
    """A sentence if the log of a store that was not closed in order is damaged before its end.

    Where it ends in the middle of a transaction, that is what a crash leaves, and nothing is lost that was kept.
    """
    log = _log(store)
    try:
        written = log.read_bytes()
    except OSError:
        return
    if _broken(written):
        yield DAMAGED.format(log)


def set_aside(store: Path, to: Path) -> bool:
    """Keep a store and its log in a folder of their own, before SQLite throws the log away; whether it is damaged.

    Raises StoreFault where that is due and cannot be done.
    """
    if not any(faults(store)):
        return False
    try:
        to.mkdir(mode=0o700, parents=True)
        for file in (store, _log(store)):
            shutil.copy2(file, to)
    except OSError as fault:
        raise StoreFault(NOT_SET_ASIDE.format(store, to, fault.strerror or fault)) from fault
    return True


def _log(store: Path) -> Path:
    return store.with_name(f"{store.name}-wal")


def _broken(written: bytes) -> bool:
    """Whether transactions stand behind a place that is not as it was written."""
    if len(written) <= _HEADER:
        return False
    magic, _, page, _, *header = struct.unpack(">8I", written[:_HEADER])
    order, former = _MAGIC.get(magic, "<"), (header[2], header[3])
    sound = magic in _MAGIC and _sum((0, 0), written[:24], order) == former
    size, salts = (page, written[16:24]) if sound else (_page_size(written), written[_HEADER + 8 : _HEADER + 16])
    for frame in _frames(written, size):
        fits = frame.salts == salts and _sum(former, frame.summed, order) == frame.checksum
        if fits and frame.commits and not sound:
            return True
        sound, former = sound and fits, frame.checksum
    return False


def _page_size(written: bytes) -> int:
    """The size of the pages by how far the beginnings of the first two frames lie apart, which share their salts."""
    second = written.find(written[_HEADER + 8 : _HEADER + 16], _HEADER + _FRAME_HEADER)
    return second - 8 - _HEADER - _FRAME_HEADER if second > 0 else len(written)


def _frames(written: bytes, page: int) -> Iterator[_Frame]:
    size = _FRAME_HEADER + page
    for at in range(_HEADER, len(written) - size + 1, size):
        _, committed, _, _, one, two = struct.unpack(">6I", written[at : at + _FRAME_HEADER])
        summed = written[at : at + 8] + written[at + _FRAME_HEADER : at + size]
        yield _Frame(written[at + 8 : at + 16], bool(committed), (one, two), summed)


def _sum(former: Sum, content: bytes, order: str) -> Sum:
    """SQLite's checksum over some bytes, going on from the one before."""
    one, two = former
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        one = (one + even + two) % _BYTES
        two = (two + odd + one) % _BYTES
    return one, two
