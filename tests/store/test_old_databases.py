"""Every store that an earlier form of the program left is opened, brought to the newest form, and says the same."""

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quotereview import store as store_room
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.store.migrations import NEWEST
from tests.old_databases.make import FOLDER, Rows, make, standing

OLD = sorted(path.name.removesuffix(".qrev.gz") for path in FOLDER.glob("*.qrev.gz"))
LARGEST = 300_000


def unpacked(name: str, folder: Path) -> Path:
    """An old store where it can be written."""
    path = folder / f"{name}.qrev"
    path.write_bytes(gzip.decompress((FOLDER / f"{name}.qrev.gz").read_bytes()))
    return path


def form(path: Path) -> int:
    """The number of the form that a store has."""
    with closing(sqlite3.connect(path)) as file:
        return int(file.execute("PRAGMA user_version").fetchone()[0])


def as_then(now: Rows, then: Rows) -> Rows:
    """The rows of today with the columns that there were then."""
    return [{column: row[column] for column in former} for row, former in zip(now, then, strict=True)]


def test_there_is_a_small_store_of_each_form_from_the_first_on() -> None:
    assert [int(name.removeprefix("form_")) for name in OLD][:12] == list(range(1, 13))
    assert max(path.stat().st_size for path in FOLDER.iterdir() if path.is_file()) < LARGEST


@pytest.mark.parametrize("name", OLD)
def test_an_old_store_is_upgraded_and_says_the_same(name: str, tmp_path: Path) -> None:
    path = unpacked(name, tmp_path)
    assert form(path) == int(name.removeprefix("form_"))
    then = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert then["quotes_current"] and standing(path) == then
    open_store(path, create=False).close()
    assert form(path) == NEWEST
    assert list(store_room.check(path)) == []
    now = standing(path)
    assert {view: as_then(now[view], rows) for view, rows in then.items()} == then


@pytest.mark.parametrize("name", OLD)
def test_an_old_store_is_reviewed_and_merged_as_any_other(name: str, tmp_path: Path) -> None:
    path, other = unpacked(name, tmp_path), tmp_path / "other.qrev"
    with open_store(path) as store, open_store(other) as into:
        session = Session(store, "Cleo Ma")
        quote = session.outline()[0].id
        session.set_note(quote, "looked at again")
        assert session.timeline.of_quote(quote)[0].by == "Cleo Ma"
        session.undo()
        into.merge(path)
        assert into.seal() == store.seal()
    assert list(store_room.check(other)) == []


def test_what_a_release_leaves_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "made.qrev"
    make(path)
    assert list(store_room.check(path)) == []
    with open_store(path) as store:
        assert len(Session(store, "Cleo Ma").conflicts.all()) == 1
