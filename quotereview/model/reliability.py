"""How often proposals were right on articles that were held out."""

from bisect import bisect_right
from dataclasses import dataclass

from quotereview.model.values import Zone

RELIABLE_ZONES = (Zone.BODY, Zone.CAPTION)
"""Where the quotes stand that are counted; in headlines, which seldom name their speaker, there are too few to tell."""


@dataclass(frozen=True, slots=True)
class ReliabilityRow:
    """How many held-out proposals had a confidence (0 to 1) of so much or more, and how many of them were right."""

    confidence: float
    proposals: int
    right: int

    @property
    def share(self) -> float:
        """The part that was right, 0 where there was none."""
        return self.right / self.proposals if self.proposals else 0.0


@dataclass(frozen=True, slots=True)
class ReliabilityTable:
    """Rows by rising confidence, each holding all those after it.

    ``measured_on`` says in words on what they were counted and what right means; ``detector`` names the one whose
    proposals were counted, the only one that the rows speak of.
    """

    measured_on: str
    detector: str
    rows: tuple[ReliabilityRow, ...]

    def share_near(self, confidence: float) -> float:
        """How many of the proposals of about this confidence were right: those from its row up to the next.

        0 below the first row, and where none was counted: what was never seen right is not called so.
        """
        reached = bisect_right(self.rows, confidence, key=lambda row: row.confidence)
        if not reached:
            return 0.0
        row, above = self.rows[reached - 1], (*self.rows, ReliabilityRow(1.0, 0, 0))[reached]
        return ReliabilityRow(row.confidence, row.proposals - above.proposals, row.right - above.right).share
