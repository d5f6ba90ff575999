"""Articles that may be editions of others, all of them in the middle of the window, each with what is chosen for it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quotereview.review.lots import LikelyPair, TakenFor
from quotereview.ui import editions_words
from quotereview.ui.controls import Words
from quotereview.ui.head import Head
from quotereview.ui.in_full import InFull
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.rows import Rows
from quotereview.ui.theme import TextSize
from quotereview.ui.wording import isolated

KEYS = (
    "E  newer edition · D  the same text, leave one out · A  both stay · L  later · Space  compare · "
    "Enter  do all of it · Esc  back"
)
BY_KEY: Mapping[str, TakenFor] = {"e": TakenFor.EDITION, "d": TakenFor.COPY, "a": TakenFor.APART, "l": TakenFor.LATER}
COMPARE = " "


class EditionsLotPanel(QWidget):
    """A list of pairs, and below it what is chosen for one of them; open as long as it has the keys.

    Signals: ``settled`` with all that is chosen, a list of LikelyPair; ``compare_wanted`` with a Likely; ``left`` when
    the panel is to close.
    """

    settled = Signal(object)
    compare_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Editions and doubles")
        self._count = Words()
        self._newer, self._older, self._does = Words(), Words(), Words(size=TextSize.SMALL, quiet=True)
        self.rows = Rows("Articles that look like others", editions_words.lot_row)
        self.full = InFull("The two articles", self._newer, self._older, self._does)
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._show_chosen())
        self.rows.entered.connect(lambda: self.settled.emit(list(self.rows.things)))
        for part in (self.rows, self.full):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)
        head = Head(Words("Newer editions, or the same text?", TextSize.SMALL, quiet=True), self._count)
        lay_out(self, head, ((self.rows, 3), (self.full, 1)), keys_line(KEYS))
        self.setFocusProxy(self.rows)

    def show_lot(self, lot: Sequence[LikelyPair]) -> None:
        """Show these pairs; the row that is chosen stays so."""
        at = max(self.rows.at, 0)
        self._show(list(lot), at)

    def said(self) -> str:
        """All that the panel says, line by line."""
        full = (self._newer.text(), self._older.text(), self._does.text())
        return "\n".join([self._count.text(), *self.rows.spoken(), *full])

    def _show(self, lot: list[LikelyPair], at: int) -> None:
        self._count.say(editions_words.lot_counted(lot))
        self.rows.show_things(lot)
        self.rows.choose(at)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if one := self.rows.chosen():
            for words, edition, article in (
                (self._newer, "Newer", one.likely.article),
                (self._older, "Older", one.likely.older),
            ):
                words.say(f"{editions_words.named(edition, article)} · {isolated(article.name)}")
            self._does.say(editions_words.DOES[one.taken_for])
            self.full.setAccessibleDescription(editions_words.DOES[one.taken_for])

    def _press(self, key: str) -> None:
        at, one = self.rows.at, self.rows.chosen()
        if one is None:
            return
        if key == COMPARE:
            self.compare_wanted.emit(one.likely)
        elif taken_for := BY_KEY.get(key.lower()):
            lot = [*self.rows.things]
            lot[at] = LikelyPair(one.likely, taken_for)
            self._show(lot, at + 1 if at + 1 < len(lot) else at)
