"""Below the text: the quotes that are proposed otherwise than they stand, since their articles were detected again."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from quotereview.counting import counted
from quotereview.model import Verdict
from quotereview.review.otherwise import Otherwise, Sort
from quotereview.ui import theme
from quotereview.ui.controls import Words, hairline
from quotereview.ui.rows import Row, Rows
from quotereview.ui.theme import GRID, TextSize
from quotereview.ui.wording import isolated, no_longer_found

KEYS = "↑ ↓ another quote · Enter goes to it · Esc closes"
IN_SIGHT, LEAST = 4, 2
LOOKING = "Looking for what is proposed otherwise …"
NOTHING = "Nothing is proposed otherwise than it stands."
COUNTED = {Sort.RULED: "ruled on", Sort.CHANGED: "changed", Sort.NEW: "new", Sort.LOST: "no longer found"}


@dataclass(frozen=True)
class Line:
    """A quote as the list tells it, and in which article it stands."""

    otherwise: Otherwise
    where: str

    @property
    def row(self) -> Row:
        """Its words, and below them what is proposed; at the right where it is and what became of it."""
        one = self.otherwise
        changes = " · ".join(difference.told(isolated) for difference in one.differences)
        below = changes or ("nobody is named" if one.sort is Sort.NEW else no_longer_found(one))
        return Row(f"“{isolated(one.words)}”", below, f"{isolated(self.where)} · {became(one)}")


class OtherwisePanel(QWidget):
    """A list in which one goes by the arrows; it stays open while one looks at a quote of it.

    Signals: ``chosen`` with an Otherwise, to go to; ``left`` when the panel is to close.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Proposed otherwise")
        self._count, self._keys = Words(bold=True), Words(KEYS, TextSize.SMALL, quiet=True)
        self._keys.setWordWrap(False)
        self.rows = Rows("Quotes that are proposed otherwise", lambda line: line.row)
        self.rows.entered.connect(self._choose)
        self.rows.left.connect(self.left)
        self.setFocusProxy(self.rows)
        self._lay_out()
        self.hide()

    def begin(self) -> None:
        """Open, with nothing in it yet, and take the keys."""
        self.rows.show_things([])
        self._count.setText(LOOKING)
        self.show()
        self._fit()
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the quote that is chosen stays so, else the one in its place."""
        at, chosen = max(self.rows.at, 0), self.rows.chosen()
        self.rows.show_things(lines)
        quotes = [line.otherwise.quote for line in lines]
        self.rows.choose(quotes.index(chosen.otherwise.quote) if chosen and chosen.otherwise.quote in quotes else at)
        self._count.setText(count_line([line.otherwise for line in lines]))
        self._fit()

    def said(self) -> str:
        """What the line above the list says."""
        return self._count.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _choose(self) -> None:
        if line := self.rows.chosen():
            self.chosen.emit(line.otherwise)

    def _fit(self) -> None:
        """Be as high as a few rows, however many there are, and no higher than a quarter of the window."""
        row = self.rows.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        room = self.window().height() // 4 // row
        self.rows.setFixedHeight(min(max(room, LEAST), IN_SIGHT) * row)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID)
        top.addWidget(self._count, 1)
        top.addWidget(self._keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(top)
        column.addWidget(self.rows)


def count_line(found: Sequence[Otherwise]) -> str:
    """How many quotes there are, and what became of them."""
    if not found:
        return NOTHING
    numbers = {sort: sum(one.sort is sort for one in found) for sort in Sort}
    told = ", ".join(f"{number} {COUNTED[sort]}" for sort, number in numbers.items() if number)
    return f"Proposed otherwise: {counted(len(found), 'quote')} — {told}"


def became(one: Otherwise) -> str:
    """What became of a quote when its article was detected again."""
    if one.sort is Sort.RULED:
        return f"stays {theme.VERDICTS[one.verdict].word}" if one.verdict is not Verdict.OPEN else "stays as it is"
    return {Sort.CHANGED: "open, changed", Sort.NEW: "new", Sort.LOST: "stays open"}[one.sort]
