"""The checklist of a quote to go through by keys, and the editor of the list itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from quotereview.model import CheckState
from quotereview.review.checklist import Checklist, Point, template_of
from quotereview.ui import theme
from quotereview.ui.controls import FOR_A_WHILE, PRESSING, Words
from quotereview.ui.key_list import KeyList
from quotereview.ui.lines import Lines
from quotereview.ui.theme import GRID, State, TextSize

STATES = {
    CheckState.RIGHT: State("✓", "right", "confirmed"),
    CheckState.WRONG: State("✕", "wrong", "disputed"),
    CheckState.NOT_APPLICABLE: State("–", "does not apply", "quiet"),
    None: State("○", "not looked at", "open"),
}
IN_TURN = (None, CheckState.RIGHT, CheckState.WRONG, CheckState.NOT_APPLICABLE)
SETTING: dict[int, CheckState | None] = {
    Qt.Key.Key_R: CheckState.RIGHT,
    Qt.Key.Key_W: CheckState.WRONG,
    Qt.Key.Key_Minus: CheckState.NOT_APPLICABLE,
    Qt.Key.Key_Backspace: None,
}
KEYS = "R right · W wrong · - does not apply · Space in turn · E edits the list · Enter goes back"
TEMPLATE_KEYS = "One point a line; none for the list as it was at first. Ctrl+Enter keeps, Esc leaves."


class Points(KeyList):
    """The points of one quote's checklist, kept as one when the keys leave them.

    Signals: ``settled`` with the quote's id and its Checklist, where something was set.
    """

    settled = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("Checklist", Qt.Key.Key_Space)
        self._quote = ""
        self._stood = self._now = Checklist(())
        self.pressed.connect(self._press)

    @property
    def pending(self) -> bool:
        """Whether something was set and not kept yet."""
        return self._now != self._stood

    def show_points(self, quote: str, checklist: Checklist) -> None:
        """Show the points of a quote as they stand."""
        row = self.currentRow() if quote == self._quote else 0
        self._quote, self._stood, self._now = quote, checklist, checklist
        self.clear()
        for number, point in enumerate(checklist.points):
            self.addItem(QListWidgetItem())
            self._write(number, point)
        self.go_to(row)
        self.fit()

    def keep(self) -> None:
        """Tell what was set, once."""
        if self.pending:
            self._stood = self._now
            self.settled.emit(self._quote, self._now)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in FOR_A_WHILE:
            self.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for number, point in enumerate(self._now.points):
                self._write(number, point)

    def _press(self, key: int) -> None:
        row = self.currentRow()
        if key in SETTING and row >= 0:
            self._set(row, SETTING[key])
            self.go_to(row + 1)
        elif key == Qt.Key.Key_Space and row >= 0:
            at = IN_TURN.index(self._now.points[row].state)
            self._set(row, IN_TURN[(at + 1) % len(IN_TURN)])
        elif key in PRESSING:
            self.left.emit()

    def _set(self, row: int, state: CheckState | None) -> None:
        self._now = self._now.with_state(row, state)
        self._write(row, self._now.points[row])

    def _write(self, row: int, point: Point) -> None:
        state, item = STATES[point.state], self.item(row)
        item.setText(f"{state.glyph}  {point.item}{f' · {state.word}' if point.state else ''}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{point.item}: {state.word}")
        item.setForeground(state.colour(theme.colours_of(self.palette())))


class ChecklistEditor(QWidget):
    """The points, or the editor of the list that every quote is checked by.

    Signals: ``template_written`` with the points of the list; ``left`` when the editor is done.
    """

    template_written = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = Points()
        self.template = Lines("Points of the checklist", "One point a line")
        self._keys = Words(KEYS, TextSize.SMALL, quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self.points, self.template, self._keys):
            column.addWidget(part)
        self.points.pressed.connect(self._press)
        self.points.left.connect(self.left)
        self.template.kept.connect(self._keep_template)
        self.template.left.connect(self.go_through)
        self._template: Sequence[str] = ()

    def show_points(self, quote: str, checklist: Checklist, template: Sequence[str]) -> None:
        """Show the points of a quote; what is set and not kept yet stays."""
        self._template = template
        if not self.points.pending:
            self.points.show_points(quote, checklist)

    def go_through(self) -> None:
        """Give the keys to the points."""
        self.points.show()
        self.points.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.template.hide()
        self._keys.setText(KEYS)

    def unkept(self) -> str:
        """What was written for the list and not kept, or nothing."""
        written = template_of(self.template.toPlainText())
        return "" if self.template.isHidden() or written == list(self._template) else ", ".join(written)

    def _press(self, key: int) -> None:
        if key == Qt.Key.Key_E:
            self.template.setPlainText("\n".join(self._template))
            self.template.show()
            self.template.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.points.hide()
            self._keys.setText(TEMPLATE_KEYS)

    def _keep_template(self) -> None:
        self.template_written.emit(template_of(self.template.toPlainText()))
        self.go_through()
