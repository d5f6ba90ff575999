"""How much of a quote is left in another version of it."""

from quotereview.matching.alignment import align, runs
from quotereview.model import AlignedWords, Edit
from quotereview.wording.words import folded


def kept(here: str, there: str) -> float:
    """The share of the words of two versions, 0 to 1, that both have in the same order."""
    mine, theirs = folded(here), folded(there)
    if mine == theirs:
        return 1.0
    both = sum(run.size for run in runs(mine, theirs)) * 2
    return both / (len(mine) + len(theirs))


def versions(here: str, there: str) -> tuple[AlignedWords, ...]:
    """Both versions as one row of stretches; also a single word that both have is the same."""
    return (AlignedWords(Edit.SAME, there),) if folded(here) == folded(there) else align(here, there)
