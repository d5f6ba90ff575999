"""A damaged write-ahead log is recognised, where SQLite goes on without what stands behind the damage."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quotereview.errors import StoreFault
from quotereview.store import Store, check, logs, open_store, put_log_away
from tests.store import invented

FRAME = 4096 + 24
TIMES = 60


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store that is open, its log full of what was ruled."""
    with invented.full_store(tmp_path / "open.qrev") as opened:
        for number in range(20):
            with opened.act("names of people", f"same person {number}", "Ana Ruz", invented.now()) as act:
                opened.people.rule(act, f"Name {number}", "Tilda Brandt", None)
        yield opened


def left_behind(store: Store, to: Path, content: bytes) -> Path:
    """The store as a crash leaves it, with a log of this content."""
    to.with_name(f"{to.name}-shm").unlink(missing_ok=True)
    shutil.copy(store.path, to)
    to.with_name(f"{to.name}-wal").write_bytes(content)
    return to


def log(store: Store) -> bytes:
    return store.path.with_name("open.qrev-wal").read_bytes()


def names(path: Path) -> int:
    """How many names of people SQLite still finds."""
    with open_store(path) as opened:
        return len(opened.people.same())


def test_a_log_that_is_whole_says_nothing(store: Store, tmp_path: Path) -> None:
    path = left_behind(store, tmp_path / "left.qrev", log(store))
    assert list(logs.faults(path)) == [] and list(check(path)) == []
    assert names(path) == 21


@pytest.mark.parametrize("cut", [1, 30, FRAME - 1])
def test_a_transaction_that_a_crash_cut_off_is_no_damage(store: Store, tmp_path: Path, cut: int) -> None:
    assert list(logs.faults(left_behind(store, tmp_path / "left.qrev", log(store)[:-cut]))) == []


def test_what_an_older_log_left_behind_is_no_damage(store: Store, tmp_path: Path) -> None:
    store._connection.rows("PRAGMA wal_checkpoint(RESTART)")
    with store.act("names of people", "same person", "Ana Ruz", invented.now()) as act:
        store.people.rule(act, "The last name", "Tilda Brandt", None)
    path = left_behind(store, tmp_path / "left.qrev", log(store))
    assert len(log(store)) > 10 * FRAME
    assert list(check(path)) == []


def test_whatever_is_missing_is_told_but_for_the_last_transaction(store: Store, tmp_path: Path) -> None:
    dice, whole = random.Random(5), log(store)
    told = []
    for _ in range(TIMES):
        content = bytearray(whole)
        at = dice.randrange(len(content))
        content[at] ^= 1 << dice.randrange(8)
        path = left_behind(store, tmp_path / "left.qrev", bytes(content))
        found = list(check(path))
        told.append(bool(found))
        assert found or names(path) >= 20
        assert not found or names(path) < 21
    assert sum(told) > TIMES * 0.8


def test_a_log_whose_beginning_is_damaged_is_told(store: Store, tmp_path: Path) -> None:
    path = left_behind(store, tmp_path / "left.qrev", bytes(32) + log(store)[32:])
    [sentence] = check(path)
    assert sentence.startswith(f"The log {path}-wal is damaged, so what was ruled last will be missing")


@pytest.mark.parametrize("content", [b"", b"short", bytes(40), b"\xff" * 9000])
def test_what_is_no_log_says_nothing(store: Store, tmp_path: Path, content: bytes) -> None:
    assert list(logs.faults(left_behind(store, tmp_path / "left.qrev", content))) == []


def broken(content: bytes) -> bytes:
    """A log of which a byte in the middle is another one."""
    at = len(content) // 2
    return content[:at] + bytes([content[at] ^ 255]) + content[at + 1 :]


def test_a_store_with_a_damaged_log_is_kept_as_it_was_when_it_is_opened(store: Store, tmp_path: Path) -> None:
    damaged = broken(log(store))
    path = left_behind(store, tmp_path / "left.qrev", damaged)
    as_it_was = path.read_bytes()
    with open_store(path) as opened:
        assert len(opened.people.same()) < 21
        assert opened.caution.startswith(f"The log of {path} was damaged, so what was ruled last may be missing")
    [kept] = (tmp_path / "left.qrev.backups").iterdir()
    assert str(kept) in opened.caution
    assert (kept / "left.qrev").read_bytes() == as_it_was
    assert (kept / "left.qrev-wal").read_bytes() == damaged
    with open_store(path) as again:
        assert not again.caution


def test_a_store_whose_damaged_log_cannot_be_kept_is_not_opened(store: Store, tmp_path: Path) -> None:
    damaged = broken(log(store))
    path = left_behind(store, tmp_path / "left.qrev", damaged)
    (tmp_path / "left.qrev.backups").write_text("no folder")
    with pytest.raises(StoreFault, match=r"^The log of .*left\.qrev is damaged, and opening the store would lose it"):
        open_store(path)
    assert path.with_name("left.qrev-wal").read_bytes() == damaged


def in_the_file(path: Path) -> int:
    """How many articles a store holds beside those that only its log has."""
    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as file:
        found: int = file.execute("SELECT count(*) FROM articles").fetchone()[0]
        return found


def test_a_log_that_is_left_is_put_away_by_another_connection(tmp_path: Path) -> None:
    path, long = tmp_path / "open.qrev", replace(invented.article(), original=b"x" * 6_000_000)
    with open_store(path, leave_log=True) as store:
        put_log_away(path)
        version = store.version()
        with store.act("articles", "load", "Ana Ruz", invented.now()) as act:
            store.articles.add(act, long)
        assert in_the_file(path) == 0
        put_log_away(path)
        assert in_the_file(path) == 1
        assert store.version() == version
        assert store.articles.get(long.id).original == long.original
