"""Accepting quotes unread: between the panel that offers them, the desk, and the table of how often they are right."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quotereview.model import ReliabilityRow
from quotereview.review.bulk import BulkOffer
from quotereview.ui.bulk_panel import BulkPanel
from quotereview.ui.desk import Desk


class Accepting(QObject):
    """Opens the panel on the surest row of the table, follows what is chosen, and accepts.

    Signals: ``ended`` when the keys are the window's again; ``accepted`` with a sentence about what was accepted.
    """

    ended = Signal()
    accepted = Signal(str)

    def __init__(self, desk: Desk, panel: BulkPanel) -> None:
        super().__init__(desk)
        self._desk, self._panel = desk, panel
        self._row: ReliabilityRow | None = None
        self._offer: BulkOffer | None = None
        desk.changed.connect(lambda _: self._follow())
        panel.left.connect(self._end)

    def begin(self) -> None:
        """Open the panel, on the row that was chosen last; raises ResourceFault without a table."""
        table = self._desk.session.bulk.table
        self.choose(self._row or table.rows[-1])
        self._panel.begin(table, self._row or table.rows[-1])

    def choose(self, row: ReliabilityRow) -> None:
        """Offer what a row of the table covers."""
        self._row = row
        self._offer = self._desk.offer_unread(row.confidence)
        self._panel.show_offer(self._offer, row)

    def accept(self) -> None:
        """Accept what is shown; raises NotPossible if it has changed meanwhile."""
        offer = self._offer
        if offer is None or self._panel.isHidden():
            return
        self._end()
        self._desk.accept_unread(offer)
        self.accepted.emit(
            f"{offer.count:,} accepted unread. Ctrl+Z takes that back; verdict:unread in the filter (F) shows them."
        )

    def follow_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close the panel when another part of the window takes the keys."""
        within = now is None or now.window() is not self._panel.window() or self._panel.isAncestorOf(now)
        if self._panel.isVisible() and not within:
            self._panel.hide()

    def _follow(self) -> None:
        if self._panel.isVisible() and self._row is not None:
            self.choose(self._row)

    def _end(self) -> None:
        self._panel.hide()
        self.ended.emit()
