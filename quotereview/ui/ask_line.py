"""A line that asks for one name, with what it may be listed as one writes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.review.completion import Completion, name_completion
from quotereview.ui.controls import Words
from quotereview.ui.theme import GRID, TextSize
from quotereview.ui.type_ahead import TypeAheadField


class AskLine(QWidget):
    """Asks one question at a time, and stays until it is answered for good or left.

    Signals: ``answered`` with a name; ``left`` when the editor gave up.
    """

    answered = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._first: Sequence[str] = ()
        self._question = Words(bold=True)
        self._below = Words(size=TextSize.SMALL, quiet=True)
        self.field = TypeAheadField(name, "A name", self._complete, tab_takes_first=True)
        self.field.kept.connect(self._answer)
        self.field.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        column.setSpacing(GRID)
        for part in (self._question, self.field, self._below):
            column.addWidget(part)
        self.hide()

    def ask(self, question: str, below: str, written: str = "", *, names: Sequence[str], first: Sequence[str]) -> None:
        """Ask, with a line that explains; ``first`` are the names that are listed before anything is written."""
        self._names, self._first = names, first
        self._question.setText(question)
        self._below.say(below)
        self.field.setAccessibleDescription(f"{question} {below}")
        self.field.setText(written)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.offer_now()
        QTimer.singleShot(0, self, self.field.offer_now)  # where the line is by then, all having found its place

    def said(self) -> str:
        """What it asks and explains, or nothing."""
        return "" if self.isHidden() else f"{self._question.text()}\n{self._below.text()}"

    def _answer(self) -> None:
        """Give the name that is written, or the only one that is offered for it."""
        written, offered = self.field.text().strip(), self.field.offered()
        meant = offered[0] if written and written not in self._names and len(offered) == 1 else written
        if meant:
            self.answered.emit(meant)

    def _complete(self, line: str, at: int) -> Completion:
        return name_completion(line, at, self._names) if line.strip() else Completion(0, len(line), tuple(self._first))
