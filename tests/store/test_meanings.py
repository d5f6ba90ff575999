"""What quotes mean is kept as long as their words are, and found by when their articles appeared."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from quotereview.errors import StoreFault
from quotereview.model import Article, Wording
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Meant, Store, meanings, open_store
from tests.store import invented

EMBEDDING = "invented 1"
DAYS = 7


def said(name: str, words: str, published: date | None, outlet: str = "Sund Post") -> Read:
    """An article of one quote."""
    utterance = (("Lena Falk", words),)
    article = invented.article(name, utterance, outlet=outlet, published=published)
    return Read(article, invented.detection(article, utterance))


MAY = said("may.txt", "The weir holds.", date(2026, 5, 12))
READS = (
    MAY,
    said("week.txt", "The dam will stand.", date(2026, 5, 19)),
    said("late.txt", "It is still there.", date(2026, 5, 20)),
    said("undated.txt", "Nothing broke.", None),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "quotes.qrev") as opened:
        session = Session(opened, "Ana Ruz", invented.Clock())
        for read in READS:
            session.keep(read)
        yield opened


def numbers(store: Store) -> dict[str, int]:
    """The numbers of the quotes by their words."""
    wordings: dict[int, Wording] = store.compared.wordings(store.compared.numbers())
    return {wording.words: number for number, wording in wordings.items()}


def keep_all(store: Store) -> None:
    store.meanings.begin(EMBEDDING)
    waiting = store.meanings.waiting(10)
    store.meanings.keep(EMBEDDING, [Meant(number, words, words.encode()) for number, words in waiting])


def near(store: Store, words: str) -> set[str]:
    return {meant.words for meant in store.meanings.near(EMBEDDING, numbers(store)[words], DAYS)}


def test_those_wait_of_which_nothing_is_kept_by_this_embedding(store: Store) -> None:
    assert store.meanings.number_waiting() == 4
    assert [words for _, words in store.meanings.waiting(2)] == ["Nothing broke.", "It is still there."]
    keep_all(store)
    assert (store.meanings.number_waiting(), store.meanings.waiting(2)) == (0, [])
    store.meanings.begin("invented 2")
    assert store.meanings.number_waiting() == 4


def test_what_was_kept_is_read(store: Store) -> None:
    keep_all(store)
    number = numbers(store)["The weir holds."]
    assert store.meanings.of(EMBEDDING, number) == Meant(number, "The weir holds.", b"The weir holds.")
    assert store.meanings.of("invented 2", number) is None
    assert store.meanings.of(EMBEDDING, 99) is None


def test_within_a_week_or_without_a_day(store: Store) -> None:
    keep_all(store)
    assert near(store, "The weir holds.") == {"The dam will stand.", "Nothing broke."}
    assert near(store, "Nothing broke.") == {"The weir holds.", "The dam will stand.", "It is still there."}


def test_a_quote_that_is_rejected_is_forgotten(store: Store) -> None:
    keep_all(store)
    number = numbers(store)["The dam will stand."]
    session = Session(store, "Ana Ruz", invented.Clock())
    article: Article = READS[1].article
    session.reject(session.quotes(article.id)[0].id)
    assert store.meanings.of(EMBEDDING, number) is None
    assert near(store, "The weir holds.") == {"Nothing broke."}


def test_what_other_words_mean_is_not_kept(store: Store) -> None:
    number = numbers(store)["The weir holds."]
    store.meanings.keep(EMBEDDING, [Meant(number, "The weir broke.", b"x")])
    assert store.meanings.of(EMBEDDING, number) is None
    assert store.meanings.number_waiting() == 4


def test_what_cannot_be_kept_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meanings, "PATIENCE", 0.0)
    with (
        open_store(store.path) as other,
        other.act("rulings on quotes", "hold", "Ida Bly", invented.now()),
        pytest.raises(StoreFault, match="being used"),
    ):
        keep_all(store)
