"""All versions of one utterance in the middle of the window: in which words each outlet has it, and from whom."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from quotereview import counting
from quotereview.model import Conflict, Label, Match, Suggestion, VersionTable
from quotereview.ui import theme
from quotereview.ui.controls import Words
from quotereview.ui.crosscheck import conflict_sentence
from quotereview.ui.head import Head
from quotereview.ui.middle import lay_out
from quotereview.ui.theme import TextSize
from quotereview.ui.version_in_full import VersionInFull
from quotereview.ui.version_lines import Line, lines
from quotereview.ui.version_rows import VersionRows
from quotereview.ui.why_line import WHY_KEYS, WhyLine

KEYS = "↑ ↓  versions · Enter  to its article · Space  all words · Esc  back"
SETTLE_KEYS, REOPEN_KEYS = "S  settle what differs", "R  open it again"
RULING_KEYS = "1  the same · 2  said again · 3  not the same"
UNRULED_KEYS = "0  as compared"
SIDEWAYS_KEYS = "← →  another field"
NO_KEYS = "Esc  back"
LABELS = {"1": Label.SAME, "2": Label.REPEAT, "3": Label.DIFFERENT, "0": None}
SETTLE, REOPEN, LEAVE = "s", "r", "x"
HINT = "Why may both stand as they are? Whoever reads the sheet will want to know"
LEGEND = "In brackets: struck out what only the quote in focus has, underlined what only the other article has."
COMPARING = "Comparing all versions …"
NOBODY = "No other article of this store has these words."


class VersionsPanel(QWidget):
    """The quote in focus and its other versions, the chosen one in full below; open as long as it has the keys.

    Signals: ``quote_wanted`` with the ids of an article and a quote; ``ruled`` with a Match and the Label that it is
    given (None to take that back); ``settled`` with a Match, a Conflict of it, and why it may stay; ``reopened`` with
    a Match and a Conflict; ``left`` when the panel is to close.
    """

    quote_wanted = Signal(str, str)
    ruled = Signal(object, object)
    settled = Signal(object, object, str)
    reopened = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("All versions")
        self._title, self._count = Words("All versions of the quote", TextSize.SMALL, quiet=True), Words(bold=True)
        self._words, self._legend = Words(), Words(LEGEND, TextSize.SMALL, quiet=True)
        self._words.set_in(lambda: theme.quoting_font(1.1))
        self.rows, self.full = VersionRows(), VersionInFull()
        self.why = WhyLine("Why both may stand", HINT, NO_KEYS, asking=WHY_KEYS, back=self.rows)
        self._found: Sequence[tuple[Match, VersionTable]] = ()
        self._suggested: Sequence[Suggestion] = ()
        self._whole, self._at = False, 0
        self._asked: Conflict | None = None
        self._connect()
        lay_out(
            self, Head(self._title, self._count, self._words, self._legend), ((self.rows, 5), (self.full, 2)), self.why
        )
        self.setFocusProxy(self.rows)

    def begin(self) -> None:
        """Open on a quote of which nothing is known yet."""
        self._found, self._suggested = (), ()
        self._list()
        for words in (self._words, self._legend):
            words.hide()
        self._count.say(COMPARING)

    def show_versions(
        self, words: str, found: Sequence[tuple[Match, VersionTable]], suggested: Sequence[Suggestion]
    ) -> None:
        """Show all versions of a quote, or its words alone where it has no other; what is chosen stays so."""
        self._found, self._suggested = found, suggested
        self._words.say("" if found or suggested else words)
        self._legend.setVisible(bool(found))
        self._list()

    def choose(self, quote: str) -> None:
        """Choose the version that is another quote (id), else the first of another article."""
        at = (at for at, line in enumerate(self.rows.things) if line.wording.quote == quote)
        self.rows.choose(next(at, 1))
        QTimer.singleShot(0, self.rows, self.rows.show_from_top)  # once each row has its height

    def line(self) -> Line | None:
        """The version that is chosen."""
        chosen: Line | None = self.rows.chosen()
        return chosen

    def said(self) -> str:
        """All that the panel says, line by line."""
        return "\n".join(
            [self._count.text(), self._words.text(), *self.rows.spoken(), self.full.said(), self.why.said()]
        )

    def _list(self) -> None:
        chosen, at = self.line(), max(self.rows.at, 1)
        shown = lines(self._found, self._suggested, whole=self._whole)
        self._count.say(counted(shown[1:]))
        self.rows.show_things(shown)
        quotes = [line.wording.quote for line in self.rows.things]
        conflict = self._at
        self.rows.choose(quotes.index(chosen.wording.quote) if chosen and chosen.wording.quote in quotes else at)
        match = self._match()
        self._at = min(conflict, max(len(match.conflicts) - 1, 0)) if match else 0
        self._show_line()
        if self.why.asks and self._conflict() != self._asked:
            self.why.end()

    def _show_line(self) -> None:
        if line := self.line():
            self.full.show_version(line, self._at)
        self.full.setVisible(bool(line))
        self.why.tell(_keys(line, self._conflict()))

    def _press(self, key: str) -> None:
        match, conflict = self._match(), self._conflict()
        if key == " ":
            self._whole = not self._whole
            self._list()
        elif key.lower() == LEAVE:
            self.left.emit()
        elif match and key in LABELS:
            self.ruled.emit(match, LABELS[key])
        elif conflict and key.lower() == SETTLE:
            self._asked = conflict
            self.why.ask(f"{conflict_sentence(conflict)}. Both may stand, because")
        elif conflict and key.lower() == REOPEN:
            self.reopened.emit(match, conflict)

    def _settle(self, reason: str) -> None:
        self.settled.emit(self._match(), self._conflict(), reason)

    def _match(self) -> Match | None:
        """The match of the version that is chosen."""
        line = self.line()
        return line.match if line else None

    def _conflict(self) -> Conflict | None:
        """What of it is chosen that is told differently."""
        line, match = self.line(), self._match()
        if line is None or match is None or line.perhaps:
            return None
        return match.conflicts[self._at] if self._at < len(match.conflicts) else None

    def _choose_conflict(self, steps: int) -> None:
        match = self._match()
        if match and 0 <= self._at + steps < len(match.conflicts):
            self._at += steps
            self._show_line()

    def _go(self) -> None:
        if line := self.line():
            self.quote_wanted.emit(line.wording.article, line.wording.quote)

    def _choose_line(self) -> None:
        self._at = 0
        self._show_line()

    def _connect(self) -> None:
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._choose_line())
        self.rows.entered.connect(self._go)
        self.rows.moved_sideways.connect(self._choose_conflict)
        self.why.answered.connect(self._settle)
        for part in (self.rows, self.full):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)


def _keys(line: Line | None, conflict: Conflict | None) -> str:
    """The keys that do something at a version, of which a conflict is chosen."""
    match = line.match if line else None
    if match is None:
        return KEYS if line else NO_KEYS
    if line and line.perhaps:
        return f"{RULING_KEYS} · {KEYS}"
    more = [RULING_KEYS, UNRULED_KEYS if match.ruling and match.ruling.label else ""]
    more += [] if conflict is None else [REOPEN_KEYS if conflict.settled else SETTLE_KEYS]
    more += [SIDEWAYS_KEYS] if len(match.conflicts) > 1 else []
    return " · ".join(filter(None, (*more, KEYS)))


def counted(versions: Sequence[Line]) -> str:
    """How many other articles have the words, in what they tell it differently, and how many may in other words."""
    perhaps = sum(one.perhaps for one in versions)
    told = _counted([one for one in versions if not one.perhaps])
    return f"{told.removesuffix('.')}; {perhaps} perhaps in other words" if perhaps else told


def _counted(versions: Sequence[Line]) -> str:
    if not versions:
        return NOBODY
    others = len(versions)
    told = f"{counting.counted(others, 'other article has', 'other articles have')} it"
    apart = [fields for one in versions if (fields := one.disputed)]
    if not apart:
        reworded = sum(one.reworded for one in versions)
        return f"{told}; nothing is in conflict{f', but {reworded} reworded' if reworded else ''}"
    differ = f"{len(apart)} of them {counting.agreeing(len(apart), 'differs', 'differ')}"
    which = "it differs" if others == 1 else "all differ" if len(apart) == others else differ
    return f"{told}; {which} in {', '.join(dict.fromkeys(chain.from_iterable(apart)))}"
