"""The speakers a quote may have, each on its digit, with the evidence."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.model import Candidate
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
        self._name.setText(f"{candidate.speaker.name} ✓" if stands else candidate.speaker.name)
        self._evidence.say(candidate.evidence)
        self.setAccessibleName(f"Candidate {self.rank}: {candidate.speaker.name}. {candidate.evidence}")
        self.show()


class Candidates(QWidget):
    """Up to nine candidates, best first.

    Signals: ``chosen`` with the rank, from 1.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Candidates")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
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
