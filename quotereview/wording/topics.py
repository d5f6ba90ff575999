"""The words that tell which event an article is about, as numbers that a store can keep, and how much each says.

Articles on one event share the uncommon words of their openings. How much that says goes by how rare the words are in
articles: the usual measure for finding news of one event (inverse document frequency and the cosine; J. Allan and
others, "Topic detection and tracking pilot study", 1998). A store that holds other words than these is derived anew
only with a new form of its tables.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import log2
from zlib import crc32

from quotereview.wording.words import rarity, words

OPENING = 1500
"""So many characters of an article tell its event; what comes later is background, which other events share."""

EVERYDAY, UNKNOWN = 8, 14
"""Bits of words: up to the one they tell nothing; a name or another word that is not known is as rare as the other."""

LONG = 300
"""So many words stand in an opening, about."""

KNOWN = 300
"""How much the rates of words are trusted: as so many articles that were read before."""

SHORTEST = 3

LETTERS = "\u3000"
"""From here on, in Unicode, letters are words, and are parted by nothing."""


def topic_words(headline: str | None, text: str) -> dict[int, int]:
    """The telling words of an article's headline and opening, as numbers, each with its rarity in bits.

    In scripts that do not part words, two letters side by side are one.
    """
    return {crc32(word.encode()): _bits(word) for word in dict(_words(headline, text)) if _bits(word) > EVERYDAY}


def in_common(here: tuple[str | None, str], there: tuple[str | None, str]) -> dict[int, str]:
    """The telling words that two articles, given by headline and text, begin with: as numbers, and as printed.

    They are in the order of the first, and as it has them.
    """
    shared = topic_words(*here).keys() & topic_words(*there).keys()
    found: dict[int, str] = {}
    for word, printed in _words(*here):
        if (number := crc32(word.encode())) in shared:
            found.setdefault(number, printed)
    return found


def says(bits: int, holding: int, articles: int) -> float:
    """How much it says that two articles share a word of a rarity, that ``holding`` of so many earlier articles have.

    0 or more, in bits.
    """
    expected = KNOWN * min(1.0, LONG * 2.0**-bits)
    return max(0.0, log2((KNOWN + articles + 1) / (expected + holding + 1)))


def _words(headline: str | None, text: str) -> Iterator[tuple[str, str]]:
    """The words with which an article begins, folded and as printed."""
    opening = f"{headline or ''}\n{text[:OPENING]}"
    found = words(opening)
    yield from ((word.folded, opening[word.start : word.end]) for word in found if len(word.folded) >= SHORTEST)
    for one, other in pairwise(found):
        if one.end == other.start and one.folded > LETTERS < other.folded:
            yield one.folded + other.folded, opening[one.start : other.end]


def _bits(word: str) -> int:
    return min(rarity(word), UNKNOWN)
