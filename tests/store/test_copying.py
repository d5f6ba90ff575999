"""Copies of a store: the same in all, or the same in all but the names of those who worked at it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from quotereview.errors import StoreFault
from quotereview.review.session import Session
from quotereview.store import Store, check, copy, copy_nameless, open_store
from tests.old_databases.make import make
from tests.store import invented

EDITORS = ("Ana Ruz", "Ben Ode")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a row in each table and the rulings of two editors, some of them side by side."""
    path = tmp_path / "quotes.qrev"
    make(path)
    return path


def rows(store: Store, *but: str) -> list[dict[str, object]]:
    """All rows of a store without some of their columns."""
    return [{name: value for name, value in json.loads(line).items() if name not in but} for line in store.dump()]


def test_a_copy_holds_the_same_and_is_merged_back(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "copy.qrev"
    with open_store(path) as store:
        copy(path, to)
        with open_store(to) as copied:
            assert rows(copied) == rows(store)
            assert copied.seal() == store.seal()
            session = Session(copied, "Cleo Ma", invented.Clock())
            session.set_note(session.outline()[0].id, "call back")
        assert store.merge(to).rulings == 1
    assert list(check(to)) == []
    assert to.stat().st_mode & 0o077 == 0


def test_a_nameless_copy_names_nobody_and_is_whole(path: Path, tmp_path: Path) -> None:
    to, before = tmp_path / "copy.qrev", path.read_bytes()
    copy_nameless(path, to)
    assert list(check(to)) == []
    assert path.read_bytes() == before
    with open_store(to) as copied:
        session = Session(copied, "Editor 1")
        assert {row["editor"] for row in rows(copied) if "editor" in row} == {"Editor 1", "Editor 2"}
        assert session.place() is not None
        assert len(session.conflicts.all()) == 1
    held = b"".join(file.read_bytes() for file in to.parent.glob("copy.qrev*") if file.is_file())
    assert not [name for name in EDITORS if name.encode() in held]


def test_a_nameless_copy_holds_the_same_otherwise(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "copy.qrev"
    copy_nameless(path, to)
    with open_store(path) as store, open_store(to) as copied:
        named = ("editor", "ruled_by", "hash")
        assert rows(copied, *named) == rows(store, *named)
        for quote in (one.id for one in Session(store, "").outline()):
            told, anew = (Session(one, "").timeline.of_quote(quote) for one in (store, copied))
            assert [(one.label, one.at, one.place) for one in anew] == [(one.label, one.at, one.place) for one in told]


def test_a_nameless_copy_is_another_history(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "copy.qrev"
    copy_nameless(path, to)
    with open_store(path) as store, pytest.raises(StoreFault, match="a copy without names, which is merged with none"):
        store.merge(to)


@pytest.mark.parametrize("write", [copy, copy_nameless])
def test_a_copy_takes_the_place_of_nothing_and_leaves_nothing_half_written(
    path: Path, tmp_path: Path, write: Callable[[Path, Path], None]
) -> None:
    to = tmp_path / "there.txt"
    to.write_text("Dear editor,\n")
    with pytest.raises(StoreFault, match="is there already"):
        write(path, to)
    assert to.read_text() == "Dear editor,\n"
    with pytest.raises(StoreFault, match="There is no store at"):
        write(tmp_path / "nowhere.qrev", tmp_path / "new.qrev")
    assert sorted(one.name for one in tmp_path.iterdir() if "part" in one.name or one.name == "new.qrev") == []
