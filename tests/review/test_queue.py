"""Which quote comes next."""

import pytest

from quotereview.review.queue import Order, QueueItem, following, ordered
from quotereview.review.session import Session
from tests.review.conftest import FERRY, HARBOUR

ITEMS = tuple(QueueItem("article", quote) for quote in "abcd")


@pytest.mark.parametrize(
    ("focus", "waiting", "expected"),
    [
        ("a", "bcd", "b"),
        ("a", "d", "d"),
        ("c", "ab", "a"),
        ("d", "abcd", "a"),
        ("b", "b", "b"),
        ("b", "", None),
        (None, "bd", "b"),
        ("gone", "bd", "b"),
    ],
)
def test_the_next_open_quote_is_found_going_round(focus: str | None, waiting: str, expected: str | None) -> None:
    found = following(ITEMS, focus, frozenset(waiting))
    assert (found and found.quote) == expected


def test_by_article_as_loaded_then_as_in_the_text(session: Session) -> None:
    items = ordered(session, Order.ARTICLE)
    expected = [(article.id, quote.id) for article in (FERRY, HARBOUR) for quote in session.quotes(article.id)]
    assert [(item.article, item.quote) for item in items] == expected


def test_unsure_first_then_by_article(session: Session) -> None:
    summaries = {quote.id: quote for quote in session.outline()}
    shown = [(summaries[item.quote].confidence, item.article) for item in ordered(session, Order.UNSURE_FIRST)]
    assert shown == [(0.5, FERRY.id), (0.5, HARBOUR.id), (0.6, FERRY.id), (0.6, HARBOUR.id), (0.7, FERRY.id)]


@pytest.mark.parametrize("order", list(Order))
def test_a_ruling_moves_nothing_in_the_queue(session: Session, quotes: tuple[str, ...], order: Order) -> None:
    before = ordered(session, order)
    session.confirm(quotes[0])
    session.reject(quotes[1])
    assert ordered(session, order) == before
