"""How sure it is that two quotes render one utterance, and not a stock phrase or chance."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log2

from quotereview.matching.alignment import longest, runs
from quotereview.matching.names import same_voice
from quotereview.matching.wording import folded, rarity, weight
from quotereview.model import Wording

ENOUGH = 0.45
NEAR_DAYS = 4
LONG_RUN = 8
SHORT_RUN = 4
STOCK = 10


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against one utterance.

    ``shared`` is how many words both have in the same order, ``weight`` how much these say, ``run`` the longest run
    of them, ``covered`` the part of the shorter version that they make up (by rarity, 0 to 1). ``near``: both were
    published within days. ``voice``: whether both name the same speaker.
    """

    shared: int
    weight: int
    run: int
    covered: float
    near: bool
    voice: bool | None


def hopeless(here: Wording, there: Wording) -> bool:
    """Whether the words in common would not be enough even if they stood in one run; quicker to tell than ``weigh``."""
    mine, theirs = _bag(here.words), _bag(there.words)
    shared = tuple((mine & theirs).elements())
    covered = _rarity(shared) / max(1, min(_rarity(folded(here.words)), _rarity(folded(there.words))))
    voice = same_voice(here.speaker, there.speaker)
    return score(Evidence(len(shared), weight(shared), len(shared), covered, _near(here, there), voice)) < ENOUGH


def weigh(here: Wording, there: Wording) -> Evidence:
    """What two quotes have in common."""
    shorter, longer = sorted((folded(here.words), folded(there.words)), key=lambda words: (_rarity(words), words))
    kept = tuple(word for run in runs(shorter, longer) for word in shorter[run.here : run.here + run.size])
    return Evidence(
        shared=len(kept),
        weight=weight(kept),
        run=longest(shorter, longer).size,
        covered=_rarity(kept) / max(1, _rarity(shorter)),
        near=_near(here, there),
        voice=same_voice(here.speaker, there.speaker),
    )


def score(evidence: Evidence) -> float:
    """The chance, between 0 and 1, that it is one utterance.

    A logistic sum whose weights were fitted to judged pairs of news quotes and rounded. Everyday words alone count as a
    stock phrase, unless both articles are of the same days.
    """
    total = -7.0 + 0.9 * log2(1 + evidence.weight) + 3.9 * evidence.covered
    total += 2.7 * (evidence.run >= LONG_RUN) - 2.3 * max(0.0, 1 - evidence.run / SHORT_RUN)
    total += 0.9 * evidence.near + {True: 1.2, False: -2.2, None: 0.0}[evidence.voice]
    total -= 2.0 * (evidence.weight < STOCK and not evidence.near)
    return 1 / (1 + exp(-total))


@lru_cache(maxsize=8192)
def _bag(text: str) -> Counter[str]:
    return Counter(folded(text))


@lru_cache(maxsize=8192)
def _rarity(words: tuple[str, ...]) -> int:
    return sum(map(rarity, words))


def _near(here: Wording, there: Wording) -> bool:
    if here.published is None or there.published is None:
        return False
    return abs((here.published - there.published).days) <= NEAR_DAYS
