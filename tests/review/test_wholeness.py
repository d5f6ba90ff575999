"""A sheet that was handed on is the one that was written: no row taken out, put in or moved, nothing of it changed."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from quotereview import export
from quotereview.model import Imprint
from quotereview.review.session import Session
from quotereview.review.sheet_rows import nameless
from quotereview.review.verifying import Holds, Wholeness, verify, wholeness

CHOSEN = "Left out: 2 quotes that are not decided."


class Handed:
    """A sheet of five rows in one of the forms, whose rows can be changed as anybody could."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.titles, self.rows = _opened(path)

    def save(self) -> Wholeness:
        """Write the rows as they are now; whether the sheet is whole."""
        _saved(self.path, self.titles, self.rows)
        return self.looked_at()

    def looked_at(self) -> Wholeness:
        return wholeness(export.read(self.path))

    def change(self, row: int, title: str, said: str) -> None:
        one = self.rows[row]
        if isinstance(one, dict):
            one["verdict"][{"Note": "note", "Checked by": "editor"}[title]] = said
        else:
            one[self.titles.index(title)] = said


def _opened(path: Path) -> tuple[Any, list[Any]]:
    match path.suffix:
        case ".json":
            whole = json.loads(path.read_text(encoding="utf-8"))
            return whole, whole["quotes"]
        case ".xlsx":
            lines = [list(line) for line in load_workbook(path).active.iter_rows(values_only=True)]
        case _:
            with path.open(encoding="utf-8-sig", newline="") as file:
                lines = list(csv.reader(file))
    return lines[0], lines[1:]


def _saved(path: Path, titles: Any, rows: list[Any]) -> None:
    match path.suffix:
        case ".json":
            path.write_text(json.dumps({**titles, "quotes": rows}), encoding="utf-8")
        case ".xlsx":
            book = Workbook()
            for line in (titles, *rows):
                book.active.append(line)
            book.save(path)
        case _:
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows([titles, *rows])


@pytest.fixture
def imprint(session: Session) -> Imprint:
    return replace(session.sheets.now()[1], chosen=CHOSEN)


Hand = Callable[[str], Handed]


@pytest.fixture
def hand(session: Session, tmp_path: Path, imprint: Imprint) -> Hand:
    """Writes a sheet under a name."""

    def written(name: str) -> Handed:
        export.write(session.sheets.rows(), tmp_path / name, imprint)
        return Handed(tmp_path / name)

    return written


@pytest.fixture(params=["s.csv", "s.xlsx", "s.json"])
def handed(request: pytest.FixtureRequest, hand: Hand) -> Handed:
    return hand(request.param)


@pytest.fixture(params=["s.csv", "s.xlsx"])
def table(request: pytest.FixtureRequest, hand: Hand) -> Handed:
    """A sheet of rows and columns, each row of which tells its place."""
    return hand(request.param)


def test_a_sheet_just_written_is_whole_and_says_what_it_leaves_out(handed: Handed) -> None:
    whole = handed.looked_at()
    assert whole.as_written
    assert whole.sheet is not None
    assert (whole.sheet.rows, whole.sheet.nameless, whole.sheet.chosen) == (5, False, CHOSEN)
    assert handed.save() == whole


def test_rows_that_were_taken_out_are_told_by_their_places(handed: Handed) -> None:
    del handed.rows[3], handed.rows[1]
    whole = handed.save()
    assert (whole.taken_out, whole.first_taken_out, whole.put_in, whole.as_written) == (2, (2, 4), (), False)


def test_a_row_at_the_end_is_missed_too(handed: Handed) -> None:
    del handed.rows[4]
    assert handed.save().first_taken_out == (5,)


def test_a_row_that_stands_twice_was_put_in(handed: Handed) -> None:
    handed.rows.append(handed.rows[0])
    whole = handed.save()
    assert (whole.put_in, whole.taken_out, whole.seal_fits, whole.as_written) == (("row 1",), 0, True, False)


def test_a_row_of_another_sheet_was_put_in(table: Handed, session: Session, imprint: Imprint) -> None:
    other = table.path.with_stem("other")
    export.write(session.sheets.rows()[:2], other, imprint)
    if table.path.suffix == ".json":
        pytest.skip(
            "a sheet in JSON tells its seal once, so that such a row stands at a place that is taken, or that is not"
        )
    table.rows.append(_opened(other)[1][0])
    whole = table.save()
    assert (len(whole.put_in), whole.seal_fits, whole.as_written) == (1, True, False)


def test_rows_in_another_order_are_told(handed: Handed) -> None:
    handed.rows.reverse()
    whole = handed.save()
    assert (whole.moved, whole.seal_fits, whole.as_written) == (True, True, False)


def test_a_row_in_the_place_of_another_does_not_fit(handed: Handed) -> None:
    """Whoever swaps two rows and their places has to make the seal anew."""
    first, second = handed.rows[0], handed.rows[1]
    if isinstance(first, dict):
        first["number"], second["number"] = second["number"], first["number"]
    else:
        for title in ("Number", "Sheet"):
            at = handed.titles.index(title)
            first[at], second[at] = second[at], first[at]
    handed.rows[:2] = second, first
    whole = handed.save()
    assert (whole.moved, whole.seal_fits) == (False, False)


