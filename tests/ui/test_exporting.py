"""What goes into a sheet is asked by key: which quotes, which columns, in which order; columns are remembered."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.review.exporting import CHOOSABLE
from quotereview.settings import COLUMNS, Settings
from quotereview.ui.export_panel import AS_THEY_ARE
from quotereview.ui.exporting import counted
from quotereview.ui.window import MainWindow
from tests.ui.answers import Answers
from tests.ui.conftest import Opening
from tests.ui.story import BRIDGE

Key = Qt.Key


def press(*keys: str) -> None:
    for key in keys:
        QTest.keySequence(QApplication.focusWidget(), key)


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


@pytest.fixture
def asked(window: MainWindow) -> MainWindow:
    """The window that asks what goes into a sheet, of four quotes of which one is right."""
    window.desk.take(window.desk.session.confirm(window.desk.session.quotes(BRIDGE.article.id)[1].id))
    press("Ctrl+E")
    return window


def said(window: MainWindow) -> list[str]:
    return window.exporting.panel.said().splitlines()


def rows(sheet: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(sheet.read_text(encoding="utf-8-sig"), newline="")))


def test_it_is_told_what_goes_in_before_anything_is_written(asked: MainWindow) -> None:
    assert asked.exporting.open and asked.exporting.panel.columns.hasFocus()
    assert said(asked)[0] == "4 quotes of 2 articles, 3 of them not decided and marked so."
    press("2")
    assert said(asked)[:2] == ["1 quote of 1 article.", "Only what is verified; left out are 3 not decided."]
    press("1")
    assert said(asked)[1] == AS_THEY_ARE
    press("Escape")
    assert not asked.exporting.open


def test_enter_writes_it_and_goes_back(asked: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    answers.paths = [tmp_path / "friday.csv"]
    press("2")
    with qtbot.waitSignal(asked.exporting.written):
        press("Return")
        assert asked.messages.sentence == "friday.csv is being written."
    assert [row["Verdict"] for row in rows(answers.paths[0])] == ["confirmed"]
    assert asked.messages.sentence == f"The sheet is written: {answers.paths[0]}"
    assert not asked.exporting.open


def test_one_sheet_is_written_at_a_time_and_as_it_stood(
    asked: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.paths = [tmp_path / "friday.pdf"]
    with qtbot.waitSignal(asked.exporting.written):
        press("Return", "Return")
        assert asked.messages.sentence.startswith("A sheet is still being written")
    assert answers.paths[0].read_bytes().startswith(b"%PDF")
    assert not asked.exporting.open


def test_a_sheet_is_written_to_its_end_when_the_window_closes(
    asked: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.paths = [tmp_path / "friday.pdf"]
    press("Return")
    asked.close()
    assert answers.paths[0].read_bytes().startswith(b"%PDF")


def test_it_stays_open_where_nothing_was_written(
    asked: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    press("Return")
    assert asked.exporting.open
    answers.paths = [tmp_path / "no such folder" / "s.csv"]
    press("Return")
    qtbot.waitUntil(lambda: "is not there" in asked.messages.sentence)
    assert asked.exporting.open


def test_the_filter_of_the_queue_is_proposed_and_another_one_is_written(asked: MainWindow) -> None:
    press("Escape")
    asked.articles.queue.filter_written.emit("speaker:Otto")
    press("Ctrl+E")
    assert asked.exporting.panel.filter.text() == "speaker:Otto"
    assert said(asked)[1] == "Chosen by “speaker:Otto”."
    press("F")
    write("editor:ana")
    assert said(asked)[:2] == ["1 quote of 1 article.", "Chosen by “editor:ana”."]
    press("Escape", "Escape")  # the list of what may be meant, then the line
    assert asked.exporting.panel.columns.hasFocus()
    assert asked.desk.filter.text == "speaker:Otto"


def test_tab_goes_round_within_the_panel(asked: MainWindow) -> None:
    panel = asked.exporting.panel
    for stop in (panel.extent, panel.filter, panel.columns):
        press("Tab")
        assert stop.hasFocus() and asked.exporting.open
    for stop in (panel.filter, panel.extent, panel.columns):
        press("Shift+Tab")
        assert stop.hasFocus() and asked.exporting.open


def test_escape_goes_from_the_choice_of_quotes_to_the_columns(asked: MainWindow) -> None:
    press("Tab")
    assert asked.exporting.panel.extent.hasFocus()
    press("Escape")
    assert asked.exporting.panel.columns.hasFocus() and asked.exporting.open
    press("Escape")
    assert not asked.exporting.open


def test_what_changes_meanwhile_is_counted(asked: MainWindow) -> None:
    asked.desk.take(asked.desk.session.confirm(asked.desk.session.quotes(BRIDGE.article.id)[0].id))
    assert said(asked)[0] == "4 quotes of 2 articles, 2 of them not decided and marked so."


def test_columns_are_chosen_and_moved_by_key_and_remembered(
    asked: MainWindow, answers: Answers, settings: Settings, tmp_path: Path, *, opened: Opening, qtbot: QtBot
) -> None:
    columns = asked.exporting.panel.columns
    press("N")
    assert columns.spoken()[:3] == ["Quote: always there", "Verdict: always there", "Number: left out"]
    press("Space")
    assert columns.held == ("Quote", "Verdict")
    press("Down", "Down", "Space")
    for _ in range(3):
        QTest.keyClick(columns, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert columns.held == ("Number", "Quote", "Verdict")
    answers.paths = [tmp_path / "s.csv"]
    with qtbot.waitSignal(asked.exporting.written):
        press("Return")
    assert list(rows(answers.paths[0])[0]) == ["Number", "Quote", "Verdict", "Quote id", "Seal", "Sheet"]
    assert settings.get(COLUMNS) == ["Number", "Quote", "Verdict"]
    later = opened(asked.desk.session)
    press("Ctrl+E")
    assert later.exporting.panel.columns.held == ("Number", "Quote", "Verdict")
    press("A")
    assert settings.get(COLUMNS) == []
    assert said(later)[1] == AS_THEY_ARE


def test_all_columns_in_their_order_are_no_choice(asked: MainWindow, settings: Settings) -> None:
    press("Down", "Space")
    assert "Outlet" not in settings.get(COLUMNS)
    assert said(asked)[1].startswith(f"{len(CHOOSABLE) - 1} columns, in their order; a printed sheet has room for 12.")
    press("Space")
    assert settings.get(COLUMNS) == []


def test_a_column_that_there_is_no_longer_is_forgotten(window: MainWindow, settings: Settings) -> None:
    settings.set(COLUMNS, ["Speaker", "Mood"])
    press("Ctrl+E")
    assert window.exporting.panel.columns.held == ("Speaker", "Quote", "Verdict")


def test_the_looks_of_the_window_can_be_changed_from_there(asked: MainWindow) -> None:
    before = asked.palette().window().color()
    press("F8")
    assert asked.palette().window().color() != before
    assert asked.exporting.open


def test_nothing_goes_into_a_sheet_of_nothing(asked: MainWindow) -> None:
    press("F")
    write("speaker:Nobody")
    assert said(asked)[0] == "No quote goes into this sheet."
    assert counted(asked.desk.session.sheets.tally()).startswith("4 quotes of 2 articles")
