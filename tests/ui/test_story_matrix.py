"""The matrix of a story in the window: Shift+M opens it, keys go from cell to cell, to a quote and to other stories."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.review.session import Session
from quotereview.ui.aligned import Version
from quotereview.ui.matrix_model import Fold
from quotereview.ui.matrix_panel import ALONE as NO_STORY
from quotereview.ui.matrix_panel import COMPARING, NOTHING_DIFFERS, Told
from quotereview.ui.window import MainWindow
from tests.review.railway import ALONE, ARABIC, CHINESE, FRIENDS, GULF, HERALD, LATER, LEAFLET, LONG, PAGE, STORM, WIRE
from tests.ui.conftest import Opening
from tests.ui.story import read
from tests.ui.test_accessibility import SMALLEST_SCREEN, TWICE, cut_off, texts

Key = Qt.Key
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
SHIFT = Qt.KeyboardModifier.ShiftModifier
TITLE = "Headline of wire.txt"
ROCK = "We heard the rock before we saw it."
SNOW = read(
    "snow.txt",
    "Winter came early to the plain.\n\nA shepherd said: “It has not snowed so since my youth.”\n",
    "Plain Post",
)


@pytest.fixture
def told(session: Session) -> Session:
    for one in (WIRE, GULF, LATER, HERALD, LEAFLET, SNOW):
        session.keep(one)
    return session


@pytest.fixture
def window(told: Session, opened: Opening, qtbot: QtBot) -> MainWindow:
    made = opened(told)
    made.desk.open_article(WIRE.article.id)
    press(Key.Key_M, SHIFT)
    shown(made, qtbot)
    return made


def press(key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)


def shown(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the story is compared."""
    qtbot.waitUntil(lambda: COMPARING not in window.stage.matrix.panel.said())


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def said(window: MainWindow) -> str:
    return plain(window.stage.matrix.panel.said())


def detail(window: MainWindow) -> str:
    return plain(window.stage.matrix.panel.detail.said())


def printed(window: MainWindow) -> list[str]:
    """The words that the lower half shows."""
    versions = window.stage.matrix.panel.detail.findChildren(Version)
    return [one.accessibleName() for one in versions if one.isVisible() and one.accessibleName()]


def at(window: MainWindow) -> tuple[int, int]:
    index = window.stage.matrix.panel.table.currentIndex()
    return index.row(), index.column()


def outlets(window: MainWindow) -> list[str]:
    cells = window.stage.matrix.panel.table.cells
    return [str(cells.headerData(column, Qt.Orientation.Horizontal)) for column in range(cells.columnCount())]


def words(window: MainWindow) -> list[str]:
    cells = window.stage.matrix.panel.table.cells
    return [str(cells.headerData(row, Qt.Orientation.Vertical)) for row in range(cells.rowCount())]


def test_it_tells_at_first_sight_who_printed_what(window: MainWindow) -> None:
    assert window.stage.matrix.open and window.stage.matrix.panel.table.hasFocus()
    assert outlets(window) == ["Pacific Wire", "Gulf Courier", "Herald", "unknown outlet"]
    assert words(window) == [f"{PAGE}.", LONG, "China will carry 40 percent of the cost of it.", words(window)[3]]
    head = said(window)
    assert TITLE in head and "5 articles, 3 outlets and 1 unknown, 3 independent lines" in head
    assert "first seen 12 Sept 2026: Pacific Wire and Gulf Courier" in head
    assert "3 quotes in several outlets, 2 told differently · 1 in one outlet alone" in head


def test_it_takes_the_room_of_what_stands_around_it_and_gives_it_back(window: MainWindow) -> None:
    around = (window.articles, window.review_pane, window.crosscheck)
    assert not any(part.isVisible() for part in around)
    press(Key.Key_Escape)
    assert all(part.isVisible() for part in around)
    assert window.article_view.isVisible() and not window.stage.matrix.open


