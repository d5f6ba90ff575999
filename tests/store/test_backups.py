"""Backups: when one is made, how many are kept, and what happens when none can be."""

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quotereview.errors import StoreFault
from quotereview.store import back_up_daily, backups, check, open_store
from quotereview.store.migrations import NEWEST
from tests.store import invented
from tests.store.test_database import POSIX, of_the_first_form

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a row in every table."""
    invented.full_store(tmp_path / "quotes.qrev").close()
    return tmp_path / "quotes.qrev"


def test_one_is_made_a_day(path: Path) -> None:
    first = back_up_daily(path, NOON)
    assert first
    assert back_up_daily(path, NOON + timedelta(hours=1)) is None
    second = back_up_daily(path, NOON + timedelta(days=1))
    assert backups.newest_first(path) == [second, first]
    assert first.name.startswith("2026-03-04")
    assert list(check(first)) == []


def test_the_last_ten_are_kept(path: Path) -> None:
    made = [back_up_daily(path, NOON + timedelta(days=day)) for day in range(12)]
    assert backups.newest_first(path) == made[:1:-1]


def test_an_empty_store_needs_none(tmp_path: Path) -> None:
    open_store(tmp_path / "new.qrev").close()
    assert back_up_daily(tmp_path / "new.qrev", NOON) is None
    assert not backups.folder(tmp_path / "new.qrev").exists()


@POSIX
def test_only_the_owner_can_read_them(path: Path) -> None:
    backup = back_up_daily(path, NOON)
    assert backup
    assert stat.S_IMODE(backups.folder(path).stat().st_mode) == 0o700
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_what_is_written_meanwhile_is_not_torn(path: Path) -> None:
    with open_store(path) as store, store.act("rulings on quotes", "load", "Ana Ruz", NOON) as act:
        store.articles.add(act, invented.article("other.txt"))
        backup = back_up_daily(path, NOON)
    assert backup
    assert list(check(backup)) == []
    with open_store(backup) as copy:
        assert len(copy.articles.loaded()) == 2


def test_a_damaged_store_takes_no_backup_s_place(path: Path) -> None:
    good = back_up_daily(path, NOON)
    with closing(sqlite3.connect(path)) as store:
        page = store.execute("SELECT rootpage FROM sqlite_master WHERE name = 'candidates'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(StoreFault, match=r"No backup was made in .* is damaged"):
        back_up_daily(path, NOON + timedelta(days=1))
    assert backups.newest_first(path) == [good]
    assert list(backups.folder(path).iterdir()) == [good]


def test_one_that_cannot_be_made_is_told(path: Path) -> None:
    backups.folder(path).write_text("in the way")
    with pytest.raises(StoreFault, match=r"No backup was made in .*: .*; make sure that you may write there"):
        back_up_daily(path, NOON)
    assert list(check(path)) == []


def test_a_store_is_backed_up_before_its_form_changes(tmp_path: Path) -> None:
    path = tmp_path / "old.qrev"
    of_the_first_form(path)
    open_store(path).close()
    [backup] = backups.newest_first(path)
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    open_store(path).close()
    assert backups.newest_first(path) == [backup]


def test_without_that_backup_the_form_stays(tmp_path: Path) -> None:
    path = tmp_path / "old.qrev"
    of_the_first_form(path)
    backups.folder(path).write_text("in the way")
    with pytest.raises(StoreFault, match=r"is of an older form, and was left as it is\. No backup was made"):
        open_store(path)
    with closing(sqlite3.connect(path)) as store:
        assert store.execute("PRAGMA user_version").fetchone() == (1,)
    backups.folder(path).unlink()
    with open_store(path) as store:
        assert store._connection.value("PRAGMA user_version") == NEWEST
