"""What `recover` refuses, and what it tells."""

import json
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quotereview.errors import StoreFault
from quotereview.store import Recovered, back_up_daily, check, open_store, recover
from quotereview.store.backups import newest_first
from quotereview.store.salvage import _definition_pages
from tests.store import invented
from tests.store.test_database import POSIX, of_the_first_form

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a row in every table."""
    invented.full_store(tmp_path / "quotes.qrev").close()
    return tmp_path / "quotes.qrev"


def lose(path: Path, table: str) -> None:
    """Write over the page at which a table begins."""
    with closing(sqlite3.connect(path)) as store:
        page = store.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))


def test_of_a_whole_store_all_is_brought(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    recovered = recover(path, tmp_path / "new.qrev")
    assert recovered.all_is_there
    assert list(check(tmp_path / "new.qrev")) == []
    assert path.read_bytes() == before
    with open_store(path) as old, open_store(tmp_path / "new.qrev") as new:
        assert list(new.dump()) == list(old.dump())
        assert new.places.of("Ana Ruz") == old.places.of("Ana Ruz")
        assert new.paragraphs.holding("ferry", 9) == old.paragraphs.holding("ferry", 9)


def test_what_is_lost_is_named_and_what_hangs_on_it_set_aside(path: Path, tmp_path: Path) -> None:
    lose(path, "decided_passages")
    recovered = recover(path, tmp_path / "new.qrev")
    aside, *_ = [aside for aside in recovered.set_aside if aside.table == "decisions"]
    assert aside.why == "it is not as it was written"
    lines = Recovered.aside(tmp_path / "new.qrev").read_text(encoding="utf-8").splitlines()
    assert {"table": "decisions", "why": aside.why, "row": aside.row} in map(json.loads, lines)
    assert list(check(tmp_path / "new.qrev")) == []


def test_what_is_lost_with_its_id_is_named_by_what_belonged_to_it(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as store:
        ids = {row[0] for row in store.execute("SELECT id FROM quotes")}
    for table in ("quotes", "sqlite_autoindex_quotes_1"):
        lose(path, table)
    recovered = recover(path, tmp_path / "new.qrev")
    assert {id for table, id in recovered.missing if table == "quotes"} == ids
    assert list(check(tmp_path / "new.qrev")) == []


@pytest.mark.parametrize(("number", "lost"), [(2**60, "proposals"), (-7, "proposals"), (2**60, "acts")])
def test_a_number_that_cannot_be_is_not_counted_up_to(path: Path, tmp_path: Path, number: int, lost: str) -> None:
    with closing(sqlite3.connect(path)) as store, store:
        for (guard,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            store.execute(f"DROP TRIGGER {guard}")
        store.execute("UPDATE acts SET rowid = ? WHERE rowid = (SELECT max(rowid) FROM acts)", (number,))
        rows = store.execute("SELECT count(*) FROM acts").fetchone()[0]
    lose(path, lost)
    recovered = recover(path, tmp_path / "new.qrev")
    missing = [id for table, id in recovered.missing if table == "acts"]
    assert len(missing) + recovered.unnamed["acts"] == (rows if lost == "acts" else 0)
    assert list(check(tmp_path / "new.qrev")) == []


def test_a_lost_table_comes_from_the_backup(path: Path, tmp_path: Path) -> None:
    back_up_daily(path, NOON)
    lose(path, "decisions")
    recovered = recover(path, tmp_path / "new.qrev")
    assert recovered.from_backup["decisions"]
    assert recovered.all_is_there


@pytest.mark.parametrize("backed_up", [True, False])
@pytest.mark.parametrize("page", [1, -1])
def test_lost_definitions_hide_no_rows(path: Path, tmp_path: Path, backed_up: bool, page: int) -> None:
    if backed_up:
        back_up_daily(path, NOON)
    whole = bytearray(path.read_bytes())
    at = _definition_pages(bytes(whole))[0 if page == 1 else -1]
    whole[(at - 1) * 4096 : at * 4096] = bytes(4096)
    path.write_bytes(whole)
    recovered = recover(path, tmp_path / "new.qrev")
    assert recovered.read["decisions"]
    assert recovered.all_is_there
    assert list(check(tmp_path / "new.qrev")) == []


def test_a_backup_that_is_damaged_is_passed_over(path: Path, tmp_path: Path) -> None:
    good = back_up_daily(path, NOON)
    newer = newest_first(path)[0].with_name("2026-03-05-120000.qrev")
    newer.write_bytes(newest_first(path)[0].read_bytes())
    lose(newer, "decisions")
    assert recover(path, tmp_path / "new.qrev").backup == good


def test_without_ids_the_lost_are_counted(path: Path, tmp_path: Path) -> None:
    back_up_daily(path, NOON)
    with open_store(path) as store, store.act("rulings on quotes", "confirm", "Ana Ruz", NOON):
        pass
    lose(path, "acts")
    lose(path, "sqlite_autoindex_acts_1")
    recovered = recover(path, tmp_path / "new.qrev")
    assert list(check(tmp_path / "new.qrev")) == []
    assert recovered.from_backup["acts"]
    assert recovered.unnamed["acts"] == 0


def test_a_store_of_an_older_form_is_brought_to_the_newest(tmp_path: Path) -> None:
    path = tmp_path / "old.qrev"
    of_the_first_form(path)
    recovered = recover(path, tmp_path / "recovered.qrev")
    assert recovered.read["quotes"] == 6
    assert list(check(tmp_path / "recovered.qrev")) == []


def test_there_must_be_something_to_bring(tmp_path: Path) -> None:
    path = tmp_path / "letter.qrev"
    path.write_text("Dear editor,\n")
    with pytest.raises(StoreFault, match="Nothing could be read of"):
        recover(path, tmp_path / "new.qrev")
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_written_over(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="is there already"):
        recover(path, path)
    with pytest.raises(StoreFault, match="There is no store at"):
        recover(tmp_path / "none.qrev", tmp_path / "new.qrev")
    with pytest.raises(StoreFault, match="cannot be written: No such file or directory; name another place"):
        recover(path, tmp_path / "missing" / "new.qrev")


@POSIX
def test_only_the_owner_can_read_what_is_brought(path: Path, tmp_path: Path) -> None:
    lose(path, "decided_passages")
    recover(path, tmp_path / "new.qrev")
    for file in (tmp_path / "new.qrev", Recovered.aside(tmp_path / "new.qrev")):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_where_editors_were_is_not_missed(path: Path, tmp_path: Path) -> None:
    lose(path, "articles")
    recovered = recover(path, tmp_path / "new.qrev")
    assert recovered.articles == 0
    assert recovered.set_aside and "places" not in {aside.table for aside in recovered.set_aside}
