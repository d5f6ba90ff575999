"""Words as they are compared: without case, punctuation, accents and possessives, and with how rare each is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from quotereview import lexicon
from quotereview.folding import bare

RAREST = 16
SHORT_WORD = 6
COMMON = 7

_ACCENTS = r"\u0300-\u036f"
_POINTS = r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # of Hebrew
_VOWELS = r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"  # of Arabic
_LETTERS = rf"(?:[^\W_]++[{_ACCENTS}{_POINTS}{_VOWELS}]*+)+"
"""Letters with what combines with them."""
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # an abbreviation: U.S.
    r"|\d+(?:[.,:]\d+)*"  # a figure: 1,200.5
    r"|[\u3040-\u30ff\u3400-\u9fff]"  # scripts that do not part words: each character
    rf"|{_LETTERS}(?:['’‘ʼ]{_LETTERS})*"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands in the words it was taken from."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[Word, ...]:
    """The words of ``text``, in order."""
    return tuple(Word(fold(found.group()), *found.span()) for found in _WORD.finditer(text))


@lru_cache(maxsize=8192)
def folded(text: str) -> tuple[str, ...]:
    """The words of ``text`` as they are compared."""
    return tuple(word.folded for word in words(text))


def fold(word: str) -> str:
    """A word without what may differ between two prints of it."""
    plain = bare(word)
    return plain.replace(",", "") if plain[:1].isdigit() else plain.replace(".", "").removesuffix("'s")


def rarity(word: str) -> int:
    """How rare a folded word is, in bits: about one word of news in 2 to that power."""
    return _rates()[word]


def rarities(words: Iterable[str]) -> list[int]:
    """The same of several words, more quickly."""
    return list(map(_rates().__getitem__, words))


def weight(words: Iterable[str]) -> int:
    """How much it says that two quotes share these folded words: the bits of the uncommon ones."""
    return sum(bits - COMMON for bits in rarities(words) if bits > COMMON)


class _Rates(dict[str, int]):
    """How rare each word is that is known, and any other."""

    def __missing__(self, word: str) -> int:
        return RAREST


@cache
def _rates() -> _Rates:
    listed = {word: int(bits) for bits in lexicon.sections("word_rates") for word in lexicon.words("word_rates", bits)}
    short = dict.fromkeys(map(chr, range(128)), SHORT_WORD)
    return _Rates(listed | short)
