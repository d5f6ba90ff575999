"""Rulings on one thing side by side, a column for each: what they say of each field, and where they differ."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from quotereview.model import UNTOLD
from quotereview.review.matters import Matter, Side
from quotereview.ui import listing, theme
from quotereview.ui.controls import KeyButton, Words
from quotereview.ui.theme import GRID, TextSize
from quotereview.ui.wording import isolated

DIFFERS = "≠"
BAR = 3
STANDS = "stands now"


class SideBySide(QScrollArea):
    """Shows the rulings of a matter; the fields in which they differ come first, lit where one says else than stands.

    Signals: ``chosen`` with the number of a ruling, from 0, that was clicked.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at = 0
        self._columns: list[list[_Cell]] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Rulings side by side")

    def show_matter(self, matter: Matter, at: int, now: datetime) -> None:
        """Show the rulings of a matter, one of them chosen, from the top."""
        page = QWidget()
        self._columns = [[] for _ in matter.sides]
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        for number, side in enumerate(matter.sides):
            grid.setColumnStretch(number + 1, 1)
            grid.addWidget(self._head(number, side, now), 0, number + 1)
        for row, field in enumerate(matter.fields, 1):
            self._add_row(grid, row, matter, field)
        title = Words(f"“{matter.title}”" if matter.quote else matter.title)
        title.set_in(lambda: theme.quoting_font(1.1))
        column = QVBoxLayout(page)
        column.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        column.setSpacing(GRID * 2)
        column.addWidget(title)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(page)
        self.choose(at)

    def choose(self, at: int) -> None:
        """Mark one of the rulings as the one that is meant."""
        self.at = at
        for number, column in enumerate(self._columns):
            for cell in column:
                cell.mark(chosen=number == at)

    def said(self) -> str:
        """All that is shown, line by line."""
        return "\n".join(words.text() for words in self.findChildren(Words))

    def _head(self, number: int, side: Side, now: datetime) -> QWidget:
        when = listing.moment(datetime.fromisoformat(side.decided_at), now)
        told = f"{when} · {STANDS}" if number == 0 else when
        name = _Cell(isolated(side.editor), bold=True)
        button = KeyButton(str(number + 1), name, Words(told, TextSize.SMALL, quiet=True))
        button.setAccessibleName(f"{number + 1}: {side.editor}, {told}")
        button.clicked.connect(lambda: self.chosen.emit(number))
        self._columns[number].append(name)
        return button

    def _add_row(self, grid: QGridLayout, row: int, matter: Matter, field: str) -> None:
        differs, stands = matter.differs(field), matter.sides[0].values.get(field, "")
        label = Words(f"{DIFFERS} {field}" if differs else field, TextSize.SMALL, quiet=True, bold=differs)
        label.setContentsMargins(0, GRID // 2, GRID, 0)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        for number, side in enumerate(matter.sides):
            value = side.values.get(field, "")
            cell = _Cell(isolated(value) or UNTOLD, lit=value != stands)
            self._columns[number].append(cell)
            grid.addWidget(cell, row, number + 1)


class _Cell(Words):
    """What one ruling says of a field, lit where something else stands, with a bar where its ruling is chosen."""

    def __init__(self, words: str, *, bold: bool = False, lit: bool = False) -> None:
        super().__init__(words, bold=bold)
        self._lit, self._chosen = lit, False
        self.setContentsMargins(BAR + GRID, GRID // 2, GRID, GRID // 2)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)

    def mark(self, *, chosen: bool) -> None:
        """Say whether its ruling is the one that is meant."""
        self._chosen = chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours_of(self.palette())
        with QPainter(self) as painter:
            if self._lit:
                painter.fillRect(self.rect(), colours.found)
            if self._chosen:
                painter.fillRect(0, 0, BAR, self.height(), colours.accent)
        super().paintEvent(event)


def summary(side: Side, fields: Sequence[str]) -> str:
    """What a ruling says of a few fields, in a line with who made it."""
    said = ", ".join(isolated(side.values.get(field, "")) or UNTOLD for field in fields)
    return f"{isolated(side.editor)}: {said}"
