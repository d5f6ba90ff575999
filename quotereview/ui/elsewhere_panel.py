"""Words from elsewhere in the middle of the window: a field for them, where they stand, and one place in full."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quotereview.review.elsewhere import Stood
from quotereview.ui import elsewhere_words
from quotereview.ui.both_versions import BothVersions
from quotereview.ui.controls import PRESSING, Words
from quotereview.ui.head import Head
from quotereview.ui.lines import Lines
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.rows import Rows
from quotereview.ui.theme import TextSize

KEYS = "Enter  looks, then goes there · ↑ ↓  another place · Ctrl+K  other words · Esc  back to the text"
HINT = "Did anybody print this?"
LINES = 2


class Asked(Lines):
    """The words that are looked for: line breaks count for nothing in them, so Enter looks, and Shift+Enter breaks."""

    def __init__(self) -> None:
        super().__init__("Words from elsewhere", HINT, shown=LINES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSING and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if not event.isAutoRepeat():
                self.kept.emit()
        else:
            super().keyPressEvent(event)


class ElsewherePanel(QWidget):
    """Asks for words, and shows where they stand; open as long as it has the keys.

    Signals: ``asked`` with the words to look for; ``chosen`` with the Stood to go to; ``left`` when it is to close.
    """

    asked = Signal(str)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Words from elsewhere")
        self._title = Words("Words from elsewhere", TextSize.SMALL, quiet=True)
        self.words, self._count = Asked(), Words(elsewhere_words.BEGIN)
        self.rows = Rows("Where the words stand", lambda line: line.row)
        self.full = BothVersions("The words given and those that stand there")
        self._connect()
        lay_out(self, Head(self._title, self.words, self._count), ((self.rows, 1), (self.full, 1)), keys_line(KEYS))
        self.setFocusProxy(self.words)

    def begin(self, words: str) -> None:
        """Ask for words, these being chosen; without any, for those that were looked for last."""
        if words:
            self.words.setPlainText(words)
        self.words.selectAll()

    def show_looking(self) -> None:
        """Say that it is looked for the words; what was found before goes away."""
        self._count.setText(elsewhere_words.LOOKING)
        self._show(())

    def show_found(self, found: Sequence[Stood]) -> None:
        """Show where the words stand, the first place chosen; the list takes the keys where it holds something."""
        self._count.setText(elsewhere_words.counted(found))
        self._show(found)
        if found and self.words.hasFocus():
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> str:
        """All that the panel says, line by line."""
        return "\n".join([self._count.text(), *self.rows.spoken(), self.full.said()])

    def _show(self, found: Sequence[Stood]) -> None:
        self.rows.show_things([elsewhere_words.line(stood) for stood in found])
        self.rows.choose(0)
        self._show_line()

    def _show_line(self) -> None:
        if line := self.rows.chosen():
            self.full.show_versions(line.differs, line.given, line.there)
        else:
            self.full.show_versions("", None, None)

    def _enter(self) -> None:
        if line := self.rows.chosen():
            self.chosen.emit(line.stood)

    def _connect(self) -> None:
        self.words.kept.connect(lambda: self.asked.emit(self.words.toPlainText()))
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._show_line())
        self.rows.entered.connect(self._enter)
        for part in (self.words, self.rows, self.full):
            part.left.connect(self.left)
