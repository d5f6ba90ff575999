"""Marks that nobody explained are gone through by key, settled or made quotes, and then the article closes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import ArticleSummary, Doubt, Span
from quotereview.review.session import Session
from quotereview.ui.articles_model import spoken
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.story import read

KEYS = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TEXT = 'The pipe is 12" wide. ”Nobody checked, he said.\n\n“We regret it,” Nils Aho said.\n'


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        where = QApplication.focusWidget()
        assert where
        QTest.keyClick(where, key, modifiers)


@pytest.fixture
def window(opened: Opening, session: Session) -> MainWindow:
    """A window on an article of one quote and two odd marks."""
    found = read("pipe.txt", TEXT)
    doubts = (
        Doubt(place('"'), "a closing mark without an opening one"),
        Doubt(place("”N"), "this mark is never closed"),
    )
    quotes = tuple(quote for quote in found.detection.quotes if quote.passages[0].words == "We regret it,")
    session.keep(replace(found, detection=replace(found.detection, quotes=quotes, doubts=doubts)))
    return opened(session)


def summary(window: MainWindow) -> ArticleSummary:
    (one,) = window.desk.session.articles()
    return one


def selected(window: MainWindow) -> str:
    span = window.article_view.selection()
    return span.of(TEXT) if span else ""


def test_the_next_mark_is_selected_and_its_reason_said_round_the_end(window: MainWindow) -> None:
    assert window.doubt_bar.isHidden()
    press(KEYS.Key_W)
    assert selected(window) == '"'
    said = window.doubt_bar.said()
    assert said.startswith("? 2 marks unexplained\n… ")
    assert 'The pipe is 12" wide' in said and "a closing mark without an opening one" in said
    press(KEYS.Key_W)
    assert selected(window) == "”N"
    press(KEYS.Key_W)
    assert selected(window) == '"'
    press(KEYS.Key_Escape)
    assert window.doubt_bar.isHidden()


def test_a_mark_is_settled_in_a_line_that_guesses_what_it_is(window: MainWindow) -> None:
    press(KEYS.Key_W)
    press(KEYS.Key_W, modifiers=SHIFT)
    assert window.doubt_bar.field.hasFocus() and window.doubt_bar.field.text() == "inches or feet"
    press(KEYS.Key_Return)
    assert summary(window).doubts == 1 and selected(window) == "”N"
    assert "1 mark unexplained" in spoken(summary(window))
    press(KEYS.Key_W, modifiers=SHIFT)
    QTest.keyClicks(window.doubt_bar.field, "a slip")
    press(KEYS.Key_Return)
    assert summary(window).doubts == 0 and window.doubt_bar.isHidden()
    assert window.desk.session.undo_label == "Undo mark: a slip"
    assert "Every mark" in window.messages.sentence
    focus = window.desk.quote
    window.actions_table["undo"].trigger()
    assert (summary(window).doubts, window.desk.quote) == (1, focus)


def test_what_marks_often_are_is_offered(window: MainWindow) -> None:
    press(KEYS.Key_W, modifiers=SHIFT)
    press(KEYS.Key_Down)
    assert "a misprint" in window.doubt_bar.field.offered()
    press(KEYS.Key_Down, KEYS.Key_Return)
    assert window.desk.session.undo_label == "Undo mark: minutes or seconds"
    press(KEYS.Key_W, modifiers=SHIFT)
    QTest.keyClicks(window.doubt_bar.field, "apos")
    assert window.doubt_bar.field.offered() == ("an apostrophe",)


def test_escape_leaves_the_line_and_the_mark_stays_in_doubt(window: MainWindow) -> None:
    press(KEYS.Key_W, modifiers=SHIFT)
    press(KEYS.Key_Escape)
    assert not window.doubt_bar.field.isVisible() and selected(window) == '"'
    assert summary(window).doubts == 2


def test_selected_words_become_a_quote_that_explains_the_mark(window: MainWindow, qtbot: QtBot) -> None:
    press(KEYS.Key_W, KEYS.Key_W)
    press(KEYS.Key_Right, modifiers=SHIFT | CTRL)
    press(KEYS.Key_Right, modifiers=SHIFT | CTRL)
    press(KEYS.Key_Q)
    qtbot.waitUntil(lambda: len(window.desk.items) == 2)
    window.desk.set_speaker("Ida Moor")
    assert summary(window).doubts == 1
    assert "1 mark unexplained" in window.doubt_bar.said()


def test_an_article_closes_once_nothing_is_open_and_what_is_open_is_gone_to(window: MainWindow) -> None:
    press(KEYS.Key_Return, modifiers=CTRL)
    assert "One quote is still open" in window.messages.sentence
    window.desk.set_speaker("Nils Aho")
    press(KEYS.Key_Return, modifiers=CTRL)
    assert selected(window) == '"' and "2 marks are not explained" in window.messages.sentence
    session = window.desk.session
    for doubt in session.closing.doubts(window.desk.article):
        window.desk.take(session.closing.settle(window.desk.article, doubt.place, "a misprint"))
    press(KEYS.Key_Return, modifiers=CTRL)
    assert summary(window).closed and spoken(summary(window)).endswith("closed")
    window.desk.reopen()
    assert not summary(window).closed
    window.desk.undo()
    assert summary(window).closed
    press(KEYS.Key_Enter, modifiers=CTRL)
    assert not summary(window).closed


def test_the_quote_at_which_a_mark_stands_comes_into_focus(window: MainWindow, qtbot: QtBot) -> None:
    first = window.desk.quote
    press(KEYS.Key_W, KEYS.Key_W)
    press(KEYS.Key_Right, modifiers=SHIFT | CTRL)
    press(KEYS.Key_Q)
    qtbot.waitUntil(lambda: len(window.desk.items) == 2)
    added = window.desk.quote
    window.desk.focus_quote(first)
    press(KEYS.Key_W, KEYS.Key_W)
    assert selected(window) == "”N" and window.desk.quote == added != first


def test_without_a_mark_in_doubt_the_key_says_so(window: MainWindow) -> None:
    for doubt in window.desk.session.closing.doubts(window.desk.article):
        window.desk.session.closing.settle(window.desk.article, doubt.place, "a misprint")
    press(KEYS.Key_W)
    assert "Every mark in this article is explained" in window.messages.sentence


def test_a_mark_can_be_chosen_by_mouse(window: MainWindow) -> None:
    press(KEYS.Key_W)
    window.doubt_bar.chosen.emit(1)
    assert selected(window) == "”N"
