"""The words that mark other words as speech: reporting verbs, "according to", reporting nouns."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection.candidates import Mentions
from quotereview.detection.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG", "VB"})
_UNMISTAKABLE = frozenset(
    {"said", "says", "told", "tweeted", "tweets", "wrote", "added", "asked", "replied", "quipped"}
)
_MISTAKEN = frozenset({"read", "write"})  # verbs that the parse takes for nouns now and then, beside those in -s
_COMPLETED = {"put": frozenset({"it", "this", "that"}), "go": frozenset({"on", "further", ",", ":"})}
_NAMING = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM"})
_GOING_ON = _NAMING - {"DET"} | {"VERB", "AUX"}
LONGEST_NAMED = 5  # tokens that name who says it, between a quote and a verb


class CueSort(StrEnum):
    """What sort of cue it is; the lexicon's sections give the verbs."""

    SAYING = "saying"
    RELAYING = "relaying"
    NAMING = "naming"
    THINKING = "thinking"
    WEAK = "weak"
    ACCORDING = "according"
    NOUN = "noun"
    UNLISTED = "unlisted"


TELLING = frozenset({CueSort.SAYING, CueSort.RELAYING})
"""Sorts that report whole clauses."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with its main token and the half-open range of its tokens."""

    head: int
    first: int
    last: int
    sort: CueSort


class Cues:
    """All cues of an article outside its quotes, by token."""

    def __init__(self, parse: Parse, mentions: Mentions) -> None:
        self._parse = parse
        self._doc = parse.doc
        self._quoted = mentions.quoted
        self._found: dict[int, Cue] = {}
        for token in parse.doc:
            sort = None if self._quoted[token.i] else self._sort(token)
            if sort is not None:
                last = token.i + 2 if sort is CueSort.ACCORDING else token.i + 1
                self._found[token.i] = Cue(token.i, token.i, last, sort)

    def at(self, token: int) -> Cue | None:
        """The cue that a token heads."""
        return self._found.get(token)

    def _sort(self, token: "Token") -> CueSort | None:
        mistaken = token.tag_ == "NNS" or token.lower_ in _MISTAKEN
        return (_verb_sort(token.lemma_.lower()) if mistaken and self._ends_clause(token) else None) or _sort(token)

    def _ends_clause(self, noun: "Token") -> bool:
        """Whether a noun is a verb: all between it and a quote names who says it (“It holds,” the two plans state.)."""
        doc, first = self._doc, noun.i
        while first > max(0, noun.i - LONGEST_NAMED) and doc[first - 1].pos_ in _NAMING:
            first -= 1
        named = first < noun.i and (
            doc[first].pos_ == "DET" or all(token.pos_ == "PROPN" for token in doc[first : noun.i])
        )
        ends = noun.i + 1 == len(doc) or doc[noun.i + 1].pos_ not in _GOING_ON
        closed = first > 1 and doc[first - 1].is_quote and bool(self._quoted[first - 2])
        return named and ends and closed and self._parse.segment(first - 2) == self._parse.segment(noun.i)

    def governing(self, token: "Token") -> Cue | None:
        """The cue at ``token``; any other verb that governs a quote counts as an unlisted one."""
        if self._quoted[token.i]:
            return None
        found = self._found.get(token.i)
        if found is None and token.pos_ in {"VERB", "AUX"}:
            return Cue(token.i, token.i, token.i + 1, CueSort.UNLISTED)
        return found


def _sort(token: "Token") -> CueSort | None:
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        return CueSort.ACCORDING
    if token.lemma_.lower() in _COMPLETED and not _is_completed(token):
        return None
    if token.tag_ in _VERB_TAGS or token.lower_ in _UNMISTAKABLE:
        return _verb_sort(token.lemma_.lower()) or _verb_sort(_said(token.lower_))
    if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in lexicon.words("reporting_nouns", "speech"):
        return CueSort.NOUN
    return None


def _is_completed(verb: "Token") -> bool:
    """Whether a verb that says something only together with another word has it (put it, went on, she goes, “…”)."""
    wanted = _COMPLETED[verb.lemma_.lower()]
    return any(token.lower_ in wanted for token in verb.doc[verb.i + 1 : verb.i + 4])


def _said(word: str) -> str:
    return {"said": "say", "told": "tell", "wrote": "write"}.get(word, word.removesuffix("ed"))


@cache
def _verb_sort(lemma: str) -> CueSort | None:
    for sort in (CueSort.RELAYING, CueSort.SAYING, CueSort.NAMING, CueSort.THINKING, CueSort.WEAK):
        if lemma in lexicon.words("reporting_verbs", sort.value):
            return sort
    return None
