"""Which quote comes next."""

from datetime import date

import pytest

from quotereview.model import Article
from quotereview.review.filtering import read_filter
from quotereview.review.ingest import Read
from quotereview.review.queue import Order, QueueItem, Sieve, following, ordered, stepped
from quotereview.review.session import Session
from tests.review.conftest import FERRY, HARBOUR
from tests.store import invented

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


def test_by_speaker_then_by_article(session: Session) -> None:
    summaries = {quote.id: quote for quote in session.outline()}
    session.set_speaker(session.quotes(HARBOUR.id)[0].id, "")
    session.set_speaker(session.quotes(HARBOUR.id)[1].id, "óskar Vint")
    now = {quote.id: quote.speaker for quote in session.outline()}
    order = [(now[item.quote], summaries[item.quote].article) for item in ordered(session, Order.SPEAKER)]
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
def test_by_outlet_then_by_date(
    session: Session, ferry: tuple[str | None, int | None], harbour: tuple[str | None, int | None], first: Article
) -> None:
    for article, (outlet, day) in ((FERRY, ferry), (HARBOUR, harbour)):
        session.describe([article.id], outlet=outlet, published=date(2026, 3, day) if day else None)
    articles = [item.article for item in ordered(session, Order.OUTLET)]
    assert articles[0] == first.id
    assert articles == sorted(articles, key=articles.index)


def test_a_filter_shows_quotes_by_their_own_values_and_their_articles(
    session: Session, quotes: tuple[str, ...]
) -> None:
    session.set_note(quotes[1], "call back")
    assert Sieve(read_filter("note:call")).shown(session) == {quotes[1]}
    assert Sieve(read_filter("outlet:coast")).shown(session) == set(quotes)
    assert Sieve(read_filter("outlet:coast speaker:brandt")).shown(session) == {quotes[0], quotes[2]}


def test_a_filter_follows_the_rulings(session: Session, quotes: tuple[str, ...]) -> None:
    confirmed = Sieve(read_filter("verdict:confirmed"))
    session.confirm(quotes[0])
    assert confirmed.shown(session) == {quotes[0]}
    session.undo()
    assert confirmed.shown(session) == frozenset()
    session.confirm(quotes[1])
    session.remove([HARBOUR.id])
    assert confirmed.shown(session) == {quotes[1]}


@pytest.mark.parametrize(
    ("at", "steps", "among", "expected"),
    [
        (0, 1, "abcd", "b"),
        (0, 1, "d", "d"),
        (1, -1, "abcd", "a"),
        (3, -1, "ac", "c"),
        (3, -2, "abcd", "b"),
        (0, 9, "abc", "c"),
        (3, 1, "abcd", None),
        (0, -1, "abcd", None),
        (1, 1, "a", None),
        (-1, 1, "abcd", "a"),
        (-1, -1, "abcd", None),
    ],
)
def test_steps_go_along_what_is_shown_and_end_with_it(at: int, steps: int, among: str, expected: str | None) -> None:
    found = stepped(ITEMS, at, steps, frozenset(among))
    assert (found and found.quote) == expected


def test_the_quotes_of_the_queue_stay_the_same_object_until_one_comes_or_goes(
    session: Session, quotes: tuple[str, ...]
) -> None:
    queued = session.queued_quotes()
    session.set_speaker(quotes[0], "Zoe Zander")
    assert session.queued_quotes() is queued
    session.remove([HARBOUR.id])
    assert session.queued_quotes() < queued


def test_by_story_and_in_it_by_date(session: Session) -> None:
    said = [("Lena Falk", "Every crane on the northern quay was checked twice before the strike began.")]
    cranes = [invented.article(name, said) for name in ("cranes.txt", "quay.txt")]
    for article in cranes:
        session.keep(Read(article, invented.detection(article, said)))
    for day, article in enumerate((cranes[1], FERRY, cranes[0], HARBOUR), 2):
        session.describe([article.id], published=date(2026, 3, day))
    items = ordered(session, Order.STORY)
    told = [cranes[1].id, cranes[0].id, FERRY.id, HARBOUR.id]
    assert list(dict.fromkeys(item.article for item in items)) == told
