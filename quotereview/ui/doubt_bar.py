"""The bar that lists the marks of an article that nobody explained, and takes what an editor says of one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from quotereview.model import Band, Doubt
from quotereview.review.closing import USUAL
from quotereview.review.completion import Completion, line_completion
from quotereview.ui import listing, theme
from quotereview.ui.controls import Words, hairline
from quotereview.ui.positions import display
from quotereview.ui.theme import GRID, TextSize
from quotereview.ui.type_ahead import TypeAheadField

AROUND = 16
"""Characters of the text shown on either side of a mark."""

ANSWERING = "Enter keeps what this mark is · ↓ what such marks often are · Esc leave"

MOST = 4
"""How many marks the list shows without scrolling."""


class DoubtBar(QWidget):
    """A list, and a line to write in.

    Signals: ``chosen`` with the number of a mark in the list, ``explained`` with what the mark shown is, ``left``.
    """

    chosen = Signal(int)
    explained = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Words(bold=True)
        self._keys = ""
        self._hint = Words(size=TextSize.SMALL, quiet=True)
        self._list = QListWidget()
        self._list.setAccessibleName("Marks that nobody explained")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda _: self.chosen.emit(self._list.currentRow()))
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._guess = ""
        self.field = TypeAheadField("What the mark is", "what it is, such as inches", self._completing)
        self.field.moved.connect(lambda _: self.field.offer_now())
        self.field.kept.connect(lambda: self.explained.emit(self.field.text()))
        self.field.left.connect(self.left)
        self._lay_out()
        self.hide()

    def hint(self, following: str, explain: str, add: str) -> None:
        """Say which keys go to the next mark, ask what it is, and add the words selected from it as a quote."""
        self._keys = f"{following}  next · {explain}  say what it is · {add}  add the words selected as a quote"
        self._answering(False)

    def show_doubts(self, text: str, doubts: Sequence[Doubt], at: int) -> None:
        """List the unexplained marks of an article with this text, one of them being shown."""
        self._head.say(f"? {listing.unexplained(len(doubts))}", theme.BANDS[Band.UNSURE])
        self._list.clear()
        self._list.addItems([_line(text, doubt) for doubt in doubts])
        self._list.setCurrentRow(at)
        lines = min(len(doubts), MOST)
        self._list.setFixedHeight(lines * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth())
        self._answering(False)
        self.show()

    def begin(self, guess: str) -> None:
        """Ask what the mark shown is."""
        self._guess = guess
        self.field.setText(guess)
        self._answering(True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def said(self) -> str:
        """All that the bar says."""
        rows = [self._list.item(row).text() for row in range(self._list.count())]
        return "\n".join([self._head.text(), *rows])

    def _answering(self, wanted: bool) -> None:
        self.field.setVisible(wanted)
        self._hint.say(ANSWERING if wanted else self._keys)

    def _completing(self, line: str, at: int) -> Completion:
        """What marks often are: all of it while the guess stands, else what goes with what is written."""
        usual = tuple(one for one in USUAL if one != line)
        return Completion(0, len(line), usual) if line == self._guess else line_completion(line, at, usual)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID * 3)
        head.addWidget(self._head)
        head.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(hairline())
        column.addLayout(head)
        column.addWidget(self._list)
        column.addWidget(self.field)
        self._head.setWordWrap(False)


def _line(text: str, doubt: Doubt) -> str:
    """The words around a mark, and why it is in doubt."""
    before = text[max(0, doubt.place.start - AROUND) : doubt.place.start].rpartition("\n")[2]
    after = text[doubt.place.end : doubt.place.end + AROUND].partition("\n")[0]
    around = display(f"{before}{doubt.place.of(text)}{after}".strip())
    return f"… \N{FIRST STRONG ISOLATE}{around}\N{POP DIRECTIONAL ISOLATE} … : {doubt.reason.rstrip('.')}"
