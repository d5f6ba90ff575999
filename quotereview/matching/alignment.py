"""Which words of two versions of a quote are the same, run by run, in the spelling of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from quotereview.model import AlignedWords, Edit
from quotereview.wording.words import Word, folded, words

NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in both versions in one run: where it starts in each, and how many words it has."""

    here: int
    there: int
    size: int


def runs(here: Sequence[str], there: Sequence[str]) -> tuple[Run, ...]:
    """The runs that two versions share, in order; a lone word counts only beside another run, else it is chance.

    A version of one word is no chance.
    """
    blocks = SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    found = [Run(*block) for block in blocks if block.size]
    if min(len(here), len(there)) == 1:
        return tuple(found)
    return tuple(
        run for place, run in enumerate(found) if run.size > 1 or _beside(run, found[:place], found[place + 1 :])
    )


def longest(here: Sequence[str], there: Sequence[str]) -> Run:
    """The longest run that two versions share, of size 0 if there is none."""
    return Run(*SequenceMatcher(None, here, there, autojunk=False).find_longest_match())


def align(here: str, there: str) -> tuple[AlignedWords, ...]:
    """Both versions as one row of stretches, in the spelling of ``here`` where they are the same."""
    mine, theirs = words(here), words(there)
    found: list[AlignedWords] = []
    at_here = at_there = 0
    for run in (*runs(folded(here), folded(there)), Run(len(mine), len(theirs), 0)):
        found.append(AlignedWords(Edit.ONLY_HERE, _stretch(here, mine[at_here : run.here])))
        found.append(AlignedWords(Edit.ONLY_THERE, _stretch(there, theirs[at_there : run.there])))
        at_here, at_there = run.here + run.size, run.there + run.size
        found.append(AlignedWords(Edit.SAME, _stretch(here, mine[run.here : at_here])))
    return tuple(aligned for aligned in found if aligned.words)


def _beside(run: Run, before: Sequence[Run], after: Sequence[Run]) -> bool:
    return any(_close(left, run) for left in before[-1:]) or any(_close(run, right) for right in after[:1])


def _close(left: Run, right: Run) -> bool:
    gaps = right.here - left.here - left.size, right.there - left.there - left.size
    return max(gaps) <= NEIGHBOURS


def _stretch(text: str, run: Sequence[Word]) -> str:
    return text[run[0].start : run[-1].end] if run else ""
