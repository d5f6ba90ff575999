"""Accepting quotes unread: between the panel that offers them, the desk, and the table of how often they are right."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from quotereview.model import ReliabilityRow
from quotereview.review.apart import Deed
from quotereview.review.bulk import BulkOffer
from quotereview.review.change import Change
from quotereview.ui.bulk_panel import BulkPanel
from quotereview.ui.desk import Desk

SLICE = 0.015  # seconds for which the window compares quotes before it looks at its keys again


class Accepting(QObject):
    """Opens the panel on the surest row of the table, follows what is chosen, and accepts.

    In a large store the first offer takes a while: ``pause`` times out when it is to be worked on again, by ``go_on``.
    Signals: ``ended`` when the keys are the window's again; ``accepted`` with a sentence about what was accepted.
    """

    ended = Signal()
    accepted = Signal(str)

    def __init__(self, desk: Desk, panel: BulkPanel) -> None:
        super().__init__(desk)
        self._desk, self._panel = desk, panel
        self._row: ReliabilityRow | None = None
        self._offer: BulkOffer | None = None
        self._comparing: Iterator[None] | None = None
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        desk.changed.connect(lambda _: self._follow())
        panel.left.connect(self._end)

    def begin(self) -> None:
        """Open the panel, on the row that was chosen last; raises ResourceFault without a table."""
        table = self._desk.session.bulk.table
        self._row = self._row or table.rows[-1]
        self._comparing = self._desk.compare_unread()
        self._panel.begin(table, self._row)
        self.go_on()

    def go_on(self) -> None:
        """Compare a few quotes with other articles; offer when all are compared."""
        until = perf_counter() + SLICE
        for _ in self._comparing or ():
            if perf_counter() > until:
                self._panel.show_waiting()
                self.pause.start()
                return
        self._comparing = None
        if self._row is not None:
            self.choose(self._row)

    def choose(self, row: ReliabilityRow) -> None:
        """Offer what a row of the table covers."""
        self._row = row
        if self._comparing is None:
            self._offer = self._desk.offer_unread(row.confidence)
            self._panel.show_offer(self._offer, row)

    def accept(self) -> None:
        """Accept what is shown; raises NotPossible if it has changed meanwhile."""
        offer = self._offer
        if offer is None or self._comparing is not None or self._panel.isHidden():
            return
        self._end()
        deed = Deed(lambda session: session.bulk.accept(offer), offer.count)
        self._desk.do(deed, f"accepting {offer.count:,} unread", self._take_in)

    def _take_in(self, change: Change) -> None:
        self._desk.take(change)
        self.accepted.emit(
            f"{len(change.quotes):,} accepted unread. Ctrl+Z takes that back; verdict:unread in the filter (F) shows "
            "them."
        )

    def follow_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close the panel when another part of the window takes the keys."""
        within = now is None or now.window() is not self._panel.window() or self._panel.isAncestorOf(now)
        if self._panel.isVisible() and not within:
            self._close()

    def _follow(self) -> None:
        if self._panel.isVisible() and self._row is not None:
            self.choose(self._row)

    def _end(self) -> None:
        self._close()
        self.ended.emit()

    def _close(self) -> None:
        self.pause.stop()
        self._panel.hide()
