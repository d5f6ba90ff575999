"""Words from elsewhere, asked for and found in the middle of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quotereview.review.session import Session
from quotereview.ui.window import MainWindow
from tests.review import talk_of_the_port as port
from tests.ui.conftest import Opening

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CRANE = "The old crane will never lift another container"


@pytest.fixture
def window(session: Session, opened: Opening) -> MainWindow:
    port.keep_all(session)
    return opened(session)


def ask(window: MainWindow, qtbot: QtBot, words: str) -> list[str]:
    """Ask for words; the panel's lines once it was looked."""
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    panel = window.stage.seeking.panel
    panel.words.setPlainText(words)
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not panel.said().startswith("Looking"))
    return panel.said().splitlines()


def test_the_panel_asks_and_goes_with_its_keys(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    panel = window.stage.seeking.panel
    assert window.stage.seeking.open and panel.words.hasFocus()
    assert panel.said().startswith("Paste or write any words")
    QTest.keyClick(panel.words, Qt.Key.Key_Escape)
    assert not window.stage.seeking.open and window.article_view.hasFocus()


def test_quotes_and_places_in_the_text_are_listed(window: MainWindow, qtbot: QtBot) -> None:
    told = ask(window, qtbot, CRANE)
    assert told[0] == "Whole or in part in 1 quote and 2 places in the text:"
    assert told[1].startswith(
        "“\u2068The old crane will never lift another container in this port,\u2069”, all 8 words, "
    )
    assert "Sund Herald · 5 March 2026 · \u2068Jorun Falk\u2069" in told[1]
    assert "in the text" in told[2] and "7 of 8 words" in told[3]
    assert window.stage.seeking.panel.rows.hasFocus()


def test_enter_goes_to_the_quote(window: MainWindow, qtbot: QtBot) -> None:
    ask(window, qtbot, CRANE)
    QTest.keyClick(window.stage.seeking.panel.rows, Qt.Key.Key_Return)
    assert not window.stage.seeking.open and window.desk.article == port.IN_HERALD.id
    standing = window.desk.standing()
    assert standing is not None and standing.ruling.passages[0].words == port.CRANE


def test_enter_selects_words_of_the_text(window: MainWindow, qtbot: QtBot) -> None:
    ask(window, qtbot, CRANE)
    QTest.keyClick(window.stage.seeking.panel.rows, Qt.Key.Key_Down)
    QTest.keyClick(window.stage.seeking.panel.rows, Qt.Key.Key_Return)
    selected = window.article_view.selection()
    assert window.desk.article == port.OFFICE.id
    assert selected is not None and selected.of(port.TRANSCRIPT) == CRANE
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert window.stage.seeking.panel.words.toPlainText() == CRANE


def test_what_turns_the_sentence_is_told(window: MainWindow, qtbot: QtBot) -> None:
    ask(window, qtbot, "the dredger is for sale")
    QTest.keyClick(window.stage.seeking.panel.rows, Qt.Key.Key_Down)
    lines = window.stage.seeking.panel.full.said().splitlines()
    assert lines[0] == "! negation: “\u2068not\u2069” is only there"
    assert lines[-1].endswith("FALK: the dredger is [not] for sale…")


def test_words_that_nobody_printed_have_the_nearest(window: MainWindow, qtbot: QtBot) -> None:
    told = ask(window, qtbot, "Thirty gulls were seen on the dredger by a man from Oslo")
    assert told[0] == "Nobody in this store printed these words. Nearest:"
    told = ask(window, qtbot, "Xylophone")
    assert told == ["Nobody in this store printed these words."]
    assert window.stage.seeking.panel.words.hasFocus()


def test_a_line_can_be_broken_and_no_words_are_refused(window: MainWindow, qtbot: QtBot) -> None:
    assert ask(window, qtbot, "old crane")[0].startswith("Whole or in part")
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    panel = window.stage.seeking.panel
    QTest.keyClick(panel.words, Qt.Key.Key_Return, SHIFT)
    assert panel.words.toPlainText() == "\n"
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert "There is no word to look for" in window.messages.sentence


def test_going_elsewhere_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    ask(window, qtbot, CRANE)
    window.desk.step(1)
    assert not window.stage.seeking.open
