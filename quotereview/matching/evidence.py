"""What speaks for it that two quotes render one utterance, and not a stock phrase or chance: named, from 0 to 1."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from math import log2
from typing import NamedTuple

from quotereview.matching.alignment import Run, runs
from quotereview.matching.names import same_voice, surname
from quotereview.matching.stock import telling
from quotereview.model import Wording
from quotereview.wording.spelling import sounds
from quotereview.wording.words import fold, folded, rarity, weight

Words = tuple[str, ...]
Evidence = Mapping[str, float]

OF_WORDS = ("covered", "both covered", "six words in a row")
"""The evidence that is in the words alone."""

AROUND = 1500
"""How many characters on either side of a quote tell which story its article is about."""

BESIDE = 300
"""Within how many characters on either side the speaker of a quote may be named that names none."""

UNCOMMON = 11
"""From which rarity, in bits, a word around a quote tells which story it is."""

OTHER_STORY, ONE_STORY = 5.0, 7.0
"""Bits of uncommon words around both quotes, as a logarithm: up to the one they tell nothing, from the other all."""

FOUR, SIX = 4, 6
TERM = 2
"""Up to how many words anybody may choose them: of another speaker, they count as far as it is one story."""

EVERYDAY, WEIGHTIEST = 8, 256
"""Bits of words: up to the one they are what anybody says, and from the other on more of them say no more."""

DAYS, MONTHS = 14, 60

_LOWER = re.compile(r"\b[^\W\d_A-Z]{4,}\b")


class Shared(NamedTuple):
    """What two quotes share, in the same order: how many words, and how many in the longest run.

    ``said`` is how much these say in bits, stock phrases left out, ``said_in_run`` the same of the run. ``covered`` is
    the part that they make up of the one that says less, by rarity, ``both`` of the other. ``least`` is how many words
    the one that says less has; ``whole``: they are all in the run.
    """

    words: int
    run: int
    said: int
    said_in_run: int
    covered: float
    both: float
    least: int
    whole: bool


def shared(here: Words, there: Words) -> Shared:
    """What the words of two quotes (``sounds``) have in common, word by word, in the same order."""
    shorter, longer = sorted((here, there), key=lambda words: (_rarity(words), words))
    found = runs(shorter, longer)
    kept = tuple(word for run in found for word in _words(shorter, run))
    run = _words(shorter, max(found, key=lambda run: run.size, default=Run(0, 0, 0)))
    rarity_of_kept = sum(map(rarity, kept))
    return Shared(
        words=len(kept),
        run=len(run),
        said=weight(telling(kept)),
        said_in_run=weight(telling(run)),
        covered=rarity_of_kept / max(1, _rarity(shorter)),
        both=rarity_of_kept / max(1, _rarity(longer)),
        least=len(shorter),
        whole=len(run) == len(shorter) > 0,
    )


def weigh(here: Wording, there: Wording, words: Shared) -> Evidence:
    """All that speaks for one utterance, by name; what does not is left out or 0."""
    voice, story = same_voice(here.speaker, there.speaker), one_story(here, there)
    beside = not voice and _named_beside(here, there)
    return {**told(words, voice, story, beside=beside), **dated(here.published, there.published, story)}


def told(words: Shared, voice: bool | None, story: float, *, beside: bool) -> Evidence:
    """What words tell that two quotes share, by whether the same speaks, it is one story, and one is named beside.

    More words, more of a story and a name beside never tell less.
    """
    much, run = min(1.0, words.said / EVERYDAY), min(1.0, words.said_in_run / EVERYDAY)
    if not voice and words.least <= TERM:
        much *= story
    tells = log2(1 + min(words.said_in_run, WEIGHTIEST)) / log2(1 + WEIGHTIEST)
    covered = much * words.covered
    evidence = {
        "covered": covered,
        "both covered": much * words.both,
        "six words in a row": run * (words.run >= SIX),
        "one story": story,
        "one story, a telling run": story * tells,
    }
    if voice:
        evidence["same speaker, covered"] = covered
        evidence["same speaker, a telling run"] = tells
        evidence["same speaker, four words in a row"] = run * (words.run >= FOUR)
    elif beside:
        evidence["nobody named, but beside" if voice is None else "another speaker, named beside"] = 1.0
    if voice is None:
        evidence["nobody named, one story, all of it"] = story * words.whole
    return evidence


def dated(here: date | None, there: date | None, story: float) -> Evidence:
    """What the days of publication say; where one is unknown, how far both articles tell one story stands for it."""
    near = None if here is None or there is None else abs((here - there).days)
    return {
        "within two weeks": story if near is None else float(near <= DAYS),
        "months apart": float(near is not None and near > MONTHS),
    }


def words_alone(here: Wording, there: Wording) -> bool:
    """Whether nothing but their words is known of two quotes."""
    return not any(it.speaker or it.published or it.before or it.after for it in (here, there))


@lru_cache(maxsize=8192)
def one_story(here: Wording, there: Wording) -> float:
    """How far the words around two quotes show that their articles tell of one event, from 0 to 1.

    Names count for nothing: in one season, all papers write about the same people.
    """
    both = _around(here.before, here.after) & _around(there.before, there.after)
    both = both and both - {*sounds(here.words), *sounds(there.words)}
    bits = log2(1 + sum(rarity(word) - UNCOMMON + 1 for word in both))
    return min(1.0, max(0.0, (bits - OTHER_STORY) / (ONE_STORY - OTHER_STORY)))


def _words(words: Words, run: Run) -> Words:
    return words[run.here : run.here + run.size]


@lru_cache(maxsize=2048)
def _around(before: str, after: str) -> frozenset[str]:
    words = map(fold, _LOWER.findall(f"{before[-AROUND:]} {after[:AROUND]}"))
    return frozenset(word for word in words if rarity(word) >= UNCOMMON)


@lru_cache(maxsize=2048)
def _beside(before: str, after: str) -> frozenset[str]:
    return frozenset((*folded(before[-BESIDE:]), *folded(after[:BESIDE])))


def _named_beside(here: Wording, there: Wording) -> bool:
    """Whether the words around one quote name the speaker of the other."""
    mine, theirs = surname(here.speaker), surname(there.speaker)
    return mine in _beside(there.before, there.after) or theirs in _beside(here.before, here.after)


@lru_cache(maxsize=8192)
def _rarity(words: Words) -> int:
    return sum(map(rarity, words))
