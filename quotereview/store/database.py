"""One connection to a store, and every way in which it can fail, in one sentence each."""

import errno
import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from quotereview import in_use, paths
from quotereview.errors import NotPossible, StoreFault
from quotereview.store import outlining, shares
from quotereview.store.migrations import APPLICATION_ID, NEWEST, migrations

PATIENCE = 5.0
CACHE = 65_536
"""KiB of the file that a connection keeps in memory at most, so that quotes are compared quickly in a large store."""
LARGE_LOG = 8_192
"""Pages in the write-ahead log, 32 MB of them, from which on whoever commits puts it into the store in any case."""

Children = dict[str, list[sqlite3.Row]]
Parameters = Sequence[Any] | Mapping[str, Any]

DAMAGED = "{} is damaged: bring back what can be read of it with `quotereview recover`."

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "{} is being used by another program: close that program and try again.",
    sqlite3.SQLITE_FULL: "The disk that holds {} is full: free some space and try again.",
    sqlite3.SQLITE_IOERR: "The disk did not take or give back what is in {}: make sure it is there and not full.",
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        "Something broke off in the midst of writing to {}: open it once, which takes that back, and try again."
    ),
    sqlite3.SQLITE_READONLY: "{} may not be written: change its permissions, or copy it to where you may write.",
    sqlite3.SQLITE_CANTOPEN: "{} cannot be opened: make sure that its folder is there and that you may write in it.",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: "{} is not a quote store: choose another file.",
}

_PRIMARY = 0xFF
"""The part of a code of SQLite's that tells the kind of a fault; what is beyond tells more of it."""


