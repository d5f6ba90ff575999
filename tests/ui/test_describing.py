"""After a batch a line asks for what articles do not say; the panel takes the keys only when asked to."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.review import apart
from quotereview.review.apart import Deed
from quotereview.review.session import Session
from quotereview.ui import theme
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.story import ARTICLE, BRIDGE, BYPASS, BYPASS_TEXT
from tests.ui.test_describe import write

ASKED = "2 articles do not say their outlet or date: Ctrl+D fills them in."


@pytest.fixture
def asking(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window into which two articles came that say nothing of themselves."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"{name} {BYPASS_TEXT}", encoding="utf-8")
    window.shelf.take_in([tmp_path / "one.txt", tmp_path / "two.txt"])
    qtbot.waitUntil(lambda: not window.intake.reading)
    return window


def details(window: MainWindow) -> list[tuple[str | None, date | None]]:
    return [(one.outlet, one.published) for one in window.desk.session.articles()]


def keys() -> object:
    return QApplication.focusWidget()


def test_a_line_asks_and_takes_no_keys_and_opens_no_window(asking: MainWindow) -> None:
    assert asking.question.sentence == ASKED
    assert asking.article_view.isAncestorOf(QApplication.focusWidget())
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [asking]
    write("Return")
    assert asking.desk.session.progress().decided == 1


def test_one_key_opens_the_lines_of_those_and_the_keys_go_back_to_where_they_were(asking: MainWindow) -> None:
    had, place = keys(), (asking.desk.article, asking.desk.quote)
    write("Ctrl+D", ":Abend", "Return", ":3 Nov 2026", "Return")
    assert asking.desk.article != place[0]
    write("Up", "Up", ":Post", "Tab", ":4 Nov 2026", "Return")
    assert details(asking)[2:] == [("Abend", date(2026, 11, 3)), ("Post", date(2026, 11, 4))]
    assert asking.question.sentence == "" and not asking.describe.isVisible()
    assert (keys(), asking.desk.article, asking.desk.quote) == (had, *place)


def test_no_key_of_the_window_acts_on_quotes_while_one_fills_in(asking: MainWindow) -> None:
    write("Ctrl+D", ":dxq", "Ctrl+Z")
    assert asking.desk.session.progress().decided == 0
    assert len(asking.desk.session.articles()) == 4


def test_what_was_written_and_not_kept_is_told(asking: MainWindow) -> None:
    write("Ctrl+D", ":Aben", "Tab", ":3/11/2026", "Tab", ":Po", "Esc")
    assert asking.describe.isVisible()  # the list of outlets is shut first
    write("Esc")
    assert asking.messages.sentence == "“3/11/2026” and “Po” were not kept; Ctrl+D opens the lines again."
    assert asking.question.sentence == ASKED and not asking.describe.isVisible()


def test_what_is_left_is_asked_for_again(asking: MainWindow) -> None:
    write("Ctrl+D", ":Abend", "Return", ":3 Nov 2026", "Return")
    assert asking.question.sentence == ""  # the lines are open
    write("Esc")
    assert asking.question.sentence == "“two Bypass delayed” does not say its outlet or date: Ctrl+D fills it in."


def test_the_question_can_wait_for_ever(asking: MainWindow) -> None:
    asking.question.later.click()
    assert asking.question.sentence == ""
    write("Ctrl+D")
    assert [line.article.id for line in asking.describe.lines] == [asking.desk.article]


def test_esc_in_the_text_takes_away_what_is_told_and_then_the_questions(asking: MainWindow) -> None:
    asking.messages.tell("Nothing to undo.")
    editions = asking.stage.editions.question
    write("Esc")
    assert asking.messages.sentence == "" and editions.sentence and asking.question.sentence == ASKED
    write("Esc")
    assert editions.sentence == "" and asking.question.sentence == ASKED
    write("Esc")
    assert asking.question.sentence == ""


def test_the_button_of_the_line_opens_them_too(asking: MainWindow) -> None:
    QTest.mouseClick(asking.question.answer, Qt.MouseButton.LeftButton)
    assert keys() is asking.describe.lines[0].outlet and len(asking.describe.lines) == 2


def test_a_batch_that_says_all_asks_nothing(opened: Opening, session: Session) -> None:
    session.keep(BRIDGE)
    assert opened(session).question.sentence == ""


def test_the_article_of_the_line_is_shown(window: MainWindow) -> None:
    window.articles.list.selectAll()
    write("Ctrl+D")
    assert window.desk.article == BYPASS.article.id  # it says no date
    write("Up")
    assert window.desk.article == ARTICLE.id


def test_selected_articles_are_corrected_together_and_undone_at_once(window: MainWindow) -> None:
    window.articles.list.selectAll()
    write("Ctrl+D")
    window.describe.for_all.outlet.setFocus()
    write(":Abend", "Return", "Esc")
    assert {outlet for outlet, _ in details(window)} == {"Abend"}
    window.actions_table["undo"].trigger()
    assert {outlet for outlet, _ in details(window)} == {"Harbour Post", "Zeitung"}


def test_very_many_are_filled_in_in_the_background_and_undone_at_once(
    asking: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(apart, "AT_ONCE", 1)
    write("Ctrl+D")
    asking.describe.for_all.outlet.setFocus()
    write(":Abend", "Tab", ":3 Nov 2026", "Return")
    assert asking.article_view.said() == "Filling in 2 articles is under way …"
    assert asking.describe.for_all.unkept() == []
    qtbot.waitUntil(lambda: not asking.desk.session.apart.under_way)
    assert details(asking)[2:] == [("Abend", date(2026, 11, 3))] * 2
    assert not asking.describe.isVisible()  # nothing is left to fill in
    asking.actions_table["undo"].trigger()
    qtbot.waitUntil(lambda: not asking.desk.session.apart.under_way)
    assert details(asking)[2:] == [(None, None)] * 2


def test_what_is_filled_in_while_something_is_under_way_stays_written(asking: MainWindow) -> None:
    write("Ctrl+D")
    asking.describe.for_all.outlet.setFocus()
    asking.desk.session.apart.begin(Deed(Session.undo, 1), "Wait a moment.")
    write(":Abend", "Return")
    assert asking.messages.sentence == "Wait a moment."
    assert asking.describe.for_all.unkept() == ["Abend"]
    asking.desk.session.apart.end()
    write("Return")
    assert details(asking)[2:] == [("Abend", None)] * 2


def test_an_undo_while_the_lines_are_open_shows_in_them(window: MainWindow) -> None:
    write("Ctrl+D", "Ctrl+A", ":Abend", "Tab")
    assert window.describe.lines[0].outlet.text() == "Abend"
    window.actions_table["undo"].trigger()
    assert window.describe.lines[0].outlet.text() == ARTICLE.outlet


def test_the_key_goes_back_to_lines_that_are_open(asking: MainWindow) -> None:
    write("Ctrl+D", "Tab")
    at = keys()
    asking.article_view.setFocus()
    write("Ctrl+D")
    assert keys() is at


def test_lines_of_an_article_that_is_gone_do_no_harm(asking: MainWindow, qtbot: QtBot) -> None:
    write("Ctrl+D", ":Abend")
    asking.desk.take(asking.desk.session.remove([line.article.id for line in asking.describe.lines]))
    write("Tab", "Esc")
    assert "no longer there" in asking.messages.sentence or "was not kept" in asking.messages.sentence
    assert asking.desk.article


def test_closing_the_window_keeps_what_is_written(asking: MainWindow) -> None:
    write("Ctrl+D", ":Blatt")
    asking.close()
    assert details(asking)[2] == ("Blatt", None)


def test_all_of_it_has_room_in_large_text(qapp: QApplication, asking: MainWindow) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)
    asking.looks.zoom(7)
    try:
        write("Ctrl+D", ":Abend", "Tab", ":3/11/2026", "Return")
        QApplication.processEvents()
        needed = asking.minimumSizeHint()
        assert (needed.width() <= 1280, needed.height() <= 800) == (True, True)
        fault = asking.describe.lines[0].fault
        assert fault.visibleRegion().boundingRect() == fault.rect()
    finally:
        asking.looks.normal()


def test_whether_articles_are_editions_is_asked_when_the_lines_are_done(asking: MainWindow) -> None:
    assert asking.stage.editions.question.isVisible()
    write("Ctrl+D")
    assert not asking.stage.editions.question.isVisible()
    write("Esc")
    assert not asking.describe.isVisible()
    assert asking.stage.editions.question.isVisible()
