"""Two editions of an article held against each other: quote by quote, and what is ruled of either as a whole."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from quotereview.counting import counted
from quotereview.errors import NotPossible
from quotereview.model import StandingArticle, StandingQuote
from quotereview.review import by_hand, taking_over
from quotereview.review.blocks import Blocks
from quotereview.review.carrying import Carried, Whole, carried
from quotereview.review.conflicts import Conflicts
from quotereview.review.keeper import Keeper
from quotereview.review.reanchoring import Compared, Difference, Edition, Reanchoring, ruled_on
from quotereview.store import Store


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions quote by quote, and what is to stand of the newer one as a whole."""

    article: StandingArticle
    older: StandingArticle
    quotes: tuple[Compared, ...]
    whole: Carried

    @property
    def kept(self) -> tuple[Compared, ...]:
        """The rulings of the older edition that hold in the newer one."""
        return tuple(one for one in self._ruled() if one.difference is Difference.SAME)

    @property
    def asked(self) -> tuple[Compared, ...]:
        """The rulings of the older edition about which an editor has to be asked."""
        return tuple(one for one in self._ruled() if one.difference is not Difference.SAME)

    @property
    def same(self) -> dict[str, str]:
        """The quotes of the newer edition (ids) that are the same as those of the older one, by the ids of these."""
        pairs = ((one.older, one.newer) for one in self.quotes if one.difference is Difference.SAME)
        return {older.id: newer.id for older, newer in pairs if older and newer}

    def _ruled(self) -> Iterator[Compared]:
        return (one for one in self.quotes if one.older and (ruled_on(one.older) or _added(one.older, one.newer)))


def _added(older: StandingQuote, newer: StandingQuote | None) -> bool:
    """Whether a quote was added by hand to the older edition, and is none of the newer one's own yet."""
    return older.added_by_hand and older.decision is not None and (newer is None or by_hand.stands_nowhere(newer))


def compare(keeper: Keeper, article: str, older: str, *, same_bytes: bool = False) -> Comparison:
    """Two articles, the older one as it stood when it left the desk; ``same_bytes``: as two readings of these.

    Raises NotPossible where either is not in the store.
    """
    store = keeper.store
    there, before = store.articles.standing(article), store.articles.standing(older)
    if there is None or before is None:
        raise NotPossible("This article is not in the store.")
    if before.ruling.removed:
        with closing(store.as_of(_while_there(store, before))) as past:
            edition = _edition(past, older)
    else:
        edition = _edition(store, older)
    found = Reanchoring(edition, _edition(store, article), _disputed(keeper, edition))
    whole = carried(_whole(store, before), _whole(store, there), found.moved, same_bytes=same_bytes)
    compared = Comparison(there, before, found.compare(), whole)
    left = (*whole.left, *_matches_left(keeper, edition, compared.same))
    return replace(compared, whole=replace(whole, left=left))


def _matches_left(keeper: Keeper, edition: Edition, same: Mapping[str, str]) -> Iterator[str]:
    """What is said of rulings on the matches of quotes that are not the same in the newer edition."""
    ruled = keeper.ruled_matches.quotes()
    changed = (quote.id for quote in edition.quotes if quote.id in ruled and quote.id not in same)
    if lost := sum(bool(taking_over.matches_of(keeper.store, quote)) for quote in changed):
        yield f"what was ruled on the matches of {counted(lost, 'quote')}"


def _edition(store: Store, article: str) -> Edition:
    return Edition(store.articles.text(article), store.standing.quotes(article), article)


def blocks(store: Store, standing: StandingArticle) -> Blocks:
    """An article in its blocks, with what is ruled of them."""
    reading = store.proposals.reading(standing.id)
    paragraphs = tuple(stretch.span for stretch in reading.zones) if reading else ()
    return Blocks(store.articles.text(standing.id), paragraphs, standing.ruling.zones)


def _whole(store: Store, standing: StandingArticle) -> Whole:
    return Whole(standing, blocks(store, standing), store.articles.of(standing.id)[0].ruling.outlet)


def _disputed(keeper: Keeper, edition: Edition) -> frozenset[str]:
    """The quotes of an edition on which editors ruled side by side and not alike."""
    conflicts = Conflicts(keeper)
    return frozenset(quote.id for quote in edition.quotes if quote.decision and conflicts.of(quote.id))


def _while_there(store: Store, article: StandingArticle) -> datetime:
    """The moment before an article left the desk."""
    (left,) = store.articles.decisions([article.decision])
    return datetime.fromisoformat(left.decided_at) - timedelta(microseconds=1)
