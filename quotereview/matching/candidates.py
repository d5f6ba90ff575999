"""Which of many quotes are most like one, told from the groups of words that they share, before any is compared."""

from collections.abc import Callable, Iterable, Sequence
from math import log2

from quotereview.matching.decide import decide
from quotereview.matching.names import same_voice
from quotereview.model import Wording
from quotereview.wording.grams import grams

Holding = Callable[[int], Iterable[tuple[int, int]]]
"""For a group of words, the numbers of quotes that hold it, each with the bits of all groups that it is found by."""

LISTED = 24
WEIGHED = 12

HOPE = 0.005
"""What is less likely than this by its words and speaker is no match, whatever the words around it tell."""

READ = 200
"""After so many finds no further group is looked up, the most telling ones being first; of a long text after more."""

READ_PER_GROUP = 16

HARDLY_COVERED = 0.12
"""What covers less of the shorter text than this part of its bits is chance, no other version, and not looked at."""

COVERED, BOTH_COVERED = 5.0, 1.0
SLACK = 5  # bits: of the shortest texts, hardly any are covered by chance
VOICE = 2.0


def sharing(words: str, holding: Holding) -> list[tuple[int, float]]:
    """The numbers of the quotes that share most with a text, most first, each with how like it is.

    The likeness is the logarithm of the bits that both have, and the part of either that these make up.
    """
    mine = grams(words)
    shared: dict[int, int] = {}
    bits: dict[int, int] = {}
    read = 0
    for gram, telling in sorted(mine.items(), key=lambda item: -item[1]):
        found = dict(holding(gram))
        bits |= found
        for number in found:
            shared[number] = shared.get(number, 0) + telling
        read += len(found)
        if read > max(READ, READ_PER_GROUP * len(mine)):
            break
    own = sum(mine.values())
    likeness = [
        (number, _likeness(common, own, bits[number]))
        for number, common in shared.items()
        if common >= HARDLY_COVERED * min(own, bits[number])
    ]
    return sorted(likeness, key=lambda item: -item[1])[:LISTED]


def heard(here: Wording, found: Sequence[tuple[Wording, float]]) -> list[Wording]:
    """Those of some quotes of other articles that are worth weighing, by how like their words are, and who spoke."""
    others = [(there, likeness) for there, likeness in found if there.article != here.article]
    return [there for there, _ in sorted(others, key=lambda item: -item[1] - _voice(here, item[0]))[:WEIGHED]]


def likeliest(here: Wording, found: Sequence[tuple[Wording, float]]) -> list[Wording]:
    """Those of some quotes of other articles that are likeliest to render one utterance, best first.

    ``found`` has with each how like its words are; who spoke counts with them, and how the words are arranged.
    """
    weighed = [(decide(here, there).score, there) for there in heard(here, found)]
    hopeful = sorted((item for item in weighed if item[0] >= HOPE), key=lambda item: -item[0])
    return [there for _, there in hopeful]


def _likeness(common: int, own: int, other: int) -> float:
    less, more = sorted((own, other))
    return log2(1 + common) + COVERED * common / (less + SLACK) + BOTH_COVERED * common / (more + SLACK)


def _voice(here: Wording, there: Wording) -> float:
    return {True: VOICE, False: -VOICE, None: 0.0}[same_voice(here.speaker, there.speaker)]
