"""Which quotes took the place of those of older editions, also of those on which nobody had ruled by then."""

from collections.abc import Iterable, Mapping

from quotereview.model import StandingQuote
from quotereview.review.reanchoring import Difference, Edition, Reanchoring
from quotereview.store import Store


class Succession:
    """The quotes of older editions, each with the one that is the same in the edition on the desk.

    A quote on which was ruled has the one that took the ruling over; any other one is the same where the words, and
    all that tells whose they are, are as they were found in the older edition.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[tuple[str, str], Mapping[str, str]] = {}

    def of(self, quotes: Iterable[str]) -> dict[str, str]:
        """Those of some quotes (ids) that another one took the place of, each with that of the newest edition."""
        newer, taken = self._store.editions.replaced(), self._store.editions.quotes_taken_over()
        last = {quote: self._last(quote, newer, taken) for quote in quotes} if newer else {}
        return {quote: now for quote, now in last.items() if now != quote}

    def _last(self, quote: str, newer: Mapping[str, str], taken: Mapping[str, str]) -> str:
        met = set[str]()
        while quote not in met:
            met.add(quote)
            quote = taken.get(quote) or self._same(quote, newer)
        return quote

    def _same(self, quote: str, newer: Mapping[str, str]) -> str:
        """The same quote in the article that took the place of its own; itself without one."""
        article = self._store.proposals.articles([quote])[quote]
        there = newer.get(article)
        return self._same_quotes(article, there).get(quote, quote) if there else quote

    def _same_quotes(self, older: str, newer: str) -> Mapping[str, str]:
        if (older, newer) not in self._found:
            compared = Reanchoring(self._as_found(older), self._as_found(newer)).compare()
            pairs = ((one.older, one.newer) for one in compared if one.difference is Difference.SAME)
            self._found[older, newer] = {here.id: there.id for here, there in pairs if here and there}
        return self._found[older, newer]

    def _as_found(self, article: str) -> Edition:
        """An article with its quotes as they were found last: those of one that left the desk do not stand."""
        newest = self._store.detections.newest(article)
        quotes = newest.quotes if newest else {}
        return Edition(
            self._store.articles.text(article),
            tuple(StandingQuote(id, article, quote) for id, quote in quotes.items()),
        )
