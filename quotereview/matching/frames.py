"""The words by which an article says on which occasion a quote was spoken: "(told reporters) in Velm on Tuesday"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quotereview import lexicon
from quotereview.model import Wording

LIST = "occasions"
FRAME = 300
"""How many characters before or behind a quote may belong to the sentence that tells who spoke."""

LEAD = 6
"""How many words may name the hearer, or the speaker, between the verb and what tells of the occasion."""

REACH = 10
"""How many words may tell of the occasion."""

ENDING = 3
"""How many words behind the verb may end the sentence before a quote: "told reporters"."""

_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?…][\"”’)]*\s+|\n|[“\"«]")
_CLOSING = re.compile(r"^[\s,.;:!?”’\"'»…)\]]+")
_OPENING = re.compile(r"[\s,:“‘\"'«([…]+$")
_TOKEN = re.compile(r"[A-Z]\.(?:[A-Z]\.)*|\w[\w’'-]*|[^\w\s]")

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Tokens = Sequence[str]


@lru_cache(maxsize=256)
def occasions(wording: Wording) -> tuple[str, ...]:
    """What the sentences around a quote tell of its occasion, nearest first; only what cannot mean something else."""
    before, *behind = sentences(wording)
    found = (*(told for part in behind for told in _behind_verb(part, inverted=True)), *_in_front(before))
    return tuple(told for told in found if told)


def sentences(wording: Wording) -> tuple[str, str, str]:
    """What stands before a quote in its sentence, between its first passages, and behind it; no other quoted words."""
    before = _SENTENCE_END.split(_OPENING.sub("", wording.before[-FRAME:]))[-1]
    return before, _sentence(wording.between), _sentence(wording.after[:FRAME])


def _sentence(text: str) -> str:
    return _SENTENCE_END.split(_CLOSING.sub("", text))[0]


def _in_front(text: str) -> Iterator[str]:
    """The occasion of a sentence that introduces a quote, at its start or behind the verb."""
    yield from _behind_verb(text, inverted=False)
    tokens = _TOKEN.findall(text)
    verb = _verb(tokens)
    if verb is None or len(tokens) - verb - 1 > ENDING:
        return
    *told, subject = _parts(tokens[:verb])
    if told and len(subject) <= LEAD and _opens(told):
        yield " , ".join(map(" ".join, told))


def _parts(tokens: Tokens) -> list[Tokens]:
    """What stands between commas, a word at the start that links to the sentence before left out."""
    start = int(bool(tokens) and tokens[0].lower() in _words("linking"))
    commas = [at for at in range(start, len(tokens)) if tokens[at] == ","]
    starts = [start, *(comma + 1 for comma in commas)]
    return [tokens[begin:end] for begin, end in zip(starts, [*commas, len(tokens)], strict=True)]


def _opens(parts: Sequence[Tokens]) -> bool:
    """Whether all that stands before the subject tells of the occasion, or is part of a name: "In Nashua, N.H."."""
    first, *others = (part[0] if part else "" for part in parts)
    opening = _words("opening", "starting")
    return first.lower() in opening and all(word[:1].isupper() or word in opening for word in others)


def _behind_verb(text: str, *, inverted: bool) -> Iterator[str]:
    """What stands behind the verb of saying; ``inverted``: the verb may come first, and the speaker behind it."""
    tokens = _TOKEN.findall(text)
    verb = _verb(tokens)
    if verb is None:
        return
    end = next((at for at in range(verb + 1, len(tokens)) if _ends(tokens, at)), len(tokens))
    if end < len(tokens) and tokens[end] in _words("happening"):
        return
    named = tokens[verb].lower() in _words("telling") or (inverted and verb == 0)
    start = next((at for at in range(verb + 1, end) if tokens[at].lower() in _words("opening").union(DAYS)), end)
    if start - verb - 1 <= (LEAD if named else 0):
        yield " ".join(tokens[start : min(end, start + REACH)])


def _verb(tokens: Tokens) -> int | None:
    """The place of the first verb of saying."""
    return next((at for at, token in enumerate(tokens) if token.lower() in _words("saying", "telling")), None)


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether what tells of the occasion is over."""
    token = tokens[at]
    return (
        not (token[0].isalnum() or _in_name(tokens, at))
        or token.lower() in _words("others")
        or token in _words("happening")
    )


def _in_name(tokens: Tokens, at: int) -> bool:
    """Whether a mark is the comma of "Nashua, N.H."."""
    around = tokens[at - 1 : at + 2 : 2]
    return (
        tokens[at] == ","
        and len(around) == 2
        and all(word[0].isupper() and word.lower() not in DAYS for word in around)
    )


def _words(*sections: str) -> frozenset[str]:
    return frozenset().union(*(lexicon.words(LIST, section) for section in sections))
