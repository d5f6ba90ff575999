"""A newer edition in the window: a line asks, one key compares, Enter takes over, and what waits is gone through."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quotereview.model import Verdict
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.ui import newer_editions
from quotereview.ui.batches import Batch
from quotereview.ui.newer_editions import NO_LIKE, NOTHING
from quotereview.ui.window import MainWindow
from tests.review.test_editions import FERRY, MOON, NEWER, OTHER, keep, quote
from tests.store import invented
from tests.ui.conftest import Opening

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk_session(session: Session) -> Session:
    """Three rulings on the first edition, of which one holds; then the second edition and another article."""
    for article in (FERRY, OTHER, NEWER):
        keep(session, article)
    session.confirm(quote(session, FERRY, "The ferry"))
    session.confirm(quote(session, FERRY, "Nobody told"))
    session.reject(quote(session, FERRY, "The kiosk"))
    return session


@pytest.fixture
def window(opened: Opening, desk_session: Session) -> MainWindow:
    made = opened(desk_session)
    made.desk.open_article(NEWER.id)
    return made


def press(window: MainWindow, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.focusWidget() or window, key)


def compare(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_E, SHIFT)


def articles(window: MainWindow) -> list[str]:
    return [article.id for article in window.desk.session.articles()]


def test_an_article_that_is_opened_is_asked_about_in_a_line(window: MainWindow) -> None:
    asked = window.stage.editions.question.sentence
    assert asked.startswith("A newer edition of “") and "the same address" in asked and "Shift+E compares them" in asked
    window.desk.open_article(OTHER.id)
    window.stage.editions.question.later.click()
    assert not window.stage.editions.question.isVisible()
    window.desk.open_article(FERRY.id)
    assert not window.stage.editions.question.isVisible()


def test_one_key_compares_and_esc_decides_later(window: MainWindow, qtbot: QtBot) -> None:
    compare(window, qtbot)
    assert window.stage.editions.open and window.stage.editions.panel.rows.hasFocus()
    said = window.stage.editions.panel.said()
    assert "1 ruling on the older one holds in the newer, 2 would be asked about" in said
    assert "before" in said and "[before]" in said and "[until]" in said
    assert not window.stage.editions.question.isVisible()
    press(window, qtbot, Qt.Key.Key_Escape)
    assert not window.stage.editions.open and window.article_view.isVisible()
    assert window.stage.editions.question.isVisible() and len(articles(window)) == 3
    compare(window, qtbot)
    compare(window, qtbot)  # the letter is the list's own there
    assert window.stage.editions.open


def test_enter_takes_over_and_what_waits_is_gone_through(window: MainWindow, qtbot: QtBot) -> None:
    compare(window, qtbot)
    press(window, qtbot, Qt.Key.Key_Return)
    session = window.desk.session
    assert articles(window) == [OTHER.id, NEWER.id] and window.desk.article == NEWER.id
    assert session.quote(quote(session, NEWER, "The ferry")).verdict is Verdict.CONFIRMED
    assert "1 ruling taken over, 2 to be asked about. Ctrl+Z takes that back" in window.messages.sentence
    assert window.stage.editions.open and "2 rulings wait to be looked at" in window.stage.editions.panel.said()
    press(window, qtbot, Qt.Key.Key_Return)
    assert session.quote(quote(session, NEWER, "Nobody told")).verdict is Verdict.CONFIRMED
    assert "1 ruling waits to be looked at" in window.stage.editions.panel.said()
    press(window, qtbot, Qt.Key.Key_Return)
    assert window.messages.sentence == NO_LIKE
    press(window, qtbot, Qt.Key.Key_X)
    assert not window.stage.editions.open and session.editions.asides(NEWER.id) == ()
    assert window.messages.sentence == "Every ruling on the older edition is looked at."


def test_undo_brings_the_older_edition_back_and_asks_again(window: MainWindow, qtbot: QtBot) -> None:
    compare(window, qtbot)
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert "2 rulings on an older edition of this article wait" in window.stage.editions.question.sentence
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(articles(window)) == 3
    window.desk.open_article(NEWER.id)
    assert window.stage.editions.question.sentence.startswith("A newer edition of “")


def test_a_ruling_that_is_undone_waits_again_in_the_line(window: MainWindow, qtbot: QtBot) -> None:
    compare(window, qtbot)
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert window.stage.editions.question.sentence.startswith("1 ruling on an older edition of this article waits")
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.stage.editions.question.sentence.startswith("2 rulings on an older edition of this article wait")


def test_an_article_that_another_program_adds_is_asked_about(opened: Opening, session: Session, qtbot: QtBot) -> None:
    keep(session, OTHER)
    keep(session, FERRY)
    window = opened(session)
    window.desk.open_article(OTHER.id)
    with open_store(session.store_path) as store:
        keep(Session(store, "Ole Brandt"), NEWER)
    qtbot.waitUntil(lambda: "ferry-2.txt" in window.stage.editions.question.sentence, timeout=5_000)
    assert window.desk.article == OTHER.id


def test_articles_are_kept_apart_by_key_and_asked_about_no_more(window: MainWindow, qtbot: QtBot) -> None:
    compare(window, qtbot)
    press(window, qtbot, Qt.Key.Key_A)
    assert not window.stage.editions.open and len(articles(window)) == 3
    assert window.messages.sentence.startswith("Both articles stay")
    assert not window.stage.editions.question.isVisible()
    window.desk.open_article(OTHER.id)
    window.desk.open_article(NEWER.id)
    assert not window.stage.editions.question.isVisible()
    compare(window, qtbot)
    assert window.messages.sentence == NOTHING


@pytest.mark.parametrize("slice", [newer_editions.SLICE, -1.0])
def test_articles_that_are_loaded_are_looked_at_in_slices(
    opened: Opening, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, slice: float
) -> None:
    monkeypatch.setattr(newer_editions, "SLICE", slice)
    keep(session, FERRY)
    keep(session, OTHER)
    window = opened(session)
    window.desk.open_article(OTHER.id)
    keep(session, NEWER)
    moon = invented.article("moon-2.txt", MOON)
    session.keep(Read(moon, invented.detection(moon, MOON)))
    window.stage.editions.look_after(Batch(files=2, read=[NEWER.id, moon.id]))
    qtbot.waitUntil(lambda: window.stage.editions.question.sentence.startswith("2 articles look like newer editions"))
    window.stage.editions.question.answer.click()
    assert window.stage.lot.open and not window.stage.editions.question.isVisible()


def test_a_panel_leaves_when_something_else_takes_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    compare(window, qtbot)
    window.search.setFocus()
    qtbot.waitUntil(lambda: not window.stage.editions.open)
    compare(window, qtbot) if window.focusWidget() is not window.search else None
    window.desk.open_article(OTHER.id)
    assert not window.stage.editions.open


def test_an_older_edition_that_was_removed_meanwhile_is_told(
    window: MainWindow, desk_session: Session, qtbot: QtBot
) -> None:
    compare(window, qtbot)
    with open_store(Path(desk_session.store_path)) as other:
        Session(other, "Ben Ode").remove([FERRY.id])
    press(window, qtbot, Qt.Key.Key_Return)
    assert "no longer there" in window.messages.sentence
    assert desk_session.editions.decided() == ()
