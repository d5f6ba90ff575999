"""The history of a quote and of its article in the middle of the window: its steps, and the chosen one in full."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quotereview.review.timeline import Entry, Place, told
from quotereview.ui import listing, theme
from quotereview.ui.controls import Words
from quotereview.ui.head import Head
from quotereview.ui.in_full import InFull
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.rows import Row, Rows
from quotereview.ui.theme import GRID, TextSize
from quotereview.ui.wording import isolated

KEYS = "↑ ↓  another step · R  bring back this state · I or Esc  back to the text"
BRING_BACK, LEAVE = "r", "i"


@dataclass(frozen=True)
class Told:
    """A step as the panel tells it at a time; ``of_article``: it was ruled of the article as a whole."""

    entry: Entry
    now: datetime
    of_article: bool = False

    @property
    def when(self) -> str:
        """When it was, by the machine's clock."""
        return listing.moment(self.entry.at, self.now)

    @property
    def row(self) -> Row:
        """The step in two lines: what was done and when; by whom, what changed, and why."""
        entry = self.entry
        how = "" if entry.place is Place.BEFORE else entry.place.value
        about = "article · " if self.of_article else ""
        why = f"because: {isolated(entry.why)}" if entry.why else ""
        others = f"side by side with {', '.join(map(isolated, entry.beside))}" if entry.beside else ""
        return Row(
            f"{about}{isolated(entry.label)}",
            " · ".join(part for part in (isolated(entry.by), others, *entry.changed(isolated), why) if part),
            " · ".join(part for part in (how, self.when) if part),
        )

    @property
    def full(self) -> tuple[str, ...]:
        """The step in lines."""
        return told(self.entry, self.when, isolated)

    @property
    def state(self) -> str:
        """All values as they were then, a line for each; of a step that begins, what changed says it."""
        if self.entry.begins:
            return ""
        return "\n".join(f"{field}: {isolated(value)}" for field, value in self.entry.state.items())


class HistoryPanel(QWidget):
    """The steps, newest first, those of the quote before those of the article; open as long as it has the keys.

    Signals: ``back_wanted`` with the Told whose state is to be brought back; ``left`` when the panel is to close.
    """

    back_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("History")
        self._title, self._words = Words("History", TextSize.SMALL, quiet=True), Words()
        self._words.set_in(lambda: theme.quoting_font(1.1))
        self.rows = Rows("Steps, the newest first", lambda step: step.row)
        self.full = StepInFull()
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._show_step())
        for part in (self.rows, self.full):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)
        lay_out(self, Head(self._title, self._words), ((self.rows, 1), (self.full, 1)), keys_line(KEYS))
        self.setFocusProxy(self.rows)

    def show_history(self, words: str, of_quote: Sequence[Entry], of_article: Sequence[Entry], now: datetime) -> None:
        """Show the steps of a quote with these words, if there is one, and of its article.

        A step that is chosen stays chosen.
        """
        chosen = self.rows.chosen()
        self._words.say(words)
        self.rows.show_things([*(Told(one, now) for one in of_quote), *(Told(one, now, True) for one in of_article)])
        ids = [step.entry.id for step in self.rows.things]
        self.rows.choose(ids.index(chosen.entry.id) if chosen and chosen.entry.id in ids else 0)
        self._show_step()

    def choose_newest(self) -> None:
        """Choose the first step."""
        self.rows.choose(0)

    def _show_step(self) -> None:
        if step := self.rows.chosen():
            self.full.show_step(step)

    def _press(self, key: str) -> None:
        step = self.rows.chosen()
        if key.lower() == LEAVE:
            self.left.emit()
        elif key.lower() == BRING_BACK and step:
            self.back_wanted.emit(step)


class StepInFull(InFull):
    """One step with all values as they were then."""

    def __init__(self) -> None:
        self._what, self._by = Words(bold=True), Words(size=TextSize.SMALL, quiet=True)
        self._changes, self._state = Words(), Words()
        self._then = Words("As it was then", TextSize.SMALL, quiet=True)
        self._then.setContentsMargins(0, GRID * 2, 0, 0)
        super().__init__("The step in full", self._what, self._by, self._changes, self._then, self._state)

    def show_step(self, step: Told) -> None:
        """Show a step from its first line on."""
        what, by, *changes = step.full
        self._what.setText(what)
        self._by.setText(by)
        self._changes.say("\n".join(changes))
        self._state.say(step.state)
        self._then.setVisible(bool(step.state))
        self.setAccessibleDescription(self.said())
        self.verticalScrollBar().setValue(0)

    def said(self) -> str:
        """All that it says, line by line."""
        parts = (self._what, self._by, self._changes, self._then, self._state)
        return "\n".join(words.text() for words in parts if words.isVisibleTo(self) and words.text())
