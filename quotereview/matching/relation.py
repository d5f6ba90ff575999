"""How the words of two versions of one quote relate."""

from quotereview.matching.alignment import Run, longest
from quotereview.model import Relation
from quotereview.wording.spelling import spelled

Words = tuple[str, ...]


def relate(one: str, other: str) -> Relation:
    """Equal words, one inside the other, two cuts of one text that overlap at an end, or edited words.

    Spelling does not count, nor whether a number is in words or figures; a short form ("we're") does.
    """
    versions = (tuple(word.folded for word in spelled(text)) for text in (one, other))
    here, there = sorted(versions, key=lambda words: (len(words), words))
    if here == there:
        return Relation.EQUAL
    run = longest(here, there)
    if run.size == min(len(here), len(there)):
        return Relation.FRAGMENT
    return Relation.OVERLAP if _at_opposite_ends(run, here, there) else Relation.EDITED


def _at_opposite_ends(run: Run, here: Words, there: Words) -> bool:
    ends_here, ends_there = run.here + run.size == len(here), run.there + run.size == len(there)
    return (run.here == 0 and ends_there) or (run.there == 0 and ends_here)
