"""Opening a store, and the one sentence for each way in which the world can refuse it."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier

import pytest
from sqlite_utils import Database

from quotereview import paths
from quotereview.errors import StoreFault
from quotereview.model import Verdict, ruled
from quotereview.store import Ruled, Store, check, open_store
from quotereview.store.migrations import APPLICATION_ID, NEWEST, m001, migrations
from tests.store import invented

NOBODY = 65534
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX rights here")


@contextmanager
def unprivileged() -> Iterator[None]:
    """Act as somebody whom the rights of files and folders bind, also where tests are run by root."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody can reach, unlike ``tmp_path``."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def foreign(path: Path) -> None:
    """Make a database of another program."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (title)")
        other.commit()


def newer(path: Path) -> None:
    """Make a store of a later version of this program."""
    open_store(path).close()
    with closing(sqlite3.connect(path)) as store:
        store.execute(f"PRAGMA user_version = {NEWEST + 1}")


def of_the_first_form(path: Path) -> None:
    """Make a store as the first form of the tables had it, with a row in each of them."""
    new = path.with_name("new.qrev")
    invented.full_store(new).close()
    with closing(sqlite3.connect(path)) as old:
        migrations.apply(Database(old), stop_before="m002_grounds_of_sources_pointers_and_twins")
        old.execute("ATTACH ? AS new", (str(new),))
        for table in m001.ADDED_TO_ONLY:
            columns = ", ".join(row[1] for row in old.execute(f"PRAGMA main.table_info({table})"))
            old.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
        old.commit()
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 1")


def damaged(path: Path) -> None:
    """Make a store and write over all of it but its first page."""
    invented.full_store(path).close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.write_text("Dear editor,\n"), "is not a quote store"),
        (lambda path: path.write_bytes(os.urandom(50_000)), "is not a quote store"),
        (foreign, "a database of another program"),
        (newer, "a newer version of this program"),
    ],
)
def test_what_is_no_store_of_ours_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], object], says: str
) -> None:
    path = tmp_path / "given.qrev"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreFault, match=says) as told:
        open_store(path)
    assert str(path) in str(told.value)
    assert before == (path.read_bytes() if path.is_file() else None)


def test_a_damaged_store_is_named_so(tmp_path: Path) -> None:
    path = tmp_path / "damaged.qrev"
    damaged(path)
    with pytest.raises(StoreFault, match="is damaged"), open_store(path) as store:
        store.outlines.all()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match=r"The folder .*missing is not there"):
        open_store(tmp_path / "missing" / "quotes.qrev")
    assert not (tmp_path / "missing").exists()


def test_the_users_own_folder_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTEREVIEW_DATA", str(tmp_path / "new" / "data"))
    open_store(paths.default_store()).close()
    assert paths.default_store().is_file()


@pytest.mark.parametrize("empty_file", [False, True])
def test_no_store_is_made_where_one_should_be(tmp_path: Path, empty_file: bool) -> None:
    path = tmp_path / "quotes.qrev"
    if empty_file:
        path.touch()
    with pytest.raises(StoreFault):
        open_store(path, create=False)
    assert path.exists() == empty_file


@POSIX
def test_a_store_is_for_its_owner_alone(tmp_path: Path) -> None:
    with invented.full_store(tmp_path / "quotes.qrev"):
        rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert rights == dict.fromkeys(["quotes.qrev", "quotes.qrev-wal", "quotes.qrev-shm"], 0o600)


@POSIX
@pytest.mark.parametrize("there", [False, True])
def test_a_folder_without_rights_is_named(open_folder: Path, there: bool) -> None:
    path = open_folder / "quotes.qrev"
    if there:
        open_store(path).close()
        path.chmod(0o644)
    open_folder.chmod(0o555)
    with unprivileged(), pytest.raises(StoreFault, match=r"quotes\.qrev (cannot be opened|may not be written)"):
        open_store(path)
    open_folder.chmod(0o755)


@POSIX
def test_a_file_without_rights_is_named(open_folder: Path) -> None:
    path = open_folder / "quotes.qrev"
    open_store(path).close()
    path.chmod(0)
    with unprivileged(), pytest.raises(StoreFault, match="cannot be opened"):
        open_store(path)


def test_a_store_is_known_by_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "quotes.qrev"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as store:
        marks = [store.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        assert marks == [APPLICATION_ID, NEWEST]
        assert store.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_opening_again_keeps_everything(tmp_path: Path) -> None:
    path = tmp_path / "quotes.qrev"
    with invented.full_store(path) as store:
        before = store.standing.quotes(invented.article().id)
    with open_store(path) as store:
        assert store.standing.quotes(invented.article().id) == before


def test_a_store_of_the_first_form_is_opened_and_goes_on(tmp_path: Path) -> None:
    path, article = tmp_path / "old.qrev", invented.article()
    of_the_first_form(path)
    with open_store(path) as store:
        quotes = store.standing.quotes(article.id)
        assert [quote.decision is not None for quote in quotes] == [True, False, False]
        proposal = quotes[1].proposal
        assert (proposal.source_confidence, proposal.source_reason, proposal.pointers, proposal.twin) == (
            None,
            "",
            (),
            None,
        )
        found = invented.detection(article)
        with store.act("rulings on quotes", "detect again", "Ana Ruz", invented.now() + timedelta(days=1)) as act:
            store.proposals.add(act, article.id, found)
        assert tuple(quote.proposal for quote in store.standing.quotes(article.id)) == found.quotes


def test_several_programs_may_make_one_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "quotes.qrev"
    start = Barrier(6)

    def make(_: int) -> int:
        start.wait()
        with open_store(path, patience=30) as store:
            return len(store.articles.loaded())

    with ThreadPoolExecutor(6) as programs:
        assert list(programs.map(make, range(6))) == [0] * 6
    invented.full_store(path).close()


def confirm_second(store: Store) -> None:
    """Rule on the second quote, in one act."""
    quote = store.standing.quotes(invented.article().id)[1]
    with store.act("rulings on quotes", "confirm", "Ana Ruz", invented.now()) as act:
        store.decisions.add(act, Ruled(quote.id, ruled(quote.ruling, Verdict.CONFIRMED), None))


def test_a_locked_store_says_so_and_goes_on_when_it_is_free(tmp_path: Path) -> None:
    path = tmp_path / "quotes.qrev"
    invented.full_store(path).close()
    with open_store(path, patience=0.01) as store, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreFault, match="used by another program"):
            confirm_second(store)
        assert len(store.decisions.standing(invented.article().id)) == 1
        other.rollback()
        confirm_second(store)
        assert len(store.decisions.standing(invented.article().id)) == 2


def test_a_store_that_another_program_keeps_to_itself_is_named_at_the_start(tmp_path: Path) -> None:
    path = tmp_path / "quotes.qrev"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA locking_mode = exclusive")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreFault, match="used by another program"):
            open_store(path, patience=0.01)


def fill(store: Store) -> None:
    """Add articles until the disk refuses one."""
    for number in range(1000):
        long = [("Tilda Brandt", f"Word {number} " * 500)]
        kept = invented.article(f"{number}.txt", long)
        with store.act("rulings on quotes", "load", "Ana Ruz", invented.now()) as act:
            store.articles.add(act, kept)
            store.proposals.add(act, kept.id, invented.detection(kept, long))


@contextmanager
def small_disk(path: Path) -> Iterator[Store]:
    """A store that SQLite may not let grow."""
    with invented.full_store(path) as store:
        pages = store._connection.value("PRAGMA page_count")
        store._connection.rows(f"PRAGMA max_page_count = {pages + 20}")
        yield store


@contextmanager
def small_files(path: Path) -> Iterator[Store]:
    """A store on a system that lets no file grow."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with invented.full_store(path) as store:
        largest = max(file.stat().st_size for file in path.parent.iterdir())
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 300_000, before[1]))
        try:
            yield store
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


