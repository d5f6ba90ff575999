"""How fast the editor is, from what was decided of late."""

from datetime import timedelta

import pytest

from quotereview.review.ingest import Read
from quotereview.review.pace import ENOUGH, LAST_WHILE
from quotereview.review.session import Session
from quotereview.store import Store
from tests.store import invented

WORDS = tuple(("Tilda Brandt", f"Sentence {number} is said.") for number in range(8))


def at_work(store: Store, seconds: float) -> Session:
    """A session whose clock goes on by so much at each look, at an article of eight quotes."""
    session = Session(store, "Ana Ruz", invented.Clock(seconds))
    article = invented.article("pace.txt", WORDS)
    session.keep(Read(article, invented.detection(article, WORDS)))
    return session


def rule(session: Session, count: int) -> None:
    """Confirm the first open quotes."""
    for quote in [each.id for each in session.outline() if not each.decided][:count]:
        session.confirm(quote)


def test_what_is_left_takes_as_long_for_each_as_what_was_decided(store: Store) -> None:
    session = at_work(store, 60)
    rule(session, 6)
    pace = session.pace()
    assert pace
    assert (pace.decided, pace.taken, pace.left) == (6, timedelta(minutes=6), timedelta(minutes=2))


@pytest.mark.parametrize("count", [0, ENOUGH - 1, len(WORDS)])
def test_nothing_is_told_of_a_few_or_when_all_is_done(store: Store, count: int) -> None:
    session = at_work(store, 60)
    rule(session, count)
    assert session.pace() is None


def test_nothing_is_told_of_what_was_decided_in_a_moment(store: Store) -> None:
    session = at_work(store, 1)
    rule(session, ENOUGH + 1)
    assert session.pace() is None


def test_what_was_decided_before_the_last_while_does_not_count(store: Store) -> None:
    session = at_work(store, LAST_WHILE.total_seconds() / 5)
    rule(session, 7)
    pace = session.pace()
    assert pace
    assert pace.decided == 5


def test_the_pace_is_the_editors_own(store: Store) -> None:
    session = at_work(store, 60)
    rule(session, 6)
    session.switch_editor("Ivo Brandt")
    assert session.pace() is None


def test_what_was_reopened_counts_as_open(store: Store) -> None:
    session = at_work(store, 60)
    rule(session, 5)
    session.reopen(session.outline()[0].id)
    assert session.pace() is None
