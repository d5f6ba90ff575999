"""The conflicts of rulings in the middle of the window: a list, the rulings side by side, and the question why."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.review.differences import PRINTED_AS
from quotereview.review.matters import Matter, Side, Sort
from quotereview.ui.controls import Words, hairline
from quotereview.ui.editors import LineEditor
from quotereview.ui.head import Head
from quotereview.ui.rows import Row, Rows
from quotereview.ui.side_by_side import SideBySide, summary
from quotereview.ui.theme import GRID, TextSize
from quotereview.ui.wording import isolated

KEYS = "↑ ↓  conflicts · ← → rulings · Enter or 1–9  it holds · Space  further down · T  to its text · Esc  back"
NO_KEYS = "Esc  back"
WHY_KEYS = "Enter settles it · ↓ shows earlier reasons · Esc  not yet"
NONE = "No conflicts: wherever several editors ruled on the same, they ruled alike, or it is settled."
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
TOLD = 3
"""How many of the fields that differ are told in the list."""


class MatterRows(Rows):
    """The list; Left and Right go from ruling to ruling. Signals: ``moved_sideways`` with -1 or 1."""

    moved_sideways = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SIDEWAYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.moved_sideways.emit(SIDEWAYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class SettlingPanel(QWidget):
    """Shows conflicts, lets an editor choose the ruling that holds, and asks why.

    Signals: ``settled`` with a Matter, the Side that holds, and the reason; ``text_wanted`` with a Matter; ``left``
    when the panel is to close; ``abandoned`` with a reason that was written and is for nothing now.
    """

    settled = Signal(object, object, str)
    text_wanted = Signal(object)
    left = Signal()
    abandoned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Conflicts of rulings")
        self._now = datetime.now().astimezone()
        self._shown: Matter | None = None
        self._title, self._count = Words("Conflicts of rulings", TextSize.SMALL, quiet=True), Words()
        self.rows = MatterRows("Conflicts of rulings", _row)
        self.sides = SideBySide()
        self._question = Words(bold=True)
        self.reason = LineEditor("Why this ruling holds", "Why? Whoever ruled otherwise will want to know")
        self._keys = Words(KEYS, TextSize.SMALL, quiet=True)
        self._connect()
        self._lay_out()
        self.setFocusProxy(self.rows)

    def offer(self, reasons: Callable[[], Sequence[str]]) -> None:
        """Say from where the reasons are had that were given before."""
        self.reason.offer(reasons)

    def show_matters(self, matters: Sequence[Matter], now: datetime) -> None:
        """Show what is in conflict; the conflict and the ruling that are chosen stay so, where they are still there."""
        former, at, side = self.matter(), self.rows.at, self.side()
        self._now = now
        self._count.setText(_counted(matters) if matters else NONE)
        self.rows.show_things(matters)
        ids = [(one.sort, one.id) for one in matters]
        kept = former is not None and (former.sort, former.id) in ids
        self.rows.choose(ids.index((former.sort, former.id)) if former and kept else at)
        self._show_matter()
        if side and not self._choose_decision(side.decision):
            self._end_question(told=True)

    def choose(self, quote: str) -> None:
        """Choose the conflict about a quote (id), else the first one."""
        at = (at for at, one in enumerate(self.rows.things) if one.sort is Sort.QUOTE and one.id == quote)
        self.rows.choose(next(at, 0))

    def matter(self) -> Matter | None:
        """The conflict that is chosen."""
        found: Matter | None = self.rows.chosen()
        return found

    def side(self) -> Side | None:
        """The ruling that is chosen."""
        matter = self._shown
        return matter.sides[self.sides.at] if matter else None

    def end_question(self) -> None:
        """Put the question away, the keys back at the list; a reason that was written is told."""
        self._end_question(told=True)

    def said(self) -> str:
        """What is said above the list and asked below it."""
        shown = (self._count, self._question, self._keys)
        return "\n".join(words.text() for words in shown if not words.isHidden() and words.text())

    # Choosing

    def _choose_decision(self, decision: str) -> bool:
        """Choose the ruling of an id; whether it is one of those shown."""
        ids = [side.decision for side in self._shown.sides] if self._shown else []
        if decision in ids:
            self._choose_side(ids.index(decision))
        return decision in ids

    def _choose_side(self, at: int) -> None:
        if self._shown and 0 <= at < len(self._shown.sides):
            self.sides.choose(at)
            self._describe()

    def _describe(self) -> None:
        """Say to those who hear the list which ruling is chosen."""
        side = self.side()
        self.rows.setAccessibleDescription(f"Chosen: the ruling of {side.editor}" if side else "")

    def _press(self, key: str) -> None:
        if key.isdigit() and self._shown and 0 < int(key) <= len(self._shown.sides):
            self._choose_side(int(key) - 1)
            self._ask()
        elif key == " ":
            self.sides.page_down()
        elif key in ("t", "T") and self._shown:
            self.text_wanted.emit(self._shown)

    def _show_matter(self) -> None:
        matter = self.matter()
        if matter is not None and matter != self._shown:
            self.sides.show_matter(matter, 0, self._now)
        self._shown = matter
        self.sides.setVisible(matter is not None)
        self._describe()
        if self.reason.isHidden():
            self._keys.setText(KEYS if matter else NO_KEYS)

    # The reason

    def _ask(self) -> None:
        if side := self.side():
            self._question.setText(f"The ruling of {isolated(side.editor)} holds, because")
            self._question.show()
            self._keys.setText(WHY_KEYS)
            self.reason.begin("")

    def _keep(self) -> None:
        matter, side, reason = self._shown, self.side(), self.reason.text().strip()
        if matter and side and reason:
            self._end_question(told=False)
            self.settled.emit(matter, side, reason)

    def _end_question(self, *, told: bool) -> None:
        if self.reason.isHidden():
            return
        unkept = self.reason.unkept()
        if self.reason.hasFocus():  # before it is hidden, which would give the keys to anybody
            self.rows.setFocus()
        for part in (self._question, self.reason):
            part.hide()
        self._keys.setText(KEYS if self._shown else NO_KEYS)
        if told and unkept:
            self.abandoned.emit(unkept)

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit()

    # How it is made

    def _connect(self) -> None:
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._show_matter())
        self.rows.moved_sideways.connect(lambda steps: self._choose_side(self.sides.at + steps))
        self.rows.pressed_key.connect(self._press)
        self.rows.entered.connect(self._ask)
        self.rows.left.connect(self.left)
        self.sides.chosen.connect(self._choose_side)
        self.reason.kept.connect(self._keep)
        self.reason.left.connect(lambda: self._end_question(told=False))

    def _lay_out(self) -> None:
        asked = QWidget()
        question = QVBoxLayout(asked)
        question.setContentsMargins(GRID * 4, GRID, GRID * 4, GRID)
        question.setSpacing(GRID)
        question.addWidget(self._question)
        question.addWidget(self.reason)
        question.addWidget(self._keys)
        self._question.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = Head(self._title, self._count)
        column.addWidget(self._head)
        for part, share in ((self.rows, 1), (self.sides, 2), (asked, 0)):
            column.addWidget(hairline())
            column.addWidget(part, share)


def _row(matter: Matter) -> Row:
    """A conflict in two lines: what was ruled on, and what each ruled of the first things in which they differ."""
    told = [field for field in matter.fields if matter.differs(field) and field != PRINTED_AS][:TOLD]
    title = f"“{isolated(matter.title)}”" if matter.sort is Sort.QUOTE else isolated(matter.title)
    return Row(title, " · ".join(summary(side, told) for side in matter.sides), matter.sort.value)


def _counted(matters: Sequence[Matter]) -> str:
    """How many conflicts there are, sort by sort."""
    found = Counter(one.sort for one in matters)
    sorts = (f"{found[sort]:,} {sort.value}{'s' if found[sort] != 1 else ''}" for sort in Sort if found[sort])
    return f"Ruled differently: {', '.join(sorts)}"
