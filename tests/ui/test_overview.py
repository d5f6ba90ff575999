"""The sheet of keys, and of files that were refused."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from quotereview.ui import action_table
from quotereview.ui.overview import Overview


def test_a_sheet_is_never_larger_than_the_screen(qtbot: QtBot) -> None:
    long = [("", [(f"file {number}.txt", "It is empty.") for number in range(200)])]
    sheet = Overview("Refused", [long] * 5)
    qtbot.addWidget(sheet)
    screen = sheet.screen().availableSize()
    assert sheet.width() < screen.width() and sheet.height() < screen.height()


def test_all_keys_are_seen_at_once_on_a_screen_of_900_lines(qtbot: QtBot) -> None:
    sheet = Overview("Keys", action_table.key_columns())
    qtbot.addWidget(sheet)
    sheet.resize(1300, 840)
    sheet.show()
    [bar] = [bar for bar in sheet.findChildren(QScrollBar) if bar.orientation() is Qt.Orientation.Vertical]
    qtbot.waitUntil(lambda: not bar.isVisible())
