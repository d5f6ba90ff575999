"""JSON lines: one article a line, ``{"id", "text", …}``, with what the file says of outlet, date and headline."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, Described, Field, article_id
from quotereview.reading.decoding import check_text
from quotereview.reading.limits import LARGEST, LARGEST_FILE, too_large
from quotereview.reading.telling import Telling, whole

ENDINGS: tuple[str, ...] = (".jsonl", ".ndjson")
LONGEST_LINE = 4 * LARGEST  # escapes make a text of other scripts up to three times as long
MOST_REFUSED = 1_000  # lines in a row
MOST_BLANK = 1_000_000  # bytes of blank lines
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
NAMES = {
    Field.OUTLET: ("outlet", "publisher"),
    Field.HEADLINE: ("headline", "title"),
    Field.DECK: ("deck",),
    Field.BYLINE: ("byline",),
    Field.DATELINE: ("dateline",),
    Field.PUBLISHED: ("date", "published"),
    Field.UPDATED: ("updated",),
    Field.URL: ("url",),
    Field.EDITION: ("edition",),
    Field.WIRE_CREDIT: ("wire_credit",),
    Field.LANGUAGE: ("language",),
}
"""Under which names a field may stand; the first that holds a value counts."""


def knows(first: bytes) -> bool:  # noqa: ARG001 - a line of JSON may be a line of text as well
    """Nothing but the ending tells it from text."""
    return False


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The articles of the file called ``name``, line by line; a line that holds none gives the reason instead."""
    blank = refused = 0
    lines = iter(lambda: file.readline(LARGEST_FILE + 1), b"")
    for number, line in enumerate(lines, 1):
        content = line.removeprefix(BYTE_ORDER_MARK).strip()
        blank = 0 if content else blank + len(line)
        if len(line) > LARGEST_FILE or blank > MOST_BLANK or refused == MOST_REFUSED:
            yield Unreadable(
                f"The rest of “{name}” was left out: no article stands from line {number} on; check the file."
            )
            return
        if content:
            try:
                yield article(f"{name}, line {number}", content)
                refused = 0
            except Unreadable as error:
                refused += 1
                yield error


def article(place: str, line: bytes) -> Article:
    """The article of one line; its name is its id, or its ``place`` where it has none.

    Raises Unreadable if the line is no JSON object with a text.
    """
    if len(line) > LONGEST_LINE:
        raise too_large(place)
    return told(place, line, _fields(place, line), "utf-8")


def told(place: str, original: bytes, fields: dict[str, Any], encoding: str) -> Article:
    """The article of an object that was read from some bytes. Raises Unreadable if it has no text."""
    name = _id(fields) or place
    return Article(article_id(name, original), name, original, _text(place, fields), encoding, _described(fields))


def _fields(place: str, line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"“{place}” is not JSON; correct or remove the line ({_fault(error)}).") from error
    if not isinstance(fields, dict):
        raise Unreadable(f"“{place}” is not an article; a line must be an object with “id” and “text”.")
    return fields


def _fault(error: Exception) -> str:
    match error:
        case json.JSONDecodeError():
            return f"from column {error.colno} on"
        case UnicodeDecodeError():
            return "not UTF-8"
        case RecursionError():
            return "it is nested too deeply"
    return "it holds a number that is too long"


def _text(place: str, fields: dict[str, Any]) -> str:
    text = fields.get("text")
    if not isinstance(text, str):
        raise Unreadable(f"“{place}” has no “text”; add the article's words under that name.")
    text = whole(text)
    if len(text.encode()) > LARGEST:
        raise too_large(place)
    check_text(place, text)
    return text


def _id(fields: dict[str, Any]) -> str | None:
    """The id, as words or as a whole number; what is neither names nothing."""
    number = fields.get("id")
    return str(number) if type(number) is int else _words(fields, "id")


def _words(fields: dict[str, Any], *names: str) -> str | None:
    """The first of the named fields that holds words."""
    values = (fields.get(name) for name in names)
    return next((whole(value.strip()) for value in values if isinstance(value, str) and value.strip()), None)


def _described(fields: dict[str, Any]) -> tuple[Described, ...]:
    """What the line says of its article under the names that are in use."""
    telling = Telling()
    for field, names in NAMES.items():
        for name in names:
            telling.tell(field, fields.get(name), f"field “{name}”")
    return telling.described()
