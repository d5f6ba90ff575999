"""Which quote comes next."""

from dataclasses import replace
from datetime import date

import pytest

from quotereview.model import Article, Verdict
from quotereview.review.filtering import read_filter
from quotereview.review.ingest import Read
from quotereview.review.listed import listed
from quotereview.review.queue import Counts, Order, Queue, QueueItem
from quotereview.review.session import Session
from tests.review.conftest import FERRY, HARBOUR, shown
from tests.store import invented


@pytest.fixture
def queue(session: Session) -> Queue:
    return session.queue()


def told(session: Session, order: Order) -> tuple[QueueItem, ...]:
    """The queue in an order, as it is when it is asked for."""
    return session.queue(order).items


@pytest.mark.parametrize(
    ("focus", "waiting", "expected"),
    [
        (0, (1, 2, 3), 1),
        (0, (3,), 3),
        (2, (0, 1), 0),
        (4, (0, 1, 2, 3, 4), 0),
        (1, (1,), 1),
        (1, (), None),
        (None, (1, 3), 1),
    ],
)
def test_the_next_open_quote_is_found_going_round(
    session: Session, focus: int | None, waiting: tuple[int, ...], expected: int | None
) -> None:
    items = told(session, Order.ARTICLE)
    for number, item in enumerate(items):
        if number not in waiting:
            session.confirm(item.quote)
    found = session.queue().following("" if focus is None else items[focus].quote)
    assert found == (None if expected is None else items[expected])


def test_where_nothing_is_open_the_next_unread_one_comes(session: Session, quotes: tuple[str, ...]) -> None:
    for item in told(session, Order.ARTICLE):
        session.confirm(item.quote)
    accept_unread(session, quotes[1])
    following = session.queue().following(quotes[2])
    assert following and following.quote == quotes[1]


def accept_unread(session: Session, quote: str) -> None:
    """Have a quote stand as one that was accepted in bulk."""
    standing = session.quote(quote)
    unread = replace(standing.ruling, verdict=Verdict.CONFIRMED, unread=True)
    session._keeper.rule("accept unread", (standing, unread))


@pytest.mark.parametrize(("order", "articles"), [(Order.ARTICLE, (HARBOUR, FERRY)), (Order.LOADED, (FERRY, HARBOUR))])
def test_by_article_as_listed_or_as_loaded_then_as_in_the_text(
    session: Session, order: Order, articles: tuple[Article, ...]
) -> None:
    session.describe([HARBOUR.id], outlet="Aardvark")
    expected = [(article.id, quote.id) for article in articles for quote in session.quotes(article.id)]
    assert [(item.article, item.quote) for item in told(session, order)] == expected


def test_unsure_first_then_by_article(session: Session) -> None:
    summaries = {quote.id: quote for quote in session.outline()}
    shown = [(summaries[item.quote].confidence, item.article) for item in told(session, Order.UNSURE_FIRST)]
    assert shown == [(0.5, FERRY.id), (0.5, HARBOUR.id), (0.6, FERRY.id), (0.6, HARBOUR.id), (0.7, FERRY.id)]


@pytest.mark.parametrize("order", list(Order))
def test_a_ruling_moves_nothing_in_the_queue(session: Session, quotes: tuple[str, ...], order: Order) -> None:
    before = told(session, order)
    session.confirm(quotes[0])
    session.reject(quotes[1])
    assert told(session, order) == before


def test_by_speaker_then_by_article(session: Session) -> None:
    summaries = {quote.id: quote for quote in session.outline()}
    session.set_speaker(session.quotes(HARBOUR.id)[0].id, "")
    session.set_speaker(session.quotes(HARBOUR.id)[1].id, "óskar Vint")
    now = {quote.id: quote.speaker for quote in session.outline()}
    order = [(now[item.quote], summaries[item.quote].article) for item in told(session, Order.SPEAKER)]
    assert order == [
        ("Oskar Vint", FERRY.id),
        ("óskar Vint", HARBOUR.id),
        ("Tilda Brandt", FERRY.id),
        ("Tilda Brandt", FERRY.id),
        (None, HARBOUR.id),
    ]


@pytest.mark.parametrize(
    ("ferry", "harbour", "first"),
    [
        (("Zephyr", 3), ("áfter", 4), HARBOUR),
        (("Zephyr", 3), ("Zephyr", 4), FERRY),
        (("Zephyr", 4), ("Zephyr", 3), HARBOUR),
        ((None, 3), ("Zephyr", 4), HARBOUR),
        (("Zephyr", None), ("Zephyr", 4), HARBOUR),
    ],
)
def test_articles_are_listed_by_outlet_then_by_date(
    session: Session, ferry: tuple[str | None, int | None], harbour: tuple[str | None, int | None], first: Article
) -> None:
    for article, (outlet, day) in ((FERRY, ferry), (HARBOUR, harbour)):
        session.describe([article.id], outlet=outlet, published=date(2026, 3, day) if day else None)
    articles = list(dict.fromkeys(item.article for item in told(session, Order.ARTICLE)))
    assert articles[0] == first.id
    assert articles == [article.id for article in listed(session.articles())]


