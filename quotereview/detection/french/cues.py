"""The French words that mark other words as speech: verbs in all their forms, "selon", nouns such as "message"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection.cues import Cue, CueSort
from quotereview.detection.french.mentions import Mentions

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = "fr/reporting_verbs"

_ENDINGS = ("e", "ent", "ait", "aient", "a", "èrent", "é", "ée", "és", "ées", "ant", "er", "era", "eront", "erait")
_ACCORDING = (("selon",), ("d'", "après"), ("à", "en", "croire"), ("aux", "yeux", "de"), ("dixit",), ("suivant",))
_INVERTED = re.compile(r"-(?:t-)?(?:ils?|elles?|on|je)$")
_PRONOUNS = frozenset({"il", "elle", "on", "ils", "elles"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_FIRST_WORDS = 5  # of a clause in which the verb of an aside must stand


class Cues:
    """All cues of an article outside its quotes, by token."""

    def __init__(self, mentions: Mentions) -> None:
        self._doc = mentions.parse.doc
        self._quoted = mentions.quoted
        self._found: dict[int, Cue] = {}
        for token in self._doc:
            cue = None if self._quoted[token.i] or token.i in self._found else self._read(token)
            if cue is not None:
                self._found[cue.head] = cue

    def at(self, token: int) -> Cue | None:
        """The cue that a token heads."""
        return self._found.get(token)

    def governing(self, token: "Token") -> Cue | None:
        """The cue at ``token``; any other verb that governs a quote counts as an unlisted one."""
        found = self._found.get(token.i)
        if found is None and not self._quoted[token.i] and (token.pos_ == "VERB" or follows_pronoun(token)):
            return self._of_verb(token, CueSort.UNLISTED)
        return found

    def _read(self, token: "Token") -> Cue | None:
        according = next((words for words in _ACCORDING if self._begins(token.i, words)), None)
        if according is not None:
            return Cue(token.i, token.i, token.i + len(according), CueSort.ACCORDING)
        sort = sort_of(token.lower_)
        if sort is not None and (token.pos_ in {"VERB", "AUX"} or self._stands_like_verb(token)):
            return self._of_verb(token, sort)
        if token.pos_ == "NOUN" and {token.lower_, token.lemma_.lower()} & lexicon.words(
            "fr/reporting_nouns", "speech"
        ):
            return Cue(token.i, token.i, token.i + 1, CueSort.NOUN)
        return None

    def _of_verb(self, token: "Token", sort: CueSort) -> Cue:
        """The cue of a verb with the auxiliary right before it."""
        first = token.i
        while first > 0 and self._doc[first - 1].pos_ == "AUX" and not self._quoted[first - 1]:
            first -= 1
        return Cue(token.i, first, token.i + 1, sort)

    def _begins(self, place: int, words: tuple[str, ...]) -> bool:
        return tuple(token.lower_ for token in self._doc[place : place + len(words)]) == words

    def _stands_like_verb(self, token: "Token") -> bool:
        """Whether a word that was taken for a noun stands where only a verb would.

        So does one inverted behind a quote's comma, tied to a pronoun, or between a name and a quote.
        """
        before = self._doc[max(0, token.i - 3) : token.i]
        follows = self._doc[token.i + 1] if token.i + 1 < len(self._doc) else None
        if follows is None:
            return False
        if follows.text.startswith("-") and len(follows) > 1:
            return True
        if token.is_sent_start and sort_of(token.lower_) is CueSort.NAMING and follows.lower_ in {"de", "d'"}:
            return True
        if len(before) and before[-1].pos_ == "PROPN" and (follows.is_quote or follows.lower_ in {"que", "qu'"}):
            return True
        closed = any(self._quoted[each.i] for each in before)
        subject = follows.pos_ in {"DET", "PROPN"} or follows.text[:1].isupper()
        return closed and subject and all(e.is_punct or self._quoted[e.i] for e in before)


def follows_pronoun(token: "Token") -> bool:
    """Whether a word stands behind the pronoun that is its subject, as only a verb does, whatever it was taken for."""
    before = token.nbor(-1) if token.i else None
    return before is not None and before.lower_ in _PRONOUNS and before.head == token and before.dep_ in _SUBJECTS


@cache
def sort_of(word: str) -> CueSort | None:
    """What sort of cue a verb's form is; None if it is that of no listed verb."""
    return _sorts().get(word)


def may_hold_aside(words: str) -> bool:
    """Whether a clause of quoted words may be the reporter's (« Il pleut, dit-elle, et il vente »)."""
    clauses = re.split(r"[,?!…]\s", words.replace("’", "'").lower())[1:]
    return any(_reports(clause.split()[:_FIRST_WORDS]) for clause in clauses)


def _reports(words: list[str]) -> bool:
    return any(sort_of(_INVERTED.sub("", word).strip(".,")) is CueSort.SAYING for word in words)


@cache
def _sorts() -> dict[str, CueSort]:
    """Form → sort for all forms of all listed verbs; the first section that has a verb gives its sort."""
    irregular = lexicon.pairs(VERBS, "irregular")
    found: dict[str, CueSort] = {}
    for sort in (CueSort.SAYING, CueSort.RELAYING, CueSort.NAMING, CueSort.THINKING):
        for verb in lexicon.words(VERBS, sort.value):
            for form in (verb, *irregular.get(verb, _regular(verb))):
                found.setdefault(form, sort)
    return found


def _regular(verb: str) -> tuple[str, ...]:
    """The third persons and participles of a verb in -er, with its changes of spelling (annoncer, appeler, répéter)."""
    stem = verb.removesuffix("er")
    if stem == verb:
        return ()
    softened = re.sub("c$", "ç", re.sub("g$", "ge", stem))
    stressed = re.sub(r"[eé](?=[^aeiouéè]+$)", "è", stem)
    doubled = stem + stem[-1] if verb.endswith(("appeler", "jeter")) else stressed
    forms = [(softened if ending[0] in "aâ" else stem) + ending for ending in _ENDINGS]
    return (*forms, *(strong + ending for strong in (stressed, doubled) for ending in ("e", "ent", "era")))
