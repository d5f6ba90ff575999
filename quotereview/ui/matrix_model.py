"""The matrix of a story as Qt's views ask for it: utterances down, outlets across."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from quotereview.counting import counted
from quotereview.review.matrix import Column, Matrix, Row
from quotereview.ui import matrix_words
from quotereview.ui.matrix_words import NOT_PRINTED, Cell
from quotereview.ui.positions import display

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole)
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Fold:
    """The line that stands for what one outlet alone prints: how many utterances in each column; ``open`` or folded."""

    counts: tuple[int, ...]
    open: bool

    @property
    def words(self) -> str:
        """What the line says."""
        return f"{'▾' if self.open else '▸'} Printed by one outlet alone: {sum(self.counts)}"


Line = Row | Fold


class MatrixModel(QAbstractTableModel):
    """Rows of a matrix, those of one outlet alone behind a line of their own, which may be folded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix: Matrix | None = None
        self.lines: tuple[Line, ...] = ()
        self.placed: Set[str] = frozenset()
        self._cells: dict[tuple[int, int], Cell | None] = {}

    def show_matrix(
        self, matrix: Matrix | None, placed: Set[str] = frozenset(), *, disputed: bool = False, unfolded: bool = False
    ) -> None:
        """Show a story, or nothing; ``placed`` are the articles (ids) that an editor put there.

        ``disputed``: only what is told differently.
        """
        self.beginResetModel()
        self.matrix, self.placed = matrix, placed
        self.lines = _lines(matrix, disputed=disputed, unfolded=unfolded) if matrix else ()
        self._cells = {}
        self.endResetModel()

    def column(self, at: int) -> Column | None:
        """The outlet of a column."""
        return self.matrix.columns[at] if self.matrix and 0 <= at < len(self.matrix.columns) else None

    def line(self, at: int) -> Line | None:
        """What stands in a row."""
        return self.lines[at] if 0 <= at < len(self.lines) else None

    def row_of(self, quote: str) -> tuple[int, int] | None:
        """The row and the column of a quote (id), None where it is not among them."""
        for at, line in enumerate(self.lines):
            if isinstance(line, Row):
                for column, versions in enumerate(line.cells):
                    if any(version.wording.quote == quote for version in versions):
                        return at, column
        return None

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if isinstance(line, Fold):
            return _of_fold(line, index.column(), role)
        cell = self._cell(line, index)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return display(cell.title) if cell else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken if cell else NOT_PRINTED
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._of_column(section, role)
        line = self.line(section)
        if line is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return line.words if isinstance(line, Fold) else display(line.base.words)

    def _of_column(self, section: int, role: int) -> Any:
        column = self.column(section)
        if column is None or self.matrix is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return display(matrix_words.outlet(column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = matrix_words.text(column, self.matrix, self.placed)
            return f"{matrix_words.outlet(column)}, {matrix_words.days(column, self.matrix)}, {text.words}"
        return None

    def _cell(self, row: Row, index: Index) -> Cell | None:
        place = index.row(), index.column()
        if place not in self._cells:
            self._cells[place] = matrix_words.cell(row, index.column())
        return self._cells[place]


def _lines(matrix: Matrix, *, disputed: bool, unfolded: bool) -> tuple[Line, ...]:
    shared = [row for row in matrix.rows if not row.single and (row.disputed or not disputed)]
    singles = [] if disputed else [row for row in matrix.rows if row.single]
    if not singles:
        return tuple(shared)
    counts = (sum(bool(row.cells[at]) for row in singles) for at in range(len(matrix.columns)))
    return (*shared, Fold(tuple(counts), unfolded), *(singles if unfolded else ()))


def _of_fold(line: Fold, column: int, role: int) -> Any:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return counted(line.counts[column], "quote") if line.counts[column] else ""
    return None
