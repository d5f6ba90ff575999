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


def test_it_tells_when_another_panel_stands_in_place_of_its_own(qtbot: QtBot) -> None:
    first, second, other = panel(100), panel(100), panel(100)
    centre = Centre(first, second)
    qtbot.addWidget(centre)
    centre.addWidget(other)
    told: list[bool] = []
    centre.replaced.connect(told.append)
    for shown in (other, second, first):
        centre.setCurrentWidget(shown)
    assert told == [True, False, False]
