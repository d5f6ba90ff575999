"""What was considered for a passage, laid open: each claim with what its features and its evidence weighed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quotereview.detection import hearing
from quotereview.detection.evidence import Claim
from quotereview.detection.hearing import Heard
from quotereview.detection.names import Resolution
from quotereview.detection.parse import Parse
from quotereview.model import Belief, Option, Weight

BY_RULES = "the rules’ score"
"""What goes into a claim's score beside its features."""


@dataclass(frozen=True, slots=True)
class Scales:
    """What pieces of evidence and features weigh, and what a point of the score by evidence counts beside features."""

    evidence: Mapping[str, float]
    features: Mapping[str, float] = field(default_factory=dict)
    rules: float = 1.0


def options(
    parse: Parse, claims: Sequence[Claim], resolutions: Sequence[Resolution], scales: Scales
) -> tuple[Option, ...]:
    """The claims on a passage with whom each names, in their order, weighed with ``scales``."""
    return tuple(_option(parse, claim, whom, scales) for claim, whom in zip(claims, resolutions, strict=True))


def speech(heard: Heard) -> Belief:
    """What spoke for somebody's having said a passage, and what against it."""
    return belief([], heard.features, hearing.shipped().weights, heard.belief)


def belief(given: Sequence[Weight], features: Iterable[str], weights: Mapping[str, float], share: float) -> Belief:
    """A sum of what is ``given`` and of what the features weigh, with the share of belief that it earned."""
    parts = [*given, *(Weight(name, weights[name]) for name in features if weights.get(name))]
    return Belief(sum(part.amount for part in parts), share, _heaviest(parts))


def _option(parse: Parse, claim: Claim, whom: Resolution, scales: Scales) -> Option:
    rules = Weight(BY_RULES, scales.rules * claim.score)
    return Option(
        mention=claim.mention.span,
        cue=parse.span(claim.cue.first, claim.cue.last - 1) if claim.cue else None,
        speaker=whom.speaker,
        sure=whom.sure,
        why=whom.why,
        belief=belief([rules], claim.features, scales.features, claim.share),
        evidence=_heaviest(
            [Weight(piece.name, scales.evidence[piece.name] * piece.amount) for piece in claim.evidence]
        ),
    )


def _heaviest(weights: Sequence[Weight]) -> tuple[Weight, ...]:
    return tuple(sorted(weights, key=lambda weight: -abs(weight.amount)))
