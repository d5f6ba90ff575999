"""The reporter's own text: quoted words blanked out, cut into sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quotereview.detection import paragraphs
from quotereview.detection.parts import Marked
from quotereview.model import Span

BLANK = "·"
LONGEST = 2_000  # characters looked at as one sentence, so that a text without stops costs no more than another

_ABBREVIATION = re.compile(
    r"(?:\b[A-WYZ]|\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Maj|Adm|St|Mt|Jr|Sr|No|vs|etc|Inc|Corp|Co"
    r"|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Fla|Calif|Ariz|Mich|Pa|Va|Mass|Conn|Ill|Wis|Minn|Tenn|Ala|Ga|Colo"
    r"|[ap]\.m|i\.e|e\.g))\.$"
)
_BOUNDARY = re.compile(
    rf"[.!?…][\"”’»'\)\]]*(?:\s+(?=(?:«\s)?[\"“‘«'(\[•]*[A-ZÀ-Þ0-9{BLANK}])|(?=[\"“‘«'{{]{BLANK}))|(?<=[a-z0-9]{{2}})[.!?](?=[A-Z][a-z])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the reporter's text, ``words`` blanked where it quotes; ``paragraph`` counts from 0."""

    span: Span
    words: str
    paragraph: int


@dataclass(frozen=True)
class Reporter:
    """The article's text with its quotes blanked (offsets kept) and its sentences in order."""

    text: str
    sentences: tuple[Sentence, ...]

    def index_at(self, offset: int) -> int:
        """The index of the sentence that holds ``offset``, or of the last one before it; -1 if there is none."""
        return bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1

    def touching(self, span: Span) -> range:
        """The indices of the sentences that ``span`` touches."""
        first = max(0, self.index_at(span.start))
        return range(first, max(first, self.index_at(max(span.start, span.end - 1))) + 1)


def reporter(text: str, quoted: Iterable[Marked]) -> Reporter:
    """The reporter's text of an article in which the ``quoted`` passages are blanked."""
    blanked = _blanked(text, quoted)
    found = [
        Sentence(span, span.of(blanked), number)
        for number, paragraph in enumerate(paragraphs.split(text))
        for span in _cut(blanked, paragraph)
    ]
    return Reporter(blanked, tuple(found))


def _blanked(text: str, quoted: Iterable[Marked]) -> str:
    """The text with quoted words replaced one for one, their last punctuation kept to show where sentences end."""
    letters = list(text)
    for mark in quoted:
        start, end = mark.span
        if text[end - 1] in ".,!?…":
            end -= 1
        for at in range(start, end):
            if text[at] not in "\r\n":
                letters[at] = BLANK
    return "".join(letters)


def _cut(blanked: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _BOUNDARY.finditer(blanked, paragraph.start, paragraph.end):
        if _ABBREVIATION.search(blanked, max(start, match.start() - 8), match.start() + 1):
            continue
        yield from _bearable(start, match.end())
        start = match.end()
    yield from _bearable(start, paragraph.end)


def _bearable(start: int, end: int) -> Iterator[Span]:
    """A sentence in one piece, unless it is beyond all measure."""
    for at in range(start, end, LONGEST):
        yield Span(at, min(at + LONGEST, end))