def test_rows_numbered_anew_over_one_that_is_gone_do_not_fit(handed: Handed) -> None:
    del handed.rows[0]
    if isinstance(handed.titles, dict):
        handed.titles["sealed"]["quotes"] = 4
    for number, row in enumerate(handed.rows, 1):
        if isinstance(row, dict):
            row["number"] = number
        else:
            at = handed.titles.index("Sheet")
            row[at] = f"{number} of 4{row[at].partition(' of 5')[2]}"
    whole = handed.save()
    assert (whole.taken_out, whole.put_in, whole.seal_fits) == (0, (), False)


def test_another_word_on_what_is_left_out_does_not_fit(handed: Handed) -> None:
    if isinstance(handed.titles, dict):
        handed.titles["written"]["chosen"] = None
    else:
        for row in handed.rows:
            at = handed.titles.index("Sheet")
            row[at] = row[at].removesuffix(f" · {CHOSEN}")
    assert not handed.save().seal_fits


def test_a_column_that_is_gone_does_not_fit(table: Handed) -> None:
    at = table.titles.index("Note")
    for line in (table.titles, *table.rows):
        del line[at]
    assert not table.save().seal_fits


def test_a_column_of_ones_own_and_columns_in_another_order_are_no_matter(table: Handed) -> None:
    for line in (table.titles, *table.rows):
        line.insert(0, "mine")
        line.append(line.pop(3))
    assert table.save().as_written


def test_what_a_row_says_is_told_of_the_row_alone(handed: Handed, session: Session) -> None:
    handed.change(2, "Note", "mine")
    assert handed.save().as_written
    holds = [one.holds for one in verify(export.read(handed.path), session.sheets.rows())]
    assert holds.count(Holds.SHEET_CHANGED) == 1


def test_a_seal_that_was_made_anew_for_a_row_does_not_fit_that_of_the_sheet(handed: Handed) -> None:
    row = handed.rows[2]
    if isinstance(row, dict):
        row["seal"] = "0" * 24
    else:
        row[handed.titles.index("Seal")] = "0" * 24
    assert not handed.save().seal_fits


def test_an_older_sheet_has_no_seal_over_all(handed: Handed) -> None:
    if isinstance(handed.titles, dict):
        del handed.titles["sealed"]
    else:
        handed.titles[handed.titles.index("Sheet")] = "Other"
    whole = handed.save()
    assert (whole.sheet, whole.as_written) == (None, True)


@pytest.mark.parametrize(
    "said",
    ["1 of 9999999999999999 · " + "0" * 24, f"{'9' * 5000} of 2 · {'0' * 24}", "1 of 2", "x", "1 of 2 · " + "0" * 24],
)
def test_nothing_is_made_of_what_no_sheet_says(table: Handed, said: str) -> None:
    for row in table.rows:
        row[table.titles.index("Sheet")] = said
    whole = table.save()
    assert whole.sheet is None or not whole.as_written
    assert len(whole.first_taken_out) <= 20


# Without names


@pytest.fixture(params=["s.csv", "s.xlsx", "s.json"])
def anonymous(request: pytest.FixtureRequest, session: Session, quotes: tuple[str, ...], tmp_path: Path) -> Path:
    """A sheet of what two editors ruled, who are not named."""
    session.confirm(quotes[0])
    session.switch_editor("Mara Voss")
    session.reject(quotes[1])
    to = tmp_path / request.param
    export.write(nameless(session.sheets.rows()), to, replace(session.sheets.now()[1], editor=""))
    return to


def held(session: Session, path: Path) -> list[Holds]:
    return [one.holds for one in verify(export.read(path), session.sheets.rows())]


def test_who_ruled_makes_no_difference_in_a_sheet_without_names(session: Session, anonymous: Path) -> None:
    assert set(held(session, anonymous)) == {Holds.STANDS}
    sheet = wholeness(export.read(anonymous)).sheet
    assert sheet is not None
    assert sheet.nameless


def test_what_else_changed_is_told_of_it(session: Session, anonymous: Path, quotes: tuple[str, ...]) -> None:
    session.set_note(quotes[1], "mine")
    assert held(session, anonymous) == [Holds.STANDS, Holds.STORE_CHANGED, *[Holds.STANDS] * 3]
    handed = Handed(anonymous)
    handed.change(0, "Note", "theirs")
    handed.save()
    assert held(session, anonymous)[0] is Holds.SHEET_CHANGED


def test_another_number_for_an_editor_is_told(session: Session, anonymous: Path) -> None:
    handed = Handed(anonymous)
    handed.change(0, "Checked by", "Editor 7")
    handed.save()
    assert held(session, anonymous) == [Holds.SHEET_CHANGED, *[Holds.STANDS] * 4]


def test_a_name_that_was_taken_out_is_told(session: Session, anonymous: Path) -> None:
    handed = Handed(anonymous)
    if not isinstance(handed.rows[2], dict):
        pytest.skip("a table has its columns in every row")
    del handed.rows[2]["verdict"]["editor"]
    handed.save()
    assert held(session, anonymous)[2] is Holds.SHEET_CHANGED
