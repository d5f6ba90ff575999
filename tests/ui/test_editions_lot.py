"""Several articles that look like others are asked about once: a key chooses for each, Enter does all of it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotereview.model import Verdict
from quotereview.review.lots import TakenFor
from quotereview.review.session import Session
from quotereview.ui.batches import Batch
from quotereview.ui.window import MainWindow
from tests.review.test_editions import FERRY, NEWER, OTHER, quote
from tests.review.test_lots import TWIN, keep
from tests.ui.answers import Answers
from tests.ui.conftest import Opening

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(opened: Opening, session: Session) -> Iterator[MainWindow]:
    """A newer edition of an article with a ruling, and an article with the same text as another, were loaded."""
    for article in (FERRY, OTHER):
        keep(session, article)
    session.confirm(quote(session, FERRY, "The ferry"))
    made = opened(session)
    for article in (NEWER, TWIN):
        keep(session, article)
    made.stage.editions.look_after(Batch(files=2, read=[NEWER.id, TWIN.id]))
    yield made


def press(*keys: Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def ask(window: MainWindow) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_E, SHIFT)


def choices(window: MainWindow) -> dict[str, TakenFor]:
    return {one.likely.article.name: one.taken_for for one in window.stage.lot.panel.rows.things}


def names(window: MainWindow) -> set[str]:
    return {article.name for article in window.desk.session.articles()}


def choose_row(window: MainWindow, name: str) -> None:
    window.stage.lot.panel.rows.choose(list(choices(window)).index(name))


def test_one_line_asks_about_all_and_one_key_shows_them(window: MainWindow) -> None:
    assert window.stage.editions.question.sentence == (
        "2 articles look like newer editions of others, or have the same text: Shift+E asks about all of them together."
    )
    ask(window)
    assert window.stage.lot.open and window.stage.lot.panel.rows.hasFocus()
    assert choices(window) == {"ferry-2.txt": TakenFor.EDITION, "moon copy.txt": TakenFor.COPY}
    said = window.stage.lot.panel.said()
    assert "2 articles to decide about: 1 as a newer edition, 1 as the same text." in said and "= the same text" in said
    assert not window.stage.editions.question.isVisible()


def test_enter_does_all_in_one_step(window: MainWindow) -> None:
    ask(window)
    press(Key.Key_Return)
    assert names(window) == {"ferry-2.txt", "moon.txt"}
    session = window.desk.session
    assert session.quote(quote(session, NEWER, "The ferry")).verdict is Verdict.CONFIRMED
    assert window.messages.sentence == "Editions: 1 newer, 1 the same text. Ctrl+Z takes that back."
    assert not window.stage.lot.open and not window.stage.editions.question.isVisible()
    QTest.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(names(window)) == 4


def test_a_key_chooses_for_each_and_goes_on_to_the_next(window: MainWindow) -> None:
    ask(window)
    choose_row(window, "ferry-2.txt")
    press(Key.Key_A)
    assert choices(window)["ferry-2.txt"] is TakenFor.APART
    choose_row(window, "moon copy.txt")
    press(Key.Key_L)
    press(Key.Key_Return)
    assert len(names(window)) == 4
    assert not window.stage.editions.question.isVisible()
    assert window.desk.session.editions.likely(NEWER.id) is None
    assert window.desk.session.editions.likely(TWIN.id) is not None  # later is not never


def test_one_article_of_the_same_text_is_asked_about_in_the_same_way(opened: Opening, session: Session) -> None:
    for article in (OTHER, TWIN):
        keep(session, article)
    window = opened(session)
    window.desk.open_article(TWIN.id)
    assert window.stage.editions.question.sentence.startswith("The same text as “")
    assert window.stage.editions.question.sentence.endswith("Shift+E asks which is to stay.")
    ask(window)
    press(Key.Key_Return)
    assert names(window) == {"moon.txt"}


def test_esc_leaves_all_for_later_and_the_line_goes_on_asking(window: MainWindow) -> None:
    ask(window)
    press(Key.Key_Escape)
    assert not window.stage.lot.open and len(names(window)) == 4
    assert window.stage.editions.question.sentence.startswith("2 articles look like")
    window.stage.editions.question.later.click()
    assert not window.stage.editions.question.isVisible()


def test_the_line_names_a_pair_and_is_put_off_by_esc_in_the_text(opened: Opening, session: Session) -> None:
    for article in (OTHER, TWIN):
        keep(session, article)
    window = opened(session)
    window.desk.open_article(TWIN.id)
    assert window.stage.editions.question.sentence.count("same text") == 1
    window.article_view.setFocus()
    press(Key.Key_Escape)
    assert not window.stage.editions.question.isVisible()


def test_the_keys_are_shown_from_the_list_too(window: MainWindow, answers: Answers) -> None:
    ask(window)
    press(Key.Key_Question)
    assert answers.keys_shown


def test_a_pair_can_be_compared_and_the_others_are_come_back_to(window: MainWindow) -> None:
    ask(window)
    choose_row(window, "moon copy.txt")
    press(Key.Key_A)
    choose_row(window, "ferry-2.txt")
    press(Key.Key_Space)
    assert window.stage.editions.open and "holds in the newer" in window.stage.editions.panel.said()
    press(Key.Key_Escape)
    assert window.stage.lot.open
    assert choices(window) == {"ferry-2.txt": TakenFor.EDITION, "moon copy.txt": TakenFor.APART}
    press(Key.Key_Space, Key.Key_Return)
    assert window.stage.lot.open and list(choices(window)) == ["moon copy.txt"]
    assert names(window) == {"ferry-2.txt", "moon.txt", "moon copy.txt"}
    press(Key.Key_Space, Key.Key_A)
    assert not window.stage.lot.open and not window.stage.editions.open
    assert window.article_view.isAncestorOf(QApplication.focusWidget())
