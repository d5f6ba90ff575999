"""Keys of the whole window, with a real store and a detector that finds marks alone."""

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Span, Verdict
from quotereview.review.session import Session
from quotereview.ui import action_table
from quotereview.ui.candidates import CandidateRow
from quotereview.ui.controls import Button, Field
from quotereview.ui.crosscheck import MatchRow
from quotereview.ui.window import MainWindow
from tests.ui.answers import Answers
from tests.ui.conftest import Opening
from tests.ui.pressing import press, verdicts
from tests.ui.story import BYPASS, read


def test_the_walk_by_keys(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Return, Qt.Key.Key_X, Qt.Key.Key_D, Qt.Key.Key_C)
    assert verdicts(window) == [
        Verdict.CONFIRMED,
        Verdict.NOT_A_QUOTE,
        Verdict.DISPUTED,
        Verdict.CANNOT_VERIFY,
    ]
    assert window.status.said().startswith("4 of 4 decided")
    assert window.status.export.isVisible()


def test_a_reason_is_written_before_or_after_the_verdict(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Y)
    QTest.keyClicks(window.card.reason_editor, "another voice")
    press(window, Qt.Key.Key_Return, Qt.Key.Key_D, Qt.Key.Key_K)
    assert "Because: another voice" in window.card.said()
    press(window, Qt.Key.Key_J, Qt.Key.Key_C, Qt.Key.Key_K, Qt.Key.Key_Y, Qt.Key.Key_Down, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert "Because: another voice" in window.card.said()
    assert window.desk.session.undo_label == "Undo reason: “another voice”"


def test_it_is_said_for_which_verdict_a_reason_is(window: MainWindow) -> None:
    """Y behind D is at the next quote already."""
    press(window, Qt.Key.Key_D, Qt.Key.Key_Y)
    assert "No verdict here yet. For the quote before: Esc, K, Y." in window.card.said()
    press(window, Qt.Key.Key_Escape)
    assert "No verdict here yet" not in window.card.said()
    press(window, Qt.Key.Key_K, Qt.Key.Key_Y)
    assert "The reason for “disputed”." in window.card.said()
    press(window, Qt.Key.Key_Escape)
    assert "The reason for" not in window.card.said()


def test_a_digit_picks_and_stays_and_enter_goes_on(window: MainWindow) -> None:
    at = window.desk.quote
    press(window, Qt.Key.Key_2)
    assert window.desk.quote == at
    assert "Otto Rand" in window.card.said() and "✎ corrected" in window.card.said()
    press(window, Qt.Key.Key_Enter)
    assert window.desk.quote != at
    assert verdicts(window)[:2] == [Verdict.CORRECTED, Verdict.OPEN]


def test_a_digit_without_a_candidate_is_told(window: MainWindow) -> None:
    press(window, Qt.Key.Key_9)
    assert "9" in window.messages.sentence
    assert verdicts(window)[0] is Verdict.OPEN


def test_a_half_written_name_is_not_lost_in_silence(window: MainWindow) -> None:
    press(window, Qt.Key.Key_S)
    QTest.keyClicks(window.card.speaker_editor.field, "Vera N")
    window.actions_table["next"].trigger()
    assert "“Vera N” was not kept" in window.messages.sentence
    assert set(verdicts(window)) == {Verdict.OPEN}


@pytest.mark.parametrize("verb", [Qt.Key.Key_S, Qt.Key.Key_O, Qt.Key.Key_N])
def test_no_key_of_the_table_acts_while_a_field_is_open(window: MainWindow, verb: Qt.Key) -> None:
    quote = window.desk.quote
    press(window, verb)
    field = QApplication.focusWidget()
    assert isinstance(field, Field)
    QTest.keyClicks(field, "Vera Ny")
    shortcuts = {key for row in action_table.TABLE for key in row.keys} - {"Return", "Enter", "Esc"}
    for key in shortcuts:
        QTest.keySequence(field, QKeySequence(key))
    assert window.desk.quote == quote and set(verdicts(window)) == {Verdict.OPEN}
    assert len(window.desk.session.articles()) == 2 and QApplication.focusWidget() is field


@pytest.mark.parametrize(("verb", "tabs"), [(Qt.Key.Key_S, 2), (Qt.Key.Key_O, 2), (Qt.Key.Key_N, 1)])
def test_tab_out_of_a_field_closes_it_and_tells_what_was_not_kept(window: MainWindow, verb: Qt.Key, tabs: int) -> None:
    press(window, verb)
    field = QApplication.focusWidget()
    assert isinstance(field, Field)
    QTest.keyClicks(field, "Vera Ny")
    press(window, *[Qt.Key.Key_Tab] * tabs)
    assert not field.isVisible()
    assert "“Vera Ny” was not kept" in window.messages.sentence
    assert set(verdicts(window)) == {Verdict.OPEN}


def test_the_kind_of_a_source_belongs_to_its_field(window: MainWindow) -> None:
    press(window, Qt.Key.Key_O, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.card.source_editor.kind
    press(window, Qt.Key.Key_2, Qt.Key.Key_X)
    assert window.card.source_editor.isVisible() and set(verdicts(window)) == {Verdict.OPEN}


def test_a_click_on_a_candidate_closes_a_field(window: MainWindow) -> None:
    press(window, Qt.Key.Key_S)
    field = window.card.speaker_editor.field
    QTest.keyClicks(field, "Vera Ny")
    otto = next(row for row in window.card.findChildren(CandidateRow) if row.rank == 2)
    QTest.mouseClick(otto, Qt.MouseButton.LeftButton)
    assert not field.isVisible() and "Otto Rand" in window.card.said()
    assert verdicts(window)[0] is Verdict.CORRECTED


def test_enter_asks_whose_speech_it_is_before_it_signs(window: MainWindow) -> None:
    press(window, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_Return)
    field = window.card.speaker_editor.field
    assert QApplication.focusWidget() is field
    assert "name a speaker" in window.messages.sentence
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(field, held)
    assert verdicts(window)[2] is Verdict.OPEN
    press(window, Qt.Key.Key_Return)
    assert verdicts(window)[2] is Verdict.CONFIRMED
    assert window.messages.sentence == "" and "No speaker" in window.card.said()


def test_letters_do_not_act_while_one_types(window: MainWindow) -> None:
    press(window, Qt.Key.Key_S)
    field = window.card.speaker_editor.field
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "Dxq 12?")
    assert field.text() == "Dxq 12?"
    assert set(verdicts(window)) == {Verdict.OPEN}
    press(window, Qt.Key.Key_Down, Qt.Key.Key_Return)
    speaker = window.desk.session.quote(window.desk.quote).ruling.speaker
    assert speaker is not None and speaker.name == "Dxq 12?"
    press(window, Qt.Key.Key_J)
    assert window.desk.place_in_article() == (2, 2)


def test_enter_on_a_button_presses_it_and_confirms_nothing(window: MainWindow) -> None:
    button = next(found for found in window.findChildren(Button) if found.accessibleName().startswith("Disputed"))
    button.setFocus()
    press(window, Qt.Key.Key_Return)
    assert verdicts(window)[0] is Verdict.DISPUTED


def test_a_click_on_a_button_leaves_the_keys_where_they_were(window: MainWindow) -> None:
    button = next(found for found in window.findChildren(Button) if found.accessibleName().startswith("Disputed"))
    before = QApplication.focusWidget()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is before
    assert verdicts(window)[0] is Verdict.DISPUTED


def test_arrows_in_the_list_choose_an_article(window: MainWindow) -> None:
    window.articles.list.setFocus()
    press(window, Qt.Key.Key_Down)
    assert window.desk.article == BYPASS.article.id
    press(window, Qt.Key.Key_J)
    assert window.desk.place_in_article() == (2, 2)


def test_the_keys_are_shown(window: MainWindow, answers: Answers) -> None:
    QTest.keyClicks(window, "?")
    assert answers.keys_shown == 1


def test_a_key_that_is_held_down_rules_once_but_moves_on() -> None:
    repeating = {row.id for row in action_table.TABLE if row.repeats}
    assert {"next", "previous", "next_open", "larger", "smaller"} <= repeating
    changing = {"confirm", "pick", "repeat", "reject", "dispute", "doubt", "reopen", "undo", "redo", "accept_offer"}
    assert not changing & repeating


def test_qt_knows_which_keys_repeat(window: MainWindow) -> None:
    assert not window.actions_table["confirm"].autoRepeat()
    assert window.actions_table["next"].autoRepeat()


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (Qt.Key.Key_R, "This quote is open: nobody has ruled on it."),
        (Qt.Key.Key_S | Qt.KeyboardModifier.ShiftModifier, "No correction is offered to other quotes."),
        (Qt.Key.Key_Z | Qt.KeyboardModifier.ControlModifier, "There is nothing to undo."),
    ],
)
def test_a_key_that_cannot_be_used_now_says_why(window: MainWindow, key: Qt.Key | QKeyCombination, why: str) -> None:
    for step in window.desk.items:  # so that adding articles is undone, too
        window.desk.focus(*step)
    while window.desk.session.undo_label and key != Qt.Key.Key_R:
        window.desk.undo()
    keys = key if isinstance(key, QKeyCombination) else QKeyCombination(key)
    QTest.keyClick(window, keys.key(), keys.keyboardModifiers())
    assert window.messages.sentence == why


