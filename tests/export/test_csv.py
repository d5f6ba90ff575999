"""The sheet as comma-separated values."""

import csv
from io import StringIO

import pytest

from quotereview.export import csv as sheet
from tests.export import golden
from tests.export.rows import HOSTILE, ROWS


def test_sheet_is_as_expected() -> None:
    golden.check("sheet.csv", sheet.content(ROWS))


def test_sheet_starts_with_the_mark_that_spreadsheets_know_utf8_by() -> None:
    assert sheet.content(ROWS).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    [cells] = csv.reader(StringIO(sheet.line([f"{start}1+1", "a=1", -5])))
    assert cells == [f"'{start}1+1", "a=1", "-5"]


def test_every_cell_comes_back_whole() -> None:
    [head, row] = csv.reader(StringIO(sheet.content([HOSTILE]).decode("utf-8-sig"), newline=""))
    assert row[head.index("Note")] == f"'{HOSTILE.note}"
    assert len(row) == len(head)
