"""The agreement of blind reads in the middle of the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from quotereview.ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_the_agreement_stands_in_the_middle_and_goes_with_its_keys(window: MainWindow) -> None:
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_B, CTRL | SHIFT)
        assert window.stage.agreeing.open and window.stage.agreeing.panel.rows.hasFocus()
        assert window.stage.agreeing.panel.said().startswith("No blind read was left yet")
        QTest.keyClick(window.stage.agreeing.panel.rows, Qt.Key.Key_Escape)
        assert not window.stage.agreeing.open
    QTest.keyClick(window, Qt.Key.Key_B, CTRL | SHIFT)
    window.desk.step(1)
    assert not window.stage.agreeing.open
