"""A piece of evidence and how pieces add up; the place where a trained ranker can take over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotereview.detection.weights import WEIGHTS


@dataclass(frozen=True, slots=True)
class Evidence:
    """One named reason for or against a speaker; ``amount`` scales it."""

    name: str
    amount: float = 1.0


Scorer = Callable[[Sequence[Evidence]], float]


def weighed(evidence: Sequence[Evidence]) -> float:
    """The weighted sum of the evidence."""
    return sum(WEIGHTS[piece.name] * piece.amount for piece in evidence)
