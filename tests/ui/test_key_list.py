"""A list of the card: its keys are its own, and a row is lit only while it has them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quotereview.ui.key_list import KeyList


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    rows = KeyList("Points", Qt.Key.Key_Space)
    rows.addItems(["words", "speaker"])
    rows.go_to(0)
    column.addWidget(rows)
    column.addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    rows.setFocus()
    return made


def test_a_row_is_lit_while_the_list_has_the_keys(window: QWidget) -> None:
    rows, other = window.findChild(KeyList), window.findChild(QLineEdit)
    assert [item.text() for item in rows.selectedItems()] == ["words"]
    other.setFocus()
    assert rows.selectedItems() == []
    rows.go_to(9)
    assert rows.selectedItems() == [] and rows.currentRow() == 1
    rows.setFocus()
    assert [item.text() for item in rows.selectedItems()] == ["speaker"]


def test_arrows_go_beyond_at_the_edges(window: QWidget, qtbot: QtBot) -> None:
    rows = window.findChild(KeyList)
    beyond: list[int] = []
    rows.beyond.connect(beyond.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(rows, key)
    assert beyond == [-1, 1]


def test_a_double_click_is_a_key(window: QWidget, qtbot: QtBot) -> None:
    rows = window.findChild(KeyList)
    where = rows.visualItemRect(rows.item(1)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(rows.pressed) as pressed:
        qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert (pressed.args, rows.currentRow()) == ([Qt.Key.Key_Space], 1)


def test_it_is_as_high_as_its_rows(window: QWidget) -> None:
    rows = window.findChild(KeyList)
    rows.fit()
    two = rows.height()
    rows.addItem("date")
    rows.fit()
    assert rows.height() - two == rows.sizeHintForRow(0)
