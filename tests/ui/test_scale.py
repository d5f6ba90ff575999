"""A row of values: chosen by key and click, told to whoever hears it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.ui import theme
from quotereview.ui.scale import Scale

VALUES = (".5", ".7", ".9")


@pytest.fixture
def scale(qtbot: QtBot) -> Scale:
    made = Scale("Accept from")
    qtbot.addWidget(made)
    made.show_values(VALUES, 2)
    made.show()
    return made


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ([Qt.Key.Key_Left], 1),
        ([Qt.Key.Key_Left] * 5, 0),
        ([Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right], 1),
    ],
)
def test_left_and_right_choose_without_going_round(scale: Scale, qtbot: QtBot, keys: list[Qt.Key], at: int) -> None:
    chosen: list[int] = []
    scale.chosen.connect(chosen.append)
    for key in keys:
        qtbot.keyClick(scale, key)
    assert (scale.at, chosen[-1]) == (at, at)
    assert scale.accessibleName() == f"Accept from: {VALUES[at]}"


def test_nothing_is_told_where_nothing_changes(scale: Scale, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(scale.chosen):
        qtbot.keyClick(scale, Qt.Key.Key_Right)


def test_a_click_chooses_what_lies_under_it(scale: Scale, qtbot: QtBot) -> None:
    for at in (0, 1, 2):
        place = QPoint(scale.width() * (2 * at + 1) // 6, scale.height() // 2)
        qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=place)
        assert scale.at == at


def test_enter_keeps(scale: Scale, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(scale.kept):
            qtbot.keyClick(scale, key)


def test_it_grows_with_the_text_and_can_be_narrower_than_it_likes(scale: Scale, qapp: QApplication) -> None:
    width = scale.sizeHint().width()
    assert scale.minimumSizeHint().width() < width
    theme.apply(qapp, scale=2.0)
    try:
        assert scale.sizeHint().width() > width * 1.3
    finally:
        theme.apply(qapp)
