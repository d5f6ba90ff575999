"""Which module reads a file: by its first bytes where they tell, since endings lie, else by its ending."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points
from io import BufferedReader
from pathlib import PurePath
from typing import BinaryIO, Protocol

from quotereview.errors import Unreadable
from quotereview.model import Article
from quotereview.reading import (
    archive,
    csv,
    docx,
    feeds,
    jsonl,
    messages,
    newsml,
    ninjs,
    nitf,
    odt,
    pdf,
    plain,
    rtf,
    warc,
    web_page,
)
from quotereview.reading.naming import LONGEST_SENTENCE, in_a_line

log = logging.getLogger(__name__)

PLUG_INS = "quotereview.readers"
"""The group of entry points by which another package adds a format; each names an object that is a ``Format``."""
ENOUGH = 4096  # bytes by which a format may know a file
DATABASE = b"SQLite format 3\0"
"""How a store begins, whatever it is called."""


class Format(Protocol):
    """What a module must offer to read a kind of file."""

    ENDINGS: tuple[str, ...]

    def knows(self, first: bytes) -> bool:
        """Whether the first bytes of a file, ``ENOUGH`` of them where there are so many, can be of this format only."""

    def articles(self, name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
        """The articles of an open file, and the reason for each one that cannot be had; nothing is raised."""


class EncodedFormat(Format, Protocol):
    """A format of texts that do not always say in which encoding they are."""

    def articles(self, name: str, file: BinaryIO, encoding: str | None = None) -> Iterator[Article | Unreadable]:
        """As of any format, read in the encoding that an editor chose, if any."""


ENCODED: tuple[EncodedFormat, ...] = (plain, csv, web_page, messages, archive)
FORMATS: tuple[Format, ...] = (
    *(plain, jsonl, csv, web_page, docx, odt, rtf, pdf, messages, warc, feeds, nitf, newsml, ninjs),
    archive,  # after the documents that are zip files, too
)


@cache
def all_formats() -> tuple[Format, ...]:
    """Our own formats, then those of plug-ins."""
    return (*FORMATS, *_plugged_in())


def read(name: str, file: BufferedReader, encoding: str | None = None) -> Iterator[Article | Unreadable]:
    """The articles of an open file of that name, and the reason for each one that cannot be had.

    Texts that may be in any encoding are read in the one that an editor chose, if any.
    """
    first = file.peek(ENOUGH)[:ENOUGH]
    if first.startswith(DATABASE):
        yield Unreadable(
            f"“{name}” is a database, such as a store of quotes, and no article: open a store in its place."
        )
        return
    kind = format_of(name, first)
    encoded = next((one for one in ENCODED if one is kind), None)
    if kind is None:
        yield Unreadable(f"“{name}” is of a kind that cannot be read; the endings that can are {', '.join(endings())}.")
        return
    nothing = True
    for found in encoded.articles(name, file, encoding) if encoded else kind.articles(name, file):
        nothing = False
        yield _in_a_line(found)
    if nothing:
        yield Unreadable(f"“{name}” is empty; there is nothing in it to read.")


def _in_a_line(found: Article | Unreadable) -> Article | Unreadable:
    """What was read, under a name that can be shown; or why nothing was, in a sentence that can be."""
    if isinstance(found, Article):
        return replace(found, name=in_a_line(found.name))
    return Unreadable(in_a_line(str(found), LONGEST_SENTENCE), in_a_line(found.within, LONGEST_SENTENCE))


def format_of(name: str, first: bytes) -> Format | None:
    """The format of a file with such a name and first bytes, None where it is of no known kind."""
    ending = PurePath(name).suffix.lower()
    by_name = [kind for kind in all_formats() if ending in kind.ENDINGS]
    knowing = [kind for kind in all_formats() if kind.knows(first)]
    agreeing = [kind for kind in knowing if kind in by_name]
    return next(iter((*agreeing, *knowing, *by_name)), None)


def endings() -> Iterator[str]:
    """The endings of the files that can be read."""
    return (ending for ending in dict.fromkeys(ending for kind in all_formats() for ending in kind.ENDINGS) if ending)


def _plugged_in() -> Iterator[Format]:
    for point in sorted(entry_points(group=PLUG_INS), key=lambda point: point.name):
        try:
            yield point.load()
        except Exception:
            log.exception("the plug-in %s cannot be loaded", point.value)
