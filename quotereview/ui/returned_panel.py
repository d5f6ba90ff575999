"""A sheet that came back, in the middle of the window: what would be ruled, row by row, and under whose name."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quotereview.review.taking_back import TAKEN, Wish, named
from quotereview.ui import returned_words, theme
from quotereview.ui.controls import Words
from quotereview.ui.head import Head
from quotereview.ui.in_full import InFull
from quotereview.ui.middle import lay_out
from quotereview.ui.returned_words import CANNOT, LOOK, Line
from quotereview.ui.rows import Rows
from quotereview.ui.theme import GRID, TextSize
from quotereview.ui.why_line import WhyLine
from quotereview.ui.wording import isolated

KEYS = "Enter  take back what is marked · Space  mark it or not · A  all or none · E  another name · Esc  nothing"
NO_KEYS = "Esc  back to the text"
HINT = "Who filled the sheet in"
ASK_KEYS = "Enter  keeps the name · Esc  not yet"
MARK, ALL, EDITOR = " ", "a", "e"


class ReturnedPanel(QWidget):
    """Shows what a sheet asks for, and lets an editor choose of it; open as long as it has the keys.

    Signals: ``taken`` with the wishes that are marked, and whose rulings they are to be; ``left`` when the panel is to
    close.
    """

    taken = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("A sheet that was filled in")
        self._title, self._count = Words(size=TextSize.SMALL, quiet=True), Words(bold=True)
        self._whose = Words(size=TextSize.SMALL, quiet=True)
        self._editor, self._by_the_sheet, self._desk_editor, self._taking = "", False, "", False
        self.rows = Rows("Rows that were changed", lambda line: line.row)
        self.full = WishInFull()
        self.why = WhyLine("Editor", HINT, NO_KEYS, asking=ASK_KEYS, back=self.rows)
        self._connect()
        lay_out(self, Head(self._title, self._count, self._whose), ((self.rows, 2), (self.full, 1)), self.why)
        self.setFocusProxy(self.rows)

    def begin(self, name: str, editor: str) -> None:
        """Open on a sheet of a name that is still read; ``editor`` is at the desk."""
        self._title.setText(f"A sheet that was filled in · {isolated(name)}")
        self._editor, self._by_the_sheet, self._desk_editor = "", False, editor
        self.why.end()
        self._show((), f"Reading {isolated(name)} …", NO_KEYS)
        self._whose.say("")

    def show_wishes(self, wishes: Sequence[Wish], now: datetime) -> None:
        """Show what a sheet asks for; all that nobody has to look at is marked."""
        found = named(wishes)
        if found and not self._editor:
            self._editor, self._by_the_sheet = found, True
        lines = returned_words.lines(wishes, now)
        self._show(lines, returned_words.counted(wishes), KEYS if any(line.wish.ruling for line in lines) else NO_KEYS)
        self.rows.mark(at for at, line in enumerate(lines) if line.offered)
        self._tell_whose()

    def said(self) -> str:
        """All that the panel says, line by line."""
        head = (self._title.text(), self._count.text(), self._whose.text())
        return "\n".join(filter(None, (*head, *self.rows.spoken(), self.full.said(), self.why.said())))

    # Showing

    def _show(self, lines: Sequence[Line], counted: str, keys: str) -> None:
        self._count.setText(counted)
        self.rows.show_things(lines, markable=True)
        self.rows.choose(0)
        self._show_line()
        self.why.tell(keys)

    def _show_line(self) -> None:
        line = self.rows.chosen()
        self.full.setVisible(line is not None)
        if line is not None:
            self.full.show_line(line)

    def _tell_whose(self) -> None:
        may_be_taken = any(line.wish.ruling for line in self.rows.things)
        self._whose.say(returned_words.whose(self._editor, by_the_sheet=self._by_the_sheet) if may_be_taken else "")

    # Keys

    def _press(self, key: str) -> None:
        match key.lower():
            case k if k == MARK:
                self.rows.turn_mark(self.rows.at)
            case k if k == ALL:
                self._turn_all()
            case k if k == EDITOR and self.rows.things:
                self._ask(taking=False)

    def _turn_all(self) -> None:
        """Mark all that nobody has to look at, or nothing where that is marked."""
        offered = [at for at, line in enumerate(self.rows.things) if line.offered]
        all_marked = {id(line) for line in self.rows.marked()} >= {id(self.rows.things[at]) for at in offered}
        self.rows.mark(() if all_marked else offered)

    def _enter(self) -> None:
        if not self.rows.marked():
            return
        if self._editor:
            self._take()
        else:
            self._ask(taking=True)

    def _ask(self, *, taking: bool) -> None:
        self._taking = taking
        self.why.ask("Whose rulings are these?", self._editor or self._desk_editor)

    def _name(self, editor: str) -> None:
        self._editor, self._by_the_sheet = editor, False
        self._tell_whose()
        if self._taking:
            self._take()

    def _take(self) -> None:
        self.taken.emit([line.wish for line in self.rows.marked()], self._editor)

    def _connect(self) -> None:
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._show_line())
        self.rows.entered.connect(self._enter)
        self.why.answered.connect(self._name)
        for part in (self.rows, self.full):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)


class WishInFull(InFull):
    """One row: the words of the quote, each value before and after, and why it is left if it is."""

    def __init__(self) -> None:
        self._words, self._why = Words(), Words()
        self._words.set_in(lambda: theme.quoting_font(1.0))
        self._changes = [Words() for _ in TAKEN]
        self._about = Words(size=TextSize.SMALL, quiet=True)
        self._about.setContentsMargins(0, GRID, 0, 0)
        super().__init__("The row in full", self._words, self._why, *self._changes, self._about)

    def show_line(self, line: Line) -> None:
        """Show a row from its first line on."""
        self._words.say(isolated(line.wish.words))
        self._why.say(line.why, LOOK if line.wish.ruling else CANNOT)
        told = (*line.changes, *[""] * len(self._changes))
        for words, change in zip(self._changes, told, strict=False):
            words.say(change)
        self._about.say("\n".join(line.about))
        self.setAccessibleDescription(self.said())
        self.verticalScrollBar().setValue(0)

    def said(self) -> str:
        """All that it says, line by line."""
        parts = (self._words, self._why, *self._changes, self._about)
        return "\n".join(words.text() for words in parts if words.text())
