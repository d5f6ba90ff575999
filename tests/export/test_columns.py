"""Columns chosen for a sheet: in their order, never without the verdict, and still to be verified."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from quotereview.errors import Unwritable
from quotereview.export import CHOOSABLE, has_columns, read, write
from quotereview.export.printed import cells, columns
from quotereview.export.sheet import chosen
from quotereview.export.sheet import columns as sheet_columns
from quotereview.model import SheetRow
from tests.export.programs import needs_pdftotext, words_of_pdf
from tests.export.rows import DECIDED, ROWS, UNDECIDED

TITLES = ("Note", "speaker", "QUOTE", "Note")
AS_CHOSEN = ["Note", "Speaker", "Quote", "Verdict"]


def written(to: Path, *titles: str, rows: tuple[SheetRow, ...] = ROWS) -> Path:
    write(rows, to, None, titles)
    return to


def test_no_choice_is_every_column() -> None:
    assert tuple(column.title for column in chosen(()) if column.title != "Quote id") == CHOOSABLE


def test_the_page_on_sheets_says_what_each_column_means() -> None:
    page = (Path(__file__).parents[2] / "docs" / "sheets.md").read_text(encoding="utf-8")
    told = set(re.findall(r"\*([^*|]+)\*", page.partition("### What they mean")[2].partition("\n## ")[0]))
    assert {column.title for column in sheet_columns()} <= told


def test_a_title_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(Unwritable, match=r"There is no column “Speeker”; there are Number, Outlet, .*Language model\."):
        chosen(["Quote", "Speeker"])


def test_a_choice_keeps_its_order_and_the_verdict() -> None:
    assert [column.title for column in chosen(TITLES)] == AS_CHOSEN


def test_a_spreadsheet_has_what_was_chosen_and_by_what_it_is_read_back(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path / "s.xlsx", *TITLES)).active
    lines = list(sheet.iter_rows(values_only=True))
    assert list(lines[0]) == [*AS_CHOSEN, "Quote id", "Seal", "Sheet"]
    assert lines[1][:4] == (DECIDED.note, DECIDED.speaker, DECIDED.words, "confirmed")
    assert sheet.auto_filter.ref == "A1:G5"


def test_the_title_of_an_article_is_a_link_wherever_it_stands(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path / "s.xlsx", "Speaker", "Article", "Quote")).active
    assert sheet.cell(2, 2).hyperlink.target == DECIDED.url
    assert sheet.cell(2, 1).hyperlink is None


@pytest.mark.parametrize("name", ["s.csv", "s.xlsx"])
@pytest.mark.parametrize("titles", [(), TITLES, ("Published", "Hands", "Evidence")])
def test_the_seal_is_over_the_columns_that_there_are(tmp_path: Path, name: str, titles: tuple[str, ...]) -> None:
    sheet = read(written(tmp_path / name, *titles))
    assert all(row.as_written for row in sheet.rows)
    assert [row.fields for row in sheet.rows] == [sheet.told(row) for row in ROWS]
    assert {*sheet.lacks}.isdisjoint(sheet.rows[0].fields)
    assert bool(sheet.lacks) is bool(titles)


def test_a_changed_cell_breaks_it(tmp_path: Path) -> None:
    sheet = written(tmp_path / "s.csv", *TITLES)
    sheet.write_bytes(sheet.read_bytes().replace(b"Nadim Qassar", b"Nobody"))
    assert [row.as_written for row in read(sheet).rows] == [False, True, True, False]


def test_what_is_printed_is_what_was_chosen_and_what_is_told_differently() -> None:
    assert [(column.name, column.title) for column in columns(TITLES)][:2] == [("note", "Note"), ("speaker", "Speaker")]
    note, speaker, quote, verdict = cells(DECIDED, TITLES)
    assert (note.main, speaker.main, speaker.quiet, verdict.main) == (DECIDED.note, DECIDED.speaker, (), "confirmed")
    assert quote.quiet[0].startswith("! told differently")
    assert cells(UNDECIDED, TITLES)[-1].main == "not decided"
    assert 0 < sum(column.share for column in columns(TITLES)) <= 100


def test_a_page_has_room_for_a_few_columns_each_with_its_name() -> None:
    names = {column.name for start in range(0, len(CHOOSABLE), 8) for column in columns(CHOOSABLE[start : start + 8])}
    assert len(names) == len(CHOOSABLE)
    with pytest.raises(Unwritable, match="room for 12 columns, not for 15"):
        columns(CHOOSABLE[:15])


@needs_pdftotext
def test_a_pdf_has_the_columns_that_were_chosen(tmp_path: Path) -> None:
    told = words_of_pdf(written(tmp_path / "s.pdf", "Number", *TITLES), "-layout")
    assert "Those people" in told
    assert "Nadim Qassar" in told
    assert "Gulf Courier" not in told


@pytest.mark.parametrize("name", ["s.html", "s.md", "s.docx"])
def test_a_printed_sheet_leaves_out_what_was_not_chosen(tmp_path: Path, name: str) -> None:
    words = shown(written(tmp_path / name, "Quote", "Outlet", rows=(replace(DECIDED, conflicts=()),)))
    assert "Those people are welcome home" in words
    assert "Gulf Courier" in words
    assert "confirmed" in words
    assert "Nadim Qassar" not in words
    assert "Mara Voss" not in words


def shown(sheet: Path) -> str:
    """What a printed sheet says."""
    if sheet.suffix != ".docx":
        return sheet.read_text(encoding="utf-8")
    book = Document(BytesIO(sheet.read_bytes()))
    return "\n".join(cell.text for row in book.tables[0].rows for cell in row.cells)


@pytest.mark.parametrize(("name", "has"), [("a.XLSX", True), ("a.md", True), ("a.json", False), ("a", False)])
def test_tables_have_columns(name: str, has: bool) -> None:
    assert has_columns(Path(name)) is has
