"""A piece of evidence, the claim on a passage that pieces make, and how the rules add them up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quotereview.detection.candidates import Mention
from quotereview.detection.cues import Cue, CueSort
from quotereview.detection.weights import WEIGHTS

SURE_LABEL = 1.5  # what a label in capitals or inside the passage counts, beside any other words before a colon


@dataclass(frozen=True, slots=True)
class Evidence:
    """One named reason for or against a speaker; ``amount`` scales it."""

    name: str
    amount: float = 1.0


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention that may have spoken a passage, by which cue, on what evidence.

    ``features`` is what the ranker is told of it, ``share`` the ranker's belief in it (the shares of all claims on a
    passage and of "none of these" make 1).
    """

    mention: Mention
    cue: Cue | None
    evidence: tuple[Evidence, ...]
    score: float
    features: tuple[str, ...] = ()
    share: float = 0.0

    def has(self, name: str) -> bool:
        """Whether a piece of evidence of that name speaks in the claim."""
        return name in [piece.name for piece in self.evidence]

    @property
    def reports(self) -> bool:
        """Whether the claim rests on a word that often reports what somebody said."""
        return self.cue is not None and self.cue.sort not in {CueSort.UNLISTED, CueSort.WEAK}


def weighed(evidence: Iterable[Evidence], weights: Mapping[str, float] = WEIGHTS) -> float:
    """The rules' score: the weighted sum of the evidence, by the table of a language (English)."""
    return sum(weights[piece.name] * piece.amount for piece in evidence)
