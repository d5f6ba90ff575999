"""The empty window says what to do in three lines, by the keys that do it, and what it waits for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quotereview.errors import ModelMissing
from quotereview.review.session import Session
from quotereview.ui import action_table, theme
from quotereview.ui.controls import Button, Words
from quotereview.ui.start import NONE_YET, PATIENCE, READING, Start, lines
from tests.ui.conftest import Opening
from tests.ui.story import MarksOnly


@pytest.fixture
def start(qtbot: QtBot) -> Start:
    made = Start()
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    return made


def said(start: Start) -> list[str]:
    return [words.text() for words in start.findChildren(Words) if words.isVisibleTo(start)]


def test_three_lines_say_what_to_do_by_the_keys_of_the_table(start: Start) -> None:
    assert len(lines()) == 3 and all(words in said(start) for line in lines() for words in line)
    named = " ".join(words for _, words in lines())
    assert [id for id in ("add", "paste", "pick", "export") if action_table.row(id).shown_keys not in named] == []
    assert {"?", "Return"} <= {key for row in action_table.TABLE for key in row.keys}


@pytest.mark.parametrize(("words", "signal"), [("Try", "samples_wanted"), ("articles…", "files_wanted")])
def test_its_buttons_bring_articles_in(start: Start, qtbot: QtBot, words: str, signal: str) -> None:
    button = next(button for button in start.findChildren(Button) if words in button.text())
    with qtbot.waitSignal(getattr(start, signal)):
        button.click()


def test_a_second_enter_asks_for_nothing_while_the_samples_are_read(start: Start, qtbot: QtBot) -> None:
    start.show()
    QTest.qWaitForWindowActive(start)
    start.setFocus()
    start.samples_wanted.connect(lambda: start.show_reading(True))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(start.files_wanted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    start.show_reading(False)
    with qtbot.waitSignal(start.samples_wanted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_while_the_first_articles_are_read_it_says_what_it_waits_for(start: Start) -> None:
    assert NONE_YET in said(start) and PATIENCE not in said(start)
    start.show_reading(True)
    assert READING in said(start) and PATIENCE in said(start)
    start.show_reading(False)
    assert NONE_YET in said(start) and PATIENCE not in said(start)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_its_words_have_room_in_small_windows_and_large_text(start: Start, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, scale=scale)
    start.resize(620, 640)
    QApplication.processEvents()
    try:
        for part in filter(QWidget.isVisible, (*start.findChildren(Words), *start.findChildren(Button))):
            assert part.width() >= part.minimumSizeHint().width(), part.text()
            assert part.height() >= part.heightForWidth(part.width()), part.text()
            assert start.rect().contains(part.mapTo(start, part.rect().bottomRight())), part.text()
    finally:
        theme.apply(qapp)


def test_a_missing_model_is_told_on_the_start_and_a_batch_says_that_it_was_broken_off(
    opened: Opening, session: Session, qtbot: QtBot
) -> None:
    def missing() -> MarksOnly:
        raise ModelMissing("No language model is installed.")

    window = opened(session, detector=missing)
    window.messages.dismiss()
    window.shelf.add_samples()
    qtbot.waitUntil(lambda: window.messages.sentence == "No language model is installed.")
    assert window.status.said() == "Broken off: 0 read"
    assert window.centre.currentWidget() is window.start and NONE_YET in said(window.start)
