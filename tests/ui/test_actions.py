"""The table of actions holds together."""

from collections import Counter

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from quotereview.ui import action_table
from quotereview.ui.action import Menu
from quotereview.ui.action_table import TABLE
from quotereview.ui.overview import Overview
from quotereview.ui.when import SEEING


def test_every_id_and_every_key_stands_once() -> None:
    assert len({row.id for row in TABLE}) == len(TABLE)
    keys = Counter(QKeySequence(key).toString() for row in TABLE for key in row.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_key_is_one_that_qt_knows(qtbot: QtBot) -> None:
    assert [key for row in TABLE for key in row.keys if QKeySequence(key).toString() == ""] == []


def test_every_menu_has_actions() -> None:
    assert {row.menu for row in TABLE} == set(Menu)


def test_the_sheet_of_keys_names_every_action_that_has_one(qtbot: QtBot) -> None:
    sheet = Overview("Keys", action_table.key_columns())
    qtbot.addWidget(sheet)
    lines = sheet.said().splitlines()
    assert [row.text for row in TABLE if row.keys and row.text.rstrip("…") not in lines] == []
    assert {"Enter", "1–9", "S", "Ctrl+Z"} <= set(lines)


def test_what_is_not_done_in_a_blind_read_stands_in_the_table() -> None:
    assert {row.id for row in TABLE} >= SEEING
