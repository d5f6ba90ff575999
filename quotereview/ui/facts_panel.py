"""What an article says of itself, in the middle of the window, and the encodings in which it can be read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quotereview.model import Article
from quotereview.review.encodings import Offer
from quotereview.ui import facts_words, theme
from quotereview.ui.controls import Words
from quotereview.ui.facts_words import Fact
from quotereview.ui.head import Head
from quotereview.ui.in_full import InFull
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.rows import Rows
from quotereview.ui.theme import TextSize
from quotereview.ui.wording import isolated

TOLD = "↑ ↓  another one · Enter  correct it · T  its place in the text · C  copy it · Esc  back"
CHOOSING = "↑ ↓  another encoding · Enter  read the article so · Esc  leave it as it is"
PLACE, COPY = "t", "c"


class FactsPanel(QWidget):
    """A list of fields, and below it the chosen one in full; open as long as it has the keys.

    Signals: ``entered`` with the Fact on which Enter was pressed; ``place_wanted`` with a Span; ``copied`` with the
    value to copy; ``left`` when the panel is to close, or the encodings are to be left as they are.
    """

    entered = Signal(object)
    place_wanted = Signal(object)
    copied = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What the article says of itself")
        self._what, self._title, self._count = Words(size=TextSize.SMALL, quiet=True), Words(), Words()
        self._title.set_in(lambda: theme.quoting_font(1.1))
        self._value, self._origin, self._keys = Words(), Words(size=TextSize.SMALL, quiet=True), keys_line(TOLD)
        self._value.set_in(theme.quoting_font)
        self.choosing = False
        self.rows = Rows("What the article says of itself", lambda fact: fact.row)
        self.full = InFull("The one that is chosen", self._value, self._origin)
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._show_chosen())
        self.rows.entered.connect(self._enter)
        for part in (self.rows, self.full):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)
        head = Head(self._what, self._title, self._count)
        lay_out(self, head, ((self.rows, 3), (self.full, 1)), self._keys)
        self.setFocusProxy(self.rows)

    def show_facts(self, article: Article, title: str) -> None:
        """Show what an article says of itself; the row that is chosen stays so."""
        at = 0 if self.choosing else max(self.rows.at, 0)
        self._begin(False, "What the article says of itself", title, facts_words.counted(article))
        self._show(facts_words.facts(article), at)

    def show_offers(self, offers: Sequence[Offer], now: str) -> None:
        """Show the encodings in which the article can be read; ``now`` is the one in which it is."""
        self._begin(True, "Read again in another encoding", self._title.text(), "Which of these reads as it should?")
        found = facts_words.offers(offers, now)
        self._show(found, next((at for at, one in enumerate(offers) if one.encoding == now), 0))

    def said(self) -> str:
        """All that the panel says, line by line."""
        head = (self._title.text(), self._count.text())
        return "\n".join([*head, *self.rows.spoken(), self._value.text(), self._origin.text()])

    def _begin(self, choosing: bool, what: str, title: str, count: str) -> None:
        self.choosing = choosing
        self._what.say(what)
        self._title.say(title)
        self._count.say(count)
        self._keys.say(CHOOSING if choosing else TOLD)

    def _show(self, found: Sequence[Fact], at: int) -> None:
        self.rows.show_things(found)
        self.rows.choose(at)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if fact := self.rows.chosen():
            self._value.say(isolated(fact.value))
            self._origin.say(fact.origin)
            self.full.setAccessibleDescription(f"{fact.value} {fact.origin}".strip())

    def _enter(self) -> None:
        if fact := self.rows.chosen():
            self.entered.emit(fact)

    def _press(self, key: str) -> None:
        fact = self.rows.chosen()
        if fact and key.lower() == PLACE and fact.place:
            self.place_wanted.emit(fact.place)
        elif fact and key.lower() == COPY and fact.value:
            self.copied.emit(fact.value)
