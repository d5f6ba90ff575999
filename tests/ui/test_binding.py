"""The Qt binding that is installed can be trusted with a day's work."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_calls_that_give_nothing_leave_none_alone(qtbot: QtBot) -> None:
    """PySide6 6.12.0 takes a reference to None at each; before Python 3.12 some thousands abort the program."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 500
