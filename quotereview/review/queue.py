"""Which quote comes next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotereview.model import QuoteSummary
from quotereview.review.session import Session


class Order(StrEnum):
    """How the queue is ordered."""

    ARTICLE = "article"
    UNSURE_FIRST = "unsure first"


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A place in the queue: a quote's id and its article's."""

    article: str
    quote: str


def ordered(session: Session, order: Order) -> tuple[QueueItem, ...]:
    """All quotes that an editor is asked about, decided ones in their place among them.

    By article: as loaded, then as they stand in the text. Unsure first: by rising confidence, equal ones by article.
    """
    quotes = [quote for quote in session.outline() if quote.asked]
    if order is Order.UNSURE_FIRST:
        quotes.sort(key=_confidence)
    return tuple(QueueItem(quote.article, quote.id) for quote in quotes)


def following(items: Sequence[QueueItem], focus: str | None, open_quotes: Collection[str]) -> QueueItem | None:
    """The next item after the quote in ``focus`` whose quote is among ``open_quotes``, going round; None without any.

    With no focus, or one that is not in the queue, the search begins at the top. The focus itself comes last.
    """
    at = next((number for number, item in enumerate(items) if item.quote == focus), -1)
    around = (*items[at + 1 :], *items[: at + 1])
    return next((item for item in around if item.quote in open_quotes), None)


def _confidence(quote: QuoteSummary) -> float:
    return quote.confidence
