"""What outlets tell differently in the whole store, in the middle of the window: a list, and one in full below."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quotereview.counting import counted
from quotereview.model import Verdict, Wording
from quotereview.review.disagreements import Disagreement, Side, place_of
from quotereview.ui import listing, theme
from quotereview.ui.controls import Words
from quotereview.ui.head import Head
from quotereview.ui.in_full import InFull
from quotereview.ui.middle import lay_out
from quotereview.ui.rows import Row, Rows
from quotereview.ui.theme import GRID, VERDICTS, State, TextSize
from quotereview.ui.version_in_full import valued
from quotereview.ui.versions_panel import HINT, NO_KEYS
from quotereview.ui.why_line import WHY_KEYS, WhyLine
from quotereview.ui.wording import in_marks, isolated

KEYS = "↑ ↓  another · Enter  all versions · {} · ← →  another field · O  {} · Esc  back"
SETTLE_KEYS, REOPEN_KEYS = "S  settle it", "R  open it again"
EMPTY_KEYS = "← →  another field · O  {} · Esc  back"
LOOKING = "Looking for what outlets tell differently …"
NOTHING = "Nothing is told differently: wherever several articles have the same words, they agree on who said what."
NONE_OPEN = "Nothing is open: all that outlets tell differently is settled."
ALL_FIELDS = "all fields"
SETTLE, REOPEN, TURN, LEAVE = "s", "r", "o", "d"
FEW = 2
"""How many of the outlets that have one value a row names."""


class Shown(StrEnum):
    """Which are listed, in the order in which a key turns."""

    OPEN = "open"
    SETTLED = "settled"
    ALL = "open and settled"


class DisagreementsPanel(QWidget):
    """The list, by field and by what is settled; open as long as it has the keys.

    Signals: ``versions_wanted`` with a Disagreement; ``settled`` with one and why it may stay; ``reopened`` with one;
    ``left`` when the panel is to close.
    """

    versions_wanted = Signal(object)
    settled = Signal(object, str)
    reopened = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Told differently")
        self._title, self._count = Words("What outlets tell differently", TextSize.SMALL, quiet=True), Words(bold=True)
        self._filter = Words(size=TextSize.SMALL, quiet=True)
        self.rows, self.full = Rows("What outlets tell differently", lambda one: _row(one, self._today)), InBoth()
        self.why = WhyLine("Why it may stay", HINT, NO_KEYS, asking=WHY_KEYS, back=self.rows)
        self._today = date.min
        self._all: Sequence[Disagreement] | None = None
        self._more = ""
        self._field, self._shown = "", Shown.OPEN
        self._asked: Disagreement | None = None
        self._connect()
        lay_out(self, Head(self._title, self._count, self._filter), ((self.rows, 2), (self.full, 1)), self.why)
        self.setFocusProxy(self.rows)

    def begin(self) -> None:
        """Open, with nothing known yet."""
        self._all, self._more = None, ""
        self._list()

    @property
    def knows_nothing(self) -> bool:
        """Whether nothing was shown since it was opened."""
        return self._all is None

    def show_all(self, found: Sequence[Disagreement], today: date, *, looking: bool, waiting: int) -> None:
        """Show what there is now; what is chosen stays so, else what took its place.

        More may come while one is still ``looking``, and as long as quotes are ``waiting`` to be compared.
        """
        self._all, self._today = found, today
        compared = f"{counted(waiting, 'quote')} still to be compared" if waiting else ""
        self._more = "still looking …" if looking else compared
        self._list()

    def chosen(self) -> Disagreement | None:
        """What is chosen."""
        found: Disagreement | None = self.rows.chosen()
        return found

    def said(self) -> str:
        """All that the panel says, line by line."""
        head = (self._count.text(), self._filter.text())
        return "\n".join([*head, *self.rows.spoken(), self.full.said(), self.why.said()])

    # Showing

    def _list(self) -> None:
        before, at = self.chosen(), max(self.rows.at, 0)
        listed = [one for one in self._of_sort() if self._field in ("", one.field)]
        self.rows.show_things(listed)
        places = [_place(one) for one in listed]
        self.rows.choose(places.index(_place(before)) if before and _place(before) in places else at)
        self._count.say(" · ".join(filter(None, (self._counted(), self._more))))
        self._filter.say(self._fields_told())
        self._show_chosen()
        if self.why.asks and self.chosen() != self._asked:
            self.why.end()

    def _show_chosen(self) -> None:
        one = self.chosen()
        self.full.setVisible(one is not None)
        if one is not None:
            self.full.show_disagreement(one)
        turned = f"show {_after(self._shown).value}"
        if one is not None:
            self.why.tell(KEYS.format(SETTLE_KEYS if one.open else REOPEN_KEYS, turned))
        else:
            self.why.tell(EMPTY_KEYS.format(turned) if self._all else NO_KEYS)

    def _of_sort(self) -> list[Disagreement]:
        """What is listed of all fields."""
        wanted = {Shown.OPEN: (True,), Shown.SETTLED: (False,), Shown.ALL: (True, False)}[self._shown]
        return [one for one in self._all or () if one.open in wanted]

    def _counted(self) -> str:
        if self._all is None:
            return LOOKING
        if not self._all:
            return NOTHING
        number = sum(one.open for one in self._all)
        utterances = len({one.utterance for one in self._all if one.open})
        if not number:
            return NONE_OPEN
        return f"{number:,} open, of {counted(utterances, 'utterance')}"

    def _fields_told(self) -> str:
        """Which are listed, and how many there are of each field."""
        if not self._all:
            return ""
        counts = {field: sum(one.field == field for one in self._of_sort()) for field in self._fields()}
        told = [f"{ALL_FIELDS} {sum(counts.values()):,}", *(f"{field} {number:,}" for field, number in counts.items())]
        at = ["", *counts].index(self._field)
        told[at] = f"▸ {told[at]}"
        return f"Listed: {self._shown.value} · {' · '.join(told)}"

    def _fields(self) -> list[str]:
        """All fields in which anything is told differently."""
        return sorted({one.field for one in self._all or ()}, key=place_of)

    # Keys

    def _press(self, key: str) -> None:
        one = self.chosen()
        match key.lower():
            case k if k == LEAVE:
                self.left.emit()
            case k if k == TURN and self._all:
                self._shown = _after(self._shown)
                self._list()
            case k if k == SETTLE and one is not None:
                self._asked = one
                self.why.ask(f"{one.field}: {_values(one)}. Both may stand, because")
            case k if k == REOPEN and one is not None:
                self.reopened.emit(one)

    def _turn_field(self, steps: int) -> None:
        fields = ["", *self._fields()]
        if self._all:
            self._field = fields[(fields.index(self._field) + steps) % len(fields)]
            self._list()

    def _enter(self) -> None:
        if one := self.chosen():
            self.versions_wanted.emit(one)

    def _connect(self) -> None:
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._show_chosen())
        self.rows.entered.connect(self._enter)
        self.rows.moved_sideways.connect(self._turn_field)
        self.why.answered.connect(lambda reason: self.settled.emit(self._asked, reason))
        for part in (self.rows, self.full):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)


class InBoth(InFull):
    """One field of one utterance: the words, and each value with who printed it, and why it may stay so."""

    def __init__(self) -> None:
        self._words = Words()
        self._words.set_in(lambda: theme.quoting_font(1.0))
        self._values = [Words(bold=True) for _ in range(2)]
        self._who = [Words(size=TextSize.SMALL, quiet=True) for _ in range(2)]
        self._settled = Words()
        parts = (self._values[0], self._who[0], self._values[1], self._who[1])
        for value in self._values:
            value.setContentsMargins(0, GRID, 0, 0)
        super().__init__("Both values", self._words, *parts, self._settled)

    def show_disagreement(self, one: Disagreement) -> None:
        """Show a disagreement from its first line on."""
        self._words.say(f"“{isolated(one.words)}”")
        for side, value, who in zip((one.here, one.there), self._values, self._who, strict=True):
            value.say(f"{one.field}: {valued(one.field, side.shown)}")
            who.say("\n".join(_printed(wording) for wording in side.wordings))
        settled = VERDICTS[Verdict.CONFIRMED]
        self._settled.say("\n".join(f"{settled.glyph} settled by {isolated(why)}" for why in one.reasons), settled)
        self.setAccessibleDescription(self.said())
        self.verticalScrollBar().setValue(0)

    def said(self) -> str:
        """All that it says, line by line."""
        pairs = [part for both in zip(self._values, self._who, strict=True) for part in both]
        return "\n".join(part.text() for part in (self._words, *pairs, self._settled) if part.text())


def _row(one: Disagreement, today: date) -> Row:
    """A disagreement in two lines: the values, and whose they are; beside them whether it is open, and how old."""
    outlets = " ≠ ".join(_outlets(side) for side in (one.here, one.there))
    verdict = VERDICTS[Verdict.DISPUTED if one.open else Verdict.CONFIRMED]
    word = ", ".join(filter(None, ("open" if one.open else "settled", _age(one.newest, today))))
    state = State(verdict.glyph, word, verdict.role)
    return Row(f"{one.field}: {_values(one)}", f"{outlets} · {in_marks(one.words)}", state=state)


def _values(one: Disagreement) -> str:
    return " ≠ ".join(valued(one.field, side.shown) for side in (one.here, one.there))


def _outlets(side: Side) -> str:
    names = list(dict.fromkeys(isolated(one.outlet or listing.NO_OUTLET) for one in side.wordings))
    more = f" +{len(names) - FEW}" if len(names) > FEW else ""
    return f"{', '.join(names[:FEW])}{more}"


def _printed(wording: Wording) -> str:
    return " · ".join((listing.line(wording.outlet, wording.published), isolated(wording.title)))


def _age(newest: date | None, today: date) -> str:
    """How long ago the newest of the articles appeared."""
    if newest is None:
        return ""
    days = (today - newest).days
    return "today" if days < 1 else counted(days, "day")


def _place(one: Disagreement) -> tuple[str, str, frozenset[str | None]]:
    """By what a disagreement is known again."""
    return one.utterance, one.field, frozenset((one.here.value, one.there.value))


def _after(shown: Shown) -> Shown:
    sorts = tuple(Shown)
    return sorts[(sorts.index(shown) + 1) % len(sorts)]
