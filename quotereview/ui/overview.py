"""A sheet of short words and what they mean, beside the window: the keys."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from quotereview.ui.controls import Button, Words
from quotereview.ui.frames import FRAME
from quotereview.ui.theme import GRID, TextSize

Section = tuple[str, Sequence[tuple[str, str]]]
"""A heading, or nothing, and under it pairs of a short word and what it means."""

WIDTH = GRID * 104


class Overview(QDialog):
    """Shows columns of sections of pairs; the window goes on taking keys."""

    def __init__(self, title: str, columns: Iterable[Sequence[Section]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setSpacing(GRID * 8)
        grids = [_column(sections) for sections in columns]
        for grid in grids:
            row.addLayout(grid, 1)
        scroll = QScrollArea()
        scroll.setAccessibleName(title)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        close = Button("Close")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(scroll)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        wanted = QSize(WIDTH * len(grids) + GRID * 16, page.sizeHint().height() + GRID * 20)
        self.resize(wanted.boundedTo(self.screen().availableSize() - FRAME))

    def said(self) -> str:
        """All words of the sheet, line by line."""
        return "\n".join(words.text() for words in self.findChildren(Words))


def _column(sections: Sequence[Section]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GRID * 4)
    grid.setVerticalSpacing(GRID)
    grid.setColumnStretch(1, 1)
    for heading, pairs in sections:
        if heading:
            grid.addWidget(_heading(heading, first=grid.count() == 0), grid.rowCount(), 0, 1, 2)
        for short, meaning in pairs:
            line = grid.rowCount()
            term = Words(short, bold=True)
            term.setWordWrap(False)
            grid.addWidget(term, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(meaning), line, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _heading(words: str, *, first: bool) -> Words:
    heading = Words(words, TextSize.SMALL, quiet=True)
    heading.setContentsMargins(0, 0 if first else GRID * 3, 0, 0)
    return heading
