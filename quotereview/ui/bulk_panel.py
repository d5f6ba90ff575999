"""Below the text: from which confidence on to accept quotes unread, how many these are, and what to expect of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from quotereview.counting import agreeing, counted
from quotereview.model import QuoteSummary, ReliabilityRow, ReliabilityTable
from quotereview.review.bulk import BulkOffer
from quotereview.ui.controls import Button, Words, hairline, takes
from quotereview.ui.elided import Elided
from quotereview.ui.scale import Scale
from quotereview.ui.theme import GRID, TextSize

SAMPLE = 5
KEYS = "← → another confidence · Enter accepts · Esc leaves"
LEAVING = frozenset({Qt.Key.Key_Escape})


class BulkPanel(QScrollArea):
    """Shows an offer, and scrolls what the window has no room for; open as long as it has the keys.

    Signals: ``row_chosen`` with a row of the table; ``accepted`` when the editor takes the offer that is shown;
    ``left`` when the panel is to close.
    """

    row_chosen = Signal(object)
    accepted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: ReliabilityTable | None = None
        self.scale = Scale("Accept from a confidence of")
        self.accept = Button("Accept")
        leave = Button("Leave", "Leave without accepting")
        self.scale.chosen.connect(self._choose)
        self.scale.kept.connect(self.accept.click)
        self.accept.clicked.connect(self.accepted)
        leave.clicked.connect(self.left)
        self._lay_out(leave)
        self.hide()

    def begin(self, table: ReliabilityTable, row: ReliabilityRow) -> None:
        """Open on a table, one of its rows chosen, and take the keys."""
        self._table = table
        self.scale.show_values([_number(one.confidence) for one in table.rows], table.rows.index(row))
        self.show()
        self._fit()
        self.scale.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_waiting(self) -> None:
        """Say that it is not known yet what can be offered; nothing can be accepted meanwhile."""
        self._count.setText("Comparing with other articles …")
        for words in (self._expected, self._known, self._left_out):
            words.setText(" ")
        self.accept.setEnabled(False)
        for line in self._sample:
            line.show_quote(None)

    def show_offer(self, offer: BulkOffer, row: ReliabilityRow) -> None:
        """Show what the chosen row covers, and what to expect of it."""
        self._count.setText(count_line(offer))
        self._expected.setText(expected_line(offer))
        self._known.setText(known_line(row))
        self._left_out.setText(left_out_line(offer))
        self.accept.setText(f"Accept {offer.count:,} unread")
        self.accept.setAccessibleName(self.accept.text())
        self.accept.setEnabled(bool(offer.count))
        self.scale.setAccessibleDescription(f"{self._count.text()} {self._expected.text()}")
        for quote, line in zip((*offer.sample(SAMPLE), *[None] * SAMPLE), self._sample, strict=False):
            line.show_quote(quote)
        self._fit()

    def said(self) -> str:
        """What the panel says, line by line."""
        return "\n".join(words.text() for words in self.findChildren(Words) if words.isVisibleTo(self) and words.text())

    def _choose(self, at: int) -> None:
        if self._table is not None:
            self.row_chosen.emit(self._table.rows[at])

    # How it is made

    def _lay_out(self, leave: Button) -> None:
        self._count, self._expected = Words(bold=True), Words()
        self._known, self._left_out = (Words(size=TextSize.SMALL, quiet=True) for _ in range(2))
        self._sample = [SampleLine() for _ in range(SAMPLE)]
        page = QWidget()
        self._column = column = QVBoxLayout(page)
        column.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(hairline())
        column.addLayout(_row(_unbroken("Accept in bulk, unread", TextSize.SMALL), _keys(), growing=1))
        both = QHBoxLayout()
        both.setSpacing(GRID * 6)
        both.addLayout(self._deed(leave), 2)
        both.addLayout(self._sample_grid(), 3)
        column.addLayout(both)
        column.addWidget(self._known)
        column.addWidget(self._left_out)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Accept in bulk")

    def _fit(self) -> None:
        whole = self._column.totalHeightForWidth(self.viewport().width())
        self.setMinimumWidth(self._column.minimumSize().width())
        self.setMaximumHeight(whole)
        self.setMinimumHeight(min(whole, self.window().height() // 3))

    def _deed(self, leave: Button) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addLayout(_row(self.scale, _unbroken("or more"), growing=1))
        column.addWidget(self._count)
        column.addWidget(self._expected)
        column.addLayout(_row(self.accept, leave, QWidget(), growing=2))
        return column

    def _sample_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 3)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 3)
        for row, line in enumerate(self._sample):
            for place, part in enumerate(line.parts):
                grid.addWidget(part, row, place)
        return grid

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        if takes(event, LEAVING):
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in LEAVING:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.maximumHeight())


class SampleLine:
    """One quote of the sample: its confidence, its speaker and its words, each in one line."""

    def __init__(self) -> None:
        self._confidence = Words(size=TextSize.SMALL, quiet=True)
        self._confidence.setWordWrap(False)
        self._speaker, self._words = Elided(bold=True), Elided()

    @property
    def parts(self) -> Sequence[QWidget]:
        """The widgets that it is made of."""
        return self._confidence, self._speaker, self._words

    def show_quote(self, quote: QuoteSummary | None) -> None:
        """Show a quote, or keep the room for one."""
        self._confidence.setText(f"{quote.confidence:.3f}".removeprefix("0") if quote else "")
        self._speaker.show_whole(quote.speaker or "" if quote else "")
        self._words.show_whole(f"“{' '.join(quote.words.split())}”" if quote else "")


def count_line(offer: BulkOffer) -> str:
    """How many quotes would be accepted."""
    if not offer.count:
        return f"No open quote of {_number(offer.threshold)} or more can be accepted unread."
    quotes, them = counted(offer.count, "quote"), agreeing(offer.count, "it", "them")
    return f"{quotes} would be confirmed without anybody having read {them}."


def expected_line(offer: BulkOffer) -> str:
    """How many of them are wrong, as far as can be told."""
    if not offer.count:
        return "Choose a lower confidence, or go through what is left one by one."
    wrong = "fewer than one" if offer.expected_wrong < 1 else f"about {round(offer.expected_wrong):,}"
    them = agreeing(offer.count, "it", "them")
    return f"Expect the wrong speaker in {wrong} of {them} ({1 - offer.expected_right:.1%})."


def known_line(row: ReliabilityRow) -> str:
    """How often proposals of this confidence were right where the answers are known."""
    where = f"proposals of {_number(row.confidence)} or more in articles held out"
    return f"{row.share:.1%} of {row.proposals:,} {where} were right."


def left_out_line(offer: BulkOffer) -> str:
    """How many quotes of this confidence have to be looked at all the same, and why, and how many the filter hides."""
    hidden = f" {counted(offer.hidden, 'quote')} more hidden by the filter." if offer.hidden else ""
    if not offer.left_out:
        return hidden.strip() or "None of this confidence is left out."
    why = "a doubt, a note, a conflict, a headline, a quote around it, no marks, or values of your own"
    return f"{counted(offer.left_out, 'quote')} of this confidence left out: {why}.{hidden}"


def _number(confidence: float) -> str:
    return f"{confidence:.2f}".removeprefix("0")


def _unbroken(words: str, size: TextSize = TextSize.NORMAL) -> Words:
    said = Words(words, size, quiet=True)
    said.setWordWrap(False)
    return said


def _keys() -> Words:
    keys = Words(KEYS, TextSize.SMALL, quiet=True)
    keys.setAlignment(Qt.AlignmentFlag.AlignRight)
    return keys


def _row(*parts: QWidget, growing: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID * 2)
    for place, part in enumerate(parts):
        row.addWidget(part, 1 if place == growing else 0)
    return row
