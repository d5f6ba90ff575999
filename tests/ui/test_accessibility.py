"""A walk through the window by Tab: every control is named, reached in the order of the eye, and never cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollBar,
    QWidget,
)

from quotereview.ui import theme
from quotereview.ui.window import MainWindow

TWICE = 8  # steps of zoom after which text is a little more than twice as large
SMALLEST_SCREEN = QSize(1280, 800)
LONGEST_WALK = 200

# A part of the window that is not there at first, and the key that opens it.
PARTS = {
    "the window": "",
    "find in the article": "Ctrl+F",
    "find in everything": "Ctrl+Shift+F",
    "the speaker": "S",
    "the source": "O",
    "the note": "N",
    "the reason": "Y",
    "the checklist": "V",
    "the words": "E",
    "accepting in bulk": "B",
    "outlet and date": "Ctrl+D",
    "the filter": "F",
    "the register of people": "P",
    "the history": "I",
    "the conflicts of rulings": "Shift+C",
    "the export": "Ctrl+E",
    "marks nobody explained": "Shift+W",
    "what the article says of itself": "Shift+T",
}


@pytest.fixture(params=PARTS, ids=list(PARTS))
def part(request: pytest.FixtureRequest, window: MainWindow) -> MainWindow:
    """The window with one of its parts open."""
    if keys := PARTS[request.param]:
        QTest.keySequence(QApplication.focusWidget(), keys)
    return window


@pytest.fixture(params=PARTS, ids=list(PARTS))
def large_part(request: pytest.FixtureRequest, window: MainWindow) -> Iterator[MainWindow]:
    """The same, with text twice as large."""
    window.looks.zoom(TWICE)
    assert theme.text_scale() > 2
    window.resize(SMALLEST_SCREEN)
    QApplication.processEvents()
    if keys := PARTS[request.param]:
        QTest.keySequence(QApplication.focusWidget(), keys)
    QApplication.processEvents()
    yield window
    window.looks.normal()


def controls(window: MainWindow) -> list[QWidget]:
    """What an editor can see and act upon by Tab."""
    tab = Qt.FocusPolicy.TabFocus
    found = (each for each in window.findChildren(QWidget) if each.isVisible() and each.isEnabled())
    return [each for each in found if each.focusPolicy() & tab and each.focusProxy() is None]


def walk(window: MainWindow) -> list[QWidget]:
    """The controls that Tab comes by, from the one that has the keys until it is there again."""
    met: list[QWidget] = []
    for _ in range(LONGEST_WALK):
        now = QApplication.focusWidget()
        if now is None or now in met:
            break
        met.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return met


def test_every_control_is_named(part: MainWindow) -> None:
    nameless = [type(each).__name__ for each in controls(part) if not each.accessibleName().strip()]
    assert nameless == []


def test_names_tell_controls_apart(window: MainWindow) -> None:
    names = [each.accessibleName() for each in controls(window)]
    assert sorted(names) == sorted(set(names))


def test_tab_comes_by_every_control(window: MainWindow) -> None:
    met = walk(window)
    missed = [each.accessibleName() for each in controls(window) if each not in met]
    assert missed == []


def test_tab_goes_panel_by_panel_and_down_each(window: MainWindow) -> None:
    met = walk(window)
    panels = [window.articles, window.article_view, window.review_pane]
    places = [next((at for at, panel in enumerate(panels) if panel.isAncestorOf(each)), -1) for each in met]
    entered = [place for place, before in zip(places, [None, *places], strict=False) if place != before and place >= 0]
    turned = entered[entered.index(0) :] + entered[: entered.index(0)]
    assert list(dict.fromkeys(turned)) == [0, 1, 2]
    for panel in panels:
        tops = [each.mapTo(window, QPoint(0, 0)).y() for each in met if panel.isAncestorOf(each)]
        assert tops == sorted(tops)


def test_no_text_is_cut_off_at_twice_the_size(large_part: MainWindow) -> None:
    assert [told for told in map(cut_off, texts(large_part)) if told] == []


def test_everything_stays_within_the_window_at_twice_the_size(large_part: MainWindow) -> None:
    assert (large_part.width(), large_part.height()) <= (SMALLEST_SCREEN.width(), SMALLEST_SCREEN.height())
    inside = QRect(QPoint(0, 0), large_part.size())
    outside = [
        each.accessibleName()
        for each in controls(large_part)
        if not scrolled(each) and not inside.contains(QRect(each.mapTo(large_part, QPoint(0, 0)), each.size()))
    ]
    assert outside == []


def texts(window: MainWindow) -> list[QWidget]:
    """What shows words of its own."""
    kinds = (QLabel, QAbstractButton, QComboBox, QLineEdit)
    return [each for each in window.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()]


def cut_off(widget: QWidget) -> str:
    """What is wrong with the room that a text has, or nothing."""
    height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
    needed = QSize(widget.minimumSizeHint().width(), height)
    if isinstance(widget, QLabel):
        needed = label_size(widget)
    if isinstance(widget, QLineEdit):
        needed.setWidth(0)  # a line scrolls along
    if needed.width() <= widget.width() and needed.height() <= widget.height():
        return ""
    words = widget.accessibleName() or getattr(widget, "text", str)()
    return f"“{words}” needs {needed.width()} × {needed.height()}, has {widget.width()} × {widget.height()}"


def label_size(label: QLabel) -> QSize:
    """The room that the words of a label take."""
    if label.wordWrap():
        longest = max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)
        return QSize(longest, label.heightForWidth(label.width()))
    return label.sizeHint() if label.text() else QSize(0, 0)


def scrolled(widget: QWidget) -> bool:
    """Whether it lies in something that scrolls, so that it comes into sight when it gets the keys."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea) and not isinstance(widget, QScrollBar | QMenuBar):
            return True
        above = above.parentWidget()
    return False
