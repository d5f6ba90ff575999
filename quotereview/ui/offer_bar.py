"""Asks, below the card, whether a correction holds for other quotes, too; it takes no keys until it is gone to."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from quotereview.review.following import Following, Offer
from quotereview.ui import wording
from quotereview.ui.controls import ActionButton, KeyButton, Words, hairline
from quotereview.ui.elided import Elided
from quotereview.ui.theme import GRID, TextSize

ROWS = 4
"""How many quotes are seen at once; further ones are scrolled to."""


class OfferRow(KeyButton):
    """One quote that would follow: its words, and the name before and after. Pressed, it is left out or taken in.

    Signals: ``reached`` when the keys are here.
    """

    KEY = 0
    reached = Signal()

    def __init__(self, following: Following, name: str) -> None:
        self._becomes = Elided(size=TextSize.SMALL, quiet=True)
        said = Elided()
        super().__init__("", said, self._becomes)
        said.show_whole(wording.in_marks(following.words))
        self.following, self._name = following, name
        self.show_choice(left_out=False)

    def show_choice(self, *, left_out: bool) -> None:
        """Say what becomes of the quote."""
        told = wording.offered(self.following, self._name, left_out=left_out)
        self._becomes.show_whole(told)
        press = "press to take it in" if left_out else "press to leave it out"
        self.setAccessibleName(f"{wording.in_marks(self.following.words)} {told}; {press}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()


class OfferBar(QWidget):
    """An offer with its quotes, one row each; nothing at all while there is none.

    Signals: ``turned`` with the id of a quote to leave out or take in; ``place_wanted`` with the Span of a quote that
    is looked at; ``left`` when the keys were here and the offer is gone.
    """

    turned = Signal(str)
    place_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Other quotes to correct")
        self._says = Words(bold=True)
        self._says.setContentsMargins(GRID, 0, GRID, 0)  # as the rows are inset
        self._offer: Offer | None = None
        self.rows: list[OfferRow] = []
        self._list = _Rows()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, 0, GRID * 3, GRID)
        column.setSpacing(GRID)
        for part in (hairline(), self._says, self._list):
            column.addWidget(part)
        self.hide()

    def add_action(self, button: ActionButton) -> None:
        """Put what can be done with an offer below its quotes."""
        self._column.addWidget(button)

    def show_offer(self, offer: Offer | None, left_out: Collection[str]) -> None:
        """Show an offer, without the quotes left out; None takes the bar away."""
        if offer != self._offer:
            self._offer = offer
            self._show_rows(offer)
        for row in self.rows:
            row.show_choice(left_out=row.following.quote in left_out)

    def said(self) -> str:
        """What the bar asks, or nothing."""
        return "" if self.isHidden() else self._says.text()

    def begin(self) -> None:
        """Give the keys to the first quote."""
        for row in self.rows[:1]:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_rows(self, offer: Offer | None) -> None:
        had_keys = any(row.hasFocus() for row in self.rows)
        self.rows = [OfferRow(each, offer.name) for each in offer.quotes] if offer else []
        for row in self.rows:
            row.clicked.connect(lambda _=False, quote=row.following.quote: self.turned.emit(quote))
            row.reached.connect(lambda row=row: self._reach(row))
        self._list.show_rows(self.rows)
        self._says.setText(wording.offer(offer) if offer else "")
        self.setVisible(offer is not None)
        if had_keys:
            self.left.emit()

    def _reach(self, row: OfferRow) -> None:
        self._list.ensureWidgetVisible(row)
        self.place_wanted.emit(row.following.place)


class _Rows(QScrollArea):
    """As high as its rows, up to some, scrolled beyond."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Quotes that would follow")

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show other rows; the former ones are gone."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in rows:
            column.addWidget(row)
        if former := self.takeWidget():
            former.deleteLater()
        self.setWidget(held)
        self.setFixedHeight(sum(row.sizeHint().height() for row in rows[:ROWS]))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
