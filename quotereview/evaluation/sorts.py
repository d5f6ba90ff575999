"""The sorts of passages, cues and mentions by which figures are told apart; read off their words, without a parse."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from quotereview import lexicon
from quotereview.model import Span


class CueWord(StrEnum):
    """What sort of word says that somebody spoke."""

    SAY = "a usual say-verb (said, told, added)"
    VERB = "another verb (called, praised, hopes)"
    NOUN = "a noun (in a statement, his claim that)"
    ACCORDING = "according to"
    NONE = "no word (a colon, a dash, nothing)"


class Length(StrEnum):
    """How much of what somebody said a passage holds."""

    WORDS = "one or two words"
    FRAGMENT = "a fragment of a sentence"
    SENTENCE = "a sentence"
    SEVERAL = "several sentences"


class MentionSort(StrEnum):
    """How the text names a speaker."""

    NAME = "a name (Holt, Mayor Ana Holt)"
    PRONOUN = "a pronoun (he, they, I)"
    RELATIVE = "a relative pronoun (who)"
    POSSESSIVE = "a possessive (her, Holt’s)"
    NOUN = "a noun (the mayor, two officials)"


class Place(StrEnum):
    """Where a speaker's mention stands, seen from the passage."""

    BEFORE = "in the same paragraph, before"
    AFTER = "in the same paragraph, after"
    ELSEWHERE = "in another paragraph"


_WORD = re.compile(r"[^\W_][\w.’'-]*")
_ENDED = re.compile(r"[.!?…,;—–-][\"'’”)\]]*$")
_NEXT_SENTENCE = re.compile(r"[.!?…][\"'’”)\]]*\s+[\"'‘“(\[]*[A-Z0-9]")
_OWNED = re.compile(
    r"(?:\b(?:an?|the|his|her|their|its|my|our|your|this|that)|[’']s|s[’'])\s+(?:[\w-]+\s+)?$", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"(?:[’']s|s[’'])$")
_BEHIND_NAME = re.compile(r"[,;(\[]|\s(?:of|for|from|in|at|with|to|on|by|who|that|and|or|close|familiar)\s")

_IRREGULAR = {"said": "say", "told": "tell", "wrote": "write", "written": "write", "swore": "swear", "sang": "sing"}
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_RELATIVE = frozenset({"who", "which", "whom", "that", "what"})
_OWN = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})
_PRONOUN = re.compile(
    r"he|she|they|it|i|we|you|him|them|us|me|(?:him|her|it)self|themselves|this|these|those|one|another|others?|some"
    r"|many|both|all|no(?:body| one)|(?:some|every|any)(?:body|one)"
)


def cue_word(text: str, cue: Sequence[Span]) -> CueWord:
    """The sort of a cue, by the first of its words that tells."""
    found = [(word[0].lower(), span.start + word.start()) for span in cue for word in _WORD.finditer(span.of(text))]
    if not found:
        return CueWord.NONE
    if found[0][0] == "according":
        return CueWord.ACCORDING
    known = (_known(word, text[max(0, place - 40) : place]) for word, place in found)
    return next((sort for sort in known if sort is not None), CueWord.VERB)


def length(text: str, passage: Span) -> Length:
    """The length of a passage; it is a fragment if it begins in lower case or ends without a mark of any sort."""
    words = passage.of(text).strip()
    count, behind = len(words.split()), text[passage.end + 1 : passage.end + 2]
    if count < 3:
        return Length.WORDS
    if words[:1].islower() or not (_ENDED.search(words) or _ENDED.match(behind)):
        return Length.FRAGMENT
    return Length.SEVERAL if _NEXT_SENTENCE.search(words) else Length.SENTENCE


def mention_sort(text: str, mention: Span) -> MentionSort:
    """The sort of a mention; her and its count as possessives, a phrase with a name at its end as a name."""
    words = mention.of(text).strip()
    lower = words.lower()
    if lower in _OWN or _POSSESSIVE.search(lower) or _POSSESSIVE.match(text[mention.end : mention.end + 2]):
        return MentionSort.POSSESSIVE
    if lower in _RELATIVE:
        return MentionSort.RELATIVE
    if _PRONOUN.fullmatch(lower):
        return MentionSort.PRONOUN
    head = _WORD.findall(_BEHIND_NAME.split(words)[0] or words)[-1:]
    return MentionSort.NAME if head and not head[0].islower() else MentionSort.NOUN


def place(text: str, passage: Span, mention: Span) -> Place:
    """Where a mention stands, seen from a passage."""
    before = mention.start < passage.start
    between = text[mention.end : passage.start] if before else text[passage.end : mention.start]
    if "\n" in between:
        return Place.ELSEWHERE
    return Place.BEFORE if before else Place.AFTER


def _known(word: str, before: str) -> CueWord | None:
    """The sort of a word that the lists hold; one that is a verb and a noun is a noun behind an article or an owner."""
    forms = set(_lemmas(word))
    noun = forms & lexicon.words("reporting_nouns", "speech") and not word.endswith(("ed", "ing"))
    sections = [name for name in lexicon.sections("reporting_verbs") if forms & lexicon.words("reporting_verbs", name)]
    if noun and (not sections or _OWNED.search(before)):
        return CueWord.NOUN
    if "saying" in sections:
        return CueWord.SAY
    return CueWord.VERB if sections else None


def _lemmas(word: str) -> Iterator[str]:
    """What a word may be a form of."""
    yield _IRREGULAR.get(word, word)
    for ending, dropped in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem + dropped
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
