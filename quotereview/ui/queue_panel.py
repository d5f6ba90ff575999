"""The head of the queue: its order, what it is filtered by, and how much of it is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.review.completion import Completion, Names, filter_completion
from quotereview.review.filtering import Field as FilterField
from quotereview.review.filtering import Filter
from quotereview.review.queue import Counts, Order
from quotereview.ui.controls import DropDown, Words
from quotereview.ui.theme import GRID, TextSize
from quotereview.ui.type_ahead import TypeAheadField

ORDERS = (
    ("Article by article", Order.ARTICLE),
    ("Unsure first", Order.UNSURE_FIRST),
    ("Speaker by speaker", Order.SPEAKER),
    ("Story by story", Order.STORY),
    ("As loaded", Order.LOADED),
)
HOW_TO_FILTER = "\n".join(
    (
        "Words of the quote, then any of these with words of their own:",
        " ".join(f"{field}:" for field in FilterField if field is not FilterField.WORDS),
        "",
        "door speaker:Brandt   “door” is in the quote, Brandt spoke",
        "verdict:open confidence:unsure",
        "verdict:unread   accepted in bulk, and nobody has looked at it",
        "verdict:conflict   editors ruled differently on it",
        "conflict:open   outlets tell it differently   conflict:settled speaker",
        "note:   with a note          speaker:-   nobody is named",
        "outlet:-Mail   not in the Mail    editor:Voss   she ruled on it",
        "date:Nov-2026   in November   date:2026-03-02..2026-03-09",
        "",
        "While one writes, a list offers what there is: ↓ chooses, Tab or Enter takes.",
    )
)


class QueuePanel(QWidget):
    """Orders and filters the queue; typing filters at once, Enter goes back to the text, Esc shows everything again.

    While the list of what may be meant is open, Up, Down, Tab and Esc are the list's.

    Signals: ``order_chosen`` with an Order; ``filter_written`` with the line; ``step_wanted`` with -1 or 1;
    ``editing_ended`` when the keys are no longer wanted.
    """

    order_chosen = Signal(object)
    filter_written = Signal(str)
    step_wanted = Signal(int)
    editing_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = DropDown("Order of the queue", ORDERS)
        self.order.activated.connect(lambda _: self.order_chosen.emit(self.order.value))
        self._names: Names = lambda _: ()
        self.field = TypeAheadField(
            "Filter of the queue", "Filter: words, speaker:, note: …", self._complete, tab_takes_first=True
        )
        self.field.setToolTip(HOW_TO_FILTER)
        self.field.setAccessibleDescription(HOW_TO_FILTER)
        self.field.textEdited.connect(self.filter_written)
        self.field.moved.connect(self.step_wanted)
        self.field.kept.connect(self.editing_ended)
        self.field.left.connect(self._clear)
        self.counts = Words("", TextSize.SMALL, quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID)
        for part in (self.order, self.field, self.counts):
            column.addWidget(part)

    def offer(self, names: Names) -> None:
        """Offer the values of the store while one writes; they are asked for field by field."""
        self._names = names

    def show_queue(self, order: Order, chosen: Filter, counts: Counts) -> None:
        """Show how the queue is ordered and filtered, and what is left of it."""
        self.order.choose(order)
        if self.field.text() != chosen.text:
            self.field.setText(chosen.text)
        self.counts.setText(_told(chosen, counts))

    def begin_filter(self) -> None:
        """Give the keys to the filter, its line selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _complete(self, line: str, at: int) -> Completion:
        return filter_completion(line, at, self._names)

    def _clear(self) -> None:
        self.field.clear()
        self.filter_written.emit("")
        self.editing_ended.emit()


def _told(chosen: Filter, counts: Counts) -> str:
    if not counts.total:
        return ""
    if not chosen.terms:
        return f"{counts.left:,} of {counts.total:,} left" if counts.left else f"All {counts.total:,} decided"
    if not counts.shown:
        return f"None of {counts.total:,}; Esc shows all"
    return f"{counts.left:,} of {counts.shown:,} left · {counts.total:,} in all"
