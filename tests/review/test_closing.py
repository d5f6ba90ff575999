"""Marks that nobody explained are settled or become quotes, and an article closes when nothing in it is open."""

from dataclasses import replace

import pytest

from quotereview.errors import NotPossible
from quotereview.model import ArticleSummary, Doubt, Kind, Settled, Span
from quotereview.review.change import ChangeKind
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Store
from tests.review.conftest import FERRY, HARBOUR
from tests.store import invented

BANNER = invented.span(FERRY, invented.WITHDRAWN)


def summary(session: Session) -> ArticleSummary:
    return next(one for one in session.articles() if one.id == FERRY.id)


def add_banner(session: Session) -> str:
    return session.spans.add(FERRY.id, BANNER, invented.with_marked(FERRY, [BANNER])).quotes[0]


def finish(session: Session) -> None:
    session.closing.settle(FERRY.id, BANNER, "a banner")
    for quote in session.quotes(FERRY.id):
        session.confirm(quote.id)


def test_a_mark_is_settled_with_a_reason_and_counts_no_more(session: Session) -> None:
    before = session.progress().doubts
    assert session.closing.doubts(FERRY.id) == (Doubt(BANNER, "marks that nobody explains"),)
    change = session.closing.settle(FERRY.id, BANNER, "  a banner ")
    assert (change.kind, change.articles, change.label) == (ChangeKind.CLOSING, (FERRY.id,), "mark: a banner")
    assert (session.closing.doubts(FERRY.id), session.progress().doubts) == ((), before - 1)
    assert session._store.articles.standing(FERRY.id).ruling.settled == (Settled(BANNER, "a banner"),)  # type: ignore[union-attr]
    assert session.undo().label == "Undo mark: a banner"
    assert summary(session).doubts == 1


@pytest.mark.parametrize(
    ("place", "reason", "sentence"),
    [(BANNER, " ", "Say what this mark is"), (Span(0, 1), "a misprint", "explained already")],
)
def test_only_what_is_in_doubt_is_settled_and_not_without_a_reason(
    session: Session, place: Span, reason: str, sentence: str
) -> None:
    with pytest.raises(NotPossible, match=sentence):
        session.closing.settle(FERRY.id, place, reason)
    assert summary(session).doubts == 1


def test_a_mark_is_explained_by_a_ruling_on_the_quote_that_stands_there(session: Session) -> None:
    before = session.progress().doubts
    added = add_banner(session)
    assert (summary(session).doubts, session.progress().doubts) == (1, before - 1)
    (doubt,) = session.closing.doubts(FERRY.id)
    assert session.closing.quote_at(FERRY.id, doubt) == added
    for rule in (session.confirm, session.reject):
        rule(added)
        assert summary(session).doubts == 0
        assert session.closing.quote_at(FERRY.id, doubt) is None
        session.undo()
        assert summary(session).doubts == 1


def test_a_mark_within_words_that_nobody_is_asked_about_is_not_explained(store: Store) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    found = invented.detection(FERRY)
    odd = found.quotes[0].doubts[0]
    for kind, unexplained in ((Kind.SPEECH, 0), (Kind.TITLE, 1)):
        quote = replace(found.quotes[0], kind=kind)
        detection = replace(found, quotes=(quote, *found.quotes[1:]), doubts=(odd,))
        article = replace(FERRY, id=f"a {kind}")
        session.keep(Read(article, detection))
        for waiting in session.open_quotes():
            session.confirm(waiting)
        assert len(session.closing.doubts(article.id)) == unexplained


def test_an_article_closes_when_nothing_in_it_is_open(session: Session, quotes: tuple[str, ...]) -> None:
    with pytest.raises(NotPossible, match="3 quotes are still open"):
        session.closing.close(FERRY.id)
    first = session.closing.open_quote(FERRY.id)
    assert first and first.id == quotes[0]
    for quote in quotes:
        session.confirm(quote)
    assert session.closing.open_quote(FERRY.id) is None
    with pytest.raises(NotPossible, match="A mark is not explained"):
        session.closing.close(FERRY.id)
    session.closing.settle(FERRY.id, BANNER, "a banner")
    assert session.closing.close(FERRY.id).label == "close “Headline of ferry.txt”"
    assert summary(session).closed
    assert session.closing.close(FERRY.id).kind is ChangeKind.NOTHING


def test_whatever_opens_a_quote_opens_the_article(session: Session, quotes: tuple[str, ...]) -> None:
    finish(session)
    session.closing.close(FERRY.id)
    session.reopen(quotes[1])
    assert not summary(session).closed
    session.undo()
    assert summary(session).closed
    session.spans.add(
        FERRY.id,
        invented.span(FERRY, "Radio Fjord"),
        invented.with_marked(FERRY, [invented.span(FERRY, "Radio Fjord")]),
    )
    assert not summary(session).closed


def test_a_closed_article_is_opened_again_by_hand(session: Session) -> None:
    finish(session)
    session.closing.close(FERRY.id)
    assert session.closing.reopen(FERRY.id).label == "open “Headline of ferry.txt” again"
    assert not summary(session).closed
    session.undo()
    assert summary(session).closed
    session.undo()
    assert not summary(session).closed


def test_articles_are_closed_each_on_its_own(session: Session) -> None:
    finish(session)
    session.closing.close(FERRY.id)
    assert {one.id: one.closed for one in session.articles()} == {FERRY.id: True, HARBOUR.id: False}
