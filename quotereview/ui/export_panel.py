"""What goes into a sheet, in the middle of the window: which quotes, and which columns of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.review.choosing import Extent, Scope
from quotereview.review.completion import Completion, Names, filter_completion
from quotereview.review.exporting import PRINTED
from quotereview.review.filtering import read_filter
from quotereview.ui.column_list import ColumnList
from quotereview.ui.controls import DropDown, Words
from quotereview.ui.head import Head
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.queue_panel import HOW_TO_FILTER
from quotereview.ui.theme import GRID, TextSize
from quotereview.ui.type_ahead import TypeAheadField

EXTENTS = (
    ("1  All, undecided marked", Extent.ALL),
    ("2  Verified only", Extent.VERIFIED),
    ("3  Verified or unread", Extent.ACCEPTED),
)
DIGITS = {Qt.Key.Key_1: Extent.ALL, Qt.Key.Key_2: Extent.VERIFIED, Qt.Key.Key_3: Extent.ACCEPTED}
KEYS = (
    "Enter  write the sheet… · 1 2 3  which quotes · F  filter · Space  column in or out · Alt+↑ ↓  its place · "
    "A  all columns, N  none · Esc  back"
)
COLUMNS = "{} columns, in their order; a printed sheet has room for {}. JSON and JSON-LD hold everything."
AS_THEY_ARE = "Columns: all in .xlsx and .csv, a short table in what is printed. JSON and JSON-LD hold everything."


class ExportPanel(QWidget):
    """Asks what a sheet is to hold; open as long as it has the keys.

    Signals: ``changed`` when other quotes are to go into it; ``columns_chosen`` with the titles of the columns, none
    for those of each form; ``wanted`` when the sheet is to be written; ``left`` when the panel is to close.
    """

    changed = Signal()
    columns_chosen = Signal(object)
    wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Export the sheet")
        self._names: Names = lambda _: ()
        self._all: Sequence[str] = ()
        self._always: Sequence[str] = ()
        self._count, self._left_out = Words(bold=True), Words(size=TextSize.SMALL, quiet=True)
        self._about = Words(size=TextSize.SMALL, quiet=True)
        self.extent = DropDown("Which quotes", EXTENTS)
        self.filter = TypeAheadField(
            "Filter", "Filter: speaker:, story:, editor: …", self._complete, tab_takes_first=True
        )
        self.filter.setToolTip(HOW_TO_FILTER)
        self.filter.setAccessibleDescription(HOW_TO_FILTER)
        self.columns = ColumnList()
        head = Head(Words("Export the sheet", TextSize.SMALL, quiet=True), self._count, self._left_out)
        lay_out(self, head, ((self._asking(), 0), (self._choosing(), 1)), keys_line(KEYS))
        self.setFocusProxy(self.columns)
        self._connect()

    @property
    def scope(self) -> Scope:
        """Which quotes are to go into the sheet."""
        return Scope(self.extent.value, read_filter(self.filter.text()))

    def offer(self, names: Names) -> None:
        """Offer the values of the store while one writes a filter; they are asked for field by field."""
        self._names = names

    def begin(self, scope: Scope, titles: Sequence[str], all_titles: Sequence[str], always: Sequence[str]) -> None:
        """Show which quotes go into it, and which columns (none for those of each form)."""
        self._all, self._always = all_titles, always
        self.extent.choose(scope.extent)
        self.filter.setText(scope.filter.text)
        self._show_columns(titles)

    def show_count(self, count: str, left_out: str) -> None:
        """Say how many quotes go into the sheet, and what is left out."""
        self._count.say(count)
        self._left_out.say(left_out)
        self.columns.setAccessibleDescription(f"{count} {left_out}".strip())

    def said(self) -> str:
        """What the panel says, line by line."""
        lines = (self._count.text(), self._left_out.text(), self._about.text(), *self.columns.spoken())
        return "\n".join(filter(None, lines))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes round within the panel, which would close if it led out of it."""
        stops: list[QWidget] = [self.extent, self.filter, self.columns]
        at = next((place for place, stop in enumerate(stops) if stop.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forwards else -1)) % len(stops)].setFocus(reason)
        return True

    def _show_columns(self, titles: Sequence[str]) -> None:
        self.columns.show_columns(titles, self._all, self._always)
        self._tell_columns(made=bool(titles))

    def _choose(self, titles: Sequence[str]) -> None:
        """All columns in the order that they have are no choice."""
        made = () if tuple(titles) == tuple(self._all) else tuple(titles)
        self._tell_columns(made=bool(made))
        self.columns_chosen.emit(made)

    def _tell_columns(self, *, made: bool) -> None:
        """How many there are where somebody chose them, else what each form holds."""
        self._about.say(COLUMNS.format(len(self.columns.held), PRINTED) if made else AS_THEY_ARE)

    def _press(self, key: int) -> None:
        if key in DIGITS:
            self.extent.choose(DIGITS[Qt.Key(key)])
            self.changed.emit()
        elif key == Qt.Key.Key_F:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filter.selectAll()
        elif key in (Qt.Key.Key_A, Qt.Key.Key_N):
            titles = self._all if key == Qt.Key.Key_A else self._always
            self._show_columns(() if key == Qt.Key.Key_A else titles)
            self._choose(titles)

    def _complete(self, line: str, at: int) -> Completion:
        return filter_completion(line, at, self._names)

    # How it is made

    def _connect(self) -> None:
        self.extent.activated.connect(lambda _: self.changed.emit())
        self.extent.left.connect(self.columns.setFocus)
        self.filter.textChanged.connect(lambda _: self.changed.emit())
        self.filter.kept.connect(self.wanted)
        self.filter.left.connect(self.columns.setFocus)
        self.columns.pressed.connect(self._press)
        self.columns.chosen.connect(self._choose)
        self.columns.entered.connect(self.wanted)
        self.columns.left.connect(self.left)

    def _asking(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)  # beside each other they would be wider than a small screen with large text
        column.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(self.extent)
        column.addWidget(self.filter)
        return part

    def _choosing(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._about)
        column.addWidget(self.columns, 1)
        return part
