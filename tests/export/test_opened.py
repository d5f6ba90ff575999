"""Sheets opened by LibreOffice: every word is there, and no cell is a formula."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from quotereview.export import write
from quotereview.export.sheet import columns
from tests.export.programs import (
    CSV_AS_PROPOSED,
    OpenedCell,
    cells,
    converted,
    needs_office,
    needs_pdftotext,
    words_of_pdf,
)
from tests.export.rows import DECIDED, HOSTILE, ROWS
from tests.export.test_json import IMPRINT

pytestmark = needs_office

TITLES = [column.title for column in columns()]
RISKY = ("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(A1)", "＝1", "\t=1", "-2+3", "=cmd|' /C calc'!A0")
SPEAKERS = [replace(HOSTILE, number=number, speaker=words, note=words) for number, words in enumerate(RISKY, 5)]
WORDS = ("“Those people are welcome home,”", "«الجسر آمن»", "Nadim Qassar", "<script>alert(1)</script>", "not decided")

Sheet = list[dict[str, OpenedCell]]


def opened(folder: Path, ending: str, form: str, *options: str) -> Path:
    """A sheet as LibreOffice writes it in a form of its own."""
    sheet = folder / f"sheet{ending}"
    write([*ROWS, *SPEAKERS], sheet, IMPRINT)
    return converted(sheet, form, *options)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sheet]:
    """The rows of both spreadsheets as LibreOffice has them, by their titles."""
    told = {}
    for ending, options in ((".xlsx", ()), (".csv", (CSV_AS_PROPOSED,))):
        head, *rows = cells(opened(tmp_path_factory.mktemp("sheet"), ending, "fods", *options))
        assert [cell.words for cell in head[: len(TITLES)]] == TITLES
        told[ending] = [dict(zip(TITLES, row, strict=False)) for row in rows]
    return told


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_spreadsheet_holds_every_row_and_its_words(tables: Mapping[str, Sheet], ending: str) -> None:
    rows = tables[ending]
    assert [row["Number"].words for row in rows] == [str(number) for number in range(1, len(ROWS) + len(RISKY) + 1)]
    assert rows[0]["Quote"].words == DECIDED.words
    assert rows[1]["Quote"].words == "«الجسر آمن»"
    assert rows[0]["Speaker"].words == "Nadim Qassar"
    assert rows[1]["Verdict"].words == "not decided"
    assert rows[0]["Published"].type == "date"


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_no_cell_is_a_formula(tables: Mapping[str, Sheet], ending: str) -> None:
    assert [cell for row in tables[ending] for cell in row.values() if cell.formula] == []


@pytest.mark.parametrize(("ending", "as_text"), [(".xlsx", ""), (".csv", "'")])
def test_what_looks_like_a_formula_is_text_as_it_was(tables: Mapping[str, Sheet], ending: str, as_text: str) -> None:
    for row, words in zip(tables[ending][len(ROWS) :], RISKY, strict=True):
        for cell in (row["Speaker"], row["Note"]):
            assert cell.type == "string"
            assert cell.words == f"{as_text}{words}"


@pytest.mark.parametrize("ending", [".docx", ".html"])
def test_a_page_holds_the_words(tmp_path: Path, ending: str) -> None:
    told = opened(tmp_path, ending, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    assert [words for words in (*WORDS, *RISKY) if words.strip() not in told] == []


@needs_pdftotext
def test_a_printed_document_holds_the_imprint(tmp_path: Path) -> None:
    told = words_of_pdf(opened(tmp_path, ".docx", "pdf"))
    assert IMPRINT.line in told
    assert told.count("Note and evidence") > 1, "the head stands on each page"
