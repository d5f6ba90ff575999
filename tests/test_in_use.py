"""A store that is open keeps its locks: under no name is its file opened and closed beside SQLite."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quotereview import in_use, options
from quotereview.errors import NotEvidence, StoreFault, Unreadable, Unwritable
from quotereview.export import given
from quotereview.export.write import put
from quotereview.reading import read
from quotereview.review import evidence
from quotereview.store import Store, open_store
from tests.store import invented

TAKES_THE_LOG_AWAY = """
import sqlite3, sys
sqlite3.connect(sys.argv[1]).execute("SELECT count(*) FROM articles").connection.close()
"""
"""Another program that looks into the store: as the last one to leave it, it would put the log away."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An open store whose name says nothing of it."""
    with open_store(tmp_path / "friday.txt") as opened:
        yield opened


def load(path: Path) -> str:
    [outcome] = read(path)
    return str(outcome)


def as_evidence(path: Path) -> str:
    with pytest.raises(NotEvidence) as raised:
        list(evidence.file(path))
    return str(raised.value)


def take_back(path: Path) -> str:
    with pytest.raises(Unreadable) as raised:
        given.content_of(path)
    return str(raised.value)


def words_of(path: Path) -> str:
    with pytest.raises(Unreadable) as raised:
        options.content(path)
    return str(raised.value)


def write_over(path: Path) -> str:
    with pytest.raises(Unwritable) as raised:
        put(b"a sheet", path)
    return str(raised.value)


@pytest.mark.parametrize("ending", ["", *in_use.BESIDE[:2]])
@pytest.mark.parametrize("deed", [load, as_evidence, take_back, words_of, write_over])
def test_a_file_of_the_open_store_is_refused_under_any_name(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deed: Callable[[Path], str], ending: str
) -> None:
    other = tmp_path / "article.txt"
    other.hardlink_to(f"{store.path}{ending}")
    monkeypatch.setattr(Path, "open", lambda path, *_: pytest.fail(f"{path} was opened"))
    for path in (Path(f"{store.path}{ending}"), other):
        assert "belongs to " in deed(path) and "store of quotes" in deed(path)


def keep_something(store: Store) -> None:
    with store.act("articles", "load", "Ana Ruz", invented.now()) as act:
        store.articles.add(act, invented.article())


def leave(store: Store) -> None:
    """Another program looks into the store, and leaves it."""
    subprocess.run([sys.executable, "-c", TAKES_THE_LOG_AWAY, str(store.path)], check=True, timeout=60)


@pytest.mark.parametrize("deed", [load, as_evidence, take_back, words_of])
def test_the_store_keeps_its_log_when_another_program_leaves_it(store: Store, deed: Callable[[Path], object]) -> None:
    deed(store.path)
    leave(store)
    keep_something(store)
    assert store.articles.standing(invented.article().id)


@pytest.mark.skipif(sys.platform == "win32", reason="locks belong to the open file there, not to the process")
def test_whoever_opens_it_all_the_same_is_told_before_anything_is_lost(store: Store) -> None:
    store.path.read_bytes()
    leave(store)
    with pytest.raises(StoreFault, match=r"took .* for closed"):
        keep_something(store)


def test_a_closed_store_is_told_by_how_it_begins(store: Store) -> None:
    store.close()
    store.close()
    assert not in_use.holds(store.path)
    assert "is a database, such as a store of quotes, and no article" in load(store.path)


def test_a_store_that_is_open_twice_is_in_use_until_both_are_closed(store: Store) -> None:
    with open_store(store.path):
        pass
    assert in_use.holds(store.path)


def test_a_file_that_is_not_there_is_no_store(tmp_path: Path) -> None:
    assert not in_use.holds(tmp_path / "nothing.txt")
