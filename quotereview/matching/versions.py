"""How much of a quote is left in another version of it."""

from collections import Counter
from functools import lru_cache

from quotereview.matching.alignment import align, runs
from quotereview.model import AlignedWords, Edit
from quotereview.wording.words import folded


def kept(here: str, there: str, least: float = 0.0) -> float:
    """The share of the words of two versions, 0 to 1, that both have in the same order; 0 where it is below the least.

    Most of what is compared has few words in common at all, which is quicker to tell.
    """
    mine, theirs = folded(here), folded(there)
    if mine == theirs:
        return 1.0
    if (_bag(mine) & _bag(theirs)).total() * 2 < least * (len(mine) + len(theirs)):
        return 0.0
    both = sum(run.size for run in runs(mine, theirs)) * 2
    share = both / (len(mine) + len(theirs))
    return share if share >= least else 0.0


@lru_cache(maxsize=512)
def _bag(words: tuple[str, ...]) -> Counter[str]:
    return Counter(words)


def versions(here: str, there: str) -> tuple[AlignedWords, ...]:
    """Both versions as one row of stretches; also a single word that both have is the same."""
    return (AlignedWords(Edit.SAME, there),) if folded(here) == folded(there) else align(here, there)
