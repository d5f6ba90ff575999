"""Outlet and date in one line: the fields for one article, or for many at once."""

from dataclasses import dataclass
from datetime import date
from types import EllipsisType

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from quotereview.errors import NotADate
from quotereview.model import ArticleSummary, Band
from quotereview.review.dates import read_date
from quotereview.ui import listing, theme
from quotereview.ui.controls import Field, Words
from quotereview.ui.elided import Elided
from quotereview.ui.theme import TextSize
from quotereview.ui.type_ahead import Completing, TypeAheadField

TITLE, OUTLET, DATE = range(3)


@dataclass(frozen=True)
class Details:
    """Outlet or date for articles (ids) as the editor gives them; what is an ellipsis stays, None is unknown.

    ``only_gaps``: what is known stays, too.
    """

    articles: tuple[str, ...]
    outlet: str | EllipsisType | None = ...
    published: date | EllipsisType | None = ...
    only_gaps: bool = False


class Line(QObject):
    """A title, an outlet and a date, and below them what is wrong with the date.

    Signals, each with the field that it is about: ``entered``, ``kept`` on Enter, ``moved`` with -1 or 1, too;
    ``left`` when the editor gave up.
    """

    entered = Signal(object)
    kept = Signal(object)
    moved = Signal(object, int)
    left = Signal()

    def __init__(self, title: str, completing: Completing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = Elided()
        self.title.show_whole(title)
        self.outlet = TypeAheadField(f"Outlet: {title}", "Outlet", completing)
        self.published = Field(f"Date: {title}", "Date")
        self.fault = Words(size=TextSize.SMALL, bold=True)
        self.fields: tuple[Field, Field] = (self.outlet, self.published)
        for field in self.fields:
            field.installEventFilter(self)
            field.kept.connect(lambda field=field: self.kept.emit(field))
            field.moved.connect(lambda steps, field=field: self.moved.emit(field, steps))
            field.left.connect(self.left)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The widgets that the line is made of."""
        return (self.title, *self.fields, self.fault)

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put the line into two rows of a grid of three columns."""
        grid.addWidget(self.title, row, TITLE)
        for column, field in ((OUTLET, self.outlet), (DATE, self.published)):
            grid.addWidget(field, row, column)
        grid.addWidget(self.fault, row + 1, OUTLET, 1, 2)
        self.fault.say("")

    def day(self) -> date | None:
        """The date that is written; None without one. What is none is said below the field, and raises NotADate."""
        written = self.published.text().strip()
        try:
            day = read_date(written) if written else None
        except NotADate as fault:
            self.fault.say(str(fault), theme.BANDS[Band.UNSURE])
            raise
        self.fault.say("")
        return day

    def clear(self) -> None:
        """Empty the fields."""
        for field in self.fields:
            field.clear()
        self.fault.say("")

    def unkept(self) -> list[str]:
        """What is written in the fields and was not kept."""
        return [field.text().strip() for field in self.fields if field.text().strip()]

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            self.entered.emit(field)
        return super().eventFilter(field, event)


class ArticleLine(Line):
    """The line of one article. Signals: ``given`` with Details of what was changed."""

    given = Signal(object)

    def __init__(self, article: ArticleSummary, completing: Completing, parent: QObject | None = None) -> None:
        super().__init__(article.title, completing, parent)
        self.article = article
        for field in self.fields:
            field.setText(self._stands(field))
            field.editingFinished.connect(self.keep)

    def show_article(self, article: ArticleSummary) -> None:
        """Show what stands now, but for a field in which something else is written."""
        unwritten = [field for field in self.fields if field.text().strip() == self._stands(field)]
        self.article = article
        for field in unwritten:
            field.setText(self._stands(field))

    def keep(self) -> bool:
        """Give what was changed; False where it stays as it is written: a date that is none, or what was not taken."""
        outlet = self.outlet.text().strip() or None
        if outlet != self.article.outlet:
            self.given.emit(Details((self.article.id,), outlet=outlet))
        try:
            published = self.day()
        except NotADate:
            return False
        if published != self.article.published:
            self.given.emit(Details((self.article.id,), published=published))
        if (outlet, published) != (self.article.outlet, self.article.published):
            return False
        self.published.setText(self._stands(self.published))
        return True

    def unkept(self) -> list[str]:
        return [field.text().strip() for field in self.fields if field.text().strip() != self._stands(field)]

    def retire(self) -> None:
        """Keep nothing any more, and go."""
        for field in self.fields:
            field.blockSignals(True)
        for part in self.parts:
            part.hide()
            part.deleteLater()
        self.deleteLater()

    def _stands(self, field: Field) -> str:
        return self.article.outlet or "" if field is self.outlet else listing.day(self.article.published)
