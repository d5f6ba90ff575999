"""A store that takes nothing: one sentence, the window goes on, and neither the focus nor a typed word is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from quotereview.model import Verdict
from quotereview.review.change import Change, ChangeKind
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.pressing import press, verdicts

Key = Qt.Key


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A session that hardly waits for another program."""
    with open_store(tmp_path / "desk.qrev", patience=0.01) as store:
        yield Session(store, "Ana Brüll")


@contextmanager
def locked(window: MainWindow) -> Iterator[None]:
    """Another program writes to the store all the while."""
    with closing(sqlite3.connect(window.desk.session.store_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def type_in(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def written() -> str:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    return field.text()


def told(window: MainWindow) -> str:
    return window.messages.sentence


def test_a_step_shows_the_quote_that_the_next_key_rules_on(window: MainWindow) -> None:
    first = window.desk.quote
    with locked(window):
        press(window, Key.Key_J)
        standing = window.desk.standing()
        assert standing and standing.id != first
        assert standing.ruling.passages[0].words in window.card.said()
        assert told(window) == ""
    press(window, Key.Key_Return)
    assert verdicts(window)[:2] == [Verdict.OPEN, Verdict.CONFIRMED]


def test_a_place_that_is_not_kept_at_once_is_kept_soon(window: MainWindow, qtbot: QtBot) -> None:
    with locked(window):
        press(window, Key.Key_J)
    qtbot.waitUntil(lambda: window.desk.session.place() == (window.desk.article, window.desk.quote))


def test_a_place_that_is_not_kept_yet_is_kept_on_leaving(window: MainWindow) -> None:
    with locked(window):
        press(window, Key.Key_J)
    window.desk.bookmark.leave()
    assert window.desk.session.place() == (window.desk.article, window.desk.quote)


def test_a_ruling_that_is_not_kept_is_told_and_stays_to_be_given(window: MainWindow) -> None:
    at = window.desk.quote
    with locked(window):
        press(window, Key.Key_Return)
        assert "being used by another program" in told(window) and told(window).endswith("Nothing was changed.")
        assert window.desk.quote == at and verdicts(window)[0] is Verdict.OPEN
    press(window, Key.Key_Return)
    assert verdicts(window)[0] is Verdict.CONFIRMED and window.desk.quote != at and told(window) == ""


def test_what_is_derived_and_what_others_did_do_not_hide_that(window: MainWindow) -> None:
    with locked(window):
        press(window, Key.Key_Return)
    for change in (
        Change(ChangeKind.COMPARED, (), (), "which quotes match"),
        Change(ChangeKind.RULINGS, (), (), "what another program wrote", elsewhere=True),
    ):
        window.desk.take(change)
        assert told(window).endswith("Nothing was changed.")


@pytest.mark.parametrize("key", [Key.Key_S, Key.Key_O, Key.Key_N, Key.Key_Y])
def test_what_was_typed_is_there_to_be_kept_again(window: MainWindow, key: Key) -> None:
    press(window, key)
    type_in("Inga Holt")
    with locked(window):
        press(window, Key.Key_Return)
        assert "being used by another program" in told(window)
        assert written() == "Inga Holt"
    press(window, Key.Key_Return)
    ruling = window.desk.session.quote(window.desk.quote).ruling
    names = [one.name for one in (ruling.speaker, ruling.source) if one]
    assert "Inga Holt" in (*names, ruling.note, ruling.reason)
    assert window.article_view.hasFocus()


def test_what_is_given_back_can_still_be_left(window: MainWindow) -> None:
    press(window, Key.Key_S)
    type_in("Inga Holt")
    with locked(window):
        press(window, Key.Key_Return)
    press(window, Key.Key_Escape)
    assert window.card.speaker_editor.isHidden() and window.article_view.hasFocus()


def test_outlet_and_date_stay_as_they_are_written(window: MainWindow) -> None:
    QTest.keySequence(QApplication.focusWidget(), "Ctrl+D")
    [line] = window.describe.lines
    with locked(window):
        line.published.setFocus()
        line.published.selectAll()
        type_in("5 March 2026")
        press(window, Key.Key_Return)
        assert "being used by another program" in told(window)
        assert line.published.hasFocus() and line.published.text() == "5 March 2026"
    press(window, Key.Key_Return)
    article = window.desk.session.article(window.desk.article)
    assert str(article.published) == "2026-03-05"


def test_a_store_on_a_share_says_so_when_it_is_opened(
    filled: Session, opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "caution", "This store is on a network share.")
    assert opened(filled).messages.sentence == "This store is on a network share."
