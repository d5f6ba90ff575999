"""A list of many rows of two lines each, painted as they come into sight, whose letters are its own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from quotereview.ui import theme
from quotereview.ui.controls import PRESSING, plain_tip
from quotereview.ui.painted import paint_line
from quotereview.ui.positions import display
from quotereview.ui.theme import GRID, State, TextSize

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
ROOT = QModelIndex()
MARKED, UNMARKED = "☑", "☐"
WITHOUT_ISOLATES = dict.fromkeys(map(ord, "\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}"))
ALL_KEYS = "?"
"""The key of the window that no list takes: it shows what keys there are."""

SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
MOVING = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says: a title, beside it a few words or a state, below it a quieter line.

    A ``fixed`` row cannot be marked.
    """

    title: str
    below: str
    beside: str = ""
    state: State | None = None
    fixed: bool = False

    @property
    def spoken(self) -> str:
        """The row in one line, for those who hear it."""
        state = self.state.word if self.state else ""
        return ", ".join(part for part in (self.title, self.beside, state, self.below) if part)


class RowsModel(QAbstractListModel):
    """Things of one sort as rows, each made when it is looked at; some may be marked."""

    def __init__(self, to_row: Callable[[Any], Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._to_row = to_row
        self.things: Sequence[Any] = ()
        self.marked: frozenset[int] | None = None

    def show_things(self, things: Sequence[Any], *, markable: bool = False) -> None:
        """Show other things, none of them marked."""
        self.beginResetModel()
        self.things = things
        self.marked = frozenset() if markable else None
        self.endResetModel()

    def turn_mark(self, row: int) -> None:
        """Mark a row, or take its mark away."""
        if self.marked is not None and 0 <= row < len(self.things) and not self.row_at(row).fixed:
            self.marked = self.marked ^ {row}
            self.dataChanged.emit(self.index(row), self.index(row))

    def mark(self, rows: Iterable[int]) -> None:
        """Mark these rows, and no others."""
        self.marked = frozenset(rows)
        if self.things:
            self.dataChanged.emit(self.index(0), self.index(len(self.things) - 1))

    def row_at(self, row: int) -> Row:
        """What a row says."""
        return self._to_row(self.things[row])

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return display(row.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{row.title}\n{row.below}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"marked, {row.spoken}" if self.marked and index.row() in self.marked else row.spoken
        return None


class Rows(QListView):
    """Shows rows; arrows choose one, Ctrl+C copies it, and no action of the window fires at letters.

    Signals: ``entered`` on Enter or a double click; ``moved_sideways`` with -1 or 1 on Left and Right; ``pressed_key``
    with any other letter or sign; ``left`` on Esc.
    """

    entered = Signal()
    moved_sideways = Signal(int)
    pressed_key = Signal(str)
    left = Signal()

    def __init__(self, name: str, to_row: Callable[[Any], Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowsModel(to_row, self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setItemDelegate(RowPainter(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda _: self.entered.emit())

    @property
    def things(self) -> Sequence[Any]:
        """What the rows show, in their order."""
        return self._model.things

    def show_things(self, things: Sequence[Any], *, markable: bool = False) -> None:
        """Show other things, none of them marked."""
        self._model.show_things(things, markable=markable)

    def marked(self) -> list[Any]:
        """What is marked, in its order."""
        return [self.things[at] for at in sorted(self._model.marked or ())]

    def turn_mark(self, row: int) -> None:
        """Mark a row, or take its mark away."""
        self._model.turn_mark(row)

    def mark(self, rows: Iterable[int]) -> None:
        """Mark these rows, and no others."""
        self._model.mark(rows)

    def spoken(self) -> list[str]:
        """All rows, each in one line."""
        return [self._model.row_at(row).spoken for row in range(len(self.things))]

    @property
    def at(self) -> int:
        """The row that is chosen, -1 for none."""
        return self.currentIndex().row()

    def chosen(self) -> Any:
        """What is chosen, None for nothing."""
        return self.things[self.at] if 0 <= self.at < len(self.things) else None

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight; the first where there is no such row."""
        self.setCurrentIndex(self._model.index(min(max(row, 0), len(self.things) - 1)))

    def step(self, steps: int) -> None:
        """Choose a row further down, or up."""
        self.choose(self.at + steps)

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SIDEWAYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.moved_sideways.emit(SIDEWAYS[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Copy) and self.at >= 0:
            QGuiApplication.clipboard().setText(self._model.row_at(self.at).spoken.translate(WITHOUT_ISOLATES))
        elif event.key() in MOVING or not pressed_alone(event):
            super().keyPressEvent(event)
        else:
            tell_key(event, self.entered, self.left, self.pressed_key)

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a key is the list's own, and no action of the window."""
        return pressed_alone(event) or (event.matches(QKeySequence.StandardKey.Copy) and self.at >= 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)


class RowPainter(QStyledItemDelegate):
    """Paints a row: its title, at its right the state or a few words, below it the quieter line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        upper = QFontMetrics(theme.text_font()).height()
        return QSize(0, upper + QFontMetrics(theme.text_font(TextSize.SMALL)).height() + GRID * 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        colours = theme.colours_of(option.palette)
        model = index.model()
        marked = model.marked if isinstance(model, RowsModel) else None
        painter.save()
        painter.setClipRect(option.rect)
        paint_ground(painter, option, colours)
        box = option.rect.adjusted(GRID * 4, GRID, -GRID * 4, -GRID)
        if marked is not None:
            mark = "" if row.fixed else MARKED if index.row() in marked else UNMARKED
            box = _paint_mark(painter, box, colours, mark)
        _paint_row(painter, box, row, colours)
        painter.restore()


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, colours: theme.Colours) -> None:
    """Paint what lies behind a row: whether it is chosen, and has the keys."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, colours.tint)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours.accent)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(colours.accent)
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


def _paint_mark(painter: QPainter, box: QRect, colours: theme.Colours, mark: str) -> QRect:
    painter.setFont(theme.text_font())
    painter.setPen(colours.accent if mark == MARKED else colours.edge)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, mark)
    return box.adjusted(painter.fontMetrics().horizontalAdvance(MARKED) + GRID * 2, 0, 0, 0)


def _paint_row(painter: QPainter, box: QRect, row: Row, colours: theme.Colours) -> None:
    upper, lower = QFontMetrics(theme.text_font()).height(), QFontMetrics(theme.text_font(TextSize.SMALL)).height()
    room = paint_beside(painter, QRect(box.left(), box.top(), box.width(), upper), row, colours)
    painter.setPen(colours.quiet)
    paint_line(painter, QRect(box.left(), box.bottom() - lower, box.width(), lower), row.below)
    painter.setFont(theme.text_font())
    painter.setPen(colours.text)
    paint_line(painter, room, row.title)


def paint_beside(painter: QPainter, line: QRect, row: Row, colours: theme.Colours) -> QRect:
    """Paint the state of a row, or a few words, at the right of a line, and give the room that is left."""
    painter.setFont(theme.text_font(TextSize.SMALL))
    painter.setPen(row.state.colour(colours) if row.state else colours.quiet)
    beside = f"{row.state.glyph} {row.state.word}" if row.state else row.beside
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, beside)
    return line.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(beside) - GRID * 3, 0)


def pressed_alone(event: QKeyEvent) -> bool:
    """Whether a key is a letter, a sign or an arrow, with neither Ctrl nor Alt; one such as F8, or ``?``, is not."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if held or event.text() == ALL_KEYS:
        return False
    return event.key() in MOVING or bool(event.text().strip()) or event.text() in (" ", "\r", "\x1b")


def tell_key(event: QKeyEvent, entered: SignalInstance, left: SignalInstance, pressed_key: SignalInstance) -> None:
    """Tell which of its own keys was pressed in a list or table: Enter (not while it is held down), Esc, or another."""
    if event.key() in PRESSING:
        if not event.isAutoRepeat():
            entered.emit()
    elif event.key() == Qt.Key.Key_Escape:
        left.emit()
    else:
        pressed_key.emit(event.text())
