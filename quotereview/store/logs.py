"""Whether the write-ahead log beside a store is whole: SQLite stops at a damaged place in it, and says nothing.

The form of the log is SQLite's own (https://www.sqlite.org/fileformat2.html#walformat).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DAMAGED = (
    "The log {} is damaged, so what was ruled last will be missing: copy it and the store to another place before "
    "anything opens them, and see what is missing against the newest backup."
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
    log = store.with_name(f"{store.name}-wal")
    try:
        written = log.read_bytes()
    except OSError:
        return
    if _broken(written):
        yield DAMAGED.format(log)


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
