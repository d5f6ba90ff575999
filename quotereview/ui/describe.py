"""The dialog for outlet and date of one or several articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from quotereview.model import ArticleSummary
from quotereview.ui.controls import PRESSING, Button, Field, Words
from quotereview.ui.theme import GRID

TITLE, OUTLET, DATE = range(3)
HEADINGS = ("Article", "Outlet", "Date (2026-11-03)")


@dataclass(frozen=True)
class Description:
    """Outlet and date of an article as the editor gives them."""

    article: str
    outlet: str | None
    published: date | None


class DescribeDialog(QDialog):
    """A table of articles with their outlets and dates to fill in, and one line that fills in all rows.

    It stays beside the window and can be skipped. Signals: ``answered`` with the Descriptions that differ from before.
    """

    answered = Signal(object)

    def __init__(self, articles: Sequence[ArticleSummary], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Outlet and date")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._articles = articles
        self.table = _table(articles)
        self.outlet = Field("Outlet for all", "outlet for all")
        self.published = Field("Date for all", "2026-11-03")
        self._fault = Words(bold=True)
        self._fault.hide()
        self._lay_out()
        self.table.setCurrentCell(0, OUTLET)
        self.table.setFocus()

    @property
    def fault(self) -> str:
        """What keeps the table from being kept, if anything."""
        return self._fault.text()

    def fill_all(self) -> None:
        """Write what stands in the line for all into every row; an empty field changes nothing."""
        for column, field in ((OUTLET, self.outlet), (DATE, self.published)):
            for row in range(self.table.rowCount() if field.text().strip() else 0):
                self.table.setItem(row, column, QTableWidgetItem(field.text().strip()))

    def keep(self) -> None:
        """Answer and close, unless a date cannot be read."""
        try:
            given = [self._row(row) for row in range(self.table.rowCount())]
        except ValueError as fault:
            self._fault.say(str(fault))
            return
        before = [Description(one.id, one.outlet, one.published) for one in self._articles]
        self.accept()
        self.answered.emit([one for one, was in zip(given, before, strict=True) if one != was])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSING:
            self.keep()
        else:
            super().keyPressEvent(event)

    def _row(self, row: int) -> Description:
        cells = self.table.model()
        outlet, published = (str(cells.index(row, column).data() or "").strip() for column in (OUTLET, DATE))
        try:
            day = date.fromisoformat(published) if published else None
        except ValueError:
            raise ValueError(f"“{published}” in row {row + 1} is no date; write it as 2026-11-03.") from None
        return Description(self._articles[row].id, outlet or None, day)

    def _lay_out(self) -> None:
        several = len(self._articles) > 1
        column = QVBoxLayout(self)
        column.setSpacing(GRID * 3)
        column.addWidget(Words("Which outlet printed it, and when? What is left empty stays unknown."))
        if several:
            column.addLayout(self._line_for_all())
        column.addWidget(self.table, 1)
        column.addWidget(self._fault)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for words, do in (("Skip", self.reject), ("Keep", self.keep)):
            button = Button(words)
            button.clicked.connect(do)
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.resize(680, min(480, 220 + 28 * len(self._articles)))

    def _line_for_all(self) -> QGridLayout:
        line = QGridLayout()
        fill = Button("Fill in all")
        fill.clicked.connect(self.fill_all)
        for field in (self.outlet, self.published):
            field.kept.connect(self.fill_all)
            field.left.connect(self.reject)
        line.addWidget(Words("All of them:"), 0, 0)
        line.addWidget(self.outlet, 0, 1)
        line.addWidget(self.published, 0, 2)
        line.addWidget(fill, 0, 3)
        line.setColumnStretch(1, 2)
        line.setColumnStretch(2, 1)
        return line


def _table(articles: Sequence[ArticleSummary]) -> QTableWidget:
    table = QTableWidget(len(articles), len(HEADINGS))
    table.setAccessibleName("Articles with outlet and date")
    table.setHorizontalHeaderLabels(HEADINGS)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(OUTLET, 180)
    table.setColumnWidth(DATE, 150)
    table.setTabKeyNavigation(True)
    for row, one in enumerate(articles):
        for column, words in enumerate(
            (one.title, one.outlet or "", one.published.isoformat() if one.published else "")
        ):
            item = QTableWidgetItem(words)
            if column == TITLE:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            table.setItem(row, column, item)
    return table
