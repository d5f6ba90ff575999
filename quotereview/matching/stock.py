"""Which words of a quote are a stock phrase that anybody may use."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from quotereview import lexicon
from quotereview.wording.spelling import sounds

LIST = "stock_phrases"

Words = tuple[str, ...]


def telling(words: Sequence[str]) -> Words:
    """The words without the stock phrases among them."""
    kept: list[str] = []
    at = 0
    while at < len(words):
        phrase = next((size for size in _starting(words[at]) if _phrase(words[at : at + size])), 0)
        kept += [] if phrase else words[at : at + 1]
        at += phrase or 1
    return tuple(kept)


def _starting(word: str) -> Sequence[int]:
    """How long the phrases are that start with a word, the longest first."""
    return _lengths().get(word, ())


def _phrase(words: Sequence[str]) -> bool:
    return tuple(words) in _phrases()


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for phrase in _phrases():
        found[phrase[0]].add(len(phrase))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}


@cache
def _phrases() -> frozenset[Words]:
    listed = (phrase for section in lexicon.sections(LIST) for phrase in lexicon.words(LIST, section))
    return frozenset(sounds(phrase.replace("_", " ")) for phrase in listed)
