"""What is left of a damaged store, and what its newest backup has besides, as a new store that is whole."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from quotereview.errors import StoreFault
from quotereview.store import backups, branches
from quotereview.store.checking import check
from quotereview.store.copies import newest_form
from quotereview.store.database import PATIENCE, Connection, connect, refuse_nothing
from quotereview.store.paragraphs import Paragraphs
from quotereview.store.rebuilding import Aside, Rebuilding, Recovered
from quotereview.store.salvage import salvage
from quotereview.store.traces import Traces


def recover(path: Path, to: Path) -> Recovered:
    """Bring what is left of the store at ``path``, and what its newest readable backup has besides, to a new store.

    Nothing is in the new store that was not read, and it is whole: what does not hang together is set aside, in a file
    beside it. The damaged store is only read. Raises StoreFault where there is nothing to bring, and where the new
    store cannot be written.
    """
    refuse_nothing(path)
    if to.exists():
        raise StoreFault(f"{to} is there already: name a file that is not.")
    try:
        with TemporaryDirectory(prefix=f".{to.name}-", dir=to.parent) as folder:
            made = Path(folder) / "recovered.qrev"
            recovered = _recover(path, made)
            made.rename(to)
        _write_aside(recovered.set_aside, to)
    except OSError as fault:
        raise StoreFault(f"{to} cannot be written: {fault.strerror or fault}; name another place.") from fault
    return recovered


def _recover(path: Path, made: Path) -> Recovered:
    recovered = Recovered()
    with (
        closing(connect(made, create=True)) as connection,
        _newest_backup(path) as (recovered.backup, kept),
        salvage(path, made.parent, recovered.backup or _new_one(made.parent), kept) as damaged,
        _unguarded(connection),
    ):
        new = Rebuilding(connection, recovered)
        new.fill(damaged, kept)
        for _ in range(2):  # what follows a row of the backup is judged once that is there
            new.set_changed_aside()
            new.fill_from_backup(kept)
        new.set_unfounded_aside()
        new.note_missing(damaged)
        Paragraphs(connection).catch_up()
        Traces(connection).catch_up()
        branches.note_parted(connection)
        connection.outdate_all()
    if not recovered.read.total() + recovered.from_backup.total():
        raise StoreFault(f"Nothing could be read of {path}, and there is no backup of it: nothing was written.")
    return recovered


def _new_one(folder: Path) -> Path:
    """An empty store, for its definitions."""
    connect(folder / "empty.qrev", create=True).close()
    return folder / "empty.qrev"


@contextmanager
def _unguarded(connection: Connection) -> Iterator[None]:
    """One transaction on a new store in which rows can be taken out again, and stand before those that they name."""
    connection.rows("PRAGMA foreign_keys = off")
    with connection.transaction():
        guards = connection.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        for guard in guards:
            connection.rows(f"DROP TRIGGER {guard['name']}")
        yield
        for guard in guards:
            connection.rows(guard["sql"])


@contextmanager
def _newest_backup(path: Path) -> Iterator[tuple[Path, Connection] | tuple[None, None]]:
    """The newest backup of a store that can be read, and a connection to a copy of it."""
    with ExitStack() as held:
        for backup in backups.newest_first(path):
            try:
                copy = held.enter_context(newest_form(backup))
                whole = not any(check(copy))
            except StoreFault:
                continue
            if not whole:
                continue
            yield backup, held.enter_context(closing(Connection(copy, PATIENCE)))
            return
        yield None, None


def _write_aside(rows: Sequence[Aside], to: Path) -> None:
    """Keep what was read and set aside where only the owner can read it, a line of JSON for each row."""
    if not rows:
        return
    with os.fdopen(
        os.open(Recovered.aside(to), os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8"
    ) as file:
        for row in rows:
            told = {"table": row.table, "why": row.why, "row": row.row}
            file.write(json.dumps(told, ensure_ascii=False, default=bytes.hex) + "\n")
