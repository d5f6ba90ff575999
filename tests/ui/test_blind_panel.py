"""The panel that asks which quotes to read blind, and whether to leave."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.ui.blind_panel import BlindPanel


@pytest.fixture
def panel(qtbot: QtBot) -> BlindPanel:
    made = BlindPanel()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    return made


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


@pytest.mark.parametrize(
    ("keys", "signal"),
    [
        ((Qt.Key.Key_Return,), "all_wanted"),
        ((Qt.Key.Key_1,), "all_wanted"),
        ((Qt.Key.Key_2,), "article_wanted"),
        ((Qt.Key.Key_Escape,), "left"),
        ((Qt.Key.Key_3, Qt.Key.Key_Escape), "left"),
    ],
)
def test_a_key_answers(panel: BlindPanel, qtbot: QtBot, keys: tuple[Qt.Key, ...], signal: str) -> None:
    panel.ask_what(140, 12)
    assert panel.said().startswith("Read blind what others decided: 140 quotes\n")
    assert [button.text() for button in (panel.all, panel.article)] == ["1  All 140", "2  The 12 of this article"]
    with qtbot.waitSignal(getattr(panel, signal)):
        press(*keys)


def test_a_single_quote_is_told_in_words(panel: BlindPanel) -> None:
    panel.ask_what(3, 1)
    assert panel.article.text() == "2  The one of this article"


def test_a_sample_is_as_large_as_is_written(panel: BlindPanel, qtbot: QtBot) -> None:
    panel.ask_what(140, 12)
    press(Qt.Key.Key_3)
    assert panel.number.selectedText() == "20"
    with qtbot.waitSignal(panel.sample_wanted) as drawn:
        press(Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert drawn.args == [31]


@pytest.mark.parametrize("written", ["", "0", "many", "-3"])
def test_what_is_no_number_is_asked_for_again(panel: BlindPanel, qtbot: QtBot, written: str) -> None:
    panel.ask_what(8, 0)
    panel.number.setText(written)
    with qtbot.assertNotEmitted(panel.sample_wanted):
        panel.sample.click()
    assert panel.number.hasFocus()


def test_where_nothing_of_the_article_is_to_be_read_its_key_does_nothing(panel: BlindPanel, qtbot: QtBot) -> None:
    panel.ask_what(8, 0)
    assert (panel.article.text(), panel.article.isEnabled()) == ("2  None in this article", False)
    with qtbot.assertNotEmitted(panel.article_wanted):
        press(Qt.Key.Key_2)


@pytest.mark.parametrize(
    ("ruled", "asked", "enter"),
    [
        (3, "Leave the blind read? 17 quotes of 20 not ruled on yet.", "left"),
        (20, "Leave the blind read? All 20 ruled on.", "end_wanted"),
    ],
)
def test_enter_leaves_only_what_is_done(panel: BlindPanel, qtbot: QtBot, ruled: int, asked: str, enter: str) -> None:
    panel.ask_whether(ruled, 20)
    assert panel.said().splitlines()[0] == asked
    with qtbot.waitSignal(getattr(panel, enter)):
        press(Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.end_wanted):
        press(Qt.Key.Key_1)
