"""A sheet that was filled in elsewhere, looked through in the middle of the window and taken back by keys."""

import csv
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Verdict
from quotereview.review.exporting import write_sheet
from quotereview.review.session import Session
from quotereview.review.taking_back import Returned, given_back
from quotereview.ui.jobs import Job
from quotereview.ui.returned_panel import ReturnedPanel
from quotereview.ui.window import MainWindow
from tests.ui.answers import Answers
from tests.ui.conftest import Opening
from tests.ui.test_accessibility import SMALLEST_SCREEN, TWICE, cut_off, texts

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Sheet:
    """A sheet of all quotes, filled in as in a spreadsheet; rows are counted from 0."""

    def __init__(self, session: Session, path: Path) -> None:
        write_sheet(session, path)
        self.path = path
        with path.open(encoding="utf-8-sig", newline="") as file:
            self._titles, *self._lines = csv.reader(file)

    def fill_in(self, row: int, **cells: str) -> None:
        for title, cell in cells.items():
            self._lines[row][self._titles.index(title.replace("_", " "))] = cell
        with self.path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([self._titles, *self._lines])


@pytest.fixture
def sheet(filled: Session, tmp_path: Path, answers: Answers) -> Sheet:
    made = Sheet(filled, tmp_path / "friday.csv")
    answers.paths = [made.path]
    return made


@pytest.fixture
def window(filled: Session, opened: Opening, sheet: Sheet) -> MainWindow:
    return opened(filled)


