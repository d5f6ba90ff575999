"""The foot of a panel that asks why: it tells the keys, asks for one reason, and tells what was written for nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quotereview.ui.why_line import WhyLine


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[WhyLine]:
    """On a page with a list, to which the keys go back."""
    page, back = QWidget(), QListWidget()
    made = WhyLine("Why so", "Why?", "↑ ↓  another", asking="Enter  keeps", back=back)
    column = QVBoxLayout(page)
    column.addWidget(back)
    column.addWidget(made)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    back.setFocus()
    yield made


def test_it_asks_until_a_reason_is_written(line: WhyLine) -> None:
    told: list[str] = []
    line.answered.connect(told.append)
    assert line.said() == "↑ ↓  another" and not line.asks
    line.ask("It holds, because")
    assert line.said() == "It holds, because\nEnter  keeps" and line.reason.hasFocus()
    QTest.keyClick(line.reason, Qt.Key.Key_Return)
    assert line.asks and told == []
    QTest.keyClicks(line.reason, " the tape ")
    QTest.keyClick(line.reason, Qt.Key.Key_Return)
    assert told == ["the tape"] and not line.asks and not line.reason.hasFocus()
    assert line.said() == "↑ ↓  another"


def test_esc_leaves_and_another_deed_tells_what_was_written_for_nothing(line: WhyLine) -> None:
    lost: list[str] = []
    line.abandoned.connect(lost.append)
    line.ask("Why?")
    QTest.keyClicks(line.reason, "half")
    QTest.keyClick(line.reason, Qt.Key.Key_Escape)
    line.end()
    assert not line.asks and lost == []
    line.ask("Why?")
    QTest.keyClicks(line.reason, "half")
    line.end()
    assert lost == ["half"] and not line.asks


def test_other_keys_are_told_once_nothing_is_asked(line: WhyLine) -> None:
    line.ask("Why?")
    line.tell("Esc  back")
    assert line.said() == "Why?\nEnter  keeps"
    line.end()
    assert line.said() == "Esc  back"
