"""A sheet of two columns beside the window: the keys, or the files that were refused."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from quotereview.ui.controls import Button, Words
from quotereview.ui.theme import GRID, TextSize

Section = tuple[str, Iterable[tuple[str, str]]]
"""A heading, or nothing, and under it pairs of a short word and what it means."""


class Overview(QDialog):
    """Shows sections of pairs; the window goes on taking keys."""

    def __init__(self, title: str, sections: Iterable[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID * 4)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        for heading, pairs in sections:
            self._add(heading, pairs)
        self._lay_out(title)

    def said(self) -> str:
        """All words of the sheet, line by line."""
        return "\n".join(words.text() for words in self.findChildren(Words))

    def _add(self, heading: str, pairs: Iterable[tuple[str, str]]) -> None:
        if heading:
            words = Words(heading, TextSize.SMALL, quiet=True)
            words.setContentsMargins(0, GRID * 3, 0, 0)
            self._grid.addWidget(words, self._grid.rowCount(), 0, 1, 2)
        for short, meaning in pairs:
            line = self._grid.rowCount()
            term = Words(short, bold=True)
            term.setWordWrap(False)
            self._grid.addWidget(term, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Words(meaning), line, 1)

    def _lay_out(self, title: str) -> None:
        page = QWidget()
        upper = QVBoxLayout(page)
        upper.addLayout(self._grid)
        upper.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(title)
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        close = Button("Close")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(scroll)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(560, 680)
