"""Where two versions of a quote part: the stretches of words in which they are not the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from quotereview.wording.spelling import spoken
from quotereview.wording.words import Word

ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_SENTENCE_END = re.compile(r"[.!?:][\s”\"’']*$")
FEW = 3
"""Up to how many words two versions may have at an edge for them to be an edit, and not two cuts of a longer text."""


@dataclass(frozen=True)
class Version:
    """One version of a quote."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words as they are spoken."""
        return spoken(self.text)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The same as they are compared."""
        return tuple(word.folded for word in self.words)

    def printed(self, start: int, end: int) -> str:
        """The words from one number to another as they are printed."""
        return self.text[self.words[start].start : self.words[end - 1].end] if start < end else ""

    def between(self, start: int, end: int) -> str:
        """All that is printed from the word before ``start`` to the word at ``end``, these left out."""
        begin = self.words[start - 1].end if start else 0
        return self.text[begin : self.words[end].start if end < len(self.words) else len(self.text)]

    def opens_sentence(self, place: int) -> bool:
        """Whether a sentence starts with a word."""
        return place == 0 or bool(_SENTENCE_END.search(self.between(place, place)))

    def bracketed(self, start: int, end: int) -> bool:
        """Whether the words from one number to another all stand in brackets."""
        spans = [found.span() for found in _BRACKETS.finditer(self.text)]
        inside = (any(a < word.start and word.end < b for a, b in spans) for word in self.words[start:end])
        return start < end and all(inside)


@dataclass(frozen=True, slots=True)
class Part:
    """The words of one version in a stretch: from which number to which."""

    version: Version
    start: int
    end: int

    @property
    def words(self) -> tuple[str, ...]:
        """Its words as they are compared."""
        return self.version.folded[self.start : self.end]

    @property
    def printed(self) -> str:
        """Its words as they are printed."""
        return self.version.printed(self.start, self.end)

    def within(self, start: int, end: int) -> "Part":
        """Those of its words from one to another, counted from its own first."""
        return Part(self.version, self.start + start, self.start + end)

    @property
    def elided(self) -> bool:
        """Whether a mark shows that words were left out here."""
        return bool(ELLIPSIS.search(self.version.between(self.start, self.end)))

    @property
    def bracketed(self) -> bool:
        """Whether its words stand in brackets."""
        return self.version.bracketed(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where the versions part, with the words of each; ``opens`` and ``closes`` say that it is at an edge."""

    here: Part
    there: Part
    same: bool
    opens: bool
    closes: bool

    @property
    def parts(self) -> tuple[Part, Part]:
        """Both versions' words."""
        return self.here, self.there

    @property
    def trimmed(self) -> bool:
        """Whether it is what one cut of a longer text has and another has not."""
        sizes = [len(part.words) for part in self.parts]
        return (self.opens or self.closes) and not self.same and (min(sizes) == 0 or max(sizes) > FEW)


def stretches(here: str, there: str) -> Sequence[Stretch]:
    """Both versions from end to end: where they are the same, and where not; empty if they share no word."""
    mine, theirs = Version(here), Version(there)
    codes = SequenceMatcher(None, mine.folded, theirs.folded, autojunk=False).get_opcodes()
    if not any(code[0] == "equal" for code in codes):
        return ()
    return [
        Stretch(
            Part(mine, code[1], code[2]),
            Part(theirs, code[3], code[4]),
            same=code[0] == "equal",
            opens=place == 0,
            closes=place == len(codes) - 1,
        )
        for place, code in enumerate(codes)
    ]
