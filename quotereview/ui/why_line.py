"""The foot of a panel that asks why: its keys, and above them, while something is asked, the question and a line."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.ui.controls import Words
from quotereview.ui.editors import LineEditor
from quotereview.ui.middle import ASKED_MARGINS
from quotereview.ui.theme import GRID, TextSize

WHY_KEYS = "Enter settles it · ↓ shows earlier reasons · Esc  not yet"
"""The keys of the line where a reason settles something."""


class WhyLine(QWidget):
    """Tells the keys of a panel, and asks for one reason at a time.

    Signals: ``answered`` with the reason, which is never empty; ``abandoned`` with one that was written and is for
    nothing now.
    """

    answered = Signal(str)
    abandoned = Signal(str)

    def __init__(self, name: str, hint: str, keys: str, *, asking: str, back: QWidget) -> None:
        """``name`` and ``hint`` are of the line to write in, ``asking`` its keys; ``back`` has the keys afterwards."""
        super().__init__()
        self._told, self._asking, self._back = keys, asking, back
        self._question, self._keys = Words(bold=True), Words(keys, TextSize.SMALL, quiet=True)
        self.reason = LineEditor(name, hint)
        self.reason.kept.connect(self._answer)
        self.reason.left.connect(self._put_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(*ASKED_MARGINS)
        column.setSpacing(GRID)
        for part in (self._question, self.reason, self._keys):
            column.addWidget(part)
        self._question.hide()

    @property
    def asks(self) -> bool:
        """Whether a reason is being asked for."""
        return not self.reason.isHidden()

    def offer(self, reasons: Callable[[], Sequence[str]]) -> None:
        """Say from where the reasons are had that were given before."""
        self.reason.offer(reasons)

    def tell(self, keys: str) -> None:
        """Tell other keys, at once or when nothing is asked any more."""
        self._told = keys
        if not self.asks:
            self._keys.say(keys)

    def ask(self, question: str, likely: str = "") -> None:
        """Ask why, and take the keys; a ``likely`` answer stands there already."""
        self._question.setText(question)
        self._question.show()
        self._keys.say(self._asking)
        self.reason.begin(likely)

    def end(self) -> None:
        """Ask no longer; a reason that was written is told."""
        unkept = self.reason.unkept() if self.asks else ""
        self._put_away()
        if unkept:
            self.abandoned.emit(unkept)

    def said(self) -> str:
        """What is asked, and the keys."""
        return "\n".join(words.text() for words in (self._question, self._keys) if not words.isHidden())

    def _answer(self) -> None:
        if reason := self.reason.text().strip():
            self._put_away()
            self.answered.emit(reason)

    def _put_away(self) -> None:
        if self.reason.hasFocus():  # before it is hidden, which would give the keys to anybody
            self._back.setFocus()
        for part in (self._question, self.reason):
            part.hide()
        self._keys.say(self._told)
