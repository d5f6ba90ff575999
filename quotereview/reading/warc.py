"""Web archives (.warc, packed or not): each page that was captured as a page with its address; nothing is fetched.

Read by the few rules of the form here, since what libraries hand over of a record are its parts, and an article keeps
the very bytes of it, head and all; so it takes no extra, either.
"""

import gzip
import os
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, cast

from quotereview.errors import Unreadable
from quotereview.model import Article, Field
from quotereview.reading import web_page
from quotereview.reading.copy import Copy
from quotereview.reading.decoding import Declared
from quotereview.reading.limits import LARGEST_FILE

ENDINGS: tuple[str, ...] = (".warc", ".warc.gz")
MOST_RECORDS = 50_000
LARGEST_UNPACKED = 2_000_000_000  # bytes of all records together
_MOST_BLANK = 1_000  # lines between records
_LONGEST_HEAD = 100_000  # bytes
_AT_ONCE = 1_000_000
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_CAPTURED = frozenset({"response", "resource"})
_LENGTH = re.compile("[0-9]{1,15}")
_PACKED = zlib.MAX_WBITS | 32  # gzip or zlib, whichever it is
_FAULTS = (gzip.BadGzipFile, EOFError, zlib.error)

Head = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Record:
    """What was captured once: its head, and its bytes with the head; no bytes where it is too large or no page."""

    head: Head
    original: bytes
    block: bytes


def knows(first: bytes) -> bool:
    """A web archive begins with its version, packed or not."""
    if first.startswith(b"\x1f\x8b"):
        try:
            first = zlib.decompressobj(_PACKED).decompress(first, 16)
        except zlib.error:
            return False
    return first.startswith(b"WARC/")


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The articles of the pages in an archive, and the reason for each that holds none; all else is passed over."""
    found = False
    try:
        for record in _records(name, _unpacked(file)):
            if record.block and _is_captured(record):
                found = True
                yield _outcome(name, record)
    except Unreadable as error:
        yield error
        return
    except _FAULTS:
        yield _damaged(name, "it cannot be unpacked")
        return
    if not found:
        yield Unreadable(f"“{name}” holds no web pages that were captured; check that it is the right archive.")


def _unpacked(file: BinaryIO) -> BinaryIO:
    first = file.read(2)
    file.seek(-len(first), os.SEEK_CUR)
    return cast(BinaryIO, gzip.GzipFile(fileobj=file)) if first == b"\x1f\x8b" else file


def _records(name: str, file: BinaryIO) -> Iterator[_Record]:
    """The records in their order. Raises Unreadable where there are too many, and where one is cut off or none."""
    left = LARGEST_UNPACKED
    for _ in range(MOST_RECORDS):
        written = _written_head(name, file)
        if not written:
            return
        head = _head(written)
        length = _length(name, head)
        left -= length
        if left < 0:
            break
        block = _block(name, file, length, head.get("warc-type") in _CAPTURED and length <= LARGEST_FILE)
        yield _Record(head, written + block, block)
    raise Unreadable(
        f"The rest of “{name}” was left out: an archive may hold {MOST_RECORDS:,} records and 2 GB; split it."
    )


def _written_head(name: str, file: BinaryIO) -> bytes:
    """The head of the next record with the blank line that ends it, nothing at the end of the file."""
    lines = iter(lambda: file.readline(_LONGEST_HEAD), b"")
    line = next((line for line in islice(lines, _MOST_BLANK) if line.strip()), b"")
    line = line or file.readline(_LONGEST_HEAD)
    if line and not line.startswith(b"WARC/"):
        raise _damaged(name, "no record begins there")
    head = line
    while line.strip():
        line = file.readline(_LONGEST_HEAD)
        head += line
        if len(head) > _LONGEST_HEAD:
            raise Unreadable(f"“{name}” holds a record with a head that is too long; get it anew.")
    return head


def _length(name: str, head: Head) -> int:
    """How many bytes a record holds. Raises Unreadable where its head does not say so."""
    said = head.get("content-length", "")
    if not _LENGTH.fullmatch(said):
        raise _damaged(name, "a record does not say how long it is")
    return int(said)


def _block(name: str, file: BinaryIO, length: int, wanted: bool) -> bytes:
    """What a record holds, nothing where it is not wanted. Raises Unreadable where the file ends in it."""
    if wanted:
        block = file.read(length)
        length -= len(block)
    else:
        block = b""
        while length and (passed := len(file.read(min(length, _AT_ONCE)))):
            length -= passed
    if length:
        raise _damaged(name, "it ends within a record")
    return block


def _damaged(name: str, why: str) -> Unreadable:
    return Unreadable(f"“{name}” is a damaged web archive from here on; get it anew ({why}).")


def _head(written: bytes) -> Head:
    """The fields of a head by their names in lower case."""
    lines = (line.partition(":") for line in written.decode("utf-8", "replace").splitlines()[1:])
    return {name.strip().lower(): value.strip() for name, _, value in lines}


def _is_captured(record: _Record) -> bool:
    """Whether a record holds a page as it was sent."""
    head = record.head
    if head["warc-type"] == "response":
        if not record.block.startswith(b"HTTP/") or record.block.split(None, 2)[1:2] != [b"200"]:
            return False
        head = _head(record.block.partition(b"\r\n\r\n")[0])
    return head.get("content-type", "").partition(";")[0].strip().lower() in _PAGES


def _outcome(name: str, record: _Record) -> Article | Unreadable:
    address = record.head.get("warc-target-uri", "").strip("<>")
    place = f"{name}, {address}"
    try:
        head, page = _sent(place, record)
        _, _, charset = head.get("content-type", "").partition("charset=")
        copy = Copy()
        origin = f"WARC-Target-URI, captured {record.head.get('warc-date', 'at a time not told')}"
        copy.telling.tell(Field.URL, address, origin)
        said = Declared(charset.strip(" \"'").partition(";")[0], "header Content-Type") if charset else None
        decoded = web_page.write(copy, place, page, said)
        return copy.article(place, record.original, decoded.encoding)
    except Unreadable as error:
        return error


def _sent(place: str, record: _Record) -> tuple[Head, bytes]:
    """What was said of a page, and its bytes. Raises Unreadable where they are packed in a way that is not known."""
    if record.head["warc-type"] != "response":
        return record.head, record.block
    written, _, body = record.block.partition(b"\r\n\r\n")
    head = _head(written)
    if head.get("transfer-encoding", "").lower() == "chunked":
        body = _put_together(body)
    packing = head.get("content-encoding", "identity").lower()
    if packing in ("gzip", "x-gzip", "deflate"):
        body = _unpacked_body(place, body)
    elif packing != "identity" and not web_page.knows(body):  # some archives hold what was unpacked already
        raise Unreadable(f"“{place}” is packed by “{packing}”, which is not read here; save the page from a browser.")
    return head, body


def _put_together(body: bytes) -> bytes:
    """A body that was sent in pieces, each behind its length; as it is where it is in one piece already."""
    pieces: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at)) >= 0:
        try:
            length = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            return body
        if length <= 0:
            return b"".join(pieces)
        pieces.append(body[end + 2 : end + 2 + length])
        at = end + 4 + length
    return b"".join(pieces) or body


def _unpacked_body(place: str, body: bytes) -> bytes:
    try:
        content = zlib.decompressobj(_PACKED).decompress(body, LARGEST_FILE + 1)
    except zlib.error:
        return body  # unpacked already
    if len(content) > LARGEST_FILE:
        raise Unreadable(f"“{place}” unpacks to more than 30 MB, too large to be one article; save its text alone.")
    return content
