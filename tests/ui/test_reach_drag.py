"""The end of a source's reach follows the mouse in the margin, and one drag is one act."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotereview.model import Quote, quote_id
from quotereview.review.session import Session
from quotereview.ui.page import Page
from quotereview.ui.window import MainWindow
from tests.review import talks
from tests.ui.conftest import Opening


def of(quote: Quote) -> str:
    return quote_id(talks.ARTICLE.id, quote.passages[0].span)


@pytest.fixture
def talk(opened: Opening, session: Session) -> MainWindow:
    """The window at the second quote that a carrier brought."""
    session.keep(talks.READ)
    made = opened(session)
    made.desk.focus(talks.ARTICLE.id, of(talks.TWO))
    return made


def page_of(window: MainWindow) -> Page:
    page = window.article_view.focusProxy()
    assert isinstance(page, Page)
    return page


def line_of(page: Page, quote: Quote) -> QPoint:
    """In the margin, at the height of a quote's last line."""
    placed = next(one for one in page.quotes if one.quote.id == of(quote))
    return QPoint(round(page.column.left()) - 8, round(page.places.extent(placed.span)[1]) - 4)


def move(page: Page, to: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    view = page.viewport()
    at, on_screen = QPointF(to), QPointF(view.mapToGlobal(to))
    none, alone = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, at, on_screen, none, buttons, alone))


def drag(page: Page, start: QPoint, end: QPoint) -> None:
    view = page.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    move(page, end, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def sources(window: MainWindow) -> list[str | None]:
    quotes = window.desk.session.quotes(talks.ARTICLE.id)
    return [quote.ruling.source and quote.ruling.source.name for quote in quotes]


RADIO, COURIER = "Radio Sund", "Courier"


def test_the_end_is_dragged_up_and_one_undo_puts_it_back(talk: MainWindow) -> None:
    page, before = page_of(talk), sources(talk)
    drag(page, line_of(page, talks.SIX), line_of(page, talks.TWO))
    assert sources(talk) == [None, RADIO, RADIO, None, COURIER, None, None, None]
    assert talk.desk.session.undo_label == "Undo source ends: Radio Sund, 2 quotes"
    talk.desk.undo()
    assert sources(talk) == before


def test_the_line_follows_while_it_is_dragged(talk: MainWindow) -> None:
    page = page_of(talk)
    start, end = line_of(page, talks.SIX), line_of(page, talks.TWO)
    move(page, start)
    assert page.viewport().cursor().shape() is Qt.CursorShape.SizeVerCursor
    QTest.mousePress(page.viewport(), Qt.MouseButton.LeftButton, pos=start)
    move(page, end, Qt.MouseButton.LeftButton)
    marks = page._focus_marks()
    assert marks is not None and marks.reach is not None
    assert marks.reach.end < talks.THREE.span.start
    QTest.mouseRelease(page.viewport(), Qt.MouseButton.LeftButton, pos=end)
    move(page, QPoint(round(page.column.center().x()), end.y()))
    assert page.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


def test_the_margin_elsewhere_drags_nothing(talk: MainWindow) -> None:
    page, before = page_of(talk), sources(talk)
    drag(page, line_of(page, talks.TWO), line_of(page, talks.THREE))
    talk.desk.focus_quote(of(talks.FIVE))
    drag(page, line_of(page, talks.SIX), line_of(page, talks.TWO))
    assert sources(talk) == before
