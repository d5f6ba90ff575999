"""Whether two versions of a verb differ in tense alone: "is" and "was", "will close" and "closed"."""

import re
from collections.abc import Sequence
from functools import cache

from quotereview import lexicon

LIST = "changes"
TENSES = ("present", "past", "future")

_ENDINGS = ((re.compile(r"ie[sd]$"), "y"), (re.compile(r"(?<=\w\w)(?:ing|ed|es|s)$"), ""))
_DOUBLED = re.compile(r"([bdglmnprt])\1$")


def auxiliary(word: str) -> bool:
    """Whether a word carries a tense and says nothing else."""
    return any(word in lexicon.words(LIST, tense) for tense in (*TENSES, "forms"))


def other_tense(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether both are the same verb, and not in the same tense."""
    here, there = _one_word(here), _one_word(there)
    mine, theirs = ([word for word in words if not auxiliary(word)] for words in (here, there))
    if not here or not there or not same_stems(mine, theirs):
        return False
    return _tenses(here) != _tenses(there)


def _one_word(words: Sequence[str]) -> list[str]:
    """The words, "going to" being "will"."""
    return " ".join(words).replace("going to", "will").split()


def same_stems(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether two rows of words are the same but for their endings."""
    return [stem(word) for word in here] == [stem(word) for word in there]


@cache
def stem(word: str) -> str:
    """What is common to the forms of a word."""
    if known := _irregular().get(word):
        word = known[0]
    elif len(word) > 3:
        word = next((ending.sub(put, word) for ending, put in _ENDINGS if ending.search(word)), word)
    return _DOUBLED.sub(r"\1", word.removesuffix("e"))


def _tenses(words: Sequence[str]) -> frozenset[str]:
    return frozenset(found for word in words for found in _tense(word))


def _tense(word: str) -> tuple[str, ...]:
    listed = tuple(tense for tense in TENSES if word in lexicon.words(LIST, tense))
    if listed or word in lexicon.words(LIST, "forms"):
        return listed
    if known := _irregular().get(word):
        return (known[1],)
    return ("past",) if word.endswith("ed") else ("goes on",) if word.endswith("ing") else ()


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    """Each form of an irregular verb, with the verb and the tense."""
    verbs = lexicon.pairs(LIST, "irregular").items()
    past = {form: (verb, "past") for verb, forms in verbs for form in forms}
    return past | {verb: (verb, "present") for verb, _ in verbs if verb not in past}
