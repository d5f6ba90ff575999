"""Articles that may be editions of one another are found by what they have in common."""

from dataclasses import replace
from pathlib import Path

import pytest

from quotereview.model import Article, article_id
from quotereview.store import Store, check, open_store
from tests.described import described
from tests.store import invented
from tests.store.test_checking import meddle
from tests.store.test_database import of_the_first_form

WORDS = " ".join(f"word{number} and{number}" for number in range(300))


def article(name: str, text: str, url: str | None = None) -> Article:
    return Article(article_id(name, text.encode()), name, text.encode(), text, "utf-8", described(url=url))


ONE = article("one.txt", f"A headline\n\n{WORDS}\n", "https://coast.example/ferry")
TWO = article("two.txt", f"Another headline\n\n{WORDS} and more\n")
MOVED = article("moved.txt", "Nothing of that text is left here.\n", "http://www.coast.example/ferry/?utm_source=x")
OTHER = article("other.txt", "This text has nothing to do with the others at all, they say.\n")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = open_store(tmp_path / "quotes.qrev")
    with opened.act("load", "load", "Ana Ruz", invented.now()) as act:
        for each in (ONE, TWO, MOVED, OTHER):
            opened.articles.add(act, each)
    return opened


def test_those_of_one_address_come_before_those_of_one_text(store: Store) -> None:
    assert store.traces.like(ONE.id) == (MOVED.id, TWO.id)
    assert store.traces.like(TWO.id) == (ONE.id,)
    assert store.traces.like(OTHER.id) == ()


def test_removed_articles_are_not_found(store: Store) -> None:
    standing = store.articles.standing(ONE.id)
    assert standing
    with store.act("remove", "remove", "Ana Ruz", invented.now()) as act:
        store.articles.rule(act, ONE.id, replace(standing.ruling, removed=True), standing.decision)
    assert store.traces.like(TWO.id) == store.traces.like(MOVED.id) == ()


def test_articles_of_an_older_form_and_of_another_store_are_found(store: Store, tmp_path: Path) -> None:
    old = tmp_path / "old.qrev"
    of_the_first_form(old)
    with open_store(old) as brought:
        ferry = brought.articles.loaded()[0]
        brought.merge(store.path)
        assert brought.traces.like(TWO.id) == (ONE.id,)
        again = brought.articles.get(ferry)
        assert again
        with brought.act("load", "load", "Ana Ruz", invented.now()) as act:
            brought.articles.add(act, article("again.txt", again.text))
        assert ferry in brought.traces.like(article("again.txt", again.text).id)
    assert not [told for told in check(old) if "traces" in told]


def test_traces_that_are_not_those_of_the_text_are_told(store: Store) -> None:
    store.close()
    meddle(store.path, "DELETE FROM traces")
    told = list(check(store.path))
    assert len(told) == 4
    assert told[0].startswith("The traces by which editions of the article")
