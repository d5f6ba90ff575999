"""Passages of gold and of proposals, and which of the ones answers which of the others."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotereview.model import Detection, Kind, Quote, Span, Zone

OPEN, CLOSE, STRAIGHT = "“„«", "”»", '"'
EDGES = f"{OPEN}{CLOSE}{STRAIGHT}‘’' \n\t"  # does not count when stretches are compared
ALIKE = 0.5  # of what two stretches cover together, how much both must

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(f"[{OPEN}{CLOSE}{STRAIGHT}]")


@dataclass(frozen=True, slots=True)
class Found:
    """A passage of a proposed quote; its span has no marks and white space at its edges."""

    span: Span
    quote: Quote

    @property
    def speech(self) -> bool:
        """Whether it is proposed as somebody's words."""
        return self.quote.kind is Kind.SPEECH


def found(text: str, detection: Detection) -> list[Found]:
    """The passages that were found in an article, in text order, without those in links to other stories."""
    quotes = (quote for quote in detection.quotes if quote.zone is not Zone.TEASER)
    pairs = ((passage.span, quote) for quote in quotes for passage in quote.passages)
    return [Found(trimmed(text, span), quote) for span, quote in sorted(pairs, key=lambda p: (p[0].start, -p[0].end))]


def between_marks(text: str) -> list[Span]:
    """The stretches between double marks, by the simplest rule, which owes nothing to the program's own.

    A mark that is not closed holds to the end of its paragraph.
    """
    spans = (span for paragraph in _PARAGRAPH.finditer(text) for span in _marked(text, *paragraph.span()))
    return [span for span in spans if span.of(text).strip()]


def trimmed(text: str, span: Span) -> Span:
    """A span without the marks and the white space at its edges."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end)


def covered(span: Span, parts: Iterable[Span]) -> int:
    """How many code points of a span lie in the parts, which do not overlap."""
    return sum(span.overlap(part) for part in parts)


def half_in(span: Span, parts: Iterable[Span]) -> bool:
    """Whether half of a span or more lies in the parts."""
    return 2 * covered(span, parts) >= len(span) > 0


def take(span: Span, guesses: Sequence[Found], taken: set[int]) -> Found | None:
    """The guess that is most like a span, if any is alike and none took it before; its index joins ``taken``."""
    free = [(_likeness(span, guess.span), place) for place, guess in enumerate(guesses) if place not in taken]
    likeness, place = max(free, default=(0.0, 0))
    if likeness < ALIKE:
        return None
    taken.add(place)
    return guesses[place]


def _likeness(a: Span, b: Span) -> float:
    """Of what two spans cover together, from the first one's start to the last one's end, how much both do."""
    shared = a.overlap(b)
    return shared / (max(a.end, b.end) - min(a.start, b.start)) if shared else 0.0


def _marked(text: str, start: int, end: int) -> Iterator[Span]:
    """The marked stretches of the paragraph from ``start`` to ``end``."""
    opened = None
    for mark in _MARK.finditer(text, start, end):
        opens = mark[0] in OPEN or (mark[0] == STRAIGHT and opened is None)
        if opens:
            opened = mark.end() if opened is None else opened
        elif opened is not None:
            yield Span(opened, mark.start())
            opened = None
    if opened is not None:
        yield Span(opened, end)
