"""What is answered to a question is one line, whatever was pasted."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from quotereview.ui.one_line import OneLine


@pytest.mark.parametrize(
    ("pasted", "answer"),
    [("Ana Ruz", "Ana Ruz"), (" Ana\nRuz,  of the\r\ndesk\n", "Ana Ruz, of the desk"), (" \n", None)],
)
def test_lines_that_were_pasted_are_one(pasted: str, answer: str | None, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(pasted)
    asked = OneLine("Editor", "Who is reviewing?", "root")
    qtbot.addWidget(asked)

    def paste() -> None:
        asked.field.paste()
        asked.accept()

    QTimer.singleShot(0, paste)
    assert asked.ask() == answer
