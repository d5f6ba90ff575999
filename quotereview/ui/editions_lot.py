"""Between several articles that may be editions of others, and the panel that asks about all of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from quotereview.review.change import Change, ChangeKind
from quotereview.review.editions import Likely
from quotereview.review.lots import Choice, Chosen, proposed
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.editions_lot_panel import EditionsLotPanel
from quotereview.ui.instead import Instead
from quotereview.ui.messages import Messages


class EditionsLot(Instead):
    """Asks once about all articles that were found, and keeps what is chosen for each in one step.

    ``found`` gives those that there are to ask about now. Signals: ``put_off`` with those that are left for later;
    ``asking`` with whether the panel stands in the middle.
    """

    put_off = Signal(object)
    asking = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        found: Callable[[], Sequence[Likely]],
        centre: Centre,
        view: ArticleView,
        messages: Messages,
    ) -> None:
        self.panel = EditionsLotPanel()
        super().__init__(desk, self.panel, centre, view, messages)
        self._found = found
        self._compares = False
        desk.changed.connect(self._follow)
        self.panel.settled.connect(messages.guarded(self.settle))
        self.panel.left.connect(self.leave)

    def begin(self) -> None:
        """Show all that was found, each with what is proposed for it."""
        self._compares = False
        self.panel.show_lot([Chosen(likely, proposed(likely)) for likely in self._found()])
        self._bring_up()

    def settle(self, lot: Sequence[Chosen]) -> None:
        """Do what is chosen; what is left for later is not asked about by itself any more."""
        change = self._desk.session.lots.settle(lot)
        self.put_off.emit([one.likely for one in lot if one.choice is Choice.LATER])
        self.leave()
        self._take(change, f"{change.label[0].upper()}{change.label[1:]}.")

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
        chosen = {_pair(one.likely): one.choice for one in self.panel.rows.things}
        lot = [Chosen(likely, chosen.get(_pair(likely), proposed(likely))) for likely in self._found()]
        self.panel.show_lot(lot)
        if not lot:
            self.leave()


def _pair(likely: Likely) -> tuple[str, str]:
    return likely.article.id, likely.older.id
