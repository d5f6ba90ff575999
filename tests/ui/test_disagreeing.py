"""The list of what outlets tell differently: Shift+D opens it, keys filter, settle and go to the versions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.review.session import Session
from quotereview.ui.disagreements_panel import LOOKING, NONE_OPEN, NOTHING, DisagreementsPanel
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.test_accessibility import SMALLEST_SCREEN, TWICE, cut_off, texts
from tests.ui.test_versions import THERE, keep_three, press, write

Key = Qt.Key


@pytest.fixture
def window(opened: Opening, session: Session, qtbot: QtBot) -> MainWindow:
    keep_three(session)
    made = opened(session)
    press(Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: LOOKING not in said(made))
    return made


def panel(window: MainWindow) -> DisagreementsPanel:
    return window.stage.disagreeing.panel


def said(window: MainWindow) -> str:
    return panel(window).said().replace("\u2068", "").replace("\u2069", "")


def listed(window: MainWindow) -> list[tuple[str, bool]]:
    """The fields in the list, and whether each is open."""
    return [(one.field, one.open) for one in panel(window).rows.things]


def test_each_field_is_told_once_with_both_values_and_all_who_have_them(window: MainWindow) -> None:
    assert window.stage.disagreeing.open and panel(window).rows.hasFocus()
    assert listed(window) == [("speaker", True), ("date", True)]
    assert "2 open, of 1 utterance\n" in said(window)
    row = said(window).splitlines()[2]
    assert "speaker: Ana Voss ≠ Jon Ardal" in row or "speaker: Jon Ardal ≠ Ana Voss" in row
    assert "Harbour Post" in row and "Gazette" in row and "Island News" in row and ", open, " in row
    assert "speaker: Ana Voss" in panel(window).full.said().replace("\u2068", "").replace("\u2069", "")


def test_left_and_right_filter_by_field(window: MainWindow) -> None:
    assert "▸ all fields 2 · speaker 1 · date 1" in said(window)
    press(Key.Key_Right)
    assert listed(window) == [("speaker", True)] and "▸ speaker 1" in said(window)
    press(Key.Key_Left)
    press(Key.Key_Left)
    assert listed(window) == [("date", True)]


def test_a_reason_settles_it_between_all_versions_and_one_undo_takes_that_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Key.Key_S)
    assert "Both may stand, because" in said(window)
    write("The station has the tape.")
    qtbot.waitUntil(lambda: listed(window) == [("date", True)])
    assert window.messages.sentence == "Settled: the speaker may stay. Ctrl+Z takes that back."
    first = window.desk.session.quotes(THERE.article.id)[0].id
    assert all(len(match.open_conflicts) == 1 for match in window.desk.session.crosscheck.partners(first))
    press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: listed(window) == [("speaker", True), ("date", True)])


def test_o_turns_from_the_open_ones_to_the_settled_ones_which_r_opens_again(window: MainWindow, qtbot: QtBot) -> None:
    press(Key.Key_S)
    write("So it is.")
    qtbot.waitUntil(lambda: listed(window) == [("date", True)])
    press(Key.Key_O)
    assert listed(window) == [("speaker", False)] and "settled by Ana Brüll: So it is." in said(window)
    press(Key.Key_R)
    qtbot.waitUntil(lambda: listed(window) == [])
    press(Key.Key_O)
    assert listed(window) == [("speaker", True), ("date", True)]


def test_when_all_is_settled_it_says_so(window: MainWindow, qtbot: QtBot) -> None:
    for left in (1, 0):
        press(Key.Key_S)
        write("So it is.")
        qtbot.waitUntil(lambda left=left: len(listed(window)) == left)
    assert said(window).startswith(NONE_OPEN)
    for key in (Key.Key_S, Key.Key_R, Key.Key_Return):
        press(key)
    assert window.stage.disagreeing.open


def test_enter_shows_all_versions_at_the_one_that_differs(window: MainWindow) -> None:
    press(Key.Key_Return)
    assert window.stage.versions.open and not window.stage.disagreeing.open
    line = window.stage.versions.panel.line()
    assert line is not None and line.state is not None and line.state.word == "speaker, date"


def test_where_nothing_is_told_differently_it_says_so(opened: Opening, filled: Session, qtbot: QtBot) -> None:
    window = opened(filled)
    press(Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: said(window).startswith(NOTHING))
    for key in (Key.Key_O, Key.Key_Right, Key.Key_S):
        press(key)
    press(Key.Key_Escape)
    assert window.article_view.hasFocus()


def test_no_words_are_cut_off_at_twice_the_size(window: MainWindow) -> None:
    window.looks.zoom(TWICE)
    window.resize(SMALLEST_SCREEN)
    QApplication.processEvents()
    inside = [each for each in texts(window) if panel(window).isAncestorOf(each)]
    assert inside and [told for told in map(cut_off, inside) if told] == []
    window.looks.normal()
