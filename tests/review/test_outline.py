"""The outline in memory: only what changed is read again, whoever changed it."""

from collections.abc import Iterator

import pytest

from quotereview.model import Verdict
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review.conftest import FERRY, HARBOUR
from tests.store import invented


@pytest.fixture
def other(session: Session) -> Iterator[Session]:
    """Somebody else at another window of the same store."""
    with open_store(session.store_path) as store:
        yield Session(store, "Ben Ode", invented.Clock())


def test_only_the_article_that_somebody_else_changed_is_another_object(session: Session, other: Session) -> None:
    ferry, harbour = session.outlined()
    other.rule(session.quotes(HARBOUR.id)[0].id, Verdict.DISPUTED)
    now = session.outlined()
    assert now[0] is ferry
    assert now[1] is not harbour
    assert (harbour.summary.decided, now[1].summary.decided) == (0, 1)
    assert [quote.verdict for quote in session.contents(HARBOUR.id).asked] == [Verdict.DISPUTED, Verdict.OPEN]
    assert session.outlined() is now


def test_names_that_somebody_else_brings_together_are_taken_in_where_they_stand(
    session: Session, other: Session
) -> None:
    ferry, harbour = session.outlined()
    other.people.same("Ivo Brandt", "Mara Voss")
    now = session.outlined()
    assert now[0] is ferry
    assert now[1] is not harbour
    assert session.contents(HARBOUR.id).asked[1].person == "Mara Voss"


def test_what_another_program_wrote_before_a_change_of_ones_own_is_seen_with_it(
    session: Session, other: Session, quotes: tuple[str, ...]
) -> None:
    other.rule(session.quotes(HARBOUR.id)[0].id, Verdict.DISPUTED)
    session.confirm(quotes[0])
    assert [one.summary.decided for one in session.outlined()] == [1, 1]


def test_an_article_that_comes_back_finds_its_place(session: Session) -> None:
    session.remove([FERRY.id])
    assert [one.id for one in session.outlined()] == [HARBOUR.id]
    assert session.contents(FERRY.id).quotes == ()
    session.undo()
    assert [one.id for one in session.outlined()] == [FERRY.id, HARBOUR.id]


def test_counts_are_those_of_the_quotes(session: Session, store: Store, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.reject(quotes[1])
    for outlined in session.outlined():
        contents = session.contents(outlined.id)
        assert (outlined.summary.quotes, outlined.summary.decided) == (
            len(contents.asked),
            sum(quote.decided for quote in contents.asked),
        )
        assert outlined.summary.doubts == len(contents.unexplained)
    assert {one.id for one in store.outlines.articles()} == {FERRY.id, HARBOUR.id}


def test_a_doubt_at_an_open_quote_counts_with_that_until_it_is_decided(session: Session) -> None:
    first = session.quotes(FERRY.id)[0].id
    before = session.progress().doubts
    session.confirm(first)
    assert session.progress().doubts == before - 1
