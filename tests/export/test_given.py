"""A sheet that comes back says what it said, whatever a spreadsheet made of its cells."""

import csv
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from quotereview.errors import Unreadable
from quotereview.export import GivenSheet, given, read, seal, write
from quotereview.export.sheet import LONGEST_CELL, told
from tests.export.rows import DECIDED, HOSTILE, ROWS
from tests.export.test_json import IMPRINT

FORMS = ("sheet.csv", "sheet.xlsx", "sheet.json")


def given_back(tmp_path: Path, name: str) -> GivenSheet:
    write(ROWS, tmp_path / name, IMPRINT)
    return read(tmp_path / name)


@pytest.mark.parametrize("name", FORMS)
def test_what_was_written_is_read_and_its_seals_hold(tmp_path: Path, name: str) -> None:
    sheet = given_back(tmp_path, name)
    assert [row.quote for row in sheet.rows] == [row.quote for row in ROWS]
    assert [dict(row.fields) for row in sheet.rows] == [dict(sheet.told(row)) for row in ROWS]
    assert all(row.as_written for row in sheet.rows)


@pytest.mark.parametrize("name", FORMS[:2])
def test_a_cell_that_was_changed_breaks_the_seal_of_its_row_alone(tmp_path: Path, name: str) -> None:
    write(ROWS, tmp_path / name)
    changed = (tmp_path / name).read_bytes()
    if name.endswith(".csv"):
        changed = changed.replace(b"Heard it", b"Read it")
    else:
        book = load_workbook(BytesIO(changed))
        [cell] = [cell for cell in book.active[2] if str(cell.value).startswith("Heard it")]
        cell.value = "Read it."
        book.save(out := BytesIO())
        changed = out.getvalue()
    (tmp_path / name).write_bytes(changed)
    assert [row.as_written for row in read(tmp_path / name).rows] == [False, True, True, True]


def test_columns_may_be_moved_and_added_and_lines_left_empty(tmp_path: Path) -> None:
    write([DECIDED], tmp_path / "sheet.xlsx")
    book = load_workbook(tmp_path / "sheet.xlsx")
    book.active.insert_cols(3)
    book.active.cell(1, 3, "Mine")
    book.active.insert_rows(2)
    book.save(tmp_path / "sheet.xlsx")
    [row] = read(tmp_path / "sheet.xlsx").rows
    assert (row.place, row.as_written) == ("row 1", True)


def test_pages_that_somebody_added_are_no_matter(tmp_path: Path) -> None:
    write(ROWS, tmp_path / "sheet.xlsx")
    book = load_workbook(tmp_path / "sheet.xlsx")
    book.create_sheet("Mine", 0).append(["call back"])
    book.save(tmp_path / "sheet.xlsx")
    assert [row.as_written for row in read(tmp_path / "sheet.xlsx").rows] == [True] * 4


def test_semicolons_part_the_cells_where_a_spreadsheet_took_these(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    titles = ["Number", *told(DECIDED), "Seal"]
    cells = ["1", *told(DECIDED).values(), seal(told(DECIDED))]
    lines = (";".join(f'"{cell}"' for cell in line) for line in (titles, cells))
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [row.as_written for row in read(path).rows] == [True]


def test_a_text_longer_than_a_cell_is_held_against_as_much_of_it(tmp_path: Path) -> None:
    long = replace(DECIDED, note="x" * (LONGEST_CELL + 10))
    write([long], tmp_path / "sheet.xlsx")
    [row] = read(tmp_path / "sheet.xlsx").rows
    assert row.as_written
    assert dict(row.fields) == told(long)


def test_a_very_long_quote_is_read_back_from_csv(tmp_path: Path) -> None:
    csv.field_size_limit(131_072)  # as it is in a process that has read nothing yet
    write([replace(DECIDED, words="ferry " * 30_000)], tmp_path / "sheet.csv")
    [row] = read(tmp_path / "sheet.csv").rows
    assert row.as_written


@pytest.mark.parametrize("name", FORMS[:2])
def test_line_ends_of_any_kind_are_read_alike(tmp_path: Path, name: str) -> None:
    write([replace(DECIDED, before="one\r\ntwo\rthree\n")], tmp_path / name)
    [row] = read(tmp_path / name).rows
    assert row.as_written


def test_the_seal_covers_all_but_the_number() -> None:
    assert seal(told(replace(HOSTILE, number=9))) == seal(told(HOSTILE))
    assert seal(told(replace(HOSTILE, note="other"))) != seal(told(HOSTILE))


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("s.html", b"", "“s.html” cannot be read back; only sheets that end in .csv, .xlsx or .json can."),
        ("s.csv", b"a,b\n1,2\n", "“s.csv” is no sheet of quotes: it has no column “Quote id”."),
        ("s.csv", b"", "“s.csv” is no sheet of quotes: it has no column “Quote id”."),
        ("s.csv", b"\xff\xfe\x00", "“s.csv” is no CSV in UTF-8; save the sheet as that and try again."),
        ("s.xlsx", b"PK nothing", "“s.xlsx” is no spreadsheet that can be read; save it as .xlsx and try again."),
        ("s.json", b"[]", "“s.json” is no sheet of quotes in JSON."),
        ("s.json", b'{"form": "quotereview quotes", "version": 2}', "“s.json” is no sheet of quotes in JSON."),
        (
            "s.json",
            b'{"form": "quotereview quotes", "version": 1, "written": null, "quotes": [], '
            b'"sealed": {"quotes": 1e999, "seal": "", "nameless": false}}',
            "“s.json” is no sheet of quotes in JSON.",
        ),
        ("s.json", b"[" * 100_000, "“s.json” is no sheet of quotes in JSON."),
    ],
)
def test_what_is_no_sheet_is_refused_in_a_sentence(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read(tmp_path / name)
    assert str(caught.value) == why


def test_a_sheet_that_is_not_there_or_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unreadable, match=r"s\.csv” cannot be read: No such file"):
        read(tmp_path / "s.csv")
    monkeypatch.setattr(given, "LARGEST", 10)
    (tmp_path / "s.csv").write_bytes(b"x" * 11)
    with pytest.raises(Unreadable, match="too large for a sheet"):
        read(tmp_path / "s.csv")


