"""All versions of one utterance in the middle of the window: in which words each outlet has it, and from whom."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quotereview.model import Match, VersionTable
from quotereview.ui import theme
from quotereview.ui.controls import Words
from quotereview.ui.head import Head
from quotereview.ui.middle import lay_out
from quotereview.ui.theme import TextSize
from quotereview.ui.version_in_full import VersionInFull
from quotereview.ui.version_lines import Line, lines
from quotereview.ui.version_rows import VersionRows
from quotereview.ui.why_line import WhyLine

KEYS = "↑ ↓  versions · Enter  to its article · Space  all words · Esc  back"
NO_KEYS = "Esc  back"
WHY_KEYS = "Enter settles it · ↓ shows earlier reasons · Esc  not yet"
HINT = "Why may both stand as they are? Whoever reads the sheet will want to know"
LEGEND = "In brackets: struck out what only the quote in focus has, underlined what only the other article has."
NOBODY = "No other article of this store has these words."


class VersionsPanel(QWidget):
    """The quote in focus and its other versions, the chosen one in full below; open as long as it has the keys.

    Signals: ``quote_wanted`` with the ids of an article and a quote; ``left`` when the panel is to close.
    """

    quote_wanted = Signal(str, str)
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
        self._whole, self._at = False, 0
        self._connect()
        lay_out(
            self, Head(self._title, self._count, self._words, self._legend), ((self.rows, 5), (self.full, 2)), self.why
        )
        self.setFocusProxy(self.rows)

    def show_versions(self, words: str, found: Sequence[tuple[Match, VersionTable]]) -> None:
        """Show all versions of a quote, or its words alone where it has no other; what is chosen stays so."""
        self._found = found
        self._words.say("" if found else words)
        self._legend.setVisible(bool(found))
        self._list()

    def choose(self, quote: str) -> None:
        """Choose the version that is another quote (id), else the first of another article."""
        at = (at for at, line in enumerate(self.rows.things) if line.wording.quote == quote)
        self.rows.choose(next(at, 1))

    def line(self) -> Line | None:
        """The version that is chosen."""
        chosen: Line | None = self.rows.chosen()
        return chosen

    def said(self) -> str:
        """All that the panel says, line by line."""
        return "\n".join([self._count.text(), *self.rows.spoken(), self.full.said(), self.why.said()])

    def _list(self) -> None:
        chosen, at = self.line(), max(self.rows.at, 1)
        shown = lines(self._found, whole=self._whole)
        self._count.say(counted(shown[1:]))
        self.rows.show_things(shown)
        quotes = [line.wording.quote for line in self.rows.things]
        self.rows.choose(quotes.index(chosen.wording.quote) if chosen and chosen.wording.quote in quotes else at)
        self._show_line()

    def _show_line(self) -> None:
        if line := self.line():
            self.full.show_version(line, self._at)
        self.why.tell(KEYS if len(self.rows.things) > 1 else NO_KEYS)

    def _press(self, key: str) -> None:
        if key == " ":
            self._whole = not self._whole
            self._list()
        elif key == "X":
            self.left.emit()

    def _go(self) -> None:
        if line := self.line():
            self.quote_wanted.emit(line.wording.article, line.wording.quote)

    def _choose_line(self) -> None:
        self._at = 0
        self._show_line()

    def _connect(self) -> None:
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._choose_line())
        self.rows.entered.connect(self._go)
        for part in (self.rows, self.full):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)


def counted(versions: Sequence[Line]) -> str:
    """How many other articles have the words, and in what they tell it differently."""
    if not versions:
        return NOBODY
    others, apart = len(versions), [one for one in versions if one.match and one.match.conflicts]
    told = f"{others} other article{'' if others == 1 else 's'} {'has' if others == 1 else 'have'} it"
    if apart:
        fields = dict.fromkeys(conflict.field for one in apart if one.match for conflict in one.match.conflicts)
        which = (
            "it differs" if others == 1 else "all differ" if len(apart) == others else f"{len(apart)} of them differ"
        )
        return f"{told}; {which} in {', '.join(fields)}"
    reworded = sum(one.reworded for one in versions)
    return f"{told}; nothing is in conflict{f', but {reworded} reworded' if reworded else ''}"
