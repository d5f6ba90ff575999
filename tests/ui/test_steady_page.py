"""Nothing jumps: whatever comes or changes, the article's page stays where it is being read."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Span
from quotereview.ui import theme
from quotereview.ui.article_view import ArticleView
from tests.ui.pages import article, page_of, point, quote, ruler_of, shown, stretches

LONG = "\n".join(
    f"Speaker {number} called the pier “a matter of some {number} planks”, nobody answered." for number in range(300)
)
MANY = tuple(quote(LONG, f"a matter of some {number} planks") for number in range(300))


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)


@pytest.fixture
def long_view(qtbot: QtBot) -> ArticleView:
    return shown(qtbot, LONG, MANY)


def test_a_quote_out_of_sight_is_brought_to_a_third_of_the_view(long_view: ArticleView) -> None:
    page = page_of(long_view)
    for number in (150, 20, 280):
        long_view.set_focus(MANY[number].id)
        y = page.places.top(MANY[number].proposal.span.start) - page.verticalScrollBar().value()
        assert y == pytest.approx(page.viewport().height() / 3, abs=2)


def test_a_quote_in_sight_does_not_move_the_page(long_view: ArticleView) -> None:
    page = page_of(long_view)
    long_view.set_focus(MANY[150].id)
    before = page.verticalScrollBar().value()
    for number in (151, 149, 152):
        long_view.set_focus(MANY[number].id)
        assert page.verticalScrollBar().value() == before


@pytest.mark.parametrize("act", ["zoom in", "zoom out", "narrow", "dark", "add", "remove"])
def test_the_line_at_the_top_stays_there(long_view: ArticleView, qapp: QApplication, act: str) -> None:
    page = page_of(long_view)
    long_view.set_focus(MANY[150].id)
    before = page.places.first_on_line(page.verticalScrollBar().value())
    added = quote(LONG, "nobody answered")
    {
        "zoom in": lambda: long_view.zoom(3),
        "zoom out": lambda: long_view.zoom(-3),
        "narrow": lambda: long_view.resize(500, 600),
        "dark": lambda: theme.apply(qapp, theme.Scheme.DARK),
        "add": lambda: long_view.set_quotes((*MANY, added)),
        "remove": lambda: long_view.set_quotes(MANY[100:]),
    }[act]()
    after = page.places.first_on_line(page.verticalScrollBar().value())
    paragraph = LONG.count("\n", 0, before)
    assert LONG.count("\n", 0, after) == paragraph
    assert page.focus is not None and page.focus.quote.id == MANY[150].id


@pytest.mark.parametrize("act", ["larger", "lower"])
def test_the_quote_in_focus_stays_in_sight_if_it_was(long_view: ArticleView, act: str) -> None:
    page = page_of(long_view)
    long_view.set_focus(MANY[150].id)
    bar = page.verticalScrollBar()
    bar.setValue(bar.value() - page.viewport().height() // 2)
    {"larger": lambda: long_view.zoom(6), "lower": lambda: long_view.resize(long_view.width(), 300)}[act]()
    y = page.places.top(MANY[150].proposal.span.start) - bar.value()
    assert 0 <= y < page.viewport().height()


def test_a_selection_outlives_a_change_of_size(long_view: ArticleView, qtbot: QtBot) -> None:
    page = page_of(long_view)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    long_view.zoom(2)
    assert long_view.selection() == Span(0, 7)


def test_another_article_begins_at_its_beginning_and_the_same_stays(long_view: ArticleView) -> None:
    page = page_of(long_view)
    long_view.set_focus(MANY[150].id)
    before = page.verticalScrollBar().value()
    long_view.show_article(article(LONG), MANY, stretches(LONG))
    assert page.verticalScrollBar().value() == before
    long_view.show_article(article(LONG, "another.txt"), MANY, stretches(LONG))
    assert page.verticalScrollBar().value() == 0
    assert page.focus is None


def test_the_overview_shows_every_quote_and_a_click_chooses_the_nearest(long_view: ArticleView, qtbot: QtBot) -> None:
    ruler = ruler_of(long_view)
    assert ruler.accessibleDescription() == "300 open"
    with qtbot.waitSignal(long_view.quote_chosen) as chosen:
        qtbot.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, ruler.height() - 1))
    assert chosen.args == [MANY[299].id]
    with qtbot.waitSignal(long_view.quote_chosen) as chosen:
        qtbot.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, 0))
    assert chosen.args == [MANY[0].id]


def test_the_quote_in_focus_stays_in_view_where_the_text_gets_less_room(qtbot: QtBot) -> None:
    text = "Nothing yet.\n\n" * 9 + "“We sail on Friday,” she said." + "\n\nA line." * 60
    sail = Span(text.index("We sail"), text.index(" on Friday"))
    view = shown(qtbot, text, [quote(text, "We sail on Friday,")])
    view.set_focus("We sail on Friday,")
    page = page_of(view)
    page.verticalScrollBar().setValue(0)
    assert page.viewport().rect().contains(point(page, sail))
    view.resize(800, 320)
    assert page.viewport().rect().contains(point(page, sail))


def test_a_view_that_was_moved_away_from_the_focus_stays_where_it_is(qtbot: QtBot) -> None:
    text = "“We sail on Friday,” she said." + "\n\nA line." * 80
    view = shown(qtbot, text, [quote(text, "We sail on Friday,")])
    view.set_focus("We sail on Friday,")
    bar = page_of(view).verticalScrollBar()
    bar.setValue(900)
    view.resize(800, 400)
    assert bar.value() == 900
