"""The card with the verbs under it, each beside its key."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quotereview.ui.actions import Actions
from quotereview.ui.card import Card
from quotereview.ui.controls import ActionButton, hairline
from quotereview.ui.offer_bar import OfferBar
from quotereview.ui.theme import GRID

VERBS = (
    ("confirm", "Confirm"),
    ("reject", "No quote"),
    ("dispute", "Disputed"),
    ("doubt", "Cannot verify"),
    ("speaker", "Speaker"),
    ("source", "Source"),
    ("note", "Note"),
    ("reason", "Reason"),
    ("proof", "Checks"),
    ("reopen", "Reopen"),
)
OFFERED = (("accept_offer", "Correct them, too"), ("look_at_offer", "Look at each"))
COLUMNS = 2


class ReviewPane(QWidget):
    """The right-hand column: the quote in focus, what a correction is offered to, and what can be done."""

    def __init__(self, card: Card, offer: OfferBar, table: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for id, words in OFFERED:
            offer.add_action(ActionButton(table[id], words, table.key(id)))
        self._verbs = QWidget()
        verbs = QGridLayout(self._verbs)
        verbs.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        verbs.setSpacing(GRID)
        for place, (id, words) in enumerate(VERBS):
            verbs.addWidget(ActionButton(table[id], words, table.key(id)), *divmod(place, COLUMNS))
        for number in range(COLUMNS):
            verbs.setColumnStretch(number, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(card, 1)
        column.addWidget(offer)
        column.addWidget(hairline())
        column.addWidget(self._verbs)
        self._column = column

    def rest(self, resting: bool) -> None:
        """Dim what can be done to the quote while its keys are those of another part of the window."""
        self._verbs.setEnabled(not resting)

    def minimumSizeHint(self) -> QSize:
        """As low as all verbs can be in the lines that they take at this width, which Qt does not ask for here."""
        least = super().minimumSizeHint()
        return QSize(least.width(), self._column.minimumHeightForWidth(max(self.width(), least.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
