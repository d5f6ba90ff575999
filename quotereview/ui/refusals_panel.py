"""What could not be read, in the middle of the window: each input with its reason, to be read and copied."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quotereview.review.ingest import Refused
from quotereview.ui.controls import Words
from quotereview.ui.head import Head
from quotereview.ui.in_full import InFull
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.rows import Row, Rows
from quotereview.ui.theme import TextSize
from quotereview.ui.wording import isolated

KEYS = "↑ ↓  another one · C  copy its reason · A  copy all, a line each · Esc  back"
ONE, ALL = "c", "a"


class RefusalsPanel(QWidget):
    """A list, and below it the chosen one in full; open as long as it has the keys.

    Signals: ``copied`` with what is to be copied, a sequence of Refused; ``left`` when the panel is to close.
    """

    copied = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Refused")
        self._count = Words()
        self._path, self._why = Words(size=TextSize.SMALL, quiet=True), Words()
        self.rows = Rows("What was refused", _row)
        self.full = InFull("The one that is chosen", self._path, self._why)
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._show_chosen())
        for part in (self.rows, self.full):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)
        head = Head(Words("Not read", TextSize.SMALL, quiet=True), self._count)
        lay_out(self, head, ((self.rows, 3), (self.full, 1)), keys_line(KEYS))
        self.setFocusProxy(self.rows)

    def show_refused(self, refused: Sequence[Refused]) -> None:
        """Show these, the first chosen."""
        self._count.say(counted(len(refused)))
        self.rows.show_things(refused)
        self.rows.choose(0)
        self._show_chosen()

    def said(self) -> str:
        """All that the panel says, line by line."""
        return "\n".join([self._count.text(), *self.rows.spoken(), self._path.text(), self._why.text()])

    def _show_chosen(self) -> None:
        if chosen := self.rows.chosen():
            self._path.say(isolated(chosen.path))
            self._why.say(isolated(chosen.why))
            self.full.setAccessibleDescription(chosen.why)

    def _press(self, key: str) -> None:
        if key.lower() == ONE and (chosen := self.rows.chosen()):
            self.copied.emit([chosen])
        elif key.lower() == ALL:
            self.copied.emit(self.rows.things)


def counted(number: int) -> str:
    """How many there are."""
    return "One file was refused." if number == 1 else f"{number} files were refused."


def lines(refused: Sequence[Refused]) -> str:
    """What was refused as lines to copy: where it lies, and why."""
    return "\n".join(f"{one.path}\t{one.why}" for one in refused)


def _row(one: Refused) -> Row:
    return Row(isolated(Path(one.path).name), isolated(one.why))
