"""How far a source that was named once holds: which quotes form its reach, where it ends, how it is stretched."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotereview.model import Kind, Source, StandingQuote, Verdict, Zone


def reach(quotes: Sequence[StandingQuote], of: StandingQuote) -> tuple[StandingQuote, ...]:
    """The quotes that come by the carrier of one of them, in the order of the text; none where that has no source."""
    source = of.ruling.source
    if source is None:
        return ()
    return tuple(sorted((quote for quote in quotes if hangs_on(quote.ruling.source, source)), key=start))


def rest(quotes: Sequence[StandingQuote], of: StandingQuote) -> tuple[StandingQuote, ...]:
    """The other quotes, but for decided ones, to which the source that was proposed for one is still carried."""
    source = of.proposal.source
    if source is None:
        return ()
    found = (quote for quote in quotes if quote.id != of.id and waits(quote))
    return tuple(quote for quote in found if _carried_with(quote, source))


def ended(quotes: Sequence[StandingQuote], at: StandingQuote) -> tuple[StandingQuote, ...]:
    """Which quotes lose their source when its reach ends before one of them: that one, and all after it but decided."""
    after = (quote for quote in reach(quotes, at) if start(quote) > start(at))
    return (at, *(quote for quote in after if waits(quote)))


def nearest_above(quotes: Sequence[StandingQuote], of: StandingQuote) -> StandingQuote | None:
    """The last quote before one that came through a carrier, other than one within another quote."""
    above = [quote for quote in quotes if start(quote) < start(of) and _brought(quote)]
    return max(above, key=start, default=None)


def stretched(
    quotes: Sequence[StandingQuote], since: StandingQuote, to: StandingQuote
) -> tuple[tuple[StandingQuote, Source], ...]:
    """Which quotes get the source of ``since`` when its reach is stretched to ``to``, each with that source, carried.

    That is ``to`` and the speech in the body between the two, but for what is decided or has a source of its own.
    """
    source = since.ruling.source
    if source is None:
        return ()
    carried = replace(source, carried=True)
    return tuple((quote, carried) for quote in (*_bare_between(quotes, since, to), to))


def moved(
    quotes: Sequence[StandingQuote], of: StandingQuote, last: StandingQuote
) -> tuple[tuple[StandingQuote, ...], tuple[tuple[StandingQuote, Source], ...]]:
    """Which quotes lose the source of one of them when its reach is to end with ``last``, and which get it.

    Decided ones do neither.
    """
    held = reach(quotes, of)
    lost = tuple(quote for quote in held if start(quote) > start(last) and waits(quote))
    if not held or start(last) <= start(held[-1]):
        return lost, ()
    gained = stretched(quotes, held[-1], last)
    return (), tuple(each for each in gained if waits(each[0]))


def waits(quote: StandingQuote) -> bool:
    """Whether no editor has read and decided a quote of which one is asked."""
    return quote.asked and (not quote.decided or quote.ruling.unread)


def hangs_on(source: Source | None, other: Source) -> bool:
    """Whether a source is another one, named by the same words of the article."""
    return source is not None and (source.name, source.mention) == (other.name, other.mention)


def start(quote: StandingQuote) -> int:
    """Where a quote begins in the text."""
    return quote.ruling.span.start


def _carried_with(quote: StandingQuote, source: Source) -> bool:
    own = quote.ruling.source
    return own is not None and own.carried and hangs_on(own, source)


def _brought(quote: StandingQuote) -> bool:
    source = quote.ruling.source
    stands = quote.verdict is not Verdict.NOT_A_QUOTE and quote.ruling.parent is None
    return stands and quote.proposal.zone is Zone.BODY and source is not None


def _bare_between(quotes: Sequence[StandingQuote], since: StandingQuote, to: StandingQuote) -> Iterator[StandingQuote]:
    for quote in quotes:
        ruling = quote.ruling
        speech = ruling.kind is Kind.SPEECH and ruling.parent is None and quote.proposal.zone is Zone.BODY
        if speech and ruling.source is None and waits(quote) and start(since) < start(quote) < start(to):
            yield quote