def test_it_opens_at_the_quote_in_focus_and_stays_there(window: MainWindow, qtbot: QtBot) -> None:
    press(Key.Key_M, SHIFT)
    assert not window.stage.matrix.open
    quote = window.desk.session.quotes(GULF.article.id)[1].id
    window.desk.focus(GULF.article.id, quote)
    press(Key.Key_M, SHIFT)
    shown(window, qtbot)
    assert at(window) == (2, 1)
    assert "number: “40” in Pacific Wire, “14” in Gulf Courier" in detail(window)
    window.desk.take(window.desk.session.describe([HERALD.article.id], outlet="Morning Herald"))
    qtbot.waitUntil(lambda: "Morning Herald" in outlets(window))
    assert at(window) == (2, 1)


def test_arrows_go_from_cell_to_cell_and_enter_to_the_quote(window: MainWindow) -> None:
    window.stage.matrix.panel.table.choose(1, 0)
    assert printed(window) == [LONG]
    press(Key.Key_Right)
    assert at(window) == (1, 1) and "speaker: Milan Dravec in Pacific Wire, Goran Sulic in The Gulf Courier" in detail(
        window
    )
    assert "⊂ a part" in detail(window) and "12 Sept 2026" in detail(window) and "14 Sept 2026" in detail(window)
    press(Key.Key_Return)
    assert not window.stage.matrix.open and window.desk.article == GULF.article.id
    assert window.desk.quote == window.desk.session.quotes(GULF.article.id)[0].id


def test_an_empty_cell_tells_who_has_the_words(window: MainWindow) -> None:
    window.stage.matrix.panel.table.choose(1, 3)
    assert "unknown outlet does not have these words. Printed by Pacific Wire, Gulf Courier and Herald" in detail(
        window
    )
    assert printed(window) == [LONG]
    press(Key.Key_Return)
    assert window.stage.matrix.open


def test_keys_fold_and_narrow(window: MainWindow) -> None:
    assert ALONE not in words(window)
    press(Key.Key_F)
    assert words(window)[4:] == [ALONE]
    press(Key.Key_D)
    assert words(window) == [LONG, "China will carry 40 percent of the cost of it."]
    press(Key.Key_D)
    press(Key.Key_F)
    window.stage.matrix.panel.table.choose(3, 0)
    assert isinstance(window.stage.matrix.panel.table.cells.line(3), Fold)
    press(Key.Key_Return)
    assert words(window)[4:] == [ALONE]


def test_a_quote_of_one_outlet_alone_is_unfolded_when_it_is_in_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.focus(GULF.article.id, window.desk.session.quotes(GULF.article.id)[2].id)
    press(Key.Key_M, SHIFT)
    shown(window, qtbot)
    assert at(window) == (4, 1) and printed(window) == [ALONE]


def test_an_article_that_stands_alone_says_so_and_leads_on(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.open_article(SNOW.article.id)
    press(Key.Key_M, SHIFT)
    shown(window, qtbot)
    table = window.stage.matrix.panel.table
    assert NO_STORY in said(window) and table.hasFocus()
    assert table.horizontalHeader().isHidden() and table.verticalHeader().isHidden()
    press(Key.Key_N)
    shown(window, qtbot)
    assert TITLE in said(window) and "Story 1 of 1" in said(window)
    assert table.horizontalHeader().isVisible() and table.verticalHeader().isVisible()


def test_from_story_to_story_and_round(told: Session, opened: Opening, qtbot: QtBot) -> None:
    for name, outlet in (("one.txt", "Sund Post"), ("two.txt", "Fjord Times")):
        told.keep(read(name, f"Rock slides onto the coast road\n\nA driver said: “{ROCK}” {outlet}.\n", outlet))
    window = opened(told)
    window.desk.open_article(WIRE.article.id)
    press(Key.Key_M, SHIFT)
    shown(window, qtbot)
    for key, title in ((Key.Key_N, "Rock slides"), (Key.Key_N, TITLE), (Key.Key_P, "Rock slides")):
        press(key)
        qtbot.waitUntil(lambda title=title: title in said(window) and COMPARING not in said(window))
    assert "Story 2 of 2" in said(window) and "none told differently" in said(window)
    press(Key.Key_D)
    assert NOTHING_DIFFERS in said(window)
    press(Key.Key_D)
    assert words(window) == [ROCK]


def test_an_article_is_brought_in_and_taken_out_by_hand(window: MainWindow, qtbot: QtBot) -> None:
    stories = window.desk.session.stories
    press(Key.Key_Plus)
    assert window.stage.matrix.panel.ask.field.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "walrus")
    press(Key.Key_Return)
    assert "No article is called so" in window.stage.matrix.panel.ask.said()
    window.stage.matrix.panel.ask.field.clear()
    QTest.keyClicks(QApplication.focusWidget(), "plain post")
    press(Key.Key_Down)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Plain Post" in outlets(window))
    assert window.stage.matrix.panel.table.hasFocus() and SNOW.article.id in stories.of(WIRE.article.id).placed
    column = outlets(window).index("Plain Post")
    head = window.stage.matrix.panel.table.cells.headerData(column, Qt.Orientation.Horizontal, SPOKEN)
    assert "✎ put here" in head
    window.stage.matrix.panel.table.choose(0, column)
    press(Key.Key_Minus)
    qtbot.waitUntil(lambda: "Plain Post" not in outlets(window))
    press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Plain Post" in outlets(window))
    window.stage.matrix.panel.table.choose(0, outlets(window).index("Plain Post"))
    press(Key.Key_R)
    qtbot.waitUntil(lambda: "Plain Post" not in outlets(window))
    assert window.stage.matrix.open and not stories.of(WIRE.article.id).placed


