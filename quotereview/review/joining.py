"""Which of the quotes that are found in an article are those that are there already, so that each keeps its id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quotereview.model import Quote, Span, StandingQuote, quote_id
from quotereview.review.reshaping import Passages
from quotereview.review.spans import is_shaped, spans_of

LIKE = 0.5
"""The share of all their words that two quotes have in common at least where one is taken for the other."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Quotes under the keys of those that are there, and the ids of all quotes of the article, by their keys."""

    quotes: tuple[Quote, ...]
    ids: Mapping[str, str]


def join(article: str, found: Sequence[Quote], standing: Sequence[StandingQuote], known: Mapping[str, str]) -> Joined:
    """Bring what was found anew in an article together with what stands in it.

    ``known`` are the ids of all quotes that ever were in it, by their keys. A quote is one that stands if it begins
    with the same passage, has the id that this one had from the first, or shares half of the words. Left out are words
    that an editor made part of another quote.
    """
    joining = _Joining(article, standing, known)
    for quote in found:
        joining.by_first_passage(quote)
    for quote in found:
        joining.by_words(quote)
    return joining.joined(found)


class _Joining:
    """What has been brought together so far: for each key found the key that it goes by."""

    def __init__(self, article: str, standing: Sequence[StandingQuote], known: Mapping[str, str]) -> None:
        self._article = article
        self._standing = {one.proposal.key: one for one in standing}
        self._first = {spans_of(one)[0]: key for key, one in self._standing.items()}
        self._ids = dict(known)
        self._keys = dict[str, str]()
        self._taken = set[str]()
        self._left_out = set[str]()

    def by_first_passage(self, quote: Quote) -> None:
        """Take it for the quote that begins with the same passage, if one stands."""
        key = self._first.get(quote.passages[0].span)
        if key is not None and key not in self._taken:
            self._take(quote, key)

    def by_words(self, quote: Quote) -> None:
        """Take it for the quote that has its words, or has had its place, or most of its words; else it is new."""
        if quote.key in self._keys:
            return
        first = quote.passages[0].span
        own = f"{first.start}-{first.end}"
        key = self._around(quote) or (own if own in self._ids else self._likest(quote)) or own
        if key in self._taken:
            self._left_out.add(quote.key)
        self._ids.setdefault(key, quote_id(self._article, first))
        self._take(quote, key)

    def joined(self, found: Sequence[Quote]) -> Joined:
        """What is to be kept of all that was found."""
        return Joined(tuple(self._renamed(quote) for quote in found if quote.key not in self._left_out), self._ids)

    def _take(self, quote: Quote, key: str) -> None:
        self._keys[quote.key] = key
        self._taken.add(key)

    def _around(self, quote: Quote) -> str | None:
        """The quote of which an editor said that all these passages are its own."""
        spans = {passage.span for passage in quote.passages}
        ruled = ((key, one) for key, one in self._standing.items() if one.decision is not None)
        return next((key for key, one in ruled if spans <= set(spans_of(one))), None)

    def _likest(self, quote: Quote) -> str | None:
        spans = tuple(passage.span for passage in quote.passages)
        shares = {key: _share(spans, spans_of(one)) for key, one in self._standing.items() if key not in self._taken}
        best = max(shares, key=lambda key: shares[key], default=None)
        return best if best is not None and shares[best] >= LIKE else None

    def _renamed(self, quote: Quote) -> Quote:
        key = self._keys[quote.key]
        standing = self._standing.get(key)
        shaped = standing is not None and is_shaped(standing)
        return replace(
            quote,
            key=key,
            parent=self._keys.get(quote.parent or ""),
            twin=self._keys.get(quote.twin or ""),
            passages=standing.ruling.passages if standing and shaped else quote.passages,
        )


def _share(one: Passages, other: Passages) -> float:
    """How much of the words of two quotes both have, from 0 to 1."""
    both = sum(a.overlap(b) for a in one for b in other)
    return both / (_length(one) + _length(other) - both)


def _length(spans: Sequence[Span]) -> int:
    return sum(map(len, spans))
