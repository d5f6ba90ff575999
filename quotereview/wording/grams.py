"""The groups of words by which a quote is found among all others, as numbers that a store can keep.

A store that holds others than these is derived anew only with a new form of its tables: whoever changes what a text is
found by adds a step there.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from quotereview.wording.spelling import sounds
from quotereview.wording.words import RAREST, rarity

EVERYDAY = 8
"""Up to this rarity, in bits, a word is what anybody says in any sentence."""

BY_CHANCE = 14
"""So many bits of a group say nothing: among many quotes, several share it by chance."""

Group = tuple[str, ...]


def grams(text: str) -> dict[int, int]:
    """What a text is found by: groups of words as numbers, each with the bits that it says if another text has it.

    Two telling words with none between are numbered from 0 on; below 0 are three words in a row of which no two are
    telling, a word that is not known at all, and the whole of a text of one or two words.
    """
    words = sounds(text)
    found = {_number(group): _bits(group) for group in _telling(words)}
    return found | {~_number(group): _bits(group) for group in _others(words)}


def _telling(words: Sequence[str]) -> Iterator[Group]:
    telling = [word for word in words if rarity(word) > EVERYDAY]
    yield from ((word, after) for word, after in pairwise(telling) if word != after)


def _others(words: Sequence[str]) -> Iterator[Group]:
    for three in zip(words, words[1:], words[2:], strict=False):
        if sum(rarity(word) > EVERYDAY for word in three) < 2:
            yield three
    yield from ((word,) for word in words if rarity(word) >= RAREST and len(word) > 1)
    if 0 < len(words) < 3:
        yield tuple(words)


def _number(group: Group) -> int:
    """A number from 0 to 2**31 - 1."""
    return crc32(" ".join(group).encode()) >> 1


def _bits(group: Group) -> int:
    return max(1, sum(map(rarity, group)) - BY_CHANCE)
