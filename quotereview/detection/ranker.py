"""The trained ranker: adds up what each feature of a claim weighs, and says how much belief that earns it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp

from quotereview.detection import choice, trained
from quotereview.detection.evidence import Claim

FILE = "speakers.json"
RULES = 0.5  # what a point of the rules' score counts; carries over to articles unlike those of the training
NOBODY = "nobody"
"""The one feature of "none of these"."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights of features, and which claims on a passage there is a choice ``between``."""

    weights: Mapping[str, float]
    between: Callable[[Sequence[Claim]], Sequence[Claim]] = choice.between

    def ranked(self, index: int, claims: Sequence[Claim]) -> list[Claim]:  # noqa: ARG002
        """The claims on a passage between which there is a choice, each with its share of belief, best first.

        "Nobody" takes a share, too.
        """
        claims = self.between(claims)
        scores = [RULES * claim.score + trained.total(self.weights, claim.features) for claim in claims]
        none = trained.total(self.weights, (NOBODY,))
        top = max([none, *scores])
        parts = [exp(score - top) for score in scores]
        whole = sum(parts) + exp(none - top)
        shared = [replace(claim, share=part / whole) for claim, part in zip(claims, parts, strict=True)]
        return sorted(shared, key=lambda claim: -claim.share)


@cache
def shipped() -> Ranker:
    """The ranker with the weights that come with the package."""
    return Ranker(trained.features(FILE))
