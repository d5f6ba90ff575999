"""Words as they would be spoken: one spelling for all of English, numbers as figures, short forms in full."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from quotereview import lexicon
from quotereview.folding import bare
from quotereview.wording.numerals import figures
from quotereview.wording.words import Word, fold, words

LIST = "spellings"
ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}
PREFIXES = frozenset({"e", "co", "re", "pre", "non", "anti", "mid", "semi", "multi", "on", "off"})
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})

_ISE = re.compile(r"(?<=\w{3})is(e|ed|er|ers|es|ing|ation|ations)$")
_SHORT_YEAR = re.compile(r"^(?:19|20)(\d\d)$")
_YSE = re.compile(r"(?<=\w{3})ys(e|ed|es|ing)$")


@lru_cache(maxsize=8192)
def spelled(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in one spelling, each number as one figure; short forms stay what they are."""
    return figures(text, [_in_one_spelling(word) for word in _joined(text, words(text))])


@lru_cache(maxsize=8192)
def spoken(text: str) -> tuple[Word, ...]:
    """The same with short forms in full ("we're" is "we", "are"), both words standing where the short form does."""
    return tuple(part for word in spelled(text) for part in _in_full(text, word))


@lru_cache(maxsize=8192)
def sounds(text: str) -> tuple[str, ...]:
    """The words of a quote as they are weighed: any article is one word, and a year its last two figures."""
    return tuple("the" if word.folded in ("a", "an") else _year(word.folded) for word in spoken(text))


def contracted(text: str, word: Word) -> bool:
    """Whether a word of ``text`` is a short form of several."""
    return len(_long_form(bare(text[word.start : word.end]))) > 1


def _joined(text: str, found: Iterable[Word]) -> list[Word]:
    """The words, those that one spelling parts and another does not as one: "co-operate", "21st"."""
    joined: list[Word] = []
    for word in found:
        if joined and _belongs(text, joined[-1], word):
            before = joined.pop()
            joined.append(Word(before.folded + word.folded, before.start, word.end))
        else:
            joined.append(word)
    return joined


def _belongs(text: str, before: Word, word: Word) -> bool:
    if word.start == before.end:
        return before.folded.isdigit() and word.folded in ORDINAL_ENDS
    return text[before.end : word.start] == "-" and before.folded in PREFIXES


def _in_one_spelling(word: Word) -> Word:
    american = _american(word.folded)
    return word if american == word.folded else Word(american, word.start, word.end)


def _in_full(text: str, word: Word) -> tuple[Word, ...]:
    printed = text[word.start : word.end]
    if printed.isalpha() and word.folded not in lexicon.pairs(LIST, "contractions"):
        return (word,)
    parts = _long_form(bare(printed))
    return tuple(replace(word, folded=part) for part in parts) if parts else (word,)


@lru_cache(maxsize=32768)
def _long_form(printed: str) -> tuple[str, ...]:
    """The words that a short form stands for, empty for any other word."""
    if known := lexicon.pairs(LIST, "contractions").get(printed):
        return known
    for ending, word in ENDINGS.items():
        if printed.endswith(ending) and len(printed) > len(ending):
            short = printed.removesuffix(ending)
            return *(_long_form(short) or (_american(fold(short)),)), word
    return ()


@lru_cache(maxsize=32768)
def _american(word: str) -> str:
    if known := _british().get(word):
        return known
    word = _our().sub(lambda found: found[0][:-2] + "r", word)
    return _YSE.sub(r"yz\1", _ISE.sub(r"iz\1", word))


def _year(word: str) -> str:
    found = _SHORT_YEAR.match(word)
    return found[1] if found else word


@cache
def _british() -> dict[str, str]:
    ordinals = lexicon.pairs(LIST, "ordinals")
    return {word: forms[0] for word, forms in (*lexicon.pairs(LIST, "british").items(), *ordinals.items())}


@cache
def _our() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(sorted(lexicon.words(LIST, 'our')))})")
