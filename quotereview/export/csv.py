"""Comma-separated values that a spreadsheet opens as text, whatever a cell begins with."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from quotereview.export.sheet import AS_TEXT, FORMULA_STARTS, table
from quotereview.model import Imprint, SheetRow, band

LINE_END = "\r\n"

FOUND_COLUMNS = (
    "article",
    "start",
    "end",
    "kind",
    "zone",
    "partial",
    "speaker",
    "speaker type",
    "source",
    "source kind",
    "carried",
    "confidence",
    "words",
    "reason",
)


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None, titles: Sequence[str] = ()) -> bytes:
    """The sheet's file in some columns, or all; with a byte order mark, by which spreadsheets know UTF-8.

    The imprint is in the seal of the sheet alone: a line that is no row would be read as one.
    """
    columns, cells = table(rows, imprint, titles)
    lines = [line(column.title for column in columns), *map(line, cells)]
    return "".join(f"{line}{LINE_END}" for line in lines).encode("utf-8-sig")


def found_lines(record: dict[str, Any]) -> Iterator[str]:
    """A line for each passage of one article's record (see ``jsonl.record``), under ``FOUND_COLUMNS``."""
    for item in record["quotes"]:
        speaker, source = item["speaker"] or {}, item["source"] or {}
        yield line(
            (
                record["id"],
                item["start"],
                item["end"],
                item["kind"],
                item["zone"],
                "yes" if item["partial"] else "",
                speaker.get("name"),
                speaker.get("type"),
                source.get("name"),
                source.get("kind"),
                "yes" if source.get("carried") else "",
                band(item["confidence"]).value,
                item["text"],
                item["reason"],
            )
        )


def line(cells: Iterable[object]) -> str:
    """One line; a cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    out = StringIO()
    csv.writer(out, lineterminator=LINE_END).writerow([_safe(cell) for cell in cells])
    return out.getvalue().removesuffix(LINE_END)


def _safe(cell: object) -> object:
    risky = isinstance(cell, str) and cell.startswith(FORMULA_STARTS)
    return f"{AS_TEXT}{cell}" if risky else cell
