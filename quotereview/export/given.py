"""A sheet that comes back, perhaps changed by somebody elsewhere: what each of its rows says, field by field."""

import csv
import json
import math
import operator
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path
from typing import Any

from quotereview import in_use
from quotereview.errors import Unreadable
from quotereview.export import json as json_sheet
from quotereview.export import sealing
from quotereview.export.sealing import Place, SheetSeal
from quotereview.export.sheet import ID, NUMBER, PAGE, SEAL, SEALED, SEALED_TITLES, SHEET, as_read, seal, told
from quotereview.model import SheetRow

LARGEST = 500_000_000
"""Bytes; a sheet of 100,000 quotes has less than half of that."""

_DAMAGED = (
    *(zlib.error, SyntaxError, EOFError, OSError, RuntimeError),
    *(KeyError, ValueError, IndexError, TypeError, AttributeError, OverflowError),
)
"""What openpyxl and what it rests on raise for a file that is damaged, or another program's; XML's are SyntaxErrors."""

MOST_ROWS, MOST_COLUMNS = 1_048_576, 500
"""How much of a spreadsheet is read: all rows that one can have, and many times the columns of ours."""

Fields = Mapping[str, str]
Alike = Callable[[str, str], bool]
_UNSEEN = re.compile(r"[\0-\x09\x0b-\x1f\x7f]")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
DIGITS = 1e-12
"""By which share of it a number may differ that a spreadsheet has rounded to the fifteen digits that it keeps."""

TITLES = frozenset({ID, SEAL})
"""The columns without which a sheet is none of ours; the others may have been left out when it was written."""


@dataclass(frozen=True, slots=True)
class GivenRow:
    """What a sheet says of one quote: where it stands there, all fields as text, and the seal under which it left.

    ``quote`` is its id, empty for a row that names none; ``sheet`` what it tells of the sheet that it was written in.
    """

    place: str
    quote: str
    fields: Fields
    seal: str
    sheet: Place | None = None

    @property
    def as_written(self) -> bool:
        """Whether nobody changed it since it was written."""
        return seal(self.fields) == self.seal


@dataclass(frozen=True, slots=True)
class GivenSheet:
    """The rows of a sheet, what a quote of the store says in the same form, and when two cells say the same there.

    ``lacks`` are the titles of the columns that were left out, of which nothing can be told.
    """

    rows: tuple[GivenRow, ...]
    told: Callable[[SheetRow], Fields]
    alike: Alike = operator.eq
    lacks: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()

    def fits(self, seal: SheetSeal, rows: Sequence[GivenRow]) -> bool:
        """Whether a sheet was written with these rows in this order, under the titles that there are."""
        return sealing.over([row.seal for row in rows], self.titles, seal) == seal.seal

    def as_meant(self, row: GivenRow, standing: Fields) -> GivenRow:
        """A row in the store's own letters, wherever it only spells otherwise what stands, as spreadsheets do."""
        return replace(
            row, fields={title: self._meant(said, standing.get(title)) for title, said in row.fields.items()}
        )

    def _meant(self, said: str, standing: str | None) -> str:
        return said if standing is None or not self.alike(said, standing) else standing


def read(path: Path) -> GivenSheet:
    """A sheet that ends in .csv, .xlsx or .json. Raises Unreadable where it is none of ours."""
    reader = {".csv": _csv, ".xlsx": _xlsx, ".json": _json}.get(path.suffix.lower())
    if reader is None:
        raise Unreadable(f"“{path.name}” cannot be read back; only sheets that end in .csv, .xlsx or .json can.")
    return reader(path.name, content_of(path))


def content_of(path: Path) -> bytes:
    """What the file of a sheet holds. Raises Unreadable where it cannot be read, or is too large for one."""
    try:
        with in_use.opened(path) as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise Unreadable(f"“{path}” cannot be read: {error.strerror or error}.") from error
    if len(content) > LARGEST:
        raise Unreadable(f"“{path.name}” is larger than 500 MB, too large for a sheet.")
    return content


def _csv(name: str, content: bytes) -> GivenSheet:
    csv.field_size_limit(LARGEST)  # one for all of the process, which anybody else may have set
    try:
        text = content.decode("utf-8-sig")
        head = text.partition("\n")[0]
        lines = list(csv.reader(StringIO(text, newline=""), delimiter=";" if ";" in head else ","))
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(f"“{name}” is no CSV in UTF-8; save the sheet as that and try again.") from error
    return _of_columns(name, lines, alike_untyped)


