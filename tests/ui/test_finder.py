"""Words are found in the article while one types, marked, counted and gone through by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Span
from quotereview.ui import theme
from quotereview.ui.article_view import ArticleView
from quotereview.ui.find_bar import FindBar
from quotereview.ui.finder import apart
from quotereview.ui.window import MainWindow
from tests.ui.pages import article, near, page_of, picture, ruler_of, shown, stretches

TEXT = (
    "🚧 The café\r\n\r\nThe Cafe\u0301 closed. قالَ أحمد «المقهى مغلق».\r\n\r\n"
    "市长说：“咖啡馆关门了。”\r\n\r\nNobody went to the CAFÉ, said the café’s owner.\r\n"
)
CAFES = tuple(Span(at, at + size) for at, size in ((6, 4), (18, 5), (96, 4), (111, 4)))
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> ArticleView:
    theme.apply(qapp, theme.Scheme.LIGHT)
    made = shown(qtbot, TEXT, ())
    QTest.qWaitForWindowActive(made)
    made.setFocus()
    return made


def bar_of(view: ArticleView) -> FindBar:
    found = view.findChild(FindBar)
    assert isinstance(found, FindBar)
    return found


def write(view: ArticleView, words: str) -> FindBar:
    view.finder.begin()
    bar = bar_of(view)
    QTest.keyClicks(bar.field, words)
    return bar


def test_the_text_is_as_the_places_say() -> None:
    assert [span.of(TEXT) for span in CAFES] == ["café", "Cafe\u0301", "CAFÉ", "café"]


def test_finds_are_counted_and_shown_while_one_types(view: ArticleView) -> None:
    bar = write(view, "caf")
    assert bar.isVisible() and bar.field.hasFocus()
    assert bar.count() == "1 of 4" == bar.field.accessibleDescription()
    QTest.keyClicks(bar.field, "e")
    assert view.finder.finds == CAFES
    assert view.selection() == CAFES[0]
    QTest.keyClicks(bar.field, "'s")
    assert bar.count() == "1 of 1"
    assert view.selection() == Span(111, 117)
    QTest.keyClicks(bar.field, "x")
    assert bar.count() == "0 found"
    assert view.selection() is None
    bar.field.selectAll()
    QTest.keyClick(bar.field, Qt.Key.Key_Delete)
    assert bar.count() == ""


@pytest.mark.parametrize(
    ("words", "found"), [("احمد", "أحمد"), ("咖啡", "咖啡"), ("🚧", "🚧"), ("closed. قال", "closed. قالَ")]
)
def test_words_of_any_script_are_selected_as_they_stand(view: ArticleView, words: str, found: str) -> None:
    view.finder.begin()
    bar_of(view).field.insert(words)
    bar_of(view).written.emit(words)
    selected = view.selection()
    assert selected is not None and selected.of(TEXT) == found


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F3], ids=["Enter", "F3"])
def test_keys_go_from_one_find_to_the_next_and_round_the_end(view: ArticleView, key: Qt.Key) -> None:
    bar = write(view, "cafe")
    told = []
    for modifier in (Qt.KeyboardModifier.NoModifier, SHIFT, SHIFT, Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(bar.field, key, modifier)
        told.append((bar.count(), view.selection()))
    assert told == [("2 of 4", CAFES[1]), ("1 of 4", CAFES[0]), ("4 of 4", CAFES[3]), ("1 of 4", CAFES[0])]


def test_finding_begins_where_the_caret_is(view: ArticleView) -> None:
    view.show_place(Span(40, 40))
    assert write(view, "cafe").count() == "3 of 4"


def test_what_is_selected_is_looked_for(view: ArticleView) -> None:
    view.show_place(CAFES[2])
    view.finder.begin()
    assert bar_of(view).field.text() == "CAFÉ"
    assert bar_of(view).count() == "3 of 4"


def test_esc_closes_and_the_keys_go_to_the_text_at_the_find(view: ArticleView) -> None:
    bar = write(view, "cafe")
    QTest.keyClick(bar.field, Qt.Key.Key_F3)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden() and page_of(view).hasFocus()
    assert view.selection() == CAFES[1]
    assert view.finder.finds == ()


def test_a_closed_bar_goes_on_with_what_was_looked_for(view: ArticleView) -> None:
    bar = write(view, "cafe")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    view.show_place(Span(60, 60))
    view.finder.step(1)
    assert bar.isVisible()
    assert view.selection() == CAFES[2]


def test_finds_are_marked_in_the_text_and_the_overview_until_the_bar_closes(view: ArticleView) -> None:
    page, ruler = page_of(view), ruler_of(view)

    def marked() -> tuple[int, int]:
        grounds = [page.places.segments(span)[0].ground.toRect() for span in CAFES[1:]]
        image, overview = picture(page), ruler.grab().toImage()
        text = sum(image.pixelColor(ground.left() + 2, ground.bottom() - 2) == theme.LIGHT.found for ground in grounds)
        ticks = [near(overview.pixelColor(ruler.width() - 2, y), theme.LIGHT.unsure) for y in range(ruler.height())]
        return text, sum(ticks)

    assert marked() == (0, 0)
    bar = write(view, "cafe")
    in_text, ticks = marked()
    assert in_text == 3 and ticks >= 3
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert marked() == (0, 0)


def test_opening_and_closing_the_bar_moves_nothing(view: ArticleView) -> None:
    page = page_of(view)
    before = page.geometry()
    bar = write(view, "cafe")
    QApplication.processEvents()
    assert page.geometry() == before
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert page.geometry() == before


def test_another_article_is_searched_anew_and_stays_at_its_beginning(view: ArticleView) -> None:
    bar = write(view, "cafe")
    text = "No coffee\n\nThe Café, the café.\n"
    view.show_article(article(text, "another.txt"), (), stretches(text))
    assert bar.count() == "2 found"
    assert view.selection() is None
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count() == "1 of 2"


def test_of_many_finds_the_overview_is_told_those_it_can_tell_apart() -> None:
    finds = [Span(at, at + 1) for at in (0, 1, 5, 9, 10, 11, 400)]
    assert apart(finds, 5) == [0, 5, 10, 400]
    assert apart(finds, 0) == [0, 1, 5, 9, 10, 11, 400]


def test_the_keys_of_the_window_find(window: MainWindow) -> None:
    QTest.keyClick(window.article_view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = bar_of(window.article_view)
    QTest.keyClicks(bar.field, "bridge")
    assert bar.count().endswith("of 2")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page_of(window.article_view)
    QTest.keyClick(page_of(window.article_view), Qt.Key.Key_F3)
    assert bar.isVisible()
