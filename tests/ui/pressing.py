"""Keys pressed in the whole window, and what stands after them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quotereview.model import Verdict
from quotereview.ui.window import MainWindow


def press(window: MainWindow, *keys: Qt.Key, on: QWidget | None = None) -> None:
    for key in keys:
        QTest.keyClick(on or QApplication.focusWidget() or window, key)


def verdicts(window: MainWindow) -> list[Verdict]:
    session = window.desk.session
    return [session.quote(item.quote).verdict for item in window.desk.items]
