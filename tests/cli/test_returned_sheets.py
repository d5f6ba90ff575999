"""The commands for sheets that came back."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from quotereview import paths
from quotereview.settings import COLUMNS, Settings
from tests.cli.commands import run


@pytest.fixture
def store(story: Path) -> Path:
    path = story.parent / "s.qrev"
    assert run("add", story, "--store", path).exit_code == 0
    return path


def handed_on(store: Path, to: Path) -> Path:
    assert run("export", "--store", store, "--to", to).exit_code == 0
    return to


def fill_in(sheet: Path, row: int, **cells: str) -> None:
    book = load_workbook(sheet)
    titles = {cell.value: cell.column for cell in book.active[1]}
    for title, words in cells.items():
        book.active.cell(row, titles[title], words)
    book.save(sheet)


@pytest.mark.parametrize("name", ["s.csv", "s.xlsx", "s.json"])
def test_verify_tells_that_a_sheet_holds(store: Path, tmp_path: Path, name: str) -> None:
    result = run("verify", handed_on(store, tmp_path / name), "--store", store)
    assert result.exit_code == 0
    assert "rows stand as the store holds them" in result.stdout


def test_verify_tells_that_a_row_was_taken_out(store: Path, tmp_path: Path) -> None:
    sheet = handed_on(store, tmp_path / "s.xlsx")
    book = load_workbook(sheet)
    rows = book.active.max_row - 1
    book.active.delete_rows(3)
    book.save(sheet)
    result = run("verify", sheet, "--store", store)
    assert result.exit_code == 1
    assert f"{rows - 1} of {rows - 1} row" in result.stdout
    assert f"Of {rows} rows that were written, 1 taken out: 2" in result.stdout


def test_verify_holds_a_sheet_without_names_against_the_store(store: Path, tmp_path: Path) -> None:
    assert run("export", "--store", store, "--to", tmp_path / "s.xlsx", "--anonymous").exit_code == 0
    assert run("verify", tmp_path / "s.xlsx", "--store", store).exit_code == 0


def test_verify_tells_what_does_not_hold(store: Path, tmp_path: Path) -> None:
    sheet = handed_on(store, tmp_path / "s.xlsx")
    fill_in(sheet, 2, Note="as I heard it")
    result = run("verify", sheet, "--store", store)
    first, field, *_ = result.stdout.splitlines()
    assert result.exit_code == 1
    assert first.endswith("was changed in the sheet")
    assert field == "  Note: as I heard it / in the store –"


def test_take_back_rules_what_was_filled_in_once_it_was_looked_at(store: Path, tmp_path: Path) -> None:
    sheet = handed_on(store, tmp_path / "s.xlsx")
    fill_in(sheet, 2, Verdict="disputed", Note="as I heard it")
    fill_in(sheet, 3, Verdict="perhaps")
    looked = run("take-back", sheet, "--store", store, "--editor", "Mara Voss", "--preview")
    assert "  Verdict: not decided → disputed" in looked.stdout
    assert "left: it has a verdict that there is not" in looked.stdout
    assert "0 of" in run("list", "--store", store).stdout.splitlines()[-1]
    taken = run("take-back", sheet, "--store", store, "--editor", "Mara Voss")
    assert taken.stdout.splitlines()[-1] == "1 quote ruled on as Mara Voss"
    again = run("take-back", sheet, "--store", store)
    assert again.exit_code == 1
    assert "asks for nothing that does not stand already" in again.stderr


def test_what_is_no_sheet_is_one_line(store: Path, story: Path) -> None:
    result = run("verify", story, "--store", store)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: “story.txt” cannot be read back;")


def test_a_whole_sheet_makes_the_store_again(store: Path, tmp_path: Path) -> None:
    whole, again = tmp_path / "whole.json", tmp_path / "again.json"
    assert run("export", "--whole", "--store", store, "--to", whole).exit_code == 0
    result = run("import", whole, "--store", tmp_path / "new.qrev")
    assert result.stdout.startswith("1 article, ")
    assert run("export", "--whole", "--store", tmp_path / "new.qrev", "--to", again).exit_code == 0
    assert again.read_bytes() == whole.read_bytes()
    assert run("verify", whole, "--store", tmp_path / "new.qrev").exit_code == 0
    assert run("export", "--whole", "--verified", "--store", store, "--to", whole).exit_code == 2


def test_what_cannot_be_imported_makes_no_store(store: Path, tmp_path: Path) -> None:
    result = run("import", handed_on(store, tmp_path / "s.json"), "--store", tmp_path / "new.qrev")
    assert result.exit_code == 1
    assert "write it by `export --whole`" in result.stderr
    assert not (tmp_path / "new.qrev").exists()


def test_a_filter_says_what_goes_into_a_sheet(store: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "s.json"
    result = run("export", "--store", store, "--to", sheet, "--where", "twice speaker:faro")
    first, told = result.stdout.splitlines()
    assert first.startswith("1 quote written")
    assert told == "Chosen by “twice speaker:faro”."
    assert run("verify", sheet, "--store", store).exit_code == 0
    verified = run("export", "--store", store, "--to", sheet, "--verified").stdout
    assert verified.splitlines()[1] == "Only what is verified; left out are 2 not decided."


def test_columns_are_chosen_and_what_is_missing_is_told(store: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "s.csv"
    assert run("export", "--store", store, "--to", sheet, "--columns", "Speaker, quote").exit_code == 0
    assert sheet.read_text("utf-8-sig").splitlines()[0] == "Speaker,Quote,Verdict,Quote id,Seal,Sheet"
    result = run("verify", sheet, "--store", store)
    first, whole, lacks = result.stdout.splitlines()
    assert whole.startswith("The sheet is whole: ")
    assert (result.exit_code, first) == (0, "2 of 2 rows stand as the store holds them")
    assert lacks.startswith("Nothing can be told of the columns that the sheet does not have: Outlet, ")
    refused = run("take-back", sheet, "--store", store)
    assert "with its columns Quote, Verdict, Speaker and Note" in refused.stderr


def test_a_sheet_of_few_columns_is_taken_back(store: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "s.xlsx"
    assert run("export", "--store", store, "--to", sheet, "--columns", "Quote,Speaker,Verdict,Note").exit_code == 0
    fill_in(sheet, 2, Verdict="disputed", Note="as I heard it")
    taken = run("take-back", sheet, "--store", store, "--editor", "Mara Voss")
    assert taken.stdout.splitlines()[-1] == "1 quote ruled on as Mara Voss"


def test_the_columns_chosen_in_the_window_are_asked_for_by_a_word(store: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "s.csv"
    Settings(paths.settings_file()).set(COLUMNS, ["Quote", "Note"])
    assert run("export", "--store", store, "--to", sheet, "--columns", "chosen").exit_code == 0
    assert sheet.read_text("utf-8-sig").startswith("Quote,Note,Verdict,Quote id,Seal")
    assert run("export", "--store", store, "--to", sheet).exit_code == 0
    assert sheet.read_text("utf-8-sig").startswith("Number,Outlet,")
    unknown = run("export", "--store", store, "--to", sheet, "--columns", "Quot")
    assert (unknown.exit_code, "There is no column “Quot”" in unknown.stderr) == (1, True)
    assert run("export", "--store", store, "--to", tmp_path / "s.json", "--columns", "Quote").exit_code == 2


def test_a_sheet_without_names_is_not_chosen_by_one(store: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "s.json"
    named = run("export", "--store", store, "--to", sheet, "--anonymous", "--where", "editor:Voss")
    assert (named.exit_code, "leave out editor:" in named.stderr) == (2, True)
    assert not sheet.exists()
    assert run("export", "--store", store, "--to", sheet, "--anonymous", "--where", "speaker:Faro").exit_code == 0
