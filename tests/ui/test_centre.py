"""The middle of the window asks for the room of what it shows, and of nothing else."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quotereview.ui.centre import Centre


def panel(width: int) -> QWidget:
    """A panel that asks for so much room."""
    made, inner = QWidget(), QWidget()
    inner.setMinimumSize(width, 10)
    QVBoxLayout(made).addWidget(inner)
    return made


def test_a_panel_out_of_sight_takes_no_room(qtbot: QtBot) -> None:
    narrow, wide = panel(100), panel(1000)
    centre = Centre(narrow, wide)
    qtbot.addWidget(centre)
    assert centre.minimumSizeHint() == narrow.minimumSizeHint()
    centre.setCurrentWidget(wide)
    assert centre.minimumSizeHint() == wide.minimumSizeHint()
