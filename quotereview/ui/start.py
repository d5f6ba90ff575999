"""The empty window: what to do, in three lines, and the samples."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quotereview.ui.controls import Button, Words
from quotereview.ui.theme import GRID, TextSize

LINES = (
    "Drop articles here, or press Ctrl+I to choose files; Ctrl+V pastes a text.",
    "Enter confirms what is proposed, a digit picks another speaker, ? shows all keys.",
    "Every decision is kept at once, on this computer only. Ctrl+E exports the sheet.",
)


class Start(QWidget):
    """Shown while there are no articles.

    Signals: ``files_wanted``, ``samples_wanted``.
    """

    files_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Words("No articles yet", TextSize.LARGE)
        self._add = Button("Add articles…")
        self._add.clicked.connect(self.files_wanted)
        self._samples = Button("Try the sample articles")
        self._samples.clicked.connect(self.samples_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID * 2)
        for button in (self._add, self._samples):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(GRID * 3)
        column.addStretch(2)
        column.addWidget(self._heading)
        for line in LINES:
            column.addWidget(Words(line))
        column.addSpacing(GRID * 2)
        column.addLayout(buttons)
        column.addStretch(3)
        centred = QHBoxLayout(self)
        centred.addStretch(1)
        centred.addLayout(column, 4)
        centred.addStretch(1)
        self.setFocusProxy(self._samples)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def show_reading(self, reading: bool) -> None:
        """Say that articles are on their way, or that there are none."""
        self._heading.setText("Reading the first articles …" if reading else "No articles yet")
        self._samples.setEnabled(not reading)
