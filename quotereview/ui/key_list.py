"""A list within an editor, as high as its rows; no action of the window fires while it has the keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from quotereview.ui.controls import STEPS, takes_any

_MOVING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class KeyList(QListWidget):
    """Up and Down move in it; every other key is for its owner. A row is lit only while the list has the keys.

    ``doubled`` is the key that a double click stands for.

    Signals: ``pressed`` with a key; ``beyond`` with -1 on Up in the first row and 1 on Down in the last; ``left`` on
    Esc.
    """

    pressed = Signal(int)
    beyond = Signal(int)
    left = Signal()

    def __init__(self, name: str, doubled: Qt.Key, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.itemDoubleClicked.connect(lambda _: self.pressed.emit(doubled))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def go_to(self, row: int) -> None:
        """Move to a row, the nearest one where there is none."""
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        if not self.hasFocus():
            self.clearSelection()

    def fit(self) -> None:
        """Be as high as the rows need, one at least."""
        row = self.sizeHintForRow(0) if self.count() else self.fontMetrics().height()
        self.setFixedHeight(max(self.count(), 1) * row + 2 * self.frameWidth())

    def event(self, event: QEvent) -> bool:
        if takes_any(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS and self._at_edge(STEPS[Qt.Key(event.key())]):
            self.beyond.emit(STEPS[Qt.Key(event.key())])
        elif event.key() in _MOVING:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not event.isAutoRepeat():
            self.pressed.emit(event.key())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if item := self.currentItem():
            item.setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def _at_edge(self, step: int) -> bool:
        return self.currentRow() + step not in range(self.count())
