"""Between several articles that may be editions of others, and the panel that asks about all of them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal

from quotereview.review.apart import Deed
from quotereview.review.change import Change, ChangeKind
from quotereview.review.editions import Likely
from quotereview.review.lots import LikelyPair, TakenFor, proposed
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.editions_lot_panel import EditionsLotPanel
from quotereview.ui.instead import Instead
from quotereview.ui.messages import Messages


class EditionsLot(Instead[EditionsLotPanel]):
    """Asks once about all articles that were found, and keeps what is chosen for each in one step.

    ``found`` gives those that there are to ask about now. Signals: ``put_off`` with those that are left for later;
    ``asking`` with whether the panel stands in the middle; ``compare_wanted`` with a Likely to be compared by itself.
    """

    put_off = Signal(object)
    asking = Signal(bool)
    compare_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        found: Callable[[], Sequence[Likely]],
        centre: Centre,
        view: ArticleView,
        messages: Messages,
    ) -> None:
        super().__init__(desk, centre, view, messages)
        self._found = found
        self._compares = False
        desk.changed.connect(self._follow)

    def _make(self) -> EditionsLotPanel:
        panel = EditionsLotPanel()
        panel.settled.connect(self._messages.guarded(self.settle))
        panel.compare_wanted.connect(self.compare_wanted)
        panel.left.connect(self.leave)
        return panel

    def begin(self) -> None:
        """Show all that was found, each with what is proposed for it."""
        self._compares = False
        self.panel.show_lot([LikelyPair(likely, proposed(likely)) for likely in self._found()])
        self._bring_up()

    def settle(self, lot: Sequence[LikelyPair]) -> None:
        """Do what is chosen; what is left for later is not asked about by itself any more."""
        decided = [one.likely for one in lot if one.taken_for is not TakenFor.LATER]
        deed = Deed(lambda session: session.lots.settle(lot), sum(map(self._quotes, decided)))
        self._desk.do(deed, f"deciding about {len(decided):,} pairs of articles", partial(self._end, lot))

    def _end(self, lot: Sequence[LikelyPair], change: Change) -> None:
        self.put_off.emit([one.likely for one in lot if one.taken_for is TakenFor.LATER])
        if self.open:
            self.leave()
        self._take(change, f"{change.label[0].upper()}{change.label[1:]}.")

    def _quotes(self, likely: Likely) -> int:
        """How many quotes both articles have."""
        found = map(self._desk.session.outlined_article, (likely.article.id, likely.older.id))
        return sum(one.summary.quotes for one in found if one)

    def wait(self) -> None:
        """A pair is compared by itself; the others are come back to."""
        self._compares = True

    def come_back(self) -> None:
        """Go on with what is left, if a pair was compared by itself."""
        compares, self._compares = self._compares, False
        if compares and self._found():
            self._show_left()
            self._bring_up()

    def _bring_up(self) -> None:
        super()._bring_up()
        self.asking.emit(True)

    def _close(self) -> None:
        super()._close()
        self.asking.emit(False)

    def _follow(self, change: Change) -> None:
        if self.open and change.kind in {ChangeKind.ARTICLES, ChangeKind.EDITIONS, ChangeKind.DETAILS}:
            self._show_left()

    def _show_left(self) -> None:
        """Show what there is now; what was chosen stays so."""
        chosen = {one.likely.ids: one.taken_for for one in self.panel.rows.things}
        lot = [LikelyPair(likely, chosen.get(likely.ids, proposed(likely))) for likely in self._found()]
        self.panel.show_lot(lot)
        if not lot:
            self.leave()
