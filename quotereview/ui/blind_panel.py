"""Below the text: which quotes to read blind, and whether to leave the read that is under way."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quotereview.counting import counted
from quotereview.ui.controls import Button, Field, Words, hairline, takes
from quotereview.ui.theme import GRID, TextSize

TAKEN = frozenset({Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Escape})
KEYS = "Enter takes what is framed · Esc leaves this"
PROPOSED_SAMPLE = 20
DIGITS = 6

WHAT = (
    "Until you leave, you see the proposals alone, each as an open quote, and nothing of what others ruled. What you "
    "rule meanwhile stands beside the first reading and never in its place."
)
LOST = (
    "From then on you see what others ruled, and how far you agree. Quotes that you ruled on cannot be read blind "
    "again; the others can."
)


class BlindPanel(QWidget):
    """Asks one of two questions; open as long as it has the keys.

    Signals: ``all_wanted``, ``article_wanted``, and ``sample_wanted`` with how many, when quotes are to be read blind;
    ``end_wanted`` when the read is to end; ``left`` when the panel is to close.
    """

    all_wanted = Signal()
    article_wanted = Signal()
    sample_wanted = Signal(int)
    end_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Read blind")
        self._question, self._below = Words(bold=True), Words(size=TextSize.SMALL, quiet=True)
        self.all, self.article, self.sample = Button(""), Button(""), Button("3  A sample of", "A sample, key 3")
        self.number = Field("How many quotes to draw")
        self.end, self.stay = Button(""), Button("Esc  Stay", "Stay, key Escape")
        _name(self.end, "1", "Leave the blind read")
        self._connect()
        self._lay_out()
        self.hide()

    def ask_what(self, everything: int, here: int) -> None:
        """Ask which quotes to read, ``everything`` being how many there are, ``here`` how many in this article."""
        self._ask(f"Read blind what others decided: {counted(everything, 'quote')}", WHAT)
        _name(self.all, "1", f"All {everything:,}" if everything > 1 else "It")
        number = "one" if here == 1 else f"{here:,}"
        _name(self.article, "2", f"The {number} of this article" if here else "None in this article")
        self.article.setEnabled(bool(here))
        self.number.setText(str(min(everything, PROPOSED_SAMPLE)))
        self._open(self.all, self.article, self.sample, self.number)

    def ask_whether(self, ruled: int, total: int) -> None:
        """Ask whether to leave the read, on so many of whose quotes was ruled; Enter stays where some are left."""
        waiting = f"{counted(total - ruled, 'quote')} of {total:,} not ruled on yet"
        left = waiting if ruled < total else f"all {total:,} ruled on"
        self._ask(f"Leave the blind read? {left[0].upper()}{left[1:]}.", LOST)
        self._open(self.end, self.stay)
        if ruled < total:
            self.stay.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def said(self) -> str:
        """What it asks and explains, or nothing."""
        return "" if self.isHidden() else f"{self._question.text()}\n{self._below.text()}"

    def _ask(self, question: str, below: str) -> None:
        self._question.setText(question)
        self._below.setText(below)
        self.setAccessibleDescription(f"{question} {below}")

    def _open(self, *parts: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part in parts)
        self.show()
        parts[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _draw(self) -> None:
        """A sample is wanted, once the line holds a number."""
        written = self.number.text().strip()
        if written.isdecimal() and int(written):
            self.sample_wanted.emit(int(written))
        else:
            self._go_to_number()

    def _go_to_number(self) -> None:
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def _connect(self) -> None:
        self.all.clicked.connect(self.all_wanted)
        self.article.clicked.connect(self.article_wanted)
        self.sample.clicked.connect(self._draw)
        self.number.kept.connect(self._draw)
        self.number.left.connect(self.left)
        self.end.clicked.connect(self.end_wanted)
        self.stay.clicked.connect(self.left)
        self._pressed: dict[Qt.Key, tuple[tuple[QWidget, Callable[[], object]], ...]] = {
            Qt.Key.Key_1: ((self.all, self.all.click), (self.end, self.end.click)),
            Qt.Key.Key_2: ((self.article, self.article.click),),
            Qt.Key.Key_3: ((self.sample, self._go_to_number),),
            Qt.Key.Key_Escape: ((self, self.left.emit),),
        }

    def _lay_out(self) -> None:
        self._parts: Sequence[QWidget] = (self.all, self.article, self.sample, self.number, self.end, self.stay)
        self.number.setMaximumWidth(self.number.fontMetrics().horizontalAdvance("0") * DIGITS + GRID * 4)
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        for part in self._parts:
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 4, 0, GRID * 4, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(hairline())
        top = QHBoxLayout()
        top.addWidget(self._question, 1)
        keys = Words(KEYS, TextSize.SMALL, quiet=True)
        keys.setWordWrap(False)
        top.addWidget(keys)
        column.addLayout(top)
        column.addWidget(self._below)
        column.addLayout(row)

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        if takes(event, TAKEN):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for part, verb in self._pressed.get(Qt.Key(event.key()), ()):
            if part.isVisible():
                verb()
                return
        super().keyPressEvent(event)


def _name(button: Button, key: str, words: str) -> None:
    button.setText(f"{key}  {words}")
    button.setAccessibleName(f"{words}, key {key}")
