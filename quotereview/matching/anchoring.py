"""Where the quotes of an article stand in another edition of it: by their exact words and what stands around them.

A quote is found again only where its words are the same, in the order of the texts, and nothing around them was
changed that could say that somebody else speaks; anything else is left for an editor to decide. That words alone are
not enough, and that context before and after tells like ones apart, is the experience of annotating web pages
(A. J. B. Brush et al., "Robust annotation positioning in digital documents", 2001; the Web Annotation Data Model of
the W3C, 2017, section 4.2.4).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from quotereview.folding import bare
from quotereview.matching.names import PARTICLES
from quotereview.matching.tokens import Stretch, Token, sentences, tokens
from quotereview.model import Span
from quotereview.wording.words import folded, weight

TELLING_WORDS = 5
TELLING_WEIGHT = 12
"""Words that are as many and as rare as this are not said twice by chance."""

NEAR = 6
"""Words and marks on either side that have to be the same, within the paragraph."""

BEFORE = 20
"""Words and marks before it that have to be the same, too, where the words tell less: the question that they answer."""

UNNAMED = 40
"""The same where nothing near names the speaker."""

SAME_BREATH = 60
"""Words and marks up to which what names the speaker is near; all between it and the quote has to be the same."""

MOST = 4_000_000
"""Pairs of words that are compared one by one; what was written anew at greater length is held for new."""

_PARTS = re.compile(r"[\s·・]+")
"""What stands between the parts of a name."""


class Why(StrEnum):
    """Why a quote was not found again."""

    GONE = "These words are not in the new edition."
    CHANGED = "These words were changed in the new edition."
    MOVED = "The same words stand in the new edition, but in another place, where they may be others."
    AROUND = "What stands around these words was changed, so that somebody else may say them there."
    NAMED = "What told who speaks, or through whom it came, was changed."
    TWICE = "The same words stand there more than once, and nothing tells for sure which of them these are."


@dataclass(frozen=True, slots=True)
class Sought:
    """A quote of the older edition: where its passages stand, and the places that tell whose words they are.

    ``speaker`` is who said it, empty for nobody known; None where it makes no difference who did.
    """

    passages: tuple[Span, ...]
    evidence: tuple[Span, ...] = ()
    speaker: str | None = None


class TwoTexts:
    """Two texts of one article, aligned."""

    def __init__(self, older: str, newer: str) -> None:
        self._older, self._newer = tokens(older), tokens(newer)
        self._sentences = sentences(self._older)
        self._to = _aligned(self._older, self._newer)

    def moved(self, span: Span) -> Span | None:
        """Where a stretch of the older text stands in the newer one, if it is the same and in its place there."""
        run = self._run(span)
        if not len(run) or not self._unchanged(run):
            return None
        first, last = self._to[run.start], self._to[run.end - 1]
        return Span(self._newer[first].start, self._newer[last].end)

    def anchor(self, sought: Sought) -> tuple[Span, ...] | Why:
        """Where the passages of a quote stand in the newer text, or why that is not sure."""
        words = [self._run(passage) for passage in sought.passages]
        for run in words:
            if not len(run) or not self._unchanged(run):
                return self._why_not(run)
        if not self._unchanged(_whole(words)):
            return Why.AROUND
        if why := self._other_words_around(sought, words):
            return why
        places = [self.moved(passage) for passage in sought.passages]
        return tuple(place for place in places if place is not None)

    def _other_words_around(self, sought: Sought, words: Sequence[Stretch]) -> Why | None:
        whole = _whole(words)
        if not self._unchanged(self._sentence(whole).to(self._near(whole))):
            return Why.AROUND
        if not all(self._unchanged(each) for each in self._telling_who(sought, words)):
            return Why.NAMED
        alone = all(self._count(run) == (1, 1) for run in words)
        if alone and any(self._telling(run) for run in words):
            return None
        far = Stretch(max(0, whole.start - BEFORE), self._near(whole).end)
        if not self._unchanged(far):
            return Why.AROUND if alone else Why.TWICE
        return None if alone or self._count(far) == (1, 1) else Why.TWICE

    # What has to be the same

    def _near(self, run: Stretch) -> Stretch:
        """A run with some words around it, up to the edges of its paragraph."""
        paragraph = self._paragraph(run)
        return Stretch(max(paragraph.start, run.start - NEAR), min(paragraph.end, run.end + NEAR))

    def _telling_who(self, sought: Sought, words: Sequence[Stretch]) -> Iterator[Stretch]:
        """What tells whose words these are: the sentences of the evidence, and all up to where the speaker is named."""
        whole = _whole(words)
        for place in sought.evidence:
            sentence = self._sentence(self._run(place))
            yield sentence.to(whole) if sentence.gap(whole) <= SAME_BREATH else sentence
        if sought.speaker is not None:
            named = self._named(sought.speaker, words)
            yield self._sentence(named).to(whole) if named else Stretch(max(0, whole.start - UNNAMED), whole.end)

    def _named(self, speaker: str, words: Sequence[Stretch]) -> Stretch | None:
        """Where the speaker is named nearest: in the same paragraph, or before it."""
        whole = _whole(words)
        paragraph = self._paragraph(whole)
        start = min(paragraph.start, max(0, whole.start - SAME_BREATH))
        parts = [
            [_bare(token) for token in tokens(part)] for part in _PARTS.split(speaker) if bare(part) not in PARTICLES
        ]
        plain = [_bare(token) for token in self._older[start : paragraph.end]]
        found = [
            Stretch(start + at, start + at + len(part))
            for part in parts
            for at in range(len(plain) - len(part) + 1)
            if part and plain[at : at + len(part)] == part
        ]
        outside = [one for one in found if not any(one.within(run) for run in words)]
        return min(outside, key=whole.gap, default=None)

    def _paragraph(self, run: Stretch) -> Stretch:
        start, end = run.start, run.end
        while not self._older[start].begins_paragraph:
            start -= 1
        while end < len(self._older) and not self._older[end].begins_paragraph:
            end += 1
        return Stretch(start, end)

    def _sentence(self, run: Stretch) -> Stretch:
        """A run filled up to whole sentences."""
        touched = [one for one in self._sentences if one.start < run.end and run.start < one.end]
        return Stretch(touched[0].start, touched[-1].end) if touched else run

    def _telling(self, run: Stretch) -> bool:
        words = folded(" ".join(token.plain for token in self._older[run.start : run.end]))
        return len(words) >= TELLING_WORDS and weight(words) >= TELLING_WEIGHT

    # How the texts compare

    def _run(self, span: Span) -> Stretch:
        """The tokens that lie in a stretch of the older text, those that it cuts among them."""
        first = bisect_right(self._older, span.start, key=lambda token: token.end)
        last = bisect_left(self._older, span.end, key=lambda token: token.start)
        return Stretch(first, max(first, last))

    def _unchanged(self, run: Stretch) -> bool:
        """Whether all of a run stands in the newer text, in its place, with nothing put between."""
        to = self._to[run.start : run.end]
        return all(place >= 0 for place in to) and all(after == place + 1 for place, after in pairwise(to))

    def _count(self, run: Stretch) -> tuple[int, int]:
        """How often the same words stand in the older text, and in the newer one."""
        wanted = _joined(self._older[run.start : run.end])
        return _times(wanted, self._older_joined), _times(wanted, self._newer_joined)

    @cached_property
    def _older_joined(self) -> str:
        return _joined(self._older)

    @cached_property
    def _newer_joined(self) -> str:
        return _joined(self._newer)

    def _why_not(self, run: Stretch) -> Why:
        if not len(run):
            return Why.GONE
        if self._count(run)[1]:
            return Why.MOVED
        kept = sum(place >= 0 for place in self._to[run.start : run.end])
        return Why.CHANGED if kept * 2 >= len(run) else Why.GONE


def _bare(token: Token) -> str:
    return bare(token.plain).removesuffix("'s")


def _joined(found: Sequence[Token]) -> str:
    return f"\0{chr(0).join(token.plain for token in found)}\0"


def _times(wanted: str, text: str) -> int:
    """How often joined tokens stand in others, runs that overlap included."""
    count, at = 0, text.find(wanted)
    while at >= 0:
        count, at = count + 1, text.find(wanted, at + 1)
    return count


def _aligned(older: Sequence[Token], newer: Sequence[Token]) -> list[int]:
    """For each token of the older text which one of the newer it is, -1 for none; in the order of both."""
    to = [-1] * len(older)
    for here, there in _alike(older, newer):
        for step in range(len(here)):
            to[here.start + step] = there.start + step
    return to


def _alike(older: Sequence[Token], newer: Sequence[Token]) -> Iterator[tuple[Stretch, Stretch]]:
    """The stretches that two texts share, sentence by sentence, and word by word in what stands between."""
    mine, theirs = sentences(older), sentences(newer)
    matcher = SequenceMatcher(None, _plain(older, mine), _plain(newer, theirs), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        here, there = _whole(mine[a:b]), _whole(theirs[c:d])
        if tag == "equal":
            yield here, there
        elif tag == "replace" and len(here) * len(there) <= MOST:
            yield from _alike_words(older, newer, here, there)


def _alike_words(
    older: Sequence[Token], newer: Sequence[Token], here: Stretch, there: Stretch
) -> Iterator[tuple[Stretch, Stretch]]:
    mine, theirs = (
        [token.plain for token in found] for found in (older[here.start : here.end], newer[there.start : there.end])
    )
    for a, b, size in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        yield Stretch(here.start + a, here.start + a + size), Stretch(there.start + b, there.start + b + size)


def _plain(found: Sequence[Token], of: Sequence[Stretch]) -> list[tuple[str, ...]]:
    return [tuple(token.plain for token in found[one.start : one.end]) for one in of]


def _whole(found: Sequence[Stretch]) -> Stretch:
    return Stretch(found[0].start, found[-1].end) if found else Stretch(0, 0)
