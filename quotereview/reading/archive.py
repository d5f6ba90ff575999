"""Zip files of all that can be read: each member as if it lay in a folder; nothing is written, all is bounded."""

import io
import logging
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article
from quotereview.reading import formats
from quotereview.reading.documents import DOCUMENTS
from quotereview.reading.limits import LARGEST_FILE

log = logging.getLogger(__name__)

ENDINGS: tuple[str, ...] = (".zip",)
MOST_MEMBERS = 20_000
LARGEST_UNPACKED = 1_000_000_000  # bytes of all members together
DEEPEST = 1  # zips within a zip
_LARGEST_LIST = 8_000_000  # bytes of the list of members
_END = struct.Struct("<4s4H2LH")
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    struct.error,
)


@dataclass(slots=True)
class _Unpacking:
    """What may still be unpacked, and the encoding that an editor chose for texts, if any."""

    encoding: str | None
    size: int = LARGEST_UNPACKED
    members: int = MOST_MEMBERS


def knows(first: bytes) -> bool:
    """A zip file that does not begin as documents do."""
    return first.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not first[30:].startswith(DOCUMENTS)


def articles(name: str, file: BinaryIO, encoding: str | None = None) -> Iterator[Article | Unreadable]:
    """The articles of all members of the zip file called ``name``, and the reason for each that cannot be read."""
    yield from _opened(name, file, _Unpacking(encoding), 0)


def count(file: BinaryIO) -> int:
    """How many files a zip file holds, as its own list has it; one where that cannot be read."""
    try:
        _check_list("", file)
        with zipfile.ZipFile(file) as archive:
            return sum(map(_is_file, archive.infolist()))
    except (Unreadable, *_FAULTS):
        return 1


def _opened(name: str, file: BinaryIO, left: _Unpacking, depth: int) -> Iterator[Article | Unreadable]:
    try:
        _check_list(name, file)
        archive = zipfile.ZipFile(file)
    except Unreadable as error:
        yield error
        return
    except _FAULTS:
        yield Unreadable(f"“{name}” is a damaged zip file; make it anew.")
        return
    with archive:
        members = sorted(filter(_is_file, archive.infolist()), key=lambda member: member.filename)
        if not members:
            yield Unreadable(f"“{name}” is empty; there is nothing in it to read.")
        for member in members:
            for found in _member(name, archive, member, left, depth):
                yield _placed(found, member.filename)


def _placed(found: Article | Unreadable, path: str) -> Article | Unreadable:
    """What became of a member; of one that is refused it is told where in the zip file it lies."""
    if not isinstance(found, Unreadable):
        return found
    return Unreadable(str(found), "/".join(filter(None, (path, found.within))))


def _member(
    name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: _Unpacking, depth: int
) -> Iterator[Article | Unreadable]:
    shown = f"{name}: {member.filename}"
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or not path.name or ":" in path.parts[0]:
        yield Unreadable(f"“{shown}” names a place outside of the zip file; such a file is not to be trusted.")
        return
    try:
        content = _unpacked(shown, archive, member, left)
    except Unreadable as error:
        yield error
        return
    except _FAULTS:
        yield Unreadable(
            f"“{shown}” is damaged or locked with a password; unpack the zip file, and open what is in it."
        )
        return
    try:
        for found in _read(path.name, content, left, depth):
            yield Unreadable(f"In “{name}”: {found}", found.within) if isinstance(found, Unreadable) else found
    except Exception:  # a bug met in one member must not cost the editor the rest of the zip file
        log.exception("reading failed in %s", shown)
        yield Unreadable(f"This program failed on “{shown}”, its log says where; the rest was read.")


def _read(name: str, content: bytes, left: _Unpacking, depth: int) -> Iterator[Article | Unreadable]:
    file = io.BytesIO(content)
    kind = formats.format_of(name, content[: formats.ENOUGH])
    if kind is None or kind.ENDINGS is not ENDINGS:
        yield from formats.read(name, io.BufferedReader(file), left.encoding)
    elif depth >= DEEPEST:
        yield Unreadable(f"“{name}” is a zip file within a zip file within a zip file; unpack it first.")
    else:
        yield from _opened(name, file, left, depth + 1)


def _unpacked(shown: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: _Unpacking) -> bytes:
    if left.members <= 0 or left.size <= 0:
        raise Unreadable(
            f"“{shown}” was left out: a zip file may hold {MOST_MEMBERS:,} files and unpack to 1 GB; split it."
        )
    if member.file_size > LARGEST_FILE:
        raise Unreadable(f"“{shown}” unpacks to more than 30 MB, too large to be one article; save its text alone.")
    with archive.open(member) as file:
        content = file.read(LARGEST_FILE + 1)  # a member that lies of its size is unpacked this far and no further
    left.members -= 1
    left.size -= len(content)
    return content


def _check_list(name: str, file: BinaryIO) -> None:
    """Raises Unreadable where the list of members is too long to be read at all, however many it says there are."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 65_600))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise Unreadable(f"“{name}” is a damaged zip file; make it anew.")
    if _END.unpack_from(tail, at)[5] > _LARGEST_LIST:
        raise Unreadable(f"“{name}” holds more files than the {MOST_MEMBERS:,} that can be read at once; split it.")
    file.seek(0)


def _is_file(member: zipfile.ZipInfo) -> bool:
    return not member.filename.endswith("/") and not _is_hidden(member.filename)


def _is_hidden(path: str) -> bool:
    """What a folder would not show either, and what a Mac adds."""
    return any(part == "__MACOSX" or (part.startswith(".") and part not in (".", "..")) for part in path.split("/"))
