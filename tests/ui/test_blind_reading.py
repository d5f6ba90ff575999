"""Beginning and leaving a blind read in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quotereview.review.blind import NOTHING_TO_READ
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def second(filled: Session, opened: Opening) -> MainWindow:
    """A window of Ben's at a store in which Ana has decided the first article."""
    article = filled.articles()[0].id
    for quote in filled.quotes(article):
        filled.reject(quote.id)
    filled.switch_editor("Ben Ode")
    return opened(filled)


def turn(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_B, CTRL)


def test_whoever_has_nothing_to_read_is_told(window: MainWindow) -> None:
    turn(window)
    assert (window.messages.sentence, window.blind_reading.panel.isHidden()) == (NOTHING_TO_READ, True)


def test_what_others_decided_is_offered_and_begun(second: MainWindow, qtbot: QtBot) -> None:
    turn(second)
    assert second.blind_reading.panel.said().startswith("Read blind what others decided: 2 quotes")
    assert second.blind_reading.panel.all.hasFocus()
    with qtbot.waitSignal(second.anew_wanted) as anew:
        second.blind_reading.panel.all.click()
    assert anew.args == [""]
    with open_store(second.desk.session.store_path) as store:
        read = store.blind_reads.under_way("Ben Ode")
    assert read and len(read.quotes) == 2


def test_the_panel_closes_with_its_keys(second: MainWindow) -> None:
    turn(second)
    QTest.keyClick(second.blind_reading.panel.all, Qt.Key.Key_Escape)
    assert second.blind_reading.panel.isHidden() and second.article_view.isAncestorOf(second.focusWidget())
    turn(second)
    second.article_view.setFocus()
    assert second.blind_reading.panel.isHidden()