# Spreadsheets that somebody made so that they do harm


def spoilt(path: Path, part: str, said: bytes, instead: bytes) -> Path:
    """A sheet in one part of whose file something else stands."""
    if not path.exists():
        write(ROWS, path)
    with ZipFile(BytesIO(path.read_bytes())) as former, ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name in former.namelist():
            content = former.read(name)
            assert name != part or said in content
            file.writestr(name, content.replace(said, instead) if name == part else content)
    return path


DAMAGED = 300
STRINGS, PAGE = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (number, b"&l%d;" % (number - 1) * 10) for number in range(1, 12))


@pytest.mark.parametrize(
    "entities", [b'<!ENTITY l0 "ha">' + LAUGHS, b'<!ENTITY l11 SYSTEM "file:///etc/hostname">'], ids=["bomb", "file"]
)
def test_entities_are_refused(tmp_path: Path, entities: bytes) -> None:
    path = spoilt(tmp_path / "s.xlsx", STRINGS, b"<sst ", b"<!DOCTYPE sst [" + entities + b"]><sst ")
    spoilt(path, STRINGS, b"<t>Heard it", b"<t>&l11;Heard it")
    with pytest.raises(Unreadable, match="is no spreadsheet that can be read"):
        read(path)


def test_whatever_is_damaged_is_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    write(ROWS, tmp_path / "s.xlsx")
    whole, chance = (tmp_path / "s.xlsx").read_bytes(), Random(7)
    for number in range(DAMAGED):
        (tmp_path / "s.xlsx").write_bytes(damaged(whole, chance, within=number % 3 > 0))
        with suppress(Unreadable):
            read(tmp_path / "s.xlsx")


def damaged(whole: bytes, chance: Random, *, within: bool) -> bytes:
    """A file in which a few bytes are others or gone, or such bytes ``within`` one of the parts packed in it."""
    if not within:
        return spilt(whole, chance)
    out = BytesIO()
    with ZipFile(BytesIO(whole)) as former, ZipFile(out, "w") as file:
        spoilt_part = chance.choice(former.namelist())
        for name in former.namelist():
            content = former.read(name)
            file.writestr(name, spilt(content, chance) if name == spoilt_part else content)
    return out.getvalue()


def spilt(content: bytes, chance: Random) -> bytes:
    at, more = chance.randrange(len(content)), chance.randrange(40)
    return content[:at] + chance.randbytes(chance.randrange(4)) + content[at + more :]


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = spoilt(tmp_path / "s.xlsx", STRINGS, b"Heard it", b"x" * 200_000)
    monkeypatch.setattr(given, "LARGEST", 100_000)
    with pytest.raises(Unreadable, match="unpacks to more than 500 MB"):
        read(path)


def test_a_page_that_says_that_it_is_huge_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "s.xlsx", PAGE, b'<dimension ref="A1:BA5"', b'<dimension ref="A1:XFD1048576"')
    assert [row.as_written for row in read(path).rows] == [True] * 4


def test_rows_far_below_are_not_waited_for(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "s.xlsx", PAGE, b'<row r="5"', b'<row r="900000000"')
    assert [row.quote for row in read(path).rows] == [row.quote for row in ROWS[:3]]
