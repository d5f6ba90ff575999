"""The table of the matrix: outlets across the top, utterances down the side, both always in sight."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from quotereview.review.matrix import Row
from quotereview.ui import matrix_words, theme
from quotereview.ui.matrix_model import CELL, Fold, Index, MatrixModel
from quotereview.ui.matrix_words import NOTES, Cell
from quotereview.ui.painted import paint_line, paint_lines
from quotereview.ui.rows import MOVING, pressed_alone, tell_key
from quotereview.ui.theme import GRID, Colours, TextSize
from quotereview.ui.wording import NOBODY_NAMED, isolated

ACROSS = MOVING | {Qt.Key.Key_Left, Qt.Key.Key_Right}
NARROWEST, WORDS_LEAST, WORDS_MOST = 14, 30, 48
"""Characters: of a column, and of the utterances at the side."""
WORDS_SHARE = 0.3
"""The part of the table that utterances may take."""
QUOTED = 0.9
"""The size of quoted words against the article's."""


class MatrixTable(QTableView):
    """One goes from cell to cell by the arrows; letters are the panel's own.

    Signals: ``moved`` when another cell is chosen; ``entered`` on Enter or a double click; ``pressed_key`` with any
    other letter or sign; ``left`` on Esc.
    """

    moved = Signal()
    entered = Signal()
    pressed_key = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = MatrixModel(self)
        self.setModel(self.cells)
        self.setAccessibleName("Quotes of the story, by outlet")
        self.setItemDelegate(CellPainter(self))
        self.setHorizontalHeader(Outlets(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(Utterances(Qt.Orientation.Vertical, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def choose(self, row: int, column: int) -> None:
        """Choose a cell and bring it into sight; the nearest where there is no such cell."""
        last = self.cells.rowCount() - 1, self.cells.columnCount() - 1
        self.setCurrentIndex(self.cells.index(min(max(row, 0), last[0]), min(max(column, 0), last[1])))

    def share_out(self) -> None:
        """Give every outlet as much room as there is, the utterances a part of it, and each row the same height."""
        width, columns = self.width(), max(1, self.cells.columnCount())
        letter = QFontMetrics(theme.text_font()).averageCharWidth()
        side = round(min(max(width * WORDS_SHARE, letter * WORDS_LEAST), letter * WORDS_MOST))
        self.verticalHeader().setFixedWidth(side)
        room = width - side - self.verticalScrollBar().sizeHint().width()
        self.horizontalHeader().setDefaultSectionSize(max(letter * NARROWEST, room // columns))
        self.verticalHeader().setDefaultSectionSize(_row_height())
        along = self.horizontalScrollBar().sizeHint().height()
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + _row_height() + along)
        for at, line in enumerate(self.cells.lines):
            if isinstance(line, Fold):
                self.setRowHeight(at, QFontMetrics(theme.text_font()).height() + GRID * 3)

    # What Qt calls

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.share_out()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ACROSS or not _own(event):
            super().keyPressEvent(event)
        else:
            tell_key(event, self.entered, self.left, self.pressed_key)


class CellPainter(QStyledItemDelegate):
    """Paints a version: how its words relate, its verdict, and below in what it differs."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell | None = index.data(CELL)
        colours = theme.colours_of(option.palette)
        painter.save()
        painter.setClipRect(option.rect)
        _paint_ground(painter, option, cell, colours)
        box = option.rect.adjusted(GRID * 2, GRID, -GRID * 2, -GRID)
        if cell is not None:
            _paint_cell(painter, box, cell, colours)
        else:
            painter.setFont(theme.text_font())
            painter.setPen(colours.quiet)
            paint_line(painter, box, index.data() or "")
        painter.restore()


class Outlets(QHeaderView):
    """The outlets, each with the day of its articles."""

    def __init__(self, orientation: Qt.Orientation, table: MatrixTable) -> None:
        super().__init__(orientation, table)
        self._cells = table.cells
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        upper = QFontMetrics(theme.text_font(bold=True)).height()
        return QSize(0, upper + 2 * QFontMetrics(theme.text_font(TextSize.SMALL)).height() + GRID * 3)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        column, matrix = self._cells.column(logicalIndex), self._cells.matrix
        if column is None or matrix is None:
            return
        colours = theme.colours_of(self.palette())
        painter.save()
        painter.fillRect(rect, colours.window)
        _paint_edges(painter, rect, colours)
        box = rect.adjusted(GRID * 2, GRID, -GRID * 2, -GRID)
        painter.setFont(theme.text_font(bold=True))
        painter.setPen(colours.text)
        upper = QRect(box.left(), box.top(), box.width(), painter.fontMetrics().height())
        paint_line(painter, upper, matrix_words.outlet(column), from_left=True)
        painter.setFont(theme.text_font(TextSize.SMALL))
        painter.setPen(colours.accent if column in matrix.first else colours.quiet)
        below = QRect(box.left(), upper.bottom() + 1, box.width(), painter.fontMetrics().height())
        paint_line(painter, below, matrix_words.days(column, matrix))
        shared = matrix_words.text(column, matrix, self._cells.placed)
        painter.setPen(shared.state.colour(colours))
        paint_line(painter, below.translated(0, below.height()), shared.line)
        painter.restore()


class Utterances(QHeaderView):
    """The words of each row, who said them, and how many print them."""

    def __init__(self, orientation: Qt.Orientation, table: MatrixTable) -> None:
        super().__init__(orientation, table)
        self._table = table
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        line = self._table.cells.line(logicalIndex)
        if line is None:
            return
        colours = theme.colours_of(self.palette())
        painter.save()
        painter.setClipRect(rect)
        chosen = logicalIndex == self._table.currentIndex().row()
        painter.fillRect(rect, colours.tint if chosen else colours.page)
        _paint_edges(painter, rect, colours)
        box = rect.adjusted(GRID * 4, GRID, -GRID * 2, -GRID)
        if isinstance(line, Fold):
            painter.setFont(theme.text_font())
            painter.setPen(colours.text)
            paint_line(painter, box, line.words)
        else:
            _paint_utterance(painter, box, line, colours)
        painter.restore()


def _paint_utterance(painter: QPainter, box: QRect, row: Row, colours: Colours) -> None:
    small = QFontMetrics(theme.text_font(TextSize.SMALL)).height()
    painter.setFont(theme.quoting_font(QUOTED))
    painter.setPen(colours.text)
    paint_lines(painter, box.adjusted(0, 0, 0, -small), f"“{row.base.words}”", 2)
    painter.setFont(theme.text_font(TextSize.SMALL))
    lower = QRect(box.left(), box.bottom() - small, box.width(), small)
    disputed = matrix_words.speakers(row)
    painter.setPen(disputed.state.colour(colours) if disputed else colours.quiet)
    named = disputed.line if disputed else row.base.speaker or NOBODY_NAMED
    paint_line(painter, lower, f"{isolated(named)} · {matrix_words.extent(row)}")


def _paint_cell(painter: QPainter, box: QRect, cell: Cell, colours: Colours) -> None:
    upper, lower = (QFontMetrics(theme.text_font(size)).height() for size in (TextSize.NORMAL, TextSize.SMALL))
    first = QRect(box.left(), box.top(), box.width(), upper)
    painter.setFont(theme.text_font(TextSize.SMALL))
    painter.setPen(colours.quiet)
    painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cell.signs)
    room = first.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(cell.signs) - GRID, 0)
    painter.setFont(theme.text_font())
    painter.setPen(cell.states[0].colour(colours))
    paint_line(painter, room, cell.title)
    painter.setFont(theme.text_font(TextSize.SMALL))
    lines = NOTES if len(cell.notes) == 1 else 1
    for number, note in enumerate(cell.notes):
        painter.setPen(note.state.colour(colours))
        below = QRect(box.left(), box.top() + upper + number * lower, box.width(), lower)
        paint_lines(painter, below, note.line, lines)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, cell: Cell | None, colours: Colours) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    ground = colours.found if cell and cell.lit else colours.page if cell else colours.window
    painter.fillRect(option.rect, colours.tint if chosen else ground)
    _paint_edges(painter, option.rect, colours)
    if chosen:
        painter.setPen(colours.accent)
        for inset in range(2):
            painter.drawRect(option.rect.adjusted(inset, inset, -1 - inset, -1 - inset))


def _paint_edges(painter: QPainter, rect: QRect, colours: Colours) -> None:
    painter.setPen(colours.line)
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())


def _row_height() -> int:
    small = QFontMetrics(theme.text_font(TextSize.SMALL)).height()
    quoted = QFontMetrics(theme.quoting_font(QUOTED)).height()
    return max(2 * quoted + small, QFontMetrics(theme.text_font()).height() + 2 * small) + GRID * 3


def _own(event: QKeyEvent) -> bool:
    """Whether a key is the table's: letters, signs and arrows alone, and what is shown of a quote with Shift, too."""
    if event.key() in ACROSS:
        return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and event.text().isalpha()
    return pressed_alone(event) and (not shifted or event.key() == Qt.Key.Key_X)
