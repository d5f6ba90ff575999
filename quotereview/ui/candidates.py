"""The speakers a quote may have, each on its digit, with the evidence."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.model import Candidate, Source
from quotereview.review.repeat import AsBefore
from quotereview.ui import wording
from quotereview.ui.controls import KeyButton, Words
from quotereview.ui.theme import TextSize

MOST = 9


class CandidateRow(KeyButton):
    """One candidate to press: its digit, its name and why."""

    def __init__(self, rank: int) -> None:
        self._name, self._evidence = Words(), Words(size=TextSize.SMALL, quiet=True)
        super().__init__(str(rank), self._name, self._evidence)
        self.rank = rank

    def show_candidate(self, candidate: Candidate, *, stands: bool) -> None:
        """Show a candidate; ``stands``: it is the speaker now."""
        self._name.setText(f"{candidate.speaker.name} · now" if stands else candidate.speaker.name)
        self._evidence.say(candidate.evidence)
        self.setAccessibleName(f"Candidate {self.rank}: {candidate.speaker.name}. {candidate.evidence}")
        self.show()


class BeforeRow(KeyButton):
    """The speaker of the quote before to press: the name, and what else would be as there."""

    def __init__(self) -> None:
        self._name, self._also = Words(), Words(size=TextSize.SMALL, quiet=True)
        super().__init__("A", self._name, self._also)

    def show_before(self, before: AsBefore | None, stands: Source | None) -> None:
        """Show what would be as before, nothing without it; ``stands`` is the quote's own source."""
        if before is not None:
            also = wording.as_before(before.source, stands)
            self._name.setText(before.speaker.name)
            self._also.say(also)
            self.setAccessibleName(f"{before.speaker.name}, {also}, key A")
        self.setVisible(before is not None)


class Candidates(QWidget):
    """The speaker of the quote before, and up to nine candidates, best first.

    Signals: ``chosen`` with the rank, from 1; ``before_chosen``.
    """

    chosen = Signal(int)
    before_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Candidates")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.before = BeforeRow()
        self.before.clicked.connect(self.before_chosen)
        column.addWidget(self.before)
        self._rows = [CandidateRow(rank) for rank in range(1, MOST + 1)]
        for row in self._rows:
            row.clicked.connect(lambda _=False, rank=row.rank: self.chosen.emit(rank))
            column.addWidget(row)

    def show_candidates(self, candidates: Sequence[Candidate], standing: str | None) -> None:
        """Show candidates; ``standing`` is the name of the speaker now."""
        for row in self._rows[len(candidates) :]:
            row.hide()
        for row, candidate in zip(self._rows, candidates, strict=False):
            row.show_candidate(candidate, stands=candidate.speaker.name == standing)