def test_a_filter_shows_quotes_by_their_own_values_and_their_articles(
    session: Session, quotes: tuple[str, ...]
) -> None:
    session.set_note(quotes[1], "call back")
    assert shown(session, "note:call") == {quotes[1]}
    assert shown(session, "outlet:coast") == set(quotes)
    assert shown(session, "outlet:coast speaker:brandt") == {quotes[0], quotes[2]}


def test_a_filter_follows_the_rulings(session: Session, queue: Queue, quotes: tuple[str, ...]) -> None:
    queue.set_filter(read_filter("verdict:confirmed"))
    queue.follow(session.confirm(quotes[0]))
    assert (queue.shown, queue.counts()) == ({quotes[0]}, Counts(0, 1, 5))
    queue.follow(session.undo())
    assert queue.shown == set()
    queue.follow(session.confirm(quotes[1]))
    queue.follow(session.remove([HARBOUR.id]))
    assert (queue.shown, queue.counts()) == ({quotes[1]}, Counts(0, 1, 3))


def test_a_name_that_nobody_had_is_shown_by_the_filter_that_asks_for_it(
    session: Session, queue: Queue, quotes: tuple[str, ...]
) -> None:
    queue.set_filter(read_filter("speaker:zander"))
    queue.follow(session.set_speaker(quotes[1], "Zoë Zander"))
    assert queue.shown == {quotes[1]}
    queue.follow(session.people.same("Zoë Zander", "Lena Falk"))
    assert queue.shown == {quotes[1], session.quotes(HARBOUR.id)[0].id}


def test_a_ruling_orders_nothing_anew_and_a_quote_that_comes_does(
    session: Session, queue: Queue, quotes: tuple[str, ...]
) -> None:
    queue.set_order(Order.SPEAKER)
    before = queue.items
    queue.follow(session.set_speaker(quotes[0], "Zoe Zander"))
    assert queue.items == before
    queue.follow(session.remove([HARBOUR.id]))
    assert [item.quote for item in queue.items] == [quotes[1], quotes[2], quotes[0]]


@pytest.mark.parametrize(
    ("at", "steps", "among", "expected"),
    [
        (0, 1, (0, 1, 2, 3, 4), 1),
        (0, 1, (3,), 3),
        (1, -1, (0, 1, 2, 3, 4), 0),
        (3, -1, (0, 2), 2),
        (3, -2, (0, 1, 2, 3, 4), 1),
        (0, 9, (0, 1, 2), 2),
        (4, 1, (0, 1, 2, 3, 4), None),
        (0, -1, (0, 1, 2, 3, 4), None),
        (1, 1, (0,), None),
        (-1, 1, (0, 1, 2, 3, 4), 0),
        (-1, -1, (0, 1, 2, 3, 4), None),
    ],
)
def test_steps_go_along_what_is_shown_and_end_with_it(
    session: Session, at: int, steps: int, among: tuple[int, ...], expected: int | None
) -> None:
    items = told(session, Order.ARTICLE)
    for number in among:
        session.set_note(items[number].quote, "seen")
    queue = session.queue()
    queue.set_filter(read_filter("note:seen"))
    assert queue.stepped(at, steps) == (None if expected is None else items[expected])


def test_what_lies_ahead_goes_round_to_the_quote_before(session: Session, quotes: tuple[str, ...]) -> None:
    queue = session.queue()
    assert queue.ahead(quotes[1]) == (*queue.items[2:], queue.items[0])
    queue.set_filter(read_filter("speaker:brandt"))
    assert [item.quote for item in queue.ahead(quotes[1])][-1] == quotes[0]


def test_the_quote_of_an_article_that_comes_next_is_found_and_else_the_one_before(
    queue: Queue, quotes: tuple[str, ...]
) -> None:
    assert [queue.nearest(FERRY.id, at) for at in (-1, 0, 2, 3)] == [quotes[0], quotes[0], quotes[2], quotes[2]]
    assert queue.nearest("nowhere", 0) == ""


def test_by_story_and_in_it_by_date(session: Session) -> None:
    said = [("Lena Falk", "Every crane on the northern quay was checked twice before the strike began.")]
    cranes = [invented.article(name, said) for name in ("cranes.txt", "quay.txt")]
    for article in cranes:
        session.keep(Read(article, invented.detection(article, said)))
    for day, article in enumerate((cranes[1], FERRY, cranes[0], HARBOUR), 2):
        session.describe([article.id], published=date(2026, 3, day))
    for article in (FERRY, HARBOUR):  # which begin like all invented articles
        session.stories.part(article.id)
    items = told(session, Order.STORY)
    expected = [cranes[1].id, cranes[0].id, FERRY.id, HARBOUR.id]
    assert list(dict.fromkeys(item.article for item in items)) == expected
