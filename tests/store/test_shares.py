"""A store on a network share: it is known as such, kept without a write-ahead log, and loses nothing."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quotereview.errors import StoreFault
from quotereview.store import check, copies, open_store, recover, shares
from tests.store import invented

OTHERS = "25 24 0:23 / /dev/shm rw,relatime - tmpfs tmpfs rw\n"


def mounted(kind: str, at: Path) -> str:
    """A line of what is mounted, with a space in its place written as Linux does."""
    return (
        f"36 27 0:50 / {str(at).replace(' ', chr(92) + '040')} rw,relatime shared:7 - {kind} desk:/news rw,vers=4.2\n"
    )


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that passes for one on a network share."""
    folder, table = tmp_path / "news desk", tmp_path / "mountinfo"
    folder.mkdir()
    table.write_text(mounted("ext4", Path("/")) + OTHERS + mounted("nfs4", folder))
    monkeypatch.setattr(shares, "MOUNTS", table)
    return folder


def mode(path: Path) -> str:
    """The journal mode that a store keeps."""
    with closing(sqlite3.connect(path)) as file:
        return str(file.execute("PRAGMA journal_mode").fetchone()[0])


@pytest.mark.parametrize("kind", ["nfs", "cifs", "smb3", "fuse.sshfs"])
def test_a_share_is_known_by_its_kind(share: Path, kind: str) -> None:
    shares.MOUNTS.write_text(mounted("ext4", Path("/")) + mounted(kind, share))
    assert shares.shared(share / "quotes.qrev")
    assert not shares.shared(share.parent / "quotes.qrev")


def test_what_is_mounted_last_in_a_place_is_what_is_there(share: Path) -> None:
    with shares.MOUNTS.open("a") as table:
        table.write(mounted("ext4", share))
    assert not shares.shared(share / "quotes.qrev")


def test_nothing_is_told_where_the_system_does_not_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "MOUNTS", tmp_path / "nowhere")
    assert not shares.shared(tmp_path)
    with open_store(tmp_path / "quotes.qrev") as store:
        assert store.caution == ""


def test_a_store_on_a_share_has_no_log_and_says_what_to_take_care_of(share: Path) -> None:
    path = share / "quotes.qrev"
    invented.full_store(path).close()
    assert mode(path) == "delete"
    with open_store(path) as store:
        assert store.caution.startswith(f"{path} is on a network share: ")
        assert not path.with_name("quotes.qrev-wal").exists()
    assert list(check(path)) == []


def test_a_store_that_comes_to_a_share_with_its_log_keeps_what_is_in_it(
    share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = share / "quotes.qrev"
    with monkeypatch.context() as local:
        local.setattr(shares, "MOUNTS", share / "nowhere")
        store = invented.full_store(path)
        kept = list(store.dump())
        assert path.with_name("quotes.qrev-wal").stat().st_size
        with pytest.raises(StoreFault, match="being used by another program"), monkeypatch.context() as moved:
            moved.setattr(shares, "MOUNTS", share.parent / "mountinfo")
            open_store(path, patience=0.01)
        store.close()
    with open_store(path) as store:
        assert list(store.dump()) == kept
    assert mode(path) == "delete"


def test_a_store_that_leaves_the_share_has_its_log_again(share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = share / "quotes.qrev"
    invented.full_store(path).close()
    monkeypatch.setattr(shares, "MOUNTS", share / "nowhere")
    open_store(path).close()
    assert mode(path) == "wal"


def test_a_place_is_written_with_all_care_where_there_is_no_log(share: Path) -> None:
    with invented.full_store(share / "quotes.qrev") as store:
        levels: list[str] = []
        store._connection._sqlite.set_trace_callback(levels.append)
        store.places.remember("Ana Ruz", *(store.places.of("Ana Ruz") or ("", "")))
        assert "PRAGMA synchronous = normal" not in levels


@pytest.fixture
def half_written(share: Path) -> Iterator[Path]:
    """A store on a share that another program is in the midst of writing to."""
    path = share / "quotes.qrev"
    invented.full_store(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as writing:
        writing.execute("PRAGMA cache_size = 1")  # what does not fit is written to the file before it is committed
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("DROP TRIGGER quotes_no_update")
        writing.execute("UPDATE quotes SET added_by_hand = 1 - added_by_hand")
        writing.execute("CREATE TABLE unfinished AS SELECT * FROM articles, (SELECT 1 FROM acts, proposals)")
        yield path


@pytest.fixture
def broken_off(half_written: Path, share: Path) -> Path:
    """A store on a share as a program leaves it that is killed in the midst of writing."""
    left = share / "left.qrev"
    for ending in ("", "-journal"):
        shutil.copyfile(f"{half_written}{ending}", f"{left}{ending}")
    return left


def test_what_is_being_written_is_not_copied(
    half_written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "PATIENCE", 0.01)
    with pytest.raises(StoreFault, match="being used by another program"):
        copies.snapshot(half_written, tmp_path / "copy.qrev")


def test_what_broke_off_is_not_copied_but_told(broken_off: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="open it once"):
        copies.snapshot(broken_off, tmp_path / "copy.qrev")
    open_store(broken_off).close()
    copies.snapshot(broken_off, tmp_path / "copy.qrev")
    assert list(check(tmp_path / "copy.qrev")) == []


def test_what_broke_off_is_not_recovered(broken_off: Path, tmp_path: Path) -> None:
    recover(broken_off, tmp_path / "recovered.qrev")
    with open_store(broken_off) as left, open_store(tmp_path / "recovered.qrev") as recovered:
        assert list(recovered.dump()) == list(left.dump())
