"""What is checked apart from the meaning where two quotes may say one thing in other words: negation, number, name.

Sentence embeddings hardly tell "we will" from "we will not", or thirty from forty. The words that are checked are
English; of other languages, the figures alone.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import decimal

from quotereview.matching.cues import cues, negations
from quotereview.matching.stretches import Version
from quotereview.model import Deviation, Difference
from quotereview.wording.spelling import spoken
from quotereview.wording.words import RAREST, rarity, words

KNOWN = 0.35
"""The share of its words, names aside, that an English text has in the list of how rare words are."""

Named = dict[str, str]
"""Folded words, each with one as it is printed."""


class Compared(NamedTuple):
    """A version's words, and those of them that are nearest to the other version in meaning."""

    words: str
    nearest: str


def checked(here: Compared, there: Compared, english: bool) -> tuple[Difference, ...]:
    """The negation that one version alone has, and the numbers and names of each where they have not one in common.

    Looked for in the words that are nearest, and missed only where all of the other version has no such thing.
    """
    return tuple(_checked(here, there, english))


def in_both(here: str, there: str) -> tuple[str, ...]:
    """The numbers and names that both versions have, as the first one prints them."""
    mine, theirs = _numbers(here) | _names(here), _numbers(there) | _names(there)
    return tuple(printed for word, printed in mine.items() if word in theirs)


@lru_cache(maxsize=2048)
def is_english(text: str) -> bool:
    """Whether the words of a text are English as far as they are known; names tell nothing."""
    found = [word.folded for word in words(text) if not text[word.start].isupper()]
    return sum(rarity(word) < RAREST for word in found) >= KNOWN * len(found) and text.lower() != text.upper()


def _checked(here: Compared, there: Compared, english: bool) -> Iterator[Difference]:
    denied = _negations(here.nearest), _negations(there.nearest)
    if english and ((denied[0] and not _negations(there.words)) or (denied[1] and not _negations(here.words))):
        yield Difference(Deviation.NEGATION, *denied)
    kinds = ((Deviation.NUMBER, _numbers), (Deviation.NAME, _names))
    for kind, held in kinds if english else kinds[:1]:
        mine, theirs = held(here.nearest), held(there.nearest)
        shared = (mine.keys() & held(there.words).keys()) | (theirs.keys() & held(here.words).keys())
        if mine and theirs and not shared:
            yield Difference(kind, ", ".join(mine.values()), ", ".join(theirs.values()))


@lru_cache(maxsize=2048)
def _negations(text: str) -> str:
    return ", ".join(" ".join(cue.words) for cue in cues(Version(text).folded) if cue.kind is Deviation.NEGATION)


@lru_cache(maxsize=2048)
def _numbers(text: str) -> Named:
    """The numbers, in words or figures; those of other scripts as they stand among ours."""
    found = (word for word in spoken(text) if word.folded[0].isdecimal())
    return {_figure(word.folded): text[word.start : word.end] for word in found}


def _figure(word: str) -> str:
    return "".join(str(decimal(char)) if char.isdecimal() else char for char in word)


@lru_cache(maxsize=2048)
def _names(text: str) -> Named:
    """The words with a capital that are in no list of words."""
    printed = {word.folded: text[word.start : word.end] for word in words(text)}
    return {
        word: form
        for word, form in printed.items()
        if form[0].isupper() and len(form) > 1 and rarity(word) >= RAREST and word not in negations()
    }