def test_bringing_in_can_be_left(window: MainWindow) -> None:
    press(Key.Key_Plus)
    press(Key.Key_Escape)  # what is offered
    press(Key.Key_Escape)
    assert (
        window.stage.matrix.open
        and window.stage.matrix.panel.table.hasFocus()
        and window.stage.matrix.panel.ask.isHidden()
    )


def test_the_shared_text_of_two_articles_is_shown_on_request(window: MainWindow) -> None:
    press(Key.Key_L)
    assert "Pacific Wire has a text of its own" in detail(window)
    press(Key.Key_L)
    assert "in full" in detail(window)


def test_versions_side_by_side_are_shown_of_the_chosen_quote(window: MainWindow) -> None:
    window.stage.matrix.panel.table.choose(1, 2)
    press(Key.Key_X, SHIFT)
    assert window.stage.versions.open and not window.stage.matrix.open and window.articles.isVisible()
    assert window.desk.quote == window.desk.session.quotes(HERALD.article.id)[0].id


def test_arabic_and_chinese_are_whole_below(session: Session, opened: Opening, qtbot: QtBot) -> None:
    for one in (ARABIC, CHINESE):
        session.keep(one)
    session.stories.join(CHINESE.article.id, ARABIC.article.id)
    window = opened(session)
    window.desk.open_article(ARABIC.article.id)
    press(Key.Key_M, SHIFT)
    shown(window, qtbot)
    assert words(window)[1:] == [STORM, FRIENDS] and printed(window) == [STORM]
    window.stage.matrix.panel.table.choose(2, 1)
    assert printed(window) == [FRIENDS]
    window.grab()


def test_nothing_is_cut_off_at_twice_the_size(window: MainWindow, qtbot: QtBot) -> None:
    window.looks.zoom(TWICE)
    window.resize(SMALLEST_SCREEN)
    try:
        qtbot.waitUntil(lambda: not any(map(cut_off, texts(window))))
        assert (window.width(), window.height()) <= (SMALLEST_SCREEN.width(), SMALLEST_SCREEN.height())
        table = window.stage.matrix.panel.table
        assert table.viewport().height() >= table.rowHeight(0)
        assert table.horizontalScrollBar().maximum() > 0
    finally:
        window.looks.normal()


def test_it_says_that_more_may_come_while_quotes_wait(window: MainWindow) -> None:
    *_, matrix = window.desk.session.matrices.of([WIRE.article.id, GULF.article.id])
    assert matrix is not None
    for waiting in (3, 0):
        window.stage.matrix.panel.show_matrix(Told(name=TITLE, waiting=waiting), matrix, "")
        assert ("3 quotes are still being compared" in said(window)) is bool(waiting)
