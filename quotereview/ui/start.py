"""The empty window: what to do, in three lines, and the samples."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quotereview.ui import action_table, theme
from quotereview.ui.controls import Button, Words
from quotereview.ui.theme import GRID, TextSize

WIDTH = GRID * 170
"""How wide the lines are at most, in the normal size of text."""

NONE_YET = "No articles yet"
READING = "Reading the first articles …"
PATIENCE = (
    "The language model is loaded first, which takes a few seconds. The first article opens as soon as it is read."
)


class Start(QWidget):
    """Shown while there are no articles.

    Signals: ``files_wanted``, ``samples_wanted``.
    """

    files_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Words(NONE_YET, TextSize.LARGE)
        self._patience = Words(quiet=True)
        self._samples = Button("Try the sample articles")
        self._samples.clicked.connect(self.samples_wanted)
        self._files = Button("Add articles…")
        self._files.clicked.connect(self.files_wanted)
        self._lay_out()
        self.setFocusProxy(self._samples)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def show_reading(self, reading: bool) -> None:
        """Say that articles are on their way, or that there are none."""
        self._heading.setText(READING if reading else NONE_YET)
        self._patience.say(PATIENCE if reading else "")
        if reading and self._samples.hasFocus():
            self._page.setFocus()  # else the keys would fall to the next button, and Enter would ask for files
        self._samples.setEnabled(not reading)
        if not reading and self._page.hasFocus():
            self._samples.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._page.setMaximumWidth(round(WIDTH * theme.text_scale()))
        super().changeEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID * 2)
        for button in (self._samples, self._files):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._page = QWidget()
        self._page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._page.setMaximumWidth(round(WIDTH * theme.text_scale()))
        column = QVBoxLayout(self._page)
        column.setSpacing(GRID * 4)
        column.addStretch(2)
        column.addWidget(self._heading)
        column.addWidget(self._patience)
        column.addLayout(_steps())
        column.addSpacing(GRID * 2)
        column.addLayout(buttons)
        column.addStretch(3)
        self._patience.say("")
        centred = QHBoxLayout(self)
        centred.addStretch(1)
        centred.addWidget(self._page, 100)
        centred.addStretch(1)


def lines() -> tuple[tuple[str, str], ...]:
    """What to do, step by step, with the keys that do it."""
    return (
        (
            "Bring in",
            f"Drop files or folders here, choose them with {_key('add')}, or paste a text with {_key('paste')}.",
        ),
        ("Review", f"Enter confirms what is proposed, {_key('pick')} pick another speaker, ? shows all keys."),
        ("Hand on", f"{_key('export')} exports the sheet. Each decision is kept at once, on this computer only."),
    )


def _steps() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GRID * 4)
    grid.setVerticalSpacing(GRID * 3)
    grid.setColumnStretch(1, 1)
    for row, (step, words) in enumerate(lines()):
        name = Words(step, bold=True)
        name.setWordWrap(False)
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words(words), row, 1)
    return grid


def _key(id: str) -> str:
    return action_table.row(id).shown_keys
