"""Whether two quotes render one utterance, one that was said again, or no more than a stock phrase."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from quotereview.matching.evidence import Evidence, Shared, shared, weigh, words_alone
from quotereview.model import Label, Wording
from quotereview.paths import resource
from quotereview.wording.spelling import sounds

FILE = "matches.json"
BASE = "always"
"""What is counted for any two quotes, whatever speaks for them."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each piece of evidence counts: ``match`` for one utterance, ``again`` for its being said again.

    ``words`` is for two quotes of which nothing else is known. From a chance of ``enough`` on, two quotes match.
    """

    match: Mapping[str, float]
    words: Mapping[str, float]
    again: Mapping[str, float]
    enough: float


@dataclass(frozen=True, slots=True)
class Decision:
    """What two quotes are, the chance that they render one utterance, and the words that they share."""

    label: Label
    score: float
    shared: Shared
    evidence: Evidence

    @property
    def match(self) -> bool:
        """Whether they are of one utterance, or of one that was said again."""
        return self.label is not Label.DIFFERENT


def decide(here: Wording, there: Wording, words: Shared | None = None) -> Decision:
    """What two quotes are to each other; the same from either side. ``words``: what they share, if that is known."""
    words = words or shared(sounds(here.words), sounds(there.words))
    evidence = weigh(here, there, words)
    score = _score(here, there, evidence)
    if score < shipped().enough:
        return Decision(Label.DIFFERENT, score, words, evidence)
    label = Label.REPEAT if chance(shipped().again, evidence) >= 0.5 else Label.SAME
    return Decision(label, score, words, evidence)


def chance(weights: Mapping[str, float], evidence: Evidence) -> float:
    """How likely something is by the weights of what speaks for it."""
    total = weights[BASE] + sum(weights.get(name, 0.0) * value for name, value in evidence.items())
    return 1 / (1 + exp(-total))


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    held = json.loads(resource("weights", FILE).read_text(encoding="utf-8"))
    return Weights(held["match"], held["words"], held["again"], held["enough"])


def _score(here: Wording, there: Wording, evidence: Evidence) -> float:
    return chance(shipped().words if words_alone(here, there) else shipped().match, evidence)
