"""The words that turn a sentence when a quote loses or gains them: negations, numbers, hedges, dates."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from quotereview import lexicon
from quotereview.matching.stretches import Part, Version
from quotereview.matching.tenses import stem
from quotereview.model import Deviation
from quotereview.wording.spelling import spoken

LIST = "changes"
Words = tuple[str, ...]

LONGEST = 7
MAY = ("may",)
SECTIONS = {
    Deviation.NEGATION: "negations",
    Deviation.HEDGE: "hedges",
    Deviation.NUMBER: "quantities",
    Deviation.DATE: "days",
}
KINDS = (Deviation.NEGATION, Deviation.NUMBER, Deviation.HEDGE, Deviation.DATE)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that turn a sentence, from which number to which in their version; ``kind`` is None where they do not."""

    kind: Deviation | None
    words: Words
    start: int

    @property
    def end(self) -> int:
        """The number of the word after the last one."""
        return self.start + len(self.words)


@lru_cache(maxsize=1024)
def cues(words: Words) -> tuple[Cue, ...]:
    """All cues among words as they are spoken, in order, the longest at each place."""
    return tuple(_found(words))


def turned(here: Part, there: Part) -> dict[Deviation, tuple[Counter[str], Counter[str]]]:
    """The kinds of which two parts hold other cues, with the words of these in each.

    One negation is as good as another: "have no" and "do not have", "nobody" and "no one".
    """
    found = {kind: (_of(here, kind), _of(there, kind)) for kind in KINDS}
    return {kind: (_words(a), _words(b)) for kind, (a, b) in found.items() if not _alike(kind, a, b)}


def turns_round(here: Words, there: Words) -> bool:
    """Whether one word differs from the other by a syllable that turns it round, as "unable" and "able"."""
    if len(here) != 1 or len(there) != 1:
        return False
    short, long = sorted((here[0], there[0]), key=len)
    return len(short) > 2 and any(long == start + short for start in lexicon.words(LIST, "turning"))


@cache
def negations() -> frozenset[str]:
    """The single words that deny."""
    return frozenset(phrase[0] for phrase in _section(SECTIONS[Deviation.NEGATION]) if len(phrase) == 1)


def _found(words: Words) -> Iterator[Cue]:
    at = 0
    while at < len(words):
        found = _at(words, at)
        if found and found.kind:
            yield found
        at = found.end if found else at + 1


def _alike(kind: Deviation, here: Sequence[Cue], there: Sequence[Cue]) -> bool:
    return _stems(here) == _stems(there) or (kind is Deviation.NEGATION and len(here) == len(there))


def _stems(held: Iterable[Cue]) -> list[str]:
    return sorted(map(stem, _words(held).elements()))


def _words(held: Iterable[Cue]) -> Counter[str]:
    return Counter(word for cue in held for word in cue.words)


def _of(part: Part, kind: Deviation) -> list[Cue]:
    held = (cue for cue in cues(part.version.folded) if cue.start < part.end and part.start < cue.end)
    return [cue for cue in held if _meant(cue, part.version) is kind]


def _meant(cue: Cue, version: Version) -> Deviation | None:
    """The kind of a cue as it is printed: "May" within a sentence is the month."""
    month = cue.words == MAY and version.printed(cue.start, cue.end) == "May" and not version.opens_sentence(cue.start)
    return Deviation.DATE if month else cue.kind


def _at(words: Words, at: int) -> Cue | None:
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        phrase = words[at : at + size]
        if phrase in _phrases():
            return Cue(_phrases()[phrase], phrase, at)
        if phrase in _before_numbers() and words[at + size : at + size + 1] and words[at + size][0].isdecimal():
            return Cue(Deviation.HEDGE, phrase, at)
    return Cue(Deviation.NUMBER, words[at : at + 1], at) if words[at][0].isdecimal() else None


@cache
def _phrases() -> dict[Words, Deviation | None]:
    turning = {phrase: kind for kind, section in SECTIONS.items() for phrase in _section(section)}
    return {**turning, **dict.fromkeys(_section("turning_nothing"))}


@cache
def _before_numbers() -> frozenset[Words]:
    return frozenset(_section("before_numbers"))


def _section(name: str) -> Iterator[Words]:
    for entry in lexicon.words(LIST, name):
        yield tuple(word.folded for word in spoken(entry.replace("_", " ")))