def _xlsx(name: str, content: bytes) -> GivenSheet:
    from zipfile import BadZipFile, ZipFile

    from openpyxl import load_workbook  # not before a sheet comes back

    try:
        if sum(part.file_size for part in ZipFile(BytesIO(content)).infolist()) > LARGEST:
            raise Unreadable(f"“{name}” unpacks to more than 500 MB, too much for a sheet.")
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        page = book[PAGE] if PAGE in book.sheetnames else book.worksheets[0]  # somebody may have added others
        page.reset_dimensions()  # how large it says it is may be far from true
        lines = list(_lines(page.iter_rows(values_only=True, max_col=MOST_COLUMNS)))
    except (BadZipFile, *_DAMAGED) as error:
        raise Unreadable(f"“{name}” is no spreadsheet that can be read; save it as .xlsx and try again.") from error
    return _of_columns(name, lines, alike)


def alike(one: str, other: str) -> bool:
    """Whether two cells say the same but for what spreadsheets drop unasked: tabs, and what else cannot be seen."""
    return _seen(one) == _seen(other)


def alike_untyped(one: str, other: str) -> bool:
    """Whether two cells say the same where spreadsheets take for a number whatever looks like one, such as 007."""
    return alike(one, other) or (
        bool(_NUMBER.fullmatch(one) and _NUMBER.fullmatch(other))
        and math.isclose(float(one), float(other), rel_tol=DIGITS)
    )


def _seen(words: str) -> str:
    return _UNSEEN.sub("", words)


def _lines(rows: Iterable[Sequence[object]]) -> Iterator[list[str]]:
    """The rows of a spreadsheet as texts, each no longer than the titles."""
    rows = islice(rows, MOST_ROWS)
    titles = [_cell(value) for value in next(rows, ())]
    width = len(titles) - next((at for at, title in enumerate(reversed(titles)) if title), len(titles))
    yield titles[:width]
    for row in rows:
        cells = row[:width]
        yield [_cell(value) for value in cells] if any(cells) else []


def _cell(value: object) -> str:
    """A cell as it was written: spreadsheets keep a day as a time, and a number with a point."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _of_columns(name: str, lines: Sequence[Sequence[str]], alike: Alike) -> GivenSheet:
    """The sheet whose first line are the titles, whatever their order, and whatever columns somebody added."""
    titles, *others = lines or [[]]
    if missing := sorted(TITLES - set(titles)):
        raise Unreadable(f"“{name}” is no sheet of quotes: it has no column “{missing[0]}”.")
    lacks = tuple(column.title for column in SEALED if column.title not in titles)
    sealed = frozenset(titles) & SEALED_TITLES
    return GivenSheet(_rows(titles, others), partial(told, titles=sealed), alike, lacks, sealed)


def _rows(titles: Sequence[str], others: Iterable[Sequence[str]]) -> tuple[GivenRow, ...]:
    rows = (dict(zip(titles, map(as_read, line), strict=False)) for line in others)
    return tuple(
        GivenRow(
            f"row {row.get(NUMBER) or number}",
            row.get(ID, ""),
            _sealed(row, titles),
            row.get(SEAL, ""),
            sealing.read(row.get(SHEET, "")),
        )
        for number, row in enumerate(rows, 1)
        if any(row.values())
    )


def _sealed(row: Fields, titles: Sequence[str]) -> Fields:
    return {column.title: row.get(column.title, "") for column in SEALED if column.title in titles}


def _json(name: str, content: bytes) -> GivenSheet:
    try:
        whole = json.loads(content)
        if whole["form"] != json_sheet.FORM or whole["version"] != json_sheet.VERSION:
            raise ValueError("another form")
        sheet = _sheet(whole)
        rows = tuple(_record(quote, sheet) for quote in whole["quotes"])
    except _DAMAGED as error:
        raise Unreadable(f"“{name}” is no sheet of quotes in JSON.") from error
    return GivenSheet(rows, lambda row: json_sheet.fields(json_sheet.sealed(row)))


def _sheet(whole: dict[str, Any]) -> SheetSeal | None:
    """The seal of the sheet, None where it was written without one."""
    if "sealed" not in whole:
        return None
    sealed, written = whole["sealed"], whole["written"] or {}
    return SheetSeal(int(sealed["quotes"]), str(sealed["seal"]), bool(sealed["nameless"]), written.get("chosen") or "")


def _record(given: dict[str, Any], sheet: SheetSeal | None) -> GivenRow:
    said = {key: value for key, value in given.items() if key not in ("number", "seal")}
    place = Place(int(given["number"]), sheet) if sheet else None
    return GivenRow(f"row {given['number']}", str(given["id"]), json_sheet.fields(said), str(given["seal"]), place)
