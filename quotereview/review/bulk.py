"""Accepting many sure proposals at once, unread: what is offered, what to expect of it, and the deed."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from quotereview.detection import reliability
from quotereview.errors import NotPossible
from quotereview.model import (
    RELIABLE_ZONES,
    Kind,
    QuoteSummary,
    ReliabilityTable,
    StandingQuote,
    Verdict,
    ruled,
)
from quotereview.review.change import Change
from quotereview.review.conflicts import Conflicts
from quotereview.review.crosscheck import CrossCheck
from quotereview.review.keeper import Keeper
from quotereview.review.sheet_rows import OPENING_MARK


@dataclass(frozen=True, slots=True)
class BulkOffer:
    """The open quotes of a confidence (0 to 1) or more that may be accepted unread, the least sure first.

    ``expected_wrong`` is how many of them name the wrong speaker, by how often proposals of about their confidence did
    on articles held out. ``left_out`` is how many open quotes of this confidence have to be looked at all the same,
    ``hidden`` how many more the filter does not show.
    """

    threshold: float
    quotes: tuple[QuoteSummary, ...]
    expected_wrong: float
    left_out: int
    hidden: int

    @property
    def count(self) -> int:
        """How many quotes it covers."""
        return len(self.quotes)

    @property
    def expected_right(self) -> float:
        """The share of them whose speaker is right, as far as can be told."""
        return 1 - self.expected_wrong / self.count if self.count else 0.0

    def sample(self, size: int) -> tuple[QuoteSummary, ...]:
        """So many of them, spread over the confidence, the least sure first and always among them."""
        if self.count <= size:
            return self.quotes
        steps = max(size - 1, 1)
        return tuple(self.quotes[step * (self.count - 1) // steps] for step in range(size))


class Bulk:
    """What of a store may be accepted unread by whoever is at its desk, and the verb that accepts it."""

    def __init__(self, keeper: Keeper, crosscheck: CrossCheck) -> None:
        self._keeper = keeper
        self._crosscheck = crosscheck

    @cached_property
    def table(self) -> ReliabilityTable:
        """How often proposals of each confidence were right; raises ResourceFault if it is not there."""
        return reliability.shipped()

    def compare(self, shown: Collection[str]) -> Iterator[None]:
        """Hold what may be offered against other articles, a quote at each step, so that offers then come at once."""
        least = self.table.rows[0].confidence
        for quote in self._keeper.store.outlines.sure(least):
            if quote.id in shown and _is_plain(quote):
                self._crosscheck.disputed([quote.id])
                yield

    def offer(self, threshold: float, shown: Collection[str]) -> BulkOffer:
        """What may be accepted at a confidence or more, of the quotes whose ids are ``shown``.

        Left out is whatever asks to be looked at: a doubt, a note, a reason, a check, evidence, the same words told
        otherwise in another article, nobody named, a headline, a quote within a quote, words without marks, words that
        an editor added or gave other values, what was no longer found when the article was detected again, what editors
        ruled differently, and what a detector proposed of which the table knows nothing.
        """
        identities = self._keeper.outline.identities()
        waiting = identities.named(self._keeper.store.outlines.sure(threshold))
        sure = [quote for quote in waiting if quote.id in shown]
        covered = sorted(self._covered(sure), key=lambda quote: quote.confidence)
        wrong = sum(1 - self.table.share_near(quote.confidence) for quote in covered)
        return BulkOffer(threshold, tuple(covered), wrong, len(sure) - len(covered), len(waiting) - len(sure))

    def accept(self, offer: BulkOffer) -> Change:
        """Confirm what is offered, each marked as unread; one act.

        Raises NotPossible where there is nothing, or where a quote may no longer be accepted so.
        """
        if not offer.quotes:
            raise NotPossible("No quote is offered to be accepted unread; choose a lower confidence or look at them.")
        wanted = {quote.id for quote in offer.quotes}
        if {quote.id for quote in self.offer(offer.threshold, wanted).quotes} != wanted:
            raise NotPossible("Some of these quotes have changed since they were counted; look at the offer again.")
        standing = [quote for quote in self._standing(offer) if quote.id in wanted]
        rulings = [(quote, replace(ruled(quote.ruling, Verdict.CONFIRMED), unread=True)) for quote in standing]
        return self._keeper.rule(f"accept {len(rulings):,} unread", *rulings)

    def _standing(self, offer: BulkOffer) -> Iterator[StandingQuote]:
        for article in dict.fromkeys(quote.article for quote in offer.quotes):
            yield from self._keeper.store.standing.quotes(article)

    def _covered(self, quotes: Iterable[QuoteSummary]) -> list[QuoteSummary]:
        lost = self._keeper.store.detections.lost()
        found = [quote for quote in quotes if _is_plain(quote) and quote.id not in lost]
        before = self._keeper.store.standing.as_proposed(self.table.detector, (quote.id for quote in found))
        plain = [quote for quote in found if OPENING_MARK.search(before.get(quote.id, ""))]
        disputed = self._crosscheck.disputed(quote.id for quote in plain)
        contested = Conflicts(self._keeper).quotes()
        return [quote for quote in plain if quote.id not in disputed and quote.id not in contested]


def _is_plain(quote: QuoteSummary) -> bool:
    speech = quote.kind is Kind.SPEECH and quote.zone in RELIABLE_ZONES
    return speech and bool(quote.speaker) and not (quote.doubts or quote.note or quote.added_by_hand)
