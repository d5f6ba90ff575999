"""Slogans, mottos and what is written on things: told by the noun that words stand with."""

import re
from functools import cache

from quotereview import lexicon

NEAR = 30  # characters between a noun and the words behind it
FEW = 3  # words; fewer in lower case are what a slogan is called ("hollow" slogans)

_BORE = re.compile(
    r"\b(?:reads?|reading|said|saying|says|proclaim\w*|bearing|declar\w+|is|was|goes|went|became"
    r"|(?:emblazoned|printed|painted|scrawled|inscribed) with)\b[\s:,]*$|[:,—–]\s*$|^\s*$"
)
_OF = re.compile(r"^(?: of| such as| like)\s*$")
_SENTENCE_END = re.compile(r"[.!?…][\"'’”»)\]]*\s")
_CRIED = re.compile(r"\b(?:chant|shout|yell|scream)\w*\b[^.!?]*$|\bcried\b[^.!?]*$", re.IGNORECASE)
_STOPPED = re.compile(r"[.,;:…]$")
_BETWEEN = (
    r"(?:(?!(?:and|or|but|in|on|at|to|of|for|with|as|is|was|were|are|the|an?|his|her|its|their|that|this)\s)"
    r"[\w’'-]+(?<!ing)(?<!ed)\s)?"
)
_SO_CALLED = (
    r",?\s(?:(?:is|was|remains|remained|(?:ha[sd]\s)?become|becomes|became|as)\s)?"
    r"(?:an?|the|his|her|its|our|their|my|[A-Z][\w-]*[’']s?)\s(?:[\w’'-]+\s){0,2}?"
)
_NOUN_ENDS = r"(?=[,.;:)—–]|\s(?:of|for|that|which|on|in|at|by|since|when|and|goes|went|has|used|coined)\b|\s*$)"


def borne(words: str, before: str, after: str) -> str | None:
    """The noun that makes marked words a slogan, or what is written on a thing; None if there is none.

    It stands in the text ``before`` them (a banner reading “…”) or ``after`` them (“…” hats; “…,” the town’s motto).
    What people chant or shout is theirs, whatever it is called.
    """
    if _CRIED.search(before):
        return None
    return _before(before) or _behind(words, after) or _apposed(after)


def _before(before: str) -> str | None:
    nouns = list(_nouns("bearers", "slogans").finditer(before))
    if not nouns:
        return None
    noun = nouns[-1].group()
    between = before[nouns[-1].end() :]
    if len(between) >= NEAR or _SENTENCE_END.search(between):
        return None
    listed = _nouns("slogans").fullmatch(noun) and _OF.search(between)
    return noun if listed or _BORE.search(between) else None


def _behind(words: str, after: str) -> str | None:
    """A noun right behind words that are capitalised, or for a slogan more than a few."""
    if _STOPPED.search(words):
        return None
    whole = not words[0].islower()
    sections = ("bearers", "slogans", "nicknames") if whole else ("slogans", "nicknames")
    found = _behind_it(*sections).match(after) if whole or len(words.split()) >= FEW else None
    return found.group(1) if found else None


def _apposed(after: str) -> str | None:
    found = _called_so().match(after)
    return found.group(1) if found else None


@cache
def _nouns(*sections: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(*sections)})\b", re.IGNORECASE)


@cache
def _behind_it(*sections: str) -> re.Pattern[str]:
    return re.compile(rf"\s{_BETWEEN}({_any_of(*sections)})(?![\w’'-])")


@cache
def _called_so() -> re.Pattern[str]:
    return re.compile(rf"{_SO_CALLED}({_any_of('slogans')})(?![\w’'-]){_NOUN_ENDS}")


def _any_of(*sections: str) -> str:
    return lexicon.either(lexicon.phrases("works", *sections))
