"""The sheet as a spreadsheet, read back by another program's reader."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from quotereview.export import sheet as sheet_columns
from quotereview.export import xlsx
from quotereview.export.sheet import columns
from quotereview.model import Imprint, SheetRow
from tests.export import golden
from tests.export.rows import DECIDED, HOSTILE, ROWS

TITLES = [*(column.title for column in columns()), "Sheet"]


def page(*rows: SheetRow) -> Worksheet:
    sheet = load_workbook(BytesIO(xlsx.content(rows))).active
    assert isinstance(sheet, Worksheet)
    return sheet


def cell(sheet: Worksheet, row: int, title: str) -> Cell:
    found = sheet.cell(row, TITLES.index(title) + 1)
    assert isinstance(found, Cell)
    return found


def test_sheet_is_as_expected() -> None:
    rows = page(*ROWS).iter_rows(values_only=True)
    told = [f"{title}: {cell}" for row in rows for title, cell in zip(TITLES, row, strict=True) if cell is not None]
    golden.check("sheet.xlsx.txt", "\n".join([*told, ""]).encode())


def test_every_value_comes_back() -> None:
    sheet = page(*ROWS)
    assert [found.value for found in sheet[1]] == TITLES
    assert (cell(sheet, 2, "Quote").value, cell(sheet, 2, "Number").value) == (DECIDED.words, 1)
    assert cell(sheet, 2, "Published").value == datetime(2026, 5, 12)  # noqa: DTZ001 - a day, as the reader gives it
    assert cell(sheet, 3, "Quote").value == "«الجسر آمن»"
    assert cell(sheet, 3, "Speaker").value is None
    assert cell(sheet, 3, "Verdict").value == "not decided"
    assert cell(sheet, 5, "Verdict").value == "accepted in bulk, unread"


def test_no_cell_is_a_formula_or_a_link() -> None:
    sheet = page(HOSTILE)
    assert cell(sheet, 2, "Quote").value == HOSTILE.words
    assert cell(sheet, 2, "Quote").data_type == "s"
    assert cell(sheet, 2, "Note").value == HOSTILE.note
    assert cell(sheet, 2, "Article").hyperlink is None


def test_the_title_of_an_article_leads_to_its_page() -> None:
    link = cell(page(DECIDED), 2, "Article").hyperlink
    assert link is not None
    assert link.target == DECIDED.url
    assert cell(page(DECIDED), 2, "Article").value == DECIDED.article


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", f"https://a.example/{'a' * 2000}", ""])
def test_what_is_no_page_of_the_web_is_no_link(url: str) -> None:
    sheet = page(replace(DECIDED, url=url))
    assert cell(sheet, 2, "Article").hyperlink is None
    assert cell(sheet, 2, "Address").value == (url or None)


def test_head_stays_in_view_and_filters() -> None:
    sheet = page(*ROWS)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{cell(sheet, len(ROWS) + 1, TITLES[-1]).coordinate}"
    assert sheet.column_dimensions["E"].width >= 60


def test_cell_that_is_too_long_is_cut_with_a_mark() -> None:
    sheet = page(replace(DECIDED, words="a" * 40_000))
    words = cell(sheet, 2, "Quote").value
    assert isinstance(words, str)
    assert len(words) == sheet_columns.LONGEST_CELL
    assert words.endswith(" […]")


def test_evidence_stands_a_piece_a_line_in_a_row_that_is_high_enough() -> None:
    [_, row] = page(DECIDED).iter_rows(values_only=True)
    assert str(row[TITLES.index("Evidence")]).split("\n") == [
        "link: https://sana.example/readout, paragraph 4",
        f"file: readout.pdf, page 2, SHA-256 {'ef' * 32}",
        "transcript: press conference, 14:05",
    ]
    assert page(DECIDED).row_dimensions[2].height == (2 + 3 + 1) * xlsx.LINE


def test_row_is_as_high_as_its_words_need() -> None:
    sheet = page(replace(DECIDED, words="a few words " * 60), replace(DECIDED, words="word " * 4_000))
    assert sheet.row_dimensions[2].height == 11 * xlsx.LINE
    assert sheet.row_dimensions[3].height == xlsx.MOST_LINES * xlsx.LINE


def test_the_foot_of_each_page_says_who_wrote_it_and_under_which_seal() -> None:
    imprint = Imprint("Voss & Sons", datetime(2026, 5, 13, 8, 5, tzinfo=UTC), "ab" * 32, "quotereview 1.2.3")
    sheet = load_workbook(BytesIO(xlsx.content(ROWS, imprint))).active
    assert isinstance(sheet, Worksheet)
    told = str(sheet.oddFooter.left.text)
    assert told.startswith("Written by Voss && Sons, 2026-05-13 08:05 UTC") and told.endswith("ab" * 32)
