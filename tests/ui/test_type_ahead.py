"""A line offers what may be meant; what is written stays until something is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quotereview.review.completion import name_completion
from quotereview.ui.controls import Field
from quotereview.ui.queue_panel import QueuePanel
from quotereview.ui.type_ahead import TypeAheadField

NAMES = ("Coast Mail", "Coast Post", "Zeitung")


def made(qtbot: QtBot, *, tab_takes_first: bool = False) -> tuple[TypeAheadField, Field, QWidget]:
    """The line, with another one after it, and the window of both."""
    whole = QWidget()
    field = TypeAheadField(
        "Outlet", "", lambda line, at: name_completion(line, at, NAMES), tab_takes_first=tab_takes_first
    )
    after = Field("After it")
    column = QVBoxLayout(whole)
    for part in (field, after):
        column.addWidget(part)
    qtbot.addWidget(whole)
    whole.show()
    QTest.qWaitForWindowActive(whole)
    field.setFocus()
    return field, after, whole


def test_fast_typing_is_kept_as_it_is_written(qtbot: QtBot) -> None:
    field, *_whole = made(qtbot)
    kept: list[str] = []
    field.kept.connect(lambda: kept.append(field.text()))
    qtbot.keyClicks(field, "Coast")
    assert field.offered() == ("Coast Mail", "Coast Post")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert kept == ["Coast"]


@pytest.mark.parametrize(
    ("keys", "taken"),
    [
        ([Qt.Key.Key_Down], "Coast Mail"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], "Coast Post"),
        ([Qt.Key.Key_Down] * 3, "Coast Mail"),
        ([Qt.Key.Key_Up], "Coast Post"),
    ],
)
def test_arrows_choose_and_enter_takes_and_keeps(qtbot: QtBot, keys: list[Qt.Key], taken: str) -> None:
    field, *_whole = made(qtbot)
    qtbot.keyClicks(field, "co")
    with qtbot.assertNotEmitted(field.moved), qtbot.waitSignal(field.kept):
        for key in (*keys, Qt.Key.Key_Return):
            qtbot.keyClick(field, key)
    assert (field.text(), field.offered()) == (taken, ())


def test_tab_takes_what_is_chosen_and_tells_of_it_as_of_writing(qtbot: QtBot) -> None:
    field, *_whole = made(qtbot)
    qtbot.keyClicks(field, "co")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.textEdited) as edited:
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert edited.args == ["Coast Mail"] and field.hasFocus()


def test_tab_goes_on_where_nothing_is_chosen(qtbot: QtBot) -> None:
    field, after, _whole = made(qtbot)
    qtbot.keyClicks(field, "co")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert (field.text(), field.offered(), QApplication.focusWidget()) == ("co", (), after)


def test_tab_takes_the_first_where_that_is_wanted(qtbot: QtBot) -> None:
    field, *_whole = made(qtbot, tab_takes_first=True)
    qtbot.keyClicks(field, "co")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "Coast Mail" and field.hasFocus()


def test_after_the_name_of_a_field_its_values_are_offered(qtbot: QtBot) -> None:
    panel = QueuePanel()
    qtbot.addWidget(panel)
    panel.offer(lambda _: NAMES)
    panel.show()
    QTest.qWaitForWindowActive(panel)
    panel.field.setFocus()
    qtbot.keyClicks(panel.field, "outl")
    assert panel.field.offered() == ("outlet:",)
    qtbot.keyClick(panel.field, Qt.Key.Key_Tab)
    assert (panel.field.text(), panel.field.offered()) == ("outlet:", NAMES)
    panel.field.clear()
    qtbot.keyClicks(panel.field, "outl")
    with qtbot.assertNotEmitted(panel.editing_ended):
        qtbot.keyClick(panel.field, Qt.Key.Key_Down)
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.field.offered() == NAMES


def test_escape_shuts_the_list_and_then_leaves(qtbot: QtBot) -> None:
    field, *_whole = made(qtbot)
    qtbot.keyClicks(field, "co")
    with qtbot.assertNotEmitted(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.offered() == ()
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_the_list_is_no_window_and_a_click_takes_and_leaves_the_keys(qtbot: QtBot) -> None:
    field, *_whole = made(qtbot)
    qtbot.keyClicks(field, "co")
    [offers] = field.window().findChildren(QListWidget)
    assert not offers.isWindow()
    qtbot.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=offers.visualItemRect(offers.item(1)).center())
    assert field.text() == "Coast Post" and field.hasFocus()


def test_the_list_stands_above_a_line_with_no_room_below(qtbot: QtBot) -> None:
    _, after, whole = made(qtbot)
    whole.resize(300, after.geometry().bottom() + 4)
    last = TypeAheadField("Last", "", lambda line, at: name_completion(line, at, NAMES), parent=whole)
    last.setGeometry(after.geometry())
    last.show()
    last.setFocus()
    qtbot.keyClicks(last, "c")
    [offers] = whole.findChildren(QListWidget)
    assert offers.geometry().bottom() <= last.geometry().top() and last.offered()
