"""Two editions of an article in the middle of the window: quote by quote, what is asked about first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quotereview.model import StandingArticle
from quotereview.review.compared_editions import Comparison
from quotereview.review.editions import Aside, Likely
from quotereview.ui import editions_words, theme
from quotereview.ui.both_versions import BothVersions
from quotereview.ui.controls import Words
from quotereview.ui.editions_words import Line
from quotereview.ui.head import Head
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.rows import Rows
from quotereview.ui.theme import TextSize

COMPARING = "↑ ↓  another quote · Enter  take the rulings over · A  keep the articles apart · Esc  decide later"
ASKING = "↑ ↓  another ruling · Enter  it holds for the quote below · X  leave it · Esc  later"
APART, LEAVE = "a", "x"


class EditionsPanel(QWidget):
    """What became of each quote, the chosen one in both versions; open as long as it has the keys.

    Signals: ``taken`` when the editor takes what is shown; ``kept_apart``; ``left_out`` with an Aside that does not
    hold, ``applied`` with one that does; ``left`` when the panel is to close.
    """

    taken = Signal()
    kept_apart = Signal()
    applied = Signal(object)
    left_out = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Editions")
        self._what, self._title = Words(size=TextSize.SMALL, quiet=True), Words()
        self._count, self._keys = Words(), keys_line(COMPARING)
        self._title.set_in(lambda: theme.quoting_font(1.1))
        self._asking = False
        self.rows = Rows("Quotes of both editions", lambda line: line.row)
        self.full = BothVersions("The quote in both editions")
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._show_line())
        self.rows.entered.connect(self._enter)
        for part in (self.rows, self.full):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)
        head = Head(self._what, self._title, self._count)
        lay_out(self, head, ((self.rows, 1), (self.full, 1)), self._keys)
        self.setFocusProxy(self.rows)

    def show_comparison(self, likely: Likely, compared: Comparison) -> None:
        """Show what would be taken over, and what would be asked about."""
        titles = "\n".join((editions_words.named("Older", likely.older), editions_words.named("Newer", likely.article)))
        self._begin(False, "Two editions of one article?", titles, editions_words.offered(likely, compared))
        self._show(editions_words.comparison_lines(compared))

    def show_asides(self, article: StandingArticle, asides: Sequence[Aside]) -> None:
        """Show the rulings that wait; when one is looked at, the next takes its place."""
        at = self.rows.at if self._asking else 0
        what = "Rulings on the older edition"
        self._begin(True, what, editions_words.named("This edition", article), editions_words.left(len(asides)))
        self._show([editions_words.aside_line(aside) for aside in asides], at)

    def said(self) -> str:
        """All that the panel says, line by line."""
        return "\n".join([self._title.text(), self._count.text(), *self.rows.spoken(), self.full.said()])

    def _begin(self, asking: bool, what: str, title: str, count: str) -> None:
        self._asking = asking
        self._what.say(what)
        self._title.say(title)
        self._count.say(count)
        self._keys.say(ASKING if asking else COMPARING)

    def _show(self, lines: Sequence[Line], at: int = 0) -> None:
        self.rows.show_things(lines)
        self.rows.choose(at)
        self._show_line()

    def _show_line(self) -> None:
        if line := self.rows.chosen():
            self.full.show_versions(line.why, line.older, line.newer)

    def _enter(self) -> None:
        line = self.rows.chosen()
        if not self._asking:
            self.taken.emit()
        elif line:
            self.applied.emit(line.aside)

    def _press(self, key: str) -> None:
        line = self.rows.chosen()
        if not self._asking and key.lower() == APART:
            self.kept_apart.emit()
        elif self._asking and key.lower() == LEAVE and line:
            self.left_out.emit(line.aside)
