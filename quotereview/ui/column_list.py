"""The columns of a sheet as a list to choose from and to put in order by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from quotereview.ui import theme
from quotereview.ui.controls import PRESSING, STEPS
from quotereview.ui.key_list import KeyList
from quotereview.ui.rows import MARKED, UNMARKED, pressed_alone

IN, OUT = "in the sheet", "left out"
ALWAYS = "always there"


class ColumnList(KeyList):
    """All columns, those of the sheet marked; Space turns one in or out, Alt with Up or Down moves it.

    Signals: ``chosen`` with the titles of the sheet's columns in their order, when the editor has changed them;
    ``entered`` on Enter.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__("Columns of the sheet", Qt.Key.Key_Space)
        self._titles: list[str] = []
        self._held: set[str] = set()
        self._always: frozenset[str] = frozenset()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.itemClicked.connect(lambda item: self.go_to(self.row(item)))
        self.pressed.connect(self._press)

    def show_columns(self, titles: Sequence[str], all_titles: Sequence[str], always: Sequence[str]) -> None:
        """Show the columns of a sheet (none for all), then the others; some are always there."""
        held = list(dict.fromkeys((*(titles or all_titles), *always)))
        self._titles = [*held, *(title for title in all_titles if title not in held)]
        self._held, self._always = set(held), frozenset(always)
        self.clear()
        for _ in self._titles:
            self.addItem(QListWidgetItem())
        self._write_all()
        self.go_to(0)

    @property
    def held(self) -> tuple[str, ...]:
        """The titles of the sheet's columns, in their order."""
        return tuple(title for title in self._titles if title in self._held)

    def spoken(self) -> list[str]:
        """Its rows, as they are heard."""
        return [self.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(self.count())]

    def fit(self) -> None:
        """Have room for three rows at least; it is scrolled where there is no more."""
        self.setMinimumHeight(3 * max(self.sizeHintForRow(0), self.fontMetrics().height()))

    def event(self, event: QEvent) -> bool:
        """Keys with Ctrl stay the window's, and so do those of its looks."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not pressed_alone(event):
            return QListWidget.event(self, event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(step)
        elif event.key() in PRESSING:
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write_all()

    def _press(self, key: int) -> None:
        row = self.currentRow()
        if key == Qt.Key.Key_Space and row >= 0 and self._titles[row] not in self._always:
            self._held ^= {self._titles[row]}
            self._write(row)
            self.chosen.emit(self.held)

    def _move(self, step: int) -> None:
        row, to = self.currentRow(), self.currentRow() + step
        if to not in range(self.count()):
            return
        self._titles[row], self._titles[to] = self._titles[to], self._titles[row]
        self._write(row)
        self._write(to)
        self.go_to(to)
        self.chosen.emit(self.held)

    def _write_all(self) -> None:
        for row in range(self.count()):
            self._write(row)

    def _write(self, row: int) -> None:
        title, item = self._titles[row], self.item(row)
        held = title in self._held
        beside = f" · {ALWAYS}" if title in self._always else ""
        item.setText(f"{MARKED if held else UNMARKED}  {title}{beside}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}: {ALWAYS if beside else IN if held else OUT}")
        colours = theme.colours_of(self.palette())
        item.setForeground(colours.text if held else colours.quiet)