def test_nothing_moves_when_something_is_told(window: MainWindow, qtbot: QtBot) -> None:
    panels = (window.articles, window.article_view, window.card, window.crosscheck, window.status)
    before = [panel.geometry() for panel in panels]
    window.messages.tell("Something is told. " * 12)
    QApplication.processEvents()
    assert [panel.geometry() for panel in panels] == before
    assert window.messages.isVisible() and window.messages.geometry().bottom() <= window.desk_top.geometry().bottom()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.messages.width() == window.left.width())


def test_what_undo_and_redo_did_is_told_below_the_article(window: MainWindow) -> None:
    press(window, Qt.Key.Key_2)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.article_view.said() == "Undone: speaker: Otto Rand"
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.article_view.said() == "Done again: speaker: Otto Rand"
    press(window, Qt.Key.Key_J)
    assert "Otto Rand" not in window.article_view.said()


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (Qt.Key.Key_K, "No quote comes before this one."),
        (Qt.Key.Key_H, "This is the first article."),
    ],
)
def test_a_step_beyond_the_end_is_told(window: MainWindow, key: Qt.Key, told: str) -> None:
    press(window, key, key, key, key, key)
    assert window.article_view.said() == told


def test_what_arrives_is_compared_with_the_quote_in_focus(opened: Opening, session: Session, qtbot: QtBot) -> None:
    session.keep(read("one.txt", "Pier closed\n\n“The pier is quite safe to walk on,” Ana Voss said.\n", "One"))
    window = opened(session)
    assert not window.crosscheck.findChildren(MatchRow)
    other = read("two.txt", "Pier\n\n“The pier is quite safe to walk on,” Jon Ardal said.\n", "Two")
    window.desk.take(session.keep(other))
    qtbot.waitUntil(lambda: bool(window.crosscheck.findChildren(MatchRow)))


def test_undo_and_redo_say_what_they_would_do(window: MainWindow) -> None:
    press(window, Qt.Key.Key_2)
    assert window.actions_table["undo"].text() == "Undo speaker: Otto Rand"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert verdicts(window)[0] is Verdict.OPEN
    assert window.actions_table["redo"].text() == "Redo speaker: Otto Rand"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert verdicts(window)[0] is Verdict.CORRECTED


def test_a_selection_and_q_add_a_missed_quote(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_Q)
    assert window.messages.sentence.startswith("Select the words")
    assert window.desk.quote
    span = Span(0, len("Harbour bridge"))
    window.intake.add_quote(span)
    qtbot.waitUntil(lambda: len(window.desk.items) == 5)
    added = window.desk.session.quote(window.desk.quote)
    assert added.added_by_hand and added.ruling.passages[0].words == "Harbour bridge"
    assert "added by Ana Brüll" in window.card.said()
    press(window, Qt.Key.Key_1)
    window.actions_table["undo"].trigger()
    assert len(window.desk.items) == 4
    assert window.desk.quote == window.desk.items[0].quote and window.messages.sentence == ""