def press(key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def open_it(window: MainWindow, qtbot: QtBot) -> ReturnedPanel:
    """Open the sheet by its key, and wait until it was looked through."""
    press(Key.Key_T, CTRL)
    panel = window.stage.returning.panel
    qtbot.waitUntil(lambda: "Reading" not in panel.said())
    return panel


def plain(panel: ReturnedPanel) -> str:
    return panel.said().replace("\u2068", "").replace("\u2069", "")


def verdicts(session: Session) -> list[Verdict]:
    return [row.verdict for row in session.sheets.rows()]


OPEN = [Verdict.OPEN] * 4


def test_what_was_filled_in_is_shown_row_by_row_and_taken_in_one_step(
    window: MainWindow, filled: Session, sheet: Sheet, qtbot: QtBot
) -> None:
    sheet.fill_in(0, Verdict="disputed", Note="call the harbour", Checked_by="Mara Voss")
    sheet.fill_in(1, Verdict="confirmed", Checked_by="Mara Voss")
    panel = open_it(window, qtbot)
    said = plain(panel)
    assert "friday.csv" in said
    assert "2 rows were changed: 2 can be taken back" in said
    assert "As rulings of Mara Voss, whom the sheet names" in said
    assert "row 1 · verdict: not decided → disputed · note: – → call the harbour" in said
    assert "Note: – → call the harbour\nTaken back, it would stand as disputed.\nFilled in by Mara Voss" in said
    assert verdicts(filled) == OPEN
    press(Key.Key_Return)
    assert verdicts(filled) == [Verdict.DISPUTED, Verdict.CONFIRMED, Verdict.OPEN, Verdict.OPEN]
    assert filled.sheets.rows()[0].editor == "Mara Voss"
    assert not window.stage.returning.open and window.article_view.hasFocus()
    assert "2 quotes ruled on as" in window.messages.sentence
    assert filled.undo_label == "Undo take back friday.csv: 2 quotes"
    press(Key.Key_Z, CTRL)
    assert verdicts(filled) == OPEN


def test_esc_takes_nothing(window: MainWindow, filled: Session, sheet: Sheet, qtbot: QtBot) -> None:
    sheet.fill_in(0, Verdict="disputed")
    open_it(window, qtbot)
    press(Key.Key_Escape)
    assert not window.stage.returning.open and window.article_view.hasFocus()
    assert verdicts(filled) == OPEN


def test_only_what_is_marked_is_taken(window: MainWindow, filled: Session, sheet: Sheet, qtbot: QtBot) -> None:
    for row in (0, 1):
        sheet.fill_in(row, Verdict="disputed", Checked_by="Mara Voss")
    panel = open_it(window, qtbot)
    press(Key.Key_Space)
    assert len(panel.rows.marked()) == 1
    press(Key.Key_A)
    assert len(panel.rows.marked()) == 2
    press(Key.Key_A)
    press(Key.Key_Return)
    assert window.stage.returning.open
    press(Key.Key_Down)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert verdicts(filled) == [Verdict.OPEN, Verdict.DISPUTED, Verdict.OPEN, Verdict.OPEN]


def test_who_filled_it_in_is_asked_where_the_sheet_does_not_say(
    window: MainWindow, filled: Session, sheet: Sheet, qtbot: QtBot
) -> None:
    sheet.fill_in(0, Verdict="disputed")
    panel = open_it(window, qtbot)
    assert "Enter asks for the name" in plain(panel)
    press(Key.Key_Return)
    assert panel.why.reason.hasFocus() and panel.why.reason.text() == "Ana Brüll"
    panel.why.reason.setText("Jon Bell")
    press(Key.Key_Return)
    assert filled.sheets.rows()[0].editor == "Jon Bell"


def test_another_name_can_be_given_first(window: MainWindow, filled: Session, sheet: Sheet, qtbot: QtBot) -> None:
    sheet.fill_in(0, Verdict="disputed", Checked_by="M. V.")
    panel = open_it(window, qtbot)
    press(Key.Key_E)
    assert panel.why.reason.text() == "M. V."
    panel.why.reason.setText("Mara Voss")
    press(Key.Key_Return)
    assert panel.rows.hasFocus() and "As rulings of Mara Voss" in plain(panel)
    assert verdicts(filled) == OPEN
    press(Key.Key_Return)
    assert filled.sheets.rows()[0].editor == "Mara Voss"


def test_what_was_ruled_on_since_comes_first_and_is_taken_only_if_it_is_marked(
    window: MainWindow, filled: Session, sheet: Sheet, qtbot: QtBot
) -> None:
    sheet.fill_in(0, Verdict="disputed", Checked_by="Mara Voss")
    sheet.fill_in(1, Verdict="disputed", Checked_by="Mara Voss")
    filled.reject(filled.sheets.rows()[1].quote)
    panel = open_it(window, qtbot)
    said = plain(panel)
    assert "1 can be taken back · 1 is to be looked at" in said
    assert "ruled on since" in panel.rows.spoken()[0]
    assert "! This row was ruled on in the store since the sheet was written: Space marks it" in said
    assert "Stands as no quote, by Ana Brüll" in said
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert verdicts(filled)[:2] == [Verdict.DISPUTED, Verdict.DISPUTED]


def test_what_cannot_be_taken_has_no_box_and_its_reason(
    window: MainWindow, filled: Session, sheet: Sheet, qtbot: QtBot
) -> None:
    sheet.fill_in(0, Verdict="perhaps")
    sheet.fill_in(1, Source="Somewhere")
    panel = open_it(window, qtbot)
    assert "2 rows were changed: 2 are left" in plain(panel)
    assert "This row has a verdict that there is not; there are: confirmed, corrected, disputed, " in plain(panel)
    press(Key.Key_Space)
    press(Key.Key_Down)
    assert "Also changed, and left as it stands: Source" in plain(panel)
    press(Key.Key_A)
    assert panel.rows.marked() == []
    press(Key.Key_Return)
    assert window.stage.returning.open and verdicts(filled) == OPEN


def test_a_sheet_that_nobody_filled_in_says_so(window: MainWindow, qtbot: QtBot) -> None:
    panel = open_it(window, qtbot)
    assert "Nobody filled anything in that does not stand already." in plain(panel)
    press(Key.Key_E)
    assert not panel.why.asks


def test_what_is_no_sheet_is_told_in_a_sentence(
    window: MainWindow, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    answers.paths = [tmp_path / "other.csv"]
    press(Key.Key_T, CTRL)
    qtbot.waitUntil(lambda: not window.stage.returning.open)
    assert "“other.csv” is no sheet of quotes" in window.messages.sentence


def test_it_is_looked_through_again_when_somebody_rules_meanwhile(
    window: MainWindow, filled: Session, sheet: Sheet, qtbot: QtBot
) -> None:
    sheet.fill_in(0, Verdict="disputed", Checked_by="Mara Voss")
    panel = open_it(window, qtbot)
    window.desk.take(filled.set_note(filled.sheets.rows()[0].quote, "mine"))
    qtbot.waitUntil(lambda: "1 is to be looked at" in plain(panel))
    assert panel.rows.marked() == []


def test_of_two_sheets_only_the_one_chosen_last_is_shown(
    window: MainWindow, filled: Session, sheet: Sheet, tmp_path: Path, *, qtbot: QtBot
) -> None:
    other = Sheet(filled, tmp_path / "monday.csv")
    sheet.fill_in(0, Note="of friday")
    other.fill_in(0, Note="of monday")
    go_on, ended = Event(), list[object]()
    held_up = (go_on.wait(10) for _ in range(1))
    window.jobs.run(Job(held_up, lambda _: None, ended.append), urgent=True)
    window.stage.returning.begin(sheet.path)
    window.stage.returning.begin(other.path)
    window.jobs.run(Job(iter(()), lambda _: None, ended.append))
    go_on.set()
    qtbot.waitUntil(lambda: len(ended) == 2)
    panel = window.stage.returning.panel
    qtbot.waitUntil(lambda: "Reading" not in panel.said())
    assert "of monday" in plain(panel) and "of friday" not in plain(panel)


def test_a_fault_of_the_sheet_before_leaves_the_one_chosen_last(
    window: MainWindow, sheet: Sheet, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, go_on, no_sheet = Event(), Event(), tmp_path / "notes.csv"
    no_sheet.write_text("title\nno sheet\n", encoding="utf-8")

    def slowly(path: Path) -> Returned:
        reading.set()
        assert go_on.wait(10)
        return given_back(path)

    monkeypatch.setattr("quotereview.ui.returning.given_back", slowly)
    window.stage.returning.begin(no_sheet)
    assert reading.wait(10)
    window.stage.returning.begin(sheet.path)
    go_on.set()
    panel = window.stage.returning.panel
    qtbot.waitUntil(lambda: "Reading" not in panel.said())
    assert window.stage.returning.open and "friday.csv" in plain(panel)
    assert "notes.csv" in window.messages.sentence


def test_nothing_is_cut_off_at_twice_the_size(window: MainWindow, filled: Session, sheet: Sheet, qtbot: QtBot) -> None:
    sheet.fill_in(0, Verdict="disputed", Note="call the harbour again\nbefore six")
    sheet.fill_in(1, Verdict="perhaps")
    window.looks.zoom(TWICE)
    window.resize(SMALLEST_SCREEN)
    open_it(window, qtbot)
    press(Key.Key_Return)
    QApplication.processEvents()
    assert [told for told in map(cut_off, texts(window)) if told] == []
    window.looks.normal()
