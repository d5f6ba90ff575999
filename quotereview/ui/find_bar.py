"""The bar to find words in the article with: a line to write in, how many finds there are, and the way to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quotereview.ui.controls import PRESSING, Button, Field, Words
from quotereview.ui.theme import GRID, TextSize

STEPPING = PRESSING | {Qt.Key.Key_F3}
WIDEST_COUNT = "00,000 of 00,000"


class FindField(Field):
    """A line in which Enter and F3 step, backwards with Shift. Signals: ``stepped`` with -1 or 1."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPPING:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.matches(QKeySequence.StandardKey.Find):
            self.selectAll()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Signals: ``written`` with the words as they are typed, ``stepped`` with -1 or 1, ``left`` when it is to close."""

    written = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FindField("Find in the article", "Find in the article")
        self._count = Words(size=TextSize.SMALL, quiet=True)
        self._count.setWordWrap(False)
        self.field.textEdited.connect(self.written)
        self.field.stepped.connect(self.stepped)
        self.field.moved.connect(self.stepped)
        self.field.left.connect(self.left)
        self._lay_out()
        self.setFocusProxy(self.field)

    def begin(self, words: str) -> None:
        """Take the keys, with words that can be written over at once; none leaves those that were there."""
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, at: int, of: int) -> None:
        """Say which find is shown, from 1 (0 for none), and how many there are; nothing while nothing is written."""
        told = f"{at:,} of {of:,}" if at else f"{of:,} found"
        self._count.setText(told if self.field.text().strip() else "")
        self.field.setAccessibleDescription(self._count.text())

    def count(self) -> str:
        """What it says of how many there are."""
        return self._count.text()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        row.setSpacing(GRID * 2)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for words, name, do in (
            ("↑", "Previous find, Shift+F3", lambda: self.stepped.emit(-1)),
            ("↓", "Next find, F3", lambda: self.stepped.emit(1)),
            ("Close", "Close, Esc", self.left.emit),
        ):
            button = Button(words, name)
            button.setFlat(True)
            button.setToolTip(name)
            button.clicked.connect(do)
            row.addWidget(button)
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(WIDEST_COUNT))
