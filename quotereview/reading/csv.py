"""Tables (.csv, .tsv) of which a column holds the articles' words: one article a row."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, Field, article_id
from quotereview.reading import jsonl, limits
from quotereview.reading.decoding import Decoded, check_text, decode
from quotereview.reading.limits import LARGEST, too_large
from quotereview.reading.telling import Telling

ENDINGS: tuple[str, ...] = (".csv", ".tsv")
TEXTS = ("text", "body", "content", "article", "full_text", "fulltext", "story")
MOST_LINES = 1_000_000
DELIMITERS = ",;\t|"
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")


def knows(first: bytes) -> bool:  # noqa: ARG001 - a row may be a line of text as well
    """Nothing but the ending tells a table from text."""
    return False


def articles(name: str, file: BinaryIO, encoding: str | None = None) -> Iterator[Article | Unreadable]:
    """The articles of the table called ``name``, and the reason for each row that holds none."""
    try:
        original = limits.whole_file(name, file)
        table = decode(name, original, chosen=encoding)
        rows = _rows(name, table.text, _lines(name, original, table))
        header, _ = next(rows)
        columns = [column.strip().casefold() for column in header]
        words = next((column for column in TEXTS if column in columns), None)
        if words is None:
            raise Unreadable(f"“{name}” has no column of words; name one of its columns “text” in the first row.")
        for number, (row, lines) in enumerate(rows, 2):
            fields = dict(zip(columns, row, strict=False))
            if any(cell.strip() for cell in row):
                yield _outcome(f"{name}, row {number}", fields, words, lines, table)
    except (Unreadable, StopIteration) as error:
        yield error if isinstance(error, Unreadable) else Unreadable(f"“{name}” is empty; there is nothing to read.")


def _outcome(place: str, fields: dict[str, str], words: str, original: bytes, table: Decoded) -> Article | Unreadable:
    text = fields.get(words, "")
    try:
        if len(text.encode()) > LARGEST:
            raise too_large(place)
        check_text(place, text)
    except Unreadable as error:
        return error
    telling = Telling()
    telling.tell(Field.ENCODING, table.encoding, table.origin)
    for field, names in jsonl.NAMES.items():
        for name in names:
            telling.tell(field, fields.get(name), f"column “{name}”")
    name = table.named(fields.get("id", "").strip() or place)
    return Article(article_id(name, original), name, original, text, table.encoding, telling.described())


def _rows(name: str, text: str, originals: Sequence[bytes]) -> Iterator[tuple[list[str], bytes]]:
    """Each row of a table with the bytes of its lines; ``originals`` are those of all lines of its text."""
    csv.field_size_limit(2 * LARGEST)  # one for all of the process, which anybody else may have set
    source = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    done = 0
    try:
        for row in source:
            yield row, b"".join(originals[done : source.line_num])
            done = source.line_num
    except csv.Error as error:
        sentence = f"“{name}” has a cell without end in the row from line {done + 1} on; save it as CSV anew."
        raise Unreadable(sentence) from error


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def _lines(name: str, original: bytes, table: Decoded) -> Sequence[bytes]:
    """The bytes of each line with its end, as they stand in the table. Raises Unreadable where they cannot be told."""
    if table.text.count("\n") + table.text.count("\r") > MOST_LINES:
        raise Unreadable(f"“{name}” holds more than {MOST_LINES:,} lines; split it and try again.")
    texts = io.StringIO(table.text, newline="").readlines()
    if table.encoding.startswith(("utf-16", "utf-32")):  # in which a byte of a line end may be half of another letter
        return [line.encode(table.encoding) for line in texts]
    lines = _LINE.findall(original)
    if len(lines) != len(texts):
        raise Unreadable(f"“{name}” cannot be cut into its rows in {table.encoding}; save it as UTF-8 and try again.")
    return lines
