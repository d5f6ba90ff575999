"""A key copies the quote in focus, or all quotes of its speaker, as text and as HTML."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotereview.ui.window import MainWindow
from tests.ui.story import BRIDGE

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def press(key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


def copied() -> tuple[str, str]:
    data = QGuiApplication.clipboard().mimeData()
    return data.text(), data.html()


@pytest.fixture
def quote(window: MainWindow) -> str:
    """The second quote of the bridge, in focus."""
    window.desk.focus(BRIDGE.article.id, window.desk.session.quotes(BRIDGE.article.id)[1].id)
    window.article_view.setFocus()
    return window.desk.quote


def test_the_quote_in_focus_is_copied_with_its_mark(window: MainWindow, quote: str) -> None:
    press(Key.Key_C, CTRL)
    text, html = copied()
    assert text == window.desk.session.citing.quote(quote).text
    assert text.startswith("[NOT VERIFIED] “Ask the gulls.")
    assert "<blockquote" in html
    assert window.messages.sentence.startswith("Copied: [NOT VERIFIED] “Ask the gulls.")
    window.desk.take(window.desk.session.confirm(quote))
    press(Key.Key_C, CTRL)
    assert "Verified by Ana Brüll" in copied()[0]


def test_selected_words_are_copied_as_they_are(window: MainWindow, quote: str) -> None:
    window.article_view._page.selectAll()
    press(Key.Key_C, CTRL)
    assert copied()[0] == BRIDGE.article.text


def test_what_one_writes_is_copied_as_it_is(window: MainWindow, quote: str) -> None:
    press(Key.Key_F)
    window.articles.queue.field.setText("door")
    window.articles.queue.field.selectAll()
    press(Key.Key_C, CTRL)
    assert copied()[0] == "door"


def test_all_quotes_of_the_speaker_are_copied(window: MainWindow, quote: str) -> None:
    speaker = window.desk.session.quote(quote).ruling.speaker
    assert speaker
    press(Key.Key_C, CTRL | SHIFT)
    citation, head = window.desk.session.citing.person(speaker.name)
    assert copied()[0] == citation.text
    assert window.messages.sentence == f"Copied: {head}."


def test_in_the_register_it_is_the_person_shown(window: MainWindow, quote: str) -> None:
    press(Key.Key_P)
    people = window.desk.session.people.all()
    shown = window.stage.register.panel.list.person()
    other = next(person for person in people if shown is None or person.name != shown.name)
    window.stage.register.show(other.name)
    press(Key.Key_C, CTRL | SHIFT)
    assert copied()[0].startswith(f"{other.name}: ")


def test_nobody_is_copied_where_nobody_is_named(window: MainWindow, quote: str) -> None:
    window.desk.take(window.desk.session.set_speaker(quote, ""))
    QGuiApplication.clipboard().setText("as before")
    press(Key.Key_C, CTRL | SHIFT)
    assert "Nobody is named for this quote" in window.messages.sentence
    assert copied()[0] == "as before"


def test_words_selected_in_what_is_told_are_copied_as_they_are(window: MainWindow, quote: str) -> None:
    window.messages.tell("The sheet is written: /tmp/friday.csv")
    line = window.messages._sentence
    line.setFocus()
    line.setSelection(22, 15)
    press(Key.Key_C, CTRL)
    assert copied()[0] == "/tmp/friday.csv"
