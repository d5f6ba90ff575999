"""Whether two quotes could match at all, told from their words without looking at what stands in a row."""

from collections import Counter
from math import log2

from quotereview.matching.decide import BASE, chance, shipped
from quotereview.matching.evidence import EVERYDAY, FOUR, SIX, WEIGHTIEST, Evidence, Words, dated, words_alone
from quotereview.matching.names import same_voice
from quotereview.model import Wording
from quotereview.wording.words import rarity, weight


def could_match(here: Wording, there: Wording, mine: Words, theirs: Words) -> bool:
    """Whether anything that the words around two quotes tell could make them match; with the words of both, as weighed.

    Most of what shares some words by chance could not, which is far quicker to tell than what they have in a row.
    """
    if words_alone(here, there):
        return True
    weights = shipped().match
    found = _at_most(same_voice(here.speaker, there.speaker), mine, theirs)
    total = sum(max(0.0, weights.get(name, 0.0)) * value for name, value in found.items())
    days = sum(weights.get(name, 0.0) * value for name, value in dated(here, there, 1.0).items())
    return chance({BASE: weights[BASE] + total + days}, {}) >= shipped().enough


def _at_most(voice: bool | None, here: Words, there: Words) -> Evidence:
    """The most that each piece of evidence can be, but for the days of both."""
    both = Counter(here) & Counter(there)
    shared, number = sum(rarity(word) * times for word, times in both.items()), both.total()
    less, more = sorted((sum(map(rarity, here)), sum(map(rarity, there))))
    said = weight(both.elements())
    much, tells = min(1.0, said / EVERYDAY), log2(1 + min(said, WEIGHTIEST)) / log2(1 + WEIGHTIEST)
    covered = much * shared / max(1, less)
    found = {
        "covered": covered,
        "both covered": much * shared / max(1, more),
        "six words in a row": much * (number >= SIX),
        "one story": 1.0,
        "one story, a telling run": tells,
    }
    if voice:
        own = {"covered": covered, "a telling run": tells, "four words in a row": much * (number >= FOUR)}
        return found | {f"same speaker, {name}": value for name, value in own.items()}
    if voice is None:
        whole = number >= min(len(here), len(there))
        return found | {"nobody named, but beside": 1.0, "nobody named, one story, all of it": float(whole)}
    return found | {"another speaker, named beside": 1.0}