@POSIX
@pytest.mark.parametrize(("disk", "says"), [(small_disk, "is full"), (small_files, "The disk did not take")])
def test_a_full_disk_says_so_and_leaves_whole_articles(
    tmp_path: Path, disk: Callable[[Path], "contextmanager[Store]"], says: str
) -> None:
    with disk(tmp_path / "quotes.qrev") as store:
        with pytest.raises(StoreFault, match=says):
            fill(store)
        kept = store.articles.loaded()
        assert len(kept) > 1
        assert all(store.proposals.reading(each) and store.standing.quotes(each) for each in kept)


def test_a_mistake_of_ours_is_no_fault_of_the_world(tmp_path: Path) -> None:
    with open_store(tmp_path / "quotes.qrev") as store, pytest.raises(sqlite3.OperationalError):
        store._connection.rows("SELECT nothing FROM nowhere")


@POSIX
def test_nothing_is_written_to_a_log_that_was_put_away(tmp_path: Path) -> None:
    path = tmp_path / "friday.qrev"
    other = (
        f"import sqlite3; store = sqlite3.connect({str(path)!r}); store.execute('SELECT * FROM acts'); store.close()"
    )
    with invented.full_store(path) as store:
        with store.act("rulings on quotes", "outlet", "Ana", invented.Clock()()):
            pass
        path.read_bytes()  # which costs the process its locks
        subprocess.run([sys.executable, "-c", other], check=True)
        assert not path.with_name("friday.qrev-wal").exists()
        with pytest.raises(StoreFault, match="for closed and put away its log"):
            store.act("rulings on quotes", "outlet", "Ana", invented.Clock()()).__enter__()
        kept = [act.id for act in store.acts.lately("Ana", 99)]
    with open_store(path) as store:
        assert [act.id for act in store.acts.lately("Ana", 99)] == kept
    assert list(check(path)) == []


@POSIX
@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_to_a_store_that_is_no_longer_in_its_place(tmp_path: Path, *, replaced: bool) -> None:
    path = tmp_path / "friday.qrev"
    with invented.full_store(path) as store:
        path.rename(tmp_path / "elsewhere.qrev")
        if replaced:
            path.write_bytes(b"")
        with pytest.raises(StoreFault, match="was moved, deleted or replaced while it was open"):
            store.act("rulings on quotes", "outlet", "Ana", invented.Clock()()).__enter__()
        (tmp_path / "elsewhere.qrev").replace(path)
        with store.act("rulings on quotes", "outlet", "Ana", invented.Clock()()):
            pass
