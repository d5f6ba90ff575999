"""Which quote comes next."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from quotereview.folding import bare
from quotereview.model import ArticleSummary
from quotereview.review.filtering import Filter
from quotereview.review.outline import Outlined
from quotereview.review.session import Session


class Order(StrEnum):
    """How the queue is ordered."""

    ARTICLE = "article"
    UNSURE_FIRST = "unsure first"
    SPEAKER = "speaker"
    OUTLET = "outlet"
    STORY = "story"


class QueueItem(NamedTuple):
    """A place in the queue: a quote's id and its article's."""

    article: str
    quote: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many quotes of the queue a filter shows, how many of these are open, and how many there are in all."""

    left: int
    shown: int
    total: int


def ordered(session: Session, order: Order) -> tuple[QueueItem, ...]:
    """All quotes that an editor is asked about, decided ones in their place among them.

    By article: as loaded, then as they stand in the text. Unsure first: by rising confidence. By speaker and by outlet:
    by name, nobody and unknown ones last; an outlet's articles by date. By story: the articles of one event together,
    by date, those without speech last. Equal ones by article.
    """
    quotes = [quote for outlined in session.outlined() for quote in outlined.asked]
    if order is Order.UNSURE_FIRST:
        quotes.sort(key=lambda quote: quote.confidence)
    elif order is Order.SPEAKER:
        quotes.sort(key=lambda quote: _by_name(quote.person))
    elif order is Order.OUTLET:
        places = {article.id: _by_outlet(article) for article in session.articles()}
        quotes.sort(key=lambda quote: places[quote.article])
    elif order is Order.STORY:
        ranks = {article: rank for rank, article in enumerate(chain.from_iterable(session.stories()))}
        quotes.sort(key=lambda quote: ranks.get(quote.article, len(ranks)))
    return tuple(QueueItem(quote.article, quote.id) for quote in quotes)


class Sieve:
    """Tells which quotes of the queue a filter shows; looks again only at articles that changed."""

    def __init__(self, chosen: Filter) -> None:
        self._chosen = chosen
        self._seen: dict[str, tuple[Outlined, frozenset[str]]] = {}

    def shown(self, session: Session) -> frozenset[str]:
        """The ids of the quotes that the filter shows."""
        if not self._chosen.terms:
            return session.queued_quotes()
        articles = session.outlined()
        self._seen = {outlined.article.id: (outlined, self._of(outlined)) for outlined in articles}
        return frozenset[str]().union(*(quotes for _, quotes in self._seen.values()))

    def _of(self, outlined: Outlined) -> frozenset[str]:
        before = self._seen.get(outlined.article.id)
        if before is not None and before[0] is outlined:
            return before[1]
        return frozenset(quote.id for quote in outlined.asked if self._chosen.admits(quote, outlined.summary))


def following(items: Sequence[QueueItem], focus: str | None, open_quotes: Collection[str]) -> QueueItem | None:
    """The next item after the quote in ``focus`` whose quote is among ``open_quotes``, going round; None without any.

    With no focus, or one that is not in the queue, the search begins at the top. The focus itself comes last.
    """
    at = next((number for number, item in enumerate(items) if item.quote == focus), -1)
    around = (*items[at + 1 :], *items[: at + 1])
    return next((item for item in around if item.quote in open_quotes), None)


def stepped(items: Sequence[QueueItem], at: int, steps: int, among: AbstractSet[str]) -> QueueItem | None:
    """The item so many steps from place ``at`` (one before the first is -1) along those whose quotes are ``among``.

    Without going round: the last one there is, where there are fewer; None where there is none that way.
    """
    ahead = items[at + 1 :] if steps > 0 else items[: max(at, 0)][::-1]
    passed = [item for item in ahead if item.quote in among][: abs(steps)]
    return passed[-1] if passed else None


def _by_name(name: str | None) -> tuple[bool, str]:
    return not name, bare(name or "")


def _by_outlet(article: ArticleSummary) -> tuple[bool, str, bool, date]:
    return *_by_name(article.outlet), article.published is None, article.published or date.min
