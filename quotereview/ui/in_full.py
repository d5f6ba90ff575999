"""The lower half of a panel: all that a row above it only hints at."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from quotereview.ui.rows import MOVING, pressed_alone
from quotereview.ui.theme import GRID


def page_down(shown: QScrollArea) -> None:
    """Show what is further down, and after the end the top again."""
    bar = shown.verticalScrollBar()
    bar.setValue(bar.value() + bar.pageStep() if bar.value() < bar.maximum() else 0)


class InFull(QScrollArea):
    """A column of words that keeps its height from row to row, and can be scrolled; its letters are the panel's keys.

    Signals: ``pressed_key`` with any letter or sign; ``left`` on Esc.
    """

    pressed_key = Signal(str)
    left = Signal()

    def __init__(self, name: str, *parts: QWidget) -> None:
        """``name`` is how it is called where it is read aloud; ``parts`` stand one below the other."""
        super().__init__()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        column.setSpacing(GRID)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and pressed_alone(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in MOVING or not pressed_alone(event):
            super().keyPressEvent(event)
        else:
            self.pressed_key.emit(event.text())
