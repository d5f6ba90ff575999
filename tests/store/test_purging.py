"""A new store without an article: nothing of it is left but that it was purged, and all else is as it was."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from quotereview.errors import NotPossible, StoreFault
from quotereview.review.session import Session
from quotereview.store import Store, check, open_store
from tests.review.conftest import FERRY, HARBOUR, read
from tests.store import invented

LATER = invented.now() + timedelta(days=9)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of two articles, with rulings on each and on both."""
    path = tmp_path / "quotes.qrev"
    with open_store(path) as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        for article in (FERRY, HARBOUR):
            session.keep(read(article))
            session.set_speaker(session.quotes(article.id)[1].id, f"Speaker of {article.name}")
        session.describe([FERRY.id, HARBOUR.id], outlet="Sund Post")
        session.reject(session.quotes(FERRY.id)[0].id)
        session.undo()
        session.remember_place(HARBOUR.id, session.quotes(HARBOUR.id)[1].id)
    return path


def rows(store: Store) -> list[dict[str, object]]:
    """All rows of a store."""
    return [json.loads(line) for line in store.dump()]


def test_all_but_the_article_is_in_the_new_store(path: Path, tmp_path: Path) -> None:
    to, before = tmp_path / "new.qrev", path.read_bytes()
    with open_store(path) as store:
        store.purge(FERRY.id, to, "Ben Ode", LATER)
        held = rows(store)
        with open_store(to) as new:
            left, stands = rows(new), new.outlines.all()
            assert stands == store.outlines.of(HARBOUR.id)
            assert new.paragraphs.holding("crane", 1) and not new.paragraphs.holding("tickets", 1)
            assert Session(new, "Ana Ruz").place() == (HARBOUR.id, stands[1].id)
    told = [row for row in left if row not in held]
    assert [(row["table"], row["label"], row["editor"]) for row in told] == [
        ("acts", f"purge the article {FERRY.id}", "Ben Ode")
    ]
    gone = [row for row in held if row not in left]
    assert {row["table"] for row in gone} >= {"articles", "quotes", "decisions", "candidates", "acts", "zones"}
    assert not [row for row in gone if row.get("article") == HARBOUR.id or row["table"] == "name_decisions"]
    assert list(check(to)) == []
    assert path.read_bytes() == before


def test_no_word_of_the_article_is_left(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "new.qrev"
    with open_store(path) as store:
        store.purge(FERRY.id, to, "Ben Ode", LATER)
    words = ["Nobody told the crews", "Headline of ferry", "Speaker of ferry"]
    assert all(word.encode() in path.read_bytes() for word in words)
    assert not [word for word in words if word.encode() in to.read_bytes()]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["new.qrev", "quotes.qrev"]


def test_a_purge_is_not_undone_and_the_rest_can_be(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "new.qrev"
    with open_store(path) as store:
        store.purge(FERRY.id, to, "Ana Ruz", LATER)
    with open_store(to) as new:
        session = Session(new, "Ana Ruz")
        assert session.undo_label == "Undo outlet: Sund Post"
        session.undo()
        assert session.article(HARBOUR.id).outlet == "Fjord Times"


def test_what_was_purged_does_not_come_back_by_merging(path: Path, tmp_path: Path) -> None:
    to, other = tmp_path / "new.qrev", tmp_path / "other.qrev"
    shutil.copy(path, other)
    with open_store(path) as store:
        store.purge(FERRY.id, to, "Ben Ode", LATER)
    for into, given in ((to, other), (other, to)):
        with open_store(into) as store:
            before = list(store.dump())
            with pytest.raises(StoreFault, match=f"holds the article {FERRY.id}, which was purged"):
                store.merge(given)
            assert list(store.dump()) == before


def test_what_cannot_be_purged_is_told_and_nothing_written(path: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.qrev"
    there.write_text("Dear editor,\n")
    with open_store(path) as store:
        with pytest.raises(StoreFault, match="is there already"):
            store.purge(FERRY.id, there, "Ben Ode", LATER)
        with pytest.raises(NotPossible, match="There is no article nowhere"):
            store.purge("nowhere", tmp_path / "new.qrev", "Ben Ode", LATER)
        with pytest.raises(StoreFault, match=r"The folder .* is not there"):
            store.purge(FERRY.id, tmp_path / "missing" / "new.qrev", "Ben Ode", LATER)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["quotes.qrev", "there.qrev"]
