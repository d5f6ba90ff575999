"""Which of many quotes are most like one, told from the groups of words that they share, before any is compared."""

from collections.abc import Callable, Sequence
from math import log2

from quotereview.matching.decide import decide
from quotereview.matching.names import same_voice
from quotereview.model import Wording
from quotereview.wording.grams import grams

Holding = Callable[[int], Sequence[tuple[int, int]]]
"""For a group of words, the numbers of quotes that hold it, each with the bits of all groups that it is found by."""

LISTED = 24
WEIGHED = 12

HOPE = 0.005
"""What is less likely than this by its words and speaker is no match, whatever the words around it tell."""

READ, GROUPS = 16, 12
"""After so many finds for each group of a text no further one is looked up, the most telling being first; as if it had
no fewer groups."""

READ_ONE_WAY = 5
"""The same where every quote is compared with those before it, of which hardly more are found by more."""

HARDLY_COVERED = 0.12
"""What covers less of the shorter text than this part of its bits is chance, no other version, and not looked at."""

FEW, RISES = 10_000, 0.015
"""Among more quotes than so few chance covers more: for each time that they double, so much more of the bits."""

COVERED, BOTH_COVERED = 5.0, 1.0
SLACK = 5  # bits: of the shortest texts, hardly any are covered by chance
VOICE = 2.0


def sharing(words: str, holding: Holding) -> list[tuple[int, float]]:
    """The numbers of the quotes that share most with a text, most first, each with how like it is.

    The likeness is the logarithm of the bits that both have, and the part of either that these make up.
    """
    return _sharing(words, holding, READ, HARDLY_COVERED)


def worth_comparing(words: str, holding: Holding, number: int, *, both_ways: bool) -> list[tuple[int, float]]:
    """The same of a quote with a number of its own, without what chance brings among as many others.

    ``both_ways``: ``holding`` tells of all quotes, and not of those before it alone.
    """
    by_chance = HARDLY_COVERED + RISES * max(0.0, log2(number / FEW))
    return _sharing(words, holding, READ if both_ways else READ_ONE_WAY, by_chance)


def _sharing(words: str, holding: Holding, per_group: int, least: float) -> list[tuple[int, float]]:
    mine = grams(words)
    most = per_group * max(GROUPS, len(mine))
    shared: dict[int, int] = {}
    bits: dict[int, int] = {}
    read = 0
    for gram, telling in sorted(mine.items(), key=lambda item: -item[1]):
        found = holding(gram)
        for number, of_all in found:
            shared[number] = shared.get(number, 0) + telling
            bits[number] = of_all
        read += len(found)
        if read > most:
            break
    own = sum(mine.values())
    likeness = [
        (number, _likeness(common, own, bits[number]))
        for number, common in shared.items()
        if common >= least * min(own, bits[number])
    ]
    return sorted(likeness, key=lambda item: -item[1])[:LISTED]


def likeliest(here: Wording, found: Sequence[tuple[Wording, float]]) -> list[Wording]:
    """Those of some quotes of other articles that are likeliest to render one utterance, best first.

    ``found`` has with each how like its words are; who spoke counts with them, and how the words are arranged.
    """
    others = [(there, likeness) for there, likeness in found if there.article != here.article]
    heard = sorted(others, key=lambda item: -item[1] - _voice(here, item[0]))[:WEIGHED]
    weighed = [(decide(here, there).score, there) for there, _ in heard]
    hopeful = sorted((item for item in weighed if item[0] >= HOPE), key=lambda item: -item[0])
    return [there for _, there in hopeful]


def _likeness(common: int, own: int, other: int) -> float:
    less, more = sorted((own, other))
    return log2(1 + common) + COVERED * common / (less + SLACK) + BOTH_COVERED * common / (more + SLACK)


def _voice(here: Wording, there: Wording) -> float:
    return {True: VOICE, False: -VOICE, None: 0.0}[same_voice(here.speaker, there.speaker)]
