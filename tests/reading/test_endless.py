"""Files without end: each is refused in a sentence, and little of it is read."""

import io
import os
from pathlib import Path
from typing import Any

import pytest

from quotereview import reading
from quotereview.errors import Unreadable
from quotereview.reading import formats

SIZE = 1_000_000_000
MOST_READ = 40_000_000
FILLED_WITH = {
    "nothing": b"\0",
    "letters": b"a",
    "lines": b"\n",
    "brackets": b"[",
    "elements": b"<a>",
    "quotes": b'"',
    "records": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999999999\r\n\r\n",
    "ends of zip files": b"PK\x05\x06" + b"\xff" * 18,
    "RTF": b"{\\rtf1",
    "PDF": b"%PDF-1.7\n",
}


class Endless(io.RawIOBase):
    """A file of 1 GB that is filled with the same over and over; it is written nowhere, and counts what is read."""

    def __init__(self, filling: bytes) -> None:
        self._filling = filling * (1_000_000 // len(filling))
        self._at = 0
        self.read_so_far = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, to: int, whence: int = os.SEEK_SET) -> int:
        self._at = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: SIZE}[whence] + to
        return self._at

    def readinto(self, buffer: Any) -> int:
        into = memoryview(buffer)
        start = self._at % len(self._filling)
        given = self._filling[start : start + min(len(into), SIZE - self._at)]
        into[: len(given)] = given
        self._at += len(given)
        self.read_so_far += len(given)
        return len(given)


@pytest.mark.parametrize("filling", FILLED_WITH)
@pytest.mark.parametrize("ending", [*formats.endings(), ""])
def test_a_file_without_end_is_refused_and_not_read_through(ending: str, filling: str) -> None:
    file = Endless(FILLED_WITH[filling])
    found = list(formats.read(f"big{ending}", io.BufferedReader(file)))
    assert len(found) == 1 and isinstance(found[0], Unreadable), found[:2]
    assert file.read_so_far < MOST_READ


def test_a_file_of_a_gigabyte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(SIZE)  # takes no room on the disk
    assert [str(one) for one in reading.read(path)] == [
        "“big.txt” is larger than 2 MB, too large for one article; split it and try again."
    ]
