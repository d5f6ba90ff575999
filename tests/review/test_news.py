"""What others did at the store is told once, and what this session did itself never."""

from collections.abc import Iterator

import pytest

from quotereview.review.change import ChangeKind
from quotereview.review.news import of_others
from quotereview.review.session import Session
from quotereview.store import open_store
from tests.review.conftest import FERRY, HARBOUR
from tests.store import invented


@pytest.fixture
def other(session: Session) -> Iterator[Session]:
    """Somebody else's session at the same store."""
    with open_store(session.store_path) as store:
        yield Session(store, "Ben Ode", invented.Clock())


def test_what_others_ruled_is_told_once(session: Session, other: Session, quotes: tuple[str, ...]) -> None:
    other.confirm(quotes[0])
    other.reject(quotes[1])
    came = session.look_again()
    assert [(act.editor, act.quotes, act.articles) for act in came] == [
        ("Ben Ode", (quotes[0],), (FERRY.id,)),
        ("Ben Ode", (quotes[1],), (FERRY.id,)),
    ]
    assert session.look_again() == ()


def test_what_one_does_oneself_is_no_news_whatever_name_one_takes(
    session: Session, other: Session, quotes: tuple[str, ...]
) -> None:
    session.confirm(quotes[0])
    session.undo()
    session.switch_editor("Cleo Ma")
    session.reject(quotes[1])
    assert session.look_again() == ()
    other.people.rename("Tilda Brandt", "T. Brandt")
    assert [act.names for act in session.look_again()] == [("Tilda Brandt",)]


def test_where_somebody_is_and_looks_is_no_news(session: Session, other: Session, quotes: tuple[str, ...]) -> None:
    other.remember_place(FERRY.id, quotes[0])
    assert session.look_again() == ()


def test_rulings_are_one_change_of_their_kind(session: Session, other: Session, quotes: tuple[str, ...]) -> None:
    other.confirm(quotes[0])
    other.set_note(quotes[0], "call back")
    change = of_others(session.look_again(), [])
    assert (change.kind, change.articles, change.quotes) == (ChangeKind.RULINGS, (FERRY.id,), (quotes[0],))
    assert change.elsewhere


def test_deeds_of_several_kinds_are_a_change_of_articles(
    session: Session, other: Session, quotes: tuple[str, ...]
) -> None:
    other.confirm(quotes[0])
    other.describe([HARBOUR.id], outlet="Sund Post")
    change = of_others(session.look_again(), [])
    assert change.kind is ChangeKind.ARTICLES
    assert set(change.articles) == {FERRY.id, HARBOUR.id}
