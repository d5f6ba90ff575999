"""What quotes are found by: kept with what stands, whoever wrote, and told by `check` where it is not."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quotereview.model import Passage, Span, Verdict
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Ruled, Store, check, recover
from quotereview.wording.grams import grams
from tests.review.conftest import FERRY, HARBOUR, session, store
from tests.store import invented
from tests.store.test_checking import meddle

__all__ = ["session", "store"]  # fixtures of the room above


def held(path: Path) -> dict[str, set[int]]:
    """What each compared quote is found by, by its words."""
    with closing(sqlite3.connect(path)) as file:
        found = file.execute(
            "SELECT words, gram FROM compared_quotes LEFT JOIN quote_grams ON quote_grams.quote = compared_quotes.id"
        ).fetchall()
        strays = file.execute("SELECT count(*) FROM quote_grams WHERE quote NOT IN (SELECT id FROM compared_quotes)")
        assert strays.fetchone() == (0,)
    return {words: {gram for other, gram in found if other == words} for words, _ in found}


def cut(store: Store, quote: str, length: int) -> None:
    """Rule that only the first words of a quote, so many characters, are its words."""
    standing = store.standing.quote(quote)
    assert standing
    [passage] = standing.ruling.passages
    shorter = Passage(Span(passage.span.start, passage.span.start + length), passage.words[:length])
    with store.act("rulings on quotes", "shorten", "Ana Ruz", invented.now()) as act:
        store.decisions.add(act, Ruled(quote, replace(standing.ruling, passages=(shorter,)), None))


def test_quotes_are_found_by_the_words_that_stand(session: Session, store: Store) -> None:
    words = {quote.proposal.words for article in (FERRY, HARBOUR) for quote in session.quotes(article.id)}
    assert held(store.path) == {one: set(grams(one)) for one in words}


def test_a_quote_whose_words_change_is_found_by_the_new_ones(session: Session, store: Store) -> None:
    cut(store, session.quotes(FERRY.id)[1].id, len("Nobody told the crews"))
    found = held(store.path)
    assert found["Nobody told the crews"] == set(grams("Nobody told the crews"))
    assert "Nobody told the crews about the strike." not in found


def test_a_ruling_that_leaves_the_words_leaves_the_number(session: Session, store: Store) -> None:
    quote = session.quotes(FERRY.id)[0].id
    before = store.compared.number(quote)
    session.rule(quote, Verdict.DISPUTED)
    assert before is not None
    assert store.compared.number(quote) == before


def test_what_is_no_quote_or_was_removed_is_not_found_until_it_is_back(session: Session, store: Store) -> None:
    quote, before = session.quotes(FERRY.id)[0].id, held(store.path)
    session.reject(quote)
    assert store.compared.number(quote) is None
    session.undo()
    session.remove([FERRY.id, HARBOUR.id])
    assert held(store.path) == {}
    session.undo()
    assert held(store.path) == before


def test_the_quotes_next_to_one_are_found_before_all(store: Store) -> None:
    said = [("Tilda Brandt", f"Ferry number {number} sails.") for number in range(60)]
    crowd = invented.article("crowd.txt", said)
    Session(store, "Ana Ruz").keep(Read(crowd, invented.detection(crowd, said)))
    numbers = store.compared.numbers()
    gram = next(gram for gram in grams("ferry number") if gram >= 0)
    found = [number for number, _ in store.compared.holding_around(gram, numbers[30])]
    assert sorted(found) == [*numbers[14:30], *numbers[31:47]]
    assert sorted(number for number, _ in store.compared.holding(gram)) == numbers[-16:]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM compared_quotes WHERE id = 1",
        "UPDATE compared_quotes SET words = 'otherwise' WHERE id = 1",
        "DELETE FROM quote_grams WHERE quote = 1",
        "INSERT INTO quote_grams VALUES (1, 1, 1)",
    ],
)
def test_quotes_that_are_found_by_other_words_are_told_and_recovering_mends_it(
    session: Session, store: Store, statement: str
) -> None:
    before, path = held(store.path), store.path
    store.close()
    meddle(path, statement)
    assert [sentence for sentence in check(path) if "found by" in sentence]
    recover(path, path.with_name("mended.qrev"))
    assert list(check(path.with_name("mended.qrev"))) == []
    assert held(path.with_name("mended.qrev")) == before
