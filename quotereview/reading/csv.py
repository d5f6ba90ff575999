"""Tables (.csv, .tsv) of which a column holds the articles' words: one article a row."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, article_id
from quotereview.reading import jsonl, limits
from quotereview.reading.decoding import check_text, decode
from quotereview.reading.limits import LARGEST, too_large
from quotereview.reading.telling import Telling

ENDINGS: tuple[str, ...] = (".csv", ".tsv")
TEXTS = ("text", "body", "content", "article", "full_text", "fulltext", "story")
DELIMITERS = ",;\t|"

csv.field_size_limit(2 * LARGEST)


def knows(first: bytes) -> bool:  # noqa: ARG001 - a row may be a line of text as well
    """Nothing but the ending tells a table from text."""
    return False


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The articles of the table called ``name``, and the reason for each row that holds none."""
    try:
        text, encoding = decode(name, limits.whole_file(name, file))
        rows = _rows(name, text)
        header, _ = next(rows)
        columns = [column.strip().casefold() for column in header]
        words = next((columns.index(column) for column in TEXTS if column in columns), None)
        if words is None:
            raise Unreadable(f"“{name}” has no column of words; name one of its columns “text” in the first row.")
        for number, (row, lines) in enumerate(rows, 2):
            if any(cell.strip() for cell in row):
                yield _outcome(f"{name}, row {number}", row, lines.encode(encoding, "replace"), columns, words)
    except (Unreadable, StopIteration) as error:
        yield error if isinstance(error, Unreadable) else Unreadable(f"“{name}” is empty; there is nothing to read.")


def _outcome(place: str, row: list[str], original: bytes, columns: list[str], words: int) -> Article | Unreadable:
    text = row[words] if words < len(row) else ""
    try:
        if len(text.encode()) > LARGEST:
            raise too_large(place)
        check_text(place, text)
    except Unreadable as error:
        return error
    fields = dict(zip(columns, row, strict=False))
    telling = Telling()
    for field, names in jsonl.NAMES.items():
        for name in names:
            telling.tell(field, fields.get(name), f"column “{name}”")
    name = fields.get("id", "").strip() or place
    return Article(article_id(place, original), name, original, text, "utf-8", telling.described())


def _rows(name: str, text: str) -> Iterator[tuple[list[str], str]]:
    """Each row of a table with the lines that it was read from."""
    lines: list[str] = []
    source = io.StringIO(text, newline="")

    def noted() -> Iterator[str]:
        for line in source:
            lines.append(line)
            yield line

    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        for row in csv.reader(noted(), delimiter=delimiter):
            yield row, "".join(lines)
            lines.clear()
    except csv.Error as error:
        raise Unreadable(f"“{name}” is no table that can be read; save it as CSV anew ({error}).") from error
