"""What is compared of a quote, as it stands."""

from dataclasses import replace

import pytest

from quotereview.model import Passage, Wording
from quotereview.review.session import Session
from quotereview.store import Ruled, Store
from tests.review.conftest import FERRY, session, store
from tests.store import invented

__all__ = ["session", "store"]  # fixtures of another room


def told_of(store: Store, quote: str) -> Wording:
    number = store.compared.number(quote)
    assert number is not None
    return store.compared.around(store.compared.wordings([number])[number])


@pytest.fixture
def quote(session: Session) -> str:
    """The first quote of an article."""
    return session.quotes(FERRY.id)[0].id


def test_the_words_around_a_quote_and_what_was_found_of_its_occasion(store: Store, quote: str) -> None:
    found = told_of(store, quote)
    assert found.before.endswith("“")
    assert found.after.startswith("” Tilda Brandt said, Radio Fjord reported.")
    assert (found.between, found.role, found.hands, found.addressee) == ("", "ferry director", 1, "reporters")


def test_what_was_found_does_not_hold_for_another_speaker_or_source(session: Session, store: Store, quote: str) -> None:
    session.set_speaker(quote, "Oskar Vint")
    assert (told_of(store, quote).role, told_of(store, quote).addressee, told_of(store, quote).hands) == (None, None, 1)
    session.set_source(quote, None)
    assert told_of(store, quote).hands is None
    session.undo()
    session.undo()
    assert (told_of(store, quote).role, told_of(store, quote).hands) == ("ferry director", 1)


def test_what_stands_between_the_passages(store: Store, quote: str) -> None:
    standing = store.standing.quote(quote)
    assert standing is not None
    spans = invented.span(FERRY, "The ferry sails"), invented.span(FERRY, "on Monday morning.")
    parted = replace(standing.ruling, passages=tuple(Passage(span, span.of(FERRY.text)) for span in spans))
    with store.act("rulings on quotes", "shape", "Ana Ruz", invented.now()) as act:
        store.decisions.add(act, Ruled(quote, parted, None))
    assert told_of(store, quote).between == " again "
