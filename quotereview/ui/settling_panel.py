"""The conflicts of rulings in the middle of the window: a list, the rulings side by side, and the question why."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quotereview.counting import counted
from quotereview.review.differences import PRINTED_AS
from quotereview.review.matters import Matter, Side, Sort
from quotereview.ui.controls import Words
from quotereview.ui.head import Head
from quotereview.ui.in_full import page_down
from quotereview.ui.middle import lay_out
from quotereview.ui.rows import Row, Rows
from quotereview.ui.side_by_side import SideBySide, summary
from quotereview.ui.theme import TextSize
from quotereview.ui.why_line import WHY_KEYS, WhyLine
from quotereview.ui.wording import isolated

KEYS = "↑ ↓  conflicts · ← → rulings · Enter or 1–9  it holds · Space  further down · T  to its text · Esc  back"
NO_KEYS = "Esc  back"
HINT = "Why? Whoever ruled otherwise will want to know"
NONE = "No conflicts: wherever several editors ruled on the same, they ruled alike, or it is settled."
TOLD = 3
"""How many of the fields that differ are told in the list."""

TOGETHER = "Each said other things, and all of it holds, whichever you choose."
"""Of rulings that contradict each other in nothing."""

MANY = {Sort.QUOTE: "quotes", Sort.ARTICLE: "articles", Sort.NAME: "names", Sort.MATCH: "matches"}


class SettlingPanel(QWidget):
    """Shows conflicts, lets an editor choose the ruling that holds, and asks why.

    Signals: ``settled`` with a Matter, the Side that holds, and the reason; ``text_wanted`` with a Matter; ``left``
    when the panel is to close.
    """

    settled = Signal(object, object, str)
    text_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Conflicts of rulings")
        self._now = datetime.now().astimezone()
        self._shown: Matter | None = None
        self._title, self._count = Words("Conflicts of rulings", TextSize.SMALL, quiet=True), Words()
        self.rows = Rows("Conflicts of rulings", _row)
        self.sides = SideBySide()
        self.why = WhyLine("Why this ruling holds", HINT, NO_KEYS, asking=WHY_KEYS, back=self.rows)
        self._connect()
        lay_out(self, Head(self._title, self._count), ((self.rows, 1), (self.sides, 2)), self.why)
        self.setFocusProxy(self.rows)

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
            self.why.end()

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

    def said(self) -> str:
        """What is said above the list and asked below it."""
        return f"{self._count.text()}\n{self.why.said()}"

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
            page_down(self.sides)
        elif key in ("t", "T") and self._shown:
            self.text_wanted.emit(self._shown)

    def _show_matter(self) -> None:
        matter = self.matter()
        if matter is not None and matter != self._shown:
            self.sides.show_matter(matter, 0, self._now)
        self._shown = matter
        self.sides.setVisible(matter is not None)
        self._describe()
        self.why.tell(KEYS if matter else NO_KEYS)

    # The reason

    def _ask(self) -> None:
        if side := self.side():
            self.why.ask(f"The ruling of {isolated(side.editor)} holds, because")

    def _keep(self, reason: str) -> None:
        matter, side = self._shown, self.side()
        if matter and side:
            self.settled.emit(matter, side, reason)

    # How it is made

    def _connect(self) -> None:
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._show_matter())
        self.rows.moved_sideways.connect(lambda steps: self._choose_side(self.sides.at + steps))
        self.rows.pressed_key.connect(self._press)
        self.rows.entered.connect(self._ask)
        self.rows.left.connect(self.left)
        self.sides.chosen.connect(self._choose_side)
        self.why.answered.connect(self._keep)


def _row(matter: Matter) -> Row:
    """A conflict in two lines: what was ruled on, and what each ruled of the first things in which they differ."""
    told = [field for field in matter.fields if matter.differs(field) and field != PRINTED_AS][:TOLD]
    title = f"“{isolated(matter.title)}”" if matter.quote else isolated(matter.title)
    said = " · ".join(summary(side, told) for side in matter.sides) if told else TOGETHER
    return Row(title, said, matter.sort.value)


def _counted(matters: Sequence[Matter]) -> str:
    """How many conflicts there are, sort by sort."""
    found = Counter(one.sort for one in matters)
    sorts = (counted(found[sort], sort.value, MANY[sort]) for sort in Sort if found[sort])
    return f"Ruled differently: {', '.join(sorts)}"
