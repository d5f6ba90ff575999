"""What of each quote is marked in the article's text, in code points, before anything is drawn."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quotereview.folding import Folded
from quotereview.model import Quote, Source, Span, StandingQuote

_MARK = "“”„‟\"‘’‚‛'«»‹›「」『』﹁﹂〝〞〟＂`´"
OPENS = re.compile(f"(?:``|''|[«»‹›][\u00a0\u202f]|[{_MARK}])\\Z")
CLOSES = re.compile(f"(?:``|''|[\u00a0\u202f][«»‹›]|[{_MARK}])")


NEARBY = 300
"""Code points around a cue in which to look for whom the words were spoken to."""


def with_marks(text: str, passage: Span) -> Span:
    """The passage together with the quotation marks that stand directly around it, if any."""
    before = text[max(0, passage.start - 2) : passage.start]
    opening, closing = OPENS.search(before), CLOSES.match(text, passage.end)
    start = passage.start - len(opening.group()) if opening else passage.start
    return Span(start, closing.end() if closing else passage.end)


def addressee_place(text: str, quote: Quote) -> Span | None:
    """Where the one who was spoken to is named: next to the cue, else next to the quote; None if not nearby."""
    if not quote.addressee:
        return None
    anchor = quote.cue.end if quote.cue else quote.span.start
    first = max(0, anchor - NEARBY)
    found = Folded(text[first : anchor + NEARBY]).find_name(quote.addressee)
    places = (Span(first + span.start, first + span.end) for span in found)
    return min(places, key=lambda span: abs(span.start - anchor), default=None)


@dataclass(frozen=True, slots=True)
class Placed:
    """A quote and where its passages stand in the text, quotation marks included."""

    quote: StandingQuote
    passages: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the first passage opens."""
        return self.passages[0].start

    @property
    def span(self) -> Span:
        """From the first passage's opening to the last one's end."""
        return Span(self.start, self.passages[-1].end)


def placed(text: str, quotes: Iterable[StandingQuote], before: Iterable[Placed] = ()) -> tuple[Placed, ...]:
    """The quotes in the order of the text, those that do not lie inside it left out.

    ``before``: where quotes were placed in the same text; one that still stands so is not looked for again.
    """
    known = {id(one.quote): one for one in before}
    found = []
    for quote in quotes:
        one = known.get(id(quote)) or Placed(
            quote, tuple(with_marks(text, passage.span) for passage in quote.ruling.passages)
        )
        if one.passages and one.passages[-1].end <= len(text):
            found.append(one)
    return tuple(sorted(found, key=lambda one: (one.start, -one.span.end)))


def quote_at(quotes: Iterable[Placed], offset: int) -> Placed | None:
    """The innermost quote with a passage over the character at ``offset``."""
    over = [
        (len(passage), quote) for quote in quotes for passage in quote.passages if passage.start <= offset < passage.end
    ]
    return min(over, key=lambda sized: sized[0])[1] if over else None


def same_speaker(quotes: Iterable[Placed], focus: Placed, person: Callable[[str], str]) -> tuple[Placed, ...]:
    """Those of an article's quotes that an editor is asked about and whose speaker is that of one of them.

    ``person`` gives the name by which the person goes who has a name.
    """
    spoke = _spoke(focus, person)
    return tuple(one for one in quotes if spoke and one.quote.asked and _spoke(one, person) == spoke)


def _spoke(quote: Placed, person: Callable[[str], str]) -> str | None:
    speaker = quote.quote.ruling.speaker
    return person(speaker.name) if speaker else None


def within(spans: Sequence[Span], seen: Span) -> Sequence[Span]:
    """Those of some spans, in the order of the text and without overlap, that a part of the text shows."""
    first = bisect_right(spans, seen.start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, seen.end, key=lambda span: span.start)]


@dataclass(frozen=True, slots=True)
class FocusMarks:
    """The places to be marked for the quote in focus; ``reach`` is as far as a carried source holds."""

    passages: tuple[Span, ...]
    speaker: Span | None
    cue: Span | None
    source: Span | None
    reach: Span | None


def focus_marks(quotes: Sequence[Placed], focus: Placed) -> FocusMarks:
    """What to mark for one of an article's quotes."""
    ruling = focus.quote.ruling
    return FocusMarks(
        passages=focus.passages,
        speaker=ruling.speaker.mention if ruling.speaker else None,
        cue=focus.quote.proposal.cue,
        source=ruling.source.mention if ruling.source else None,
        reach=_reach(quotes, ruling.source),
    )


def _reach(quotes: Sequence[Placed], source: Source | None) -> Span | None:
    """From the carrier's mention over all quotes that hang on it, where it is carried to one of them."""
    if source is None or source.mention is None:
        return None
    hanging = [quote for quote in quotes if _hangs_on(quote, source.mention)]
    if not any(_is_carried(quote) for quote in hanging):
        return None
    return Span(
        min(source.mention.start, *(quote.span.start for quote in hanging)),
        max(source.mention.end, *(quote.span.end for quote in hanging)),
    )


def _hangs_on(quote: Placed, mention: Span) -> bool:
    source = quote.quote.ruling.source
    return source is not None and source.mention == mention


def _is_carried(quote: Placed) -> bool:
    source = quote.quote.ruling.source
    return source is not None and source.carried
