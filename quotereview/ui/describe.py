"""Outlet and date of articles, filled in below the text of the one whose line has the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from quotereview.errors import NotADate
from quotereview.model import ArticleSummary
from quotereview.review.completion import Completion, name_completion
from quotereview.ui.controls import Button, Field, Words, hairline
from quotereview.ui.describe_line import DATE, OUTLET, TITLE, ArticleLine, Details, Line
from quotereview.ui.theme import GRID, TextSize

AT_ONCE = 40
"""How many articles have a line at once; the others come next, and the line for all reaches them, too."""
IN_SIGHT, LEAST_IN_SIGHT = 5, 2
HOW = "A date as 3 Nov 2026 or 2026-11-03 · Enter keeps and goes to the next gap · ↑ ↓ other articles · Esc closes"


class DescribePanel(QWidget):
    """A line for each article with its outlet and its date, kept as it is left, and one that fills in all on Enter.

    Signals: ``given`` with Details of a line; ``given_for_all`` with those of all articles, which stay written until
    ``taken`` is called, and hold the keys until ``go_on`` is; ``article_entered`` with the id of the article whose line
    got the keys; ``left`` with a list of what was written and not kept, once the panel is closed.
    """

    given = Signal(object)
    given_for_all = Signal(object)
    article_entered = Signal(str)
    left = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles: Sequence[ArticleSummary] = ()
        self._outlets: Sequence[str] = ()
        self._only_gaps = False
        self.for_all = Line("all articles", self._complete, self)
        self.lines: list[ArticleLine] = []
        self._last: Field = self.for_all.outlet
        self._connect(self.for_all)
        self.for_all.kept.connect(lambda _: self._fill_all())
        self._lay_out()
        self.hide()

    def begin(self, articles: Sequence[ArticleSummary], outlets: Sequence[str], *, only_gaps: bool) -> None:
        """Open on articles, the keys in the first gap; ``outlets`` are those to offer.

        The line for all writes over what is known, unless ``only_gaps`` are to be filled in.
        """
        self._articles, self._outlets, self._only_gaps = articles, outlets, only_gaps
        self._make_lines(articles[:AT_ONCE])
        several = len(articles) > 1
        more = f", the first {AT_ONCE}" if len(articles) > AT_ONCE else ""
        self._heading.say(f"Outlet and date of {len(articles)} articles{more}" if several else "Outlet and date")
        self.for_all.title.show_whole(f"All {len(articles)}{', where nothing is known yet' if only_gaps else ''}:")
        for part in (self.for_all.title, *self.for_all.fields):
            part.setVisible(several)
        self.show()
        self._enter(next((field for field in self._fields() if not field.text()), self.lines[0].outlet))

    def follow(self, articles: Sequence[ArticleSummary], outlets: Sequence[str]) -> None:
        """Show how the articles stand now; a field in which one is writing stays as it is."""
        now = {one.id: one for one in articles}
        self._articles, self._outlets = [now[one.id] for one in self._articles if one.id in now], outlets
        for line in self.lines:
            line.show_article(now.get(line.article.id, line.article))

    def take_the_keys(self) -> None:
        """Give the keys to the field that had them last."""
        self._enter(self._last)

    def enter_first(self, *, date: bool) -> None:
        """Give the keys to the outlet of the first article, or to its date."""
        first = self.lines[0]
        self._enter(first.published if date else first.outlet)

    def finish(self) -> None:
        """Keep what is written, and close."""
        for line in self.lines:
            line.keep()
        self.leave()

    def leave(self) -> None:
        """Close, and tell what was written and not kept; the field one is in is not."""
        unkept = [words for line in (self.for_all, *self.lines) for words in line.unkept()]
        self.for_all.clear()
        self._make_lines(())
        self.hide()
        self.left.emit(unkept)

    def said(self) -> str:
        """What the panel says beside its fields, line by line."""
        return "\n".join(words.text() for words in self.findChildren(Words) if words.isVisibleTo(self) and words.text())

    def taken(self) -> None:
        """Empty the line for all: what it says is kept, or will be."""
        self.for_all.clear()

    def go_on(self) -> None:
        """What the line for all said is kept: go to the first gap that is left, if the keys are still there."""
        self.taken()
        if any(field.hasFocus() for field in self.for_all.fields):
            self._go_on(self.for_all.published)

    # Filling in

    def _fill_all(self) -> None:
        try:
            published = self.for_all.day()
        except NotADate:
            return
        outlet = self.for_all.outlet.text().strip()
        if not self._articles or not (outlet or published):
            self.go_on()
            return
        reached = tuple(one.id for one in self._articles)
        self.given_for_all.emit(Details(reached, outlet or ..., published or ..., self._only_gaps))

    def _keep(self, line: ArticleLine, field: Field) -> None:
        if line.keep():
            self._go_on(field)
        else:
            QTimer.singleShot(0, line, lambda: self._scroll.ensureWidgetVisible(line.fault, 0, GRID))  # once laid out

    def _go_on(self, field: Field) -> None:
        """To the next gap after a field of a line, or after the line for all; close where there is none."""
        fields = self._fields()
        after = fields[fields.index(field) + 1 :] if field in fields else fields
        gap = next((each for each in after if not each.text()), None)
        if gap is None:
            self.leave()
        else:
            self._enter(gap)

    def _fields(self) -> list[Field]:
        return [field for line in self.lines for field in line.fields]

    # Moving

    def _enter(self, field: Field) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def _step(self, line: Line, field: Field, steps: int) -> None:
        """Up and Down: to the same field of the line above or below."""
        lines = [line for line in (self.for_all, *self.lines) if line.outlet.isVisible()]
        to = lines.index(line) + steps
        if 0 <= to < len(lines):
            self._enter(lines[to].fields[line.fields.index(field)])

    def _note(self, line: Line, field: Field) -> None:
        self._last = field
        if isinstance(line, ArticleLine):
            self._scroll.ensureWidgetVisible(field, 0, GRID * 3)
            self.article_entered.emit(line.article.id)

    # How it is made

    def _complete(self, line: str, at: int) -> Completion:
        return name_completion(line, at, self._outlets)

    def _connect(self, line: Line) -> None:
        line.entered.connect(lambda field: self._note(line, field))
        line.moved.connect(lambda field, steps: self._step(line, field, steps))
        line.left.connect(self.leave)

    def _make_lines(self, articles: Sequence[ArticleSummary]) -> None:
        for line in self.lines:
            line.retire()
        self.lines = [ArticleLine(one, self._complete, self) for one in articles]
        for row, line in enumerate(self.lines):
            line.place(self._grid, 2 * row)
            self._connect(line)
            line.given.connect(self.given)
            line.kept.connect(lambda field, line=line: self._keep(line, field))

    def _lay_out(self) -> None:
        self._heading = Words(bold=True)
        done = Button("Done", "Done with outlet and date")
        done.clicked.connect(self.finish)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(done)
        self._grid = _grid()
        self._scroll = LinesInSight(self._grid)
        above = _grid()
        self.for_all.place(above, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, 0, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(hairline())
        column.addLayout(top)
        column.addLayout(above)
        column.addWidget(self._scroll)
        column.addWidget(Words(HOW, TextSize.SMALL, quiet=True))


class LinesInSight(QScrollArea):
    """As tall as its lines, up to a few; the others are scrolled to."""

    def __init__(self, lines: QGridLayout) -> None:
        super().__init__()
        self._lines = QWidget()
        self._lines.setLayout(lines)
        self._lines.installEventFilter(self)
        self.setWidget(self._lines)
        self.setAccessibleName("Articles with outlet and date")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return QSize(0, self._up_to(IN_SIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._up_to(LEAST_IN_SIGHT))

    def eventFilter(self, lines: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(lines, event)

    def _up_to(self, lines: int) -> int:
        """The height of all lines, or of so many where there are more."""
        return min(self._lines.sizeHint().height(), lines * (self.fontMetrics().height() + GRID * 4))


def _grid() -> QGridLayout:
    """The three columns of the lines; the title has what outlet and date leave."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GRID * 2)
    grid.setVerticalSpacing(GRID)
    for column, stretch in ((TITLE, 4), (OUTLET, 3), (DATE, 2)):
        grid.setColumnStretch(column, stretch)
    return grid
