"""How far blind reads agree with what stood, field by field, and the quotes on which they do not."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from quotereview.counting import counted
from quotereview.model import UNTOLD, BlindExtent, BlindRead, Decision, RulingConflict
from quotereview.review.agreement import Agreement, apart
from quotereview.ui import listing, theme, wording
from quotereview.ui.controls import Words
from quotereview.ui.head import Head
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.rows import Row, Rows
from quotereview.ui.theme import GRID, TextSize

KEYS = "↑ ↓  another quote · Enter  to the quote, where Shift+C settles it · Esc  back to the text"
NO_KEYS = "Esc  back to the text"
MEANING = (
    "alike: how many of the quotes both rule the same · κ (Cohen’s kappa) and α (Krippendorff’s alpha): 1 is full "
    "agreement, 0 what chance gives, – where both say the same of all"
)
HEADINGS = ("", "quotes", "alike", "κ", "α")
NONE_LEFT = "No blind read was left yet. Ctrl+B begins one."
SHOWN = 3  # of the reads, the last ones
EXTENTS = {BlindExtent.ALL: "all", BlindExtent.ARTICLE: "one article", BlindExtent.SAMPLE: "a sample"}


class AgreementPanel(QWidget):
    """The figures, and the list of disagreements; open as long as it has the keys.

    Signals: ``quote_wanted`` with the ids of an article and a quote; ``left`` when the panel is to close.
    """

    quote_wanted = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Agreement of blind reads")
        self._reads, self._count = Words(size=TextSize.SMALL, quiet=True), Words(bold=True)
        self._meaning = Words(MEANING, TextSize.SMALL, quiet=True)
        self._keys = keys_line(NO_KEYS)
        self._table = QGridLayout()
        self.rows = Rows("Quotes ruled differently", _row)
        self.rows.entered.connect(self._go)
        self.rows.left.connect(self.left)
        self._lay_out()
        self.setFocusProxy(self.rows)

    def show_agreement(
        self, reads: Sequence[BlindRead], agreement: Sequence[Agreement], differing: Sequence[RulingConflict]
    ) -> None:
        """Show who read blind, how far they agree with what stood, and where they do not; what is chosen stays so."""
        chosen = self.rows.chosen()
        before = [f"{len(reads) - SHOWN:,} more before"] if len(reads) > SHOWN else []
        self._reads.setText("\n".join((*before, *map(read_line, reads[-SHOWN:]))) or NONE_LEFT)
        self._fill(agreement)
        self._meaning.setVisible(bool(agreement))
        self._count.say(count_line(len(differing)) if agreement else "")
        self.rows.show_things(differing)
        self._keys.setText(KEYS if differing else NO_KEYS)
        quotes = [one.quote for one in differing]
        self.rows.choose(quotes.index(chosen.quote) if chosen and chosen.quote in quotes else 0)
        self.setAccessibleDescription(self.said())

    def said(self) -> str:
        """All that stands above the list, a line for each field."""
        table = [" ".join(self._cell(row, column) for column in range(len(HEADINGS))) for row in self._filled()]
        return "\n".join(filter(None, (*table, self._reads.text(), self._count.text())))

    def _fill(self, agreement: Sequence[Agreement]) -> None:
        while (item := self._table.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        lines = [HEADINGS, *map(cells, agreement)] if agreement else []
        for row, line in enumerate(lines):
            for column, cell in enumerate(line):
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                self._table.addWidget(_cell_of(cell, heading=not row), row, column, side)

    def _filled(self) -> range:
        return range(self._table.rowCount() if self._table.count() else 0)

    def _cell(self, row: int, column: int) -> str:
        item = self._table.itemAtPosition(row, column)
        words = item.widget() if item else None
        return words.text() if isinstance(words, Words) else ""

    def _go(self) -> None:
        if chosen := self.rows.chosen():
            self.quote_wanted.emit(chosen.article, chosen.quote)

    def _lay_out(self) -> None:
        self._table.setHorizontalSpacing(GRID * 6)
        self._table.setVerticalSpacing(GRID)
        self._table.setColumnStretch(len(HEADINGS), 1)
        self._table.setContentsMargins(0, GRID, 0, GRID)
        table = QWidget()
        table.setLayout(self._table)
        title = Words("Agreement of blind reads", TextSize.LARGE)
        head = Head(title, table, self._meaning, self._reads, self._count)
        lay_out(self, head, ((self.rows, 1),), self._keys)


def read_line(read: BlindRead) -> str:
    """Who read how much of what, and whether that is over."""
    which = f"{EXTENTS[read.extent]}{f', seed {read.seed}' if read.seed else ''}"
    left = datetime.fromisoformat(read.left_at).astimezone() if read.left_at else None
    until = f"left {listing.day(left)}" if left else "under way, not counted yet"
    return f"{wording.isolated(read.editor)}: {read.ruled:,} of {len(read.quotes):,} quotes ({which}) · {until}"


def cells(one: Agreement) -> tuple[str, ...]:
    """What the table says of a field."""
    beyond = (UNTOLD if value is None else f"{value:.2f}" for value in (one.kappa, one.alpha))
    return one.field, f"{one.compared:,}", f"{one.percent:.0%}", *beyond


def count_line(count: int) -> str:
    """How many quotes are listed."""
    if not count:
        return "No quote is ruled differently."
    return f"{counted(count, 'quote is', 'quotes are')} ruled differently:"


def _row(conflict: RulingConflict) -> Row:
    first, [second] = conflict.standing, conflict.others
    words = wording.in_marks(first.ruling.passages[0].words)
    return Row(words, f"{_side(first)} · {_side(second)}", ", ".join(apart(first.ruling, second.ruling)))


def _side(decision: Decision) -> str:
    ruling = decision.ruling
    named = (wording.isolated(one.name) if one else UNTOLD for one in (ruling.speaker, ruling.source))
    return f"{wording.isolated(decision.editor)}: {', '.join((theme.VERDICTS[ruling.verdict].word, *named))}"


def _cell_of(words: str, *, heading: bool) -> Words:
    cell = Words(words, TextSize.SMALL if heading else TextSize.NORMAL, quiet=heading)
    cell.setWordWrap(False)
    return cell
