"""The quotes of an older edition on which nobody ruled are known again in the edition on the desk."""

from datetime import date
from pathlib import Path

import pytest

from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.review.succession import Succession
from quotereview.store import Store, open_store
from tests.review.test_editions import FERRY, NEWER, NEWER_WORDS, keep, quote
from tests.store import invented

LATEST = invented.article("ferry-3.txt", NEWER_WORDS[:3], published=date(2026, 3, 4))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "quotes.qrev")


@pytest.fixture
def session(store: Store) -> Session:
    made = Session(store, "Ana Ruz", invented.Clock())
    for article in (FERRY, NEWER):
        keep(made, article)
    made.keep(Read(LATEST, invented.detection(LATEST, NEWER_WORDS[:3])))
    return made


def test_what_is_the_same_is_known_again_and_what_was_changed_is_not(session: Session, store: Store) -> None:
    succession, quotes = Succession(store), [one.id for one in session.quotes(FERRY.id)]
    same = {quote(session, FERRY, words): quote(session, NEWER, words) for words in ("The ferry", "We shall")}
    assert succession.of(quotes) == {}
    session.editions.take_over(NEWER.id, FERRY.id)
    assert succession.of(quotes) == same
    session.undo()
    assert succession.of(quotes) == {}


def test_it_is_followed_from_edition_to_edition_also_after_a_ruling(session: Session, store: Store) -> None:
    ferry, latest = (quote(session, article, "The ferry") for article in (FERRY, LATEST))
    shall, newer = (quote(session, article, "We shall") for article in (FERRY, NEWER))
    session.editions.take_over(NEWER.id, FERRY.id)
    session.confirm(quote(session, NEWER, "The ferry"))
    session.editions.take_over(LATEST.id, NEWER.id)
    assert Succession(store).of([ferry, shall]) == {ferry: latest, shall: newer}
