"""The verbs on how far a source holds: it ends here, or stretches to here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotereview.counting import counted
from quotereview.errors import NotPossible
from quotereview.model import Source, StandingQuote
from quotereview.review import reach, rulings
from quotereview.review.change import Change
from quotereview.review.keeper import Keeper, QuoteWish


class Reaches:
    """Ends and stretches the reach of sources for one editor.

    What an editor has read and decided keeps its source, unless it is the very quote at which the reach is changed;
    other quotes are left to be read.
    """

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def end(self, quote: str) -> Change:
        """The reach of a quote's source ends before it: it and those after it have none. One act.

        Raises NotPossible where the quote has no source.
        """
        at = self._keeper.quote(quote)
        if at.ruling.source is None:
            raise NotPossible("This quote has no source whose reach could end here.")
        ended = reach.ended(self._quotes(at), at)
        label = f"source ends: {at.ruling.source.name}, {counted(len(ended), 'quote')}"
        return self._keeper.rule(label, *_wishes(at, [(each, None) for each in ended]))

    def stretch(self, quote: str, since: str | None = None) -> Change:
        """The source of an earlier quote, else of the nearest above that has one, holds up to and with this quote.

        One act. Raises NotPossible where no source stands above.
        """
        to = self._keeper.quote(quote)
        above = self._keeper.quote(since) if since else reach.nearest_above(self._quotes(to), to)
        if above is None or above.ruling.source is None:
            raise NotPossible("No quote above this one has a source that could hold here; press O to name one.")
        stretched = reach.stretched(self._quotes(to), above, to)
        label = f"source stretches: {above.ruling.source.name}, {counted(len(stretched), 'quote')}"
        return self._keeper.rule(label, *_wishes(to, stretched))

    def end_with(self, quote: str, last: str) -> Change:
        """The reach of a quote's source ends with another quote, before or after where it ended. One act.

        Raises NotPossible where the quote has no source, or where all that would change was decided.
        """
        of, to = self._keeper.quote(quote), self._keeper.quote(last)
        source = of.ruling.source
        if source is None:
            raise NotPossible("This quote has no source whose reach could end here.")
        quotes = self._quotes(of)
        ended, gained = reach.moved(quotes, of, to)
        if not ended and not gained:
            raise NotPossible("Nothing that waits to be read lies between there and where the source holds now.")
        does, count = ("stretches", len(gained)) if gained else ("ends", len(ended))
        label = f"source {does}: {source.name}, {counted(count, 'quote')}"
        return self._keeper.rule(label, *_wishes(None, [*((each, None) for each in ended), *gained]))

    def _quotes(self, of: StandingQuote) -> Sequence[StandingQuote]:
        return self._keeper.at_hand.quotes(of.article)


def _wishes(at: StandingQuote | None, sources: Sequence[tuple[StandingQuote, Source | None]]) -> Iterator[QuoteWish]:
    for quote, source in sources:
        if at is not None and quote.id == at.id:
            yield quote, rulings.with_source(quote, source)
        else:
            yield quote, replace(rulings.reopened(quote), source=source)