class Connection:
    """A store's database; each statement that the world makes fail raises StoreFault. Bound to its thread."""

    def __init__(self, path: Path, patience: float, copy: Path | None = None) -> None:
        """``copy`` is the file to open in place of the store of which faults are told."""
        self.path, self._patience = path, patience
        with faults(path):
            self._sqlite = sqlite3.connect(copy or path, timeout=patience)
            self._sqlite.row_factory = sqlite3.Row
            outlining.teach(self._sqlite)
            self._db = Database(self._sqlite)
        self._opening = in_use.begin(copy or path)
        self._place = in_use.place(path)
        self._log: in_use.Place | None = None
        self._refusal = ""
        self.veiled = False
        """Whether what is read is not what stands: tables that are derived from that say nothing of it."""
        # A write-ahead log needs memory that all who write share, which two computers do not have.
        self.shared = shares.shared(path)
        self._closed: dict[str, str] = {}

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """All rows that a statement gives."""
        with faults(self.path):
            return self._sqlite.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """The first row that a statement gives."""
        with faults(self.path):
            found: sqlite3.Row | None = self._sqlite.execute(sql, parameters).fetchone()
            return found

    def plain(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """The same as bare tuples, where they are so many that it tells."""
        with faults(self.path):
            cursor = self._sqlite.cursor()
            cursor.row_factory = None
            return cursor.execute(sql, parameters).fetchall()

    def stream(self, sql: str) -> Iterator[sqlite3.Row]:
        """The rows that a statement gives, one by one, where they are too many to hold."""
        with faults(self.path):
            yield from self._sqlite.execute(sql)

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row, None without rows."""
        found = self.row(sql, parameters)
        return found[0] if found else None

    def children(self, table: str, owner: str, ids: Sequence[str]) -> Children:
        """The rows of a child table in their order, by the id in their column ``owner``."""
        found: Children = {parent: [] for parent in ids}
        sql = f"SELECT * FROM {table} WHERE {owner} IN (SELECT value FROM json_each(?)) ORDER BY number"
        for row in self.rows(sql, (json.dumps(ids),)):
            found[row[owner]].append(row)
        return found

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows that all have the same columns; raises NotPossible where the table takes none now."""
        if not rows:
            return
        if table in self._closed:
            raise NotPossible(self._closed[table])
        columns = ", ".join(rows[0])
        values = ", ".join(f":{column}" for column in rows[0])
        with faults(self.path):
            self._sqlite.executemany(f"INSERT INTO main.{table} ({columns}) VALUES ({values})", rows)

    @contextmanager
    def in_passing(self, patience: float = 0.0) -> Iterator[None]:
        """A transaction that does not wait for the disk, and so many seconds for another program; what may be lost."""
        self.rows(f"PRAGMA synchronous = {'full' if self.shared else 'normal'}")  # without a log, all might be lost
        self.rows(f"PRAGMA busy_timeout = {round(patience * 1000)}")
        try:
            with self.transaction():
                yield
        finally:
            self.rows("PRAGMA synchronous = full")
            self.rows(f"PRAGMA busy_timeout = {round(self._patience * 1000)}")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read inside is as it was at one moment, whatever others write; nothing is written inside."""
        if self._sqlite.in_transaction:
            yield
            return
        with faults(self.path):
            self._sqlite.execute("BEGIN")
            try:
                yield
            finally:
                self._sqlite.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written inside is kept, or nothing.

        It should begin with a write: one that reads first fails at once when another program wrote meanwhile. Raises
        StoreFault where the file is no longer in its place, because SQLite would go on writing to what is lost, and
        NotPossible where nothing may be written.
        """
        if self._refusal:
            raise NotPossible(self._refusal)
        if self._place != in_use.place(self.path):
            raise StoreFault(
                f"{self.path} was moved, deleted or replaced while it was open: put it back, or open another store."
            )
        self._refuse_a_lost_log()
        with faults(self.path), self._db.atomic():
            yield
            outlining.catch_up(self._sqlite)

    def _refuse_a_lost_log(self) -> None:
        """Raise StoreFault where the write-ahead log is not the one that this connection writes to.

        Whatever program takes the store for closed, since our locks were lost, puts the log into the store and deletes
        it; SQLite would go on writing to the deleted one.
        """
        if self.shared:
            return
        log = self._log_now()
        if self._log is None:
            self._log = log
        elif self._log != log:
            raise StoreFault(
                f"Another program took {self.path} for closed and put away its log: all before this is kept; open the "
                "store once more to go on."
            )

    def _log_now(self) -> in_use.Place | None:
        return in_use.place(self.path.with_name(f"{self.path.name}-wal"))

    def outdate_all(self) -> None:
        """Have all of the outline derived anew at the end of the transaction under way."""
        outlining.outdate_all(self._sqlite)

    def prepare(self, secure: Callable[[], object]) -> None:
        """Make this a store of the newest form; raises StoreFault where that is not ours to do.

        ``secure`` is called before the form of a store is changed that was there before.
        """
        with faults(self.path):
            self._refuse_strangers()
            self._sqlite.execute(f"PRAGMA journal_mode = {'delete' if self.shared else 'wal'}")
            self._sqlite.execute("PRAGMA synchronous = full")
            self._sqlite.execute("PRAGMA foreign_keys = on")
            self._sqlite.execute("PRAGMA trusted_schema = off")
            self._sqlite.execute(f"PRAGMA cache_size = -{CACHE}")
            version = self.value("PRAGMA user_version")
            if 0 < version < NEWEST:
                secure()
            if version < NEWEST:
                self._migrate()
            elif not outlining.is_current(self._sqlite):  # another program wrote, which does not know of the outline
                with self.transaction():  # at whose end the outline is brought up to it
                    pass
            self._log = self._log_now()

    def leave_log(self) -> None:
        """Commit without putting the log into the store, which takes longer than that, while it is not large."""
        self.rows(f"PRAGMA wal_autocheckpoint = {LARGE_LOG}")

    def put_log_away(self) -> None:
        """Put what the log holds into the store, as far as nobody reads what stands there; nobody waits for it."""
        self.rows("PRAGMA wal_checkpoint(passive)")

    def only_look(self) -> None:
        """Read this store as it is, of whatever form, and write nothing; text is read as far as it is one."""
        with faults(self.path):
            self._refuse_strangers()
            self._sqlite.execute("PRAGMA query_only = on")
            self._sqlite.execute("PRAGMA trusted_schema = off")
            self._sqlite.text_factory = as_far_as_text
            if not self.value("PRAGMA user_version"):
                raise StoreFault(f"{self.path} is empty, not a quote store: choose another file.")

    def refuse_writing(self, refusal: str) -> None:
        """Begin no transaction from now on; ``refusal`` is the sentence that says why."""
        self._refusal = refusal
        self.rows("PRAGMA query_only = on")

    def refuse_rows_of(self, tables: Collection[str], refusal: str) -> None:
        """Add nothing to some tables from now on; ``refusal`` is the sentence that says why."""
        self._closed = dict.fromkeys(tables, refusal)

    def close(self) -> None:
        """Let go of the file."""
        self._sqlite.close()
        in_use.end(self._opening)

    def _refuse_strangers(self) -> None:
        # Tables first: a store that another program makes at this moment has its marks by the time it has tables.
        empty = not self.value("SELECT count(*) FROM sqlite_master")
        owner, version = self.value("PRAGMA application_id"), self.value("PRAGMA user_version")
        if owner == APPLICATION_ID and version > NEWEST:
            raise StoreFault(
                f"{self.path} was written by a newer version of this program: update it to open this store."
            )
        if owner != APPLICATION_ID and not (empty and owner == version == 0):
            raise StoreFault(f"{self.path} is a database of another program, not a quote store: choose another file.")

    def _migrate(self) -> None:
        self._sqlite.execute("BEGIN IMMEDIATE")
        with self._sqlite:
            migrations.apply(self._db)
            outlining.outdate_all(self._sqlite)
            outlining.catch_up(self._sqlite)
            self._sqlite.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._sqlite.execute(f"PRAGMA user_version = {NEWEST}")


def _already_secure() -> None:
    """What is copied or made for a moment needs no backup."""


def connect(
    path: Path, *, create: bool, patience: float = PATIENCE, secure: Callable[[], object] = _already_secure
) -> Connection:
    """A connection to the store at ``path``, made there when it is missing and ``create`` says so.

    A missing folder is made only where it is the user's own data folder. ``patience``: seconds to wait for another
    program. ``secure``: called before the store gets another form. Raises StoreFault.
    """
    return _opened(path, create, patience, lambda connection: connection.prepare(secure))


def look(path: Path) -> Connection:
    """A connection that only reads the store at ``path``, damaged or of an older form as may be; raises StoreFault."""
    return _opened(path, False, PATIENCE, Connection.only_look)


def _opened(path: Path, create: bool, patience: float, ready: Callable[[Connection], None]) -> Connection:
    try:
        _ensure_file(path, create)
    except OSError as fault:
        raise StoreFault(_why_not(path, fault)) from fault
    return _made_ready(Connection(path, patience), ready)


def connect_to_copy(path: Path, copy: Path) -> Connection:
    """A connection to a copy of the store at ``path``, which is made one of the newest form; raises StoreFault."""
    return _made_ready(Connection(path, PATIENCE, copy), lambda connection: connection.prepare(_already_secure))


def _made_ready(connection: Connection, ready: Callable[[Connection], None]) -> Connection:
    try:
        ready(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """What SQLite reports of the world becomes a StoreFault; what it reports of our statements stays a bug."""
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError) as fault:
        code = _code(fault)
        sentence = _SENTENCES.get(code) or _SENTENCES.get(code & _PRIMARY)
        if sentence is None:
            raise
        raise StoreFault(sentence.format(path)) from fault


def _code(fault: sqlite3.DatabaseError | UnicodeDecodeError) -> int:
    # What Python cannot read as text, in a row or in SQLite's own sentence about a damaged definition, has no code.
    if isinstance(fault, UnicodeDecodeError) or str(fault).startswith("Could not decode to UTF-8"):
        return sqlite3.SQLITE_CORRUPT
    return int(getattr(fault, "sqlite_errorcode", 0))


def as_far_as_text(raw: bytes) -> str:
    """Text as it was read, a sign in place of each byte that belongs to none."""
    return raw.decode(errors="replace")


def refuse_nothing(path: Path) -> None:
    """Raise StoreFault where there is no file that could be a store."""
    if path.is_dir():
        raise StoreFault(f"{path} is a folder: name a file in it.")
    if not path.exists():
        raise StoreFault(f"There is no store at {path}: check the name.")
    if path.stat().st_size == 0:
        raise StoreFault(f"{path} is empty, not a quote store: choose another file.")


def _ensure_file(path: Path, create: bool) -> None:
    if not create:
        refuse_nothing(path)
    if path.is_dir():
        raise StoreFault(f"{path} is a folder: name a file in it.")
    if path.exists():
        return
    if path.parent == paths.data_folder():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Made by hand, not by SQLite, so that nobody but the owner can read it or the files that SQLite puts beside it.
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _why_not(path: Path, fault: OSError) -> str:
    if fault.errno == errno.ENOENT:
        return f"The folder {path.parent} is not there: make it or choose another place for the store."
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"{path} cannot be opened: you have no right to read and write there; choose another place for the store."
        )
    return f"{path} cannot be opened ({os.strerror(fault.errno or 0)}): choose another place for the store."
