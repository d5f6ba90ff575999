"""A spreadsheet with filters and a head that stays in view; every cell is text, a number or a date, never a formula.

The title of an article leads to its address, where that is one of the web.
"""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from quotereview.export.sheet import PAGE, Cell, Column, leads_to_a_page, plain, table
from quotereview.model import Imprint, SheetRow

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_FOOT = 240
MOST_ADDRESSES = 65_000
"""How many links spreadsheets can hold, about; beyond that the title stands without."""

LINKED = "Article"
LINE = 15.0
MOST_LINES = 25


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None, titles: Sequence[str] = ()) -> bytes:
    """The sheet's file in some columns, or all; the imprint stands at the foot of each page that is printed."""
    from xlsxwriter import Workbook  # not before there is a sheet to write

    wanted, lines = table(rows, imprint, titles)
    linked = next((place for place, column in enumerate(wanted) if column.title == LINKED), None)
    out = BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        page = book.add_worksheet(PAGE)
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        _lay_out(page, wanted, len(rows), head)
        if imprint:
            page.set_footer(f"&L&8{_foot(imprint).replace('&', '&&')}")
        text = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        for number, (row, cells) in enumerate(zip(rows, lines, strict=True), 1):
            page.set_row(number, _height(cells, wanted))
            for place, cell in enumerate(cells):
                _put(page, (number, place), cell, text, day)
            if linked is not None and row.url and number <= MOST_ADDRESSES and leads_to_a_page(row.url):
                page.write_url(number, linked, row.url, text, plain(row.article))
    return out.getvalue()


def _foot(imprint: Imprint) -> str:
    return f"{imprint.line} {imprint.chosen}"[:LONGEST_FOOT].rstrip()


def _lay_out(page: "Worksheet", wanted: Sequence[Column], rows: int, head: "Format") -> None:
    for place, column in enumerate(wanted):
        page.set_column(place, place, column.width)
        page.write_string(0, place, column.title, head)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, rows, len(wanted) - 1)
    page.set_landscape()
    page.repeat_rows(0)


def _height(cells: Sequence[Cell], wanted: Sequence[Column]) -> float:
    """What the wrapped cells of a row need, in points; not every program finds it out for itself."""
    wrapped = ((str(cell), column) for cell, column in zip(cells, wanted, strict=True) if column.wrapped)
    lines = (sum(len(line) // column.width + 1 for line in words.split("\n")) for words, column in wrapped)
    return LINE * min(max(lines, default=1), MOST_LINES)


def _put(page: "Worksheet", place: tuple[int, int], cell: Cell, text: "Format", day: "Format") -> None:
    match cell:
        case None | "":
            page.write_blank(*place, None, text)
        case date():
            page.write_datetime(*place, cell, day)
        case int():
            page.write_number(*place, cell, text)
        case _:
            page.write_string(*place, plain(cell), text)
