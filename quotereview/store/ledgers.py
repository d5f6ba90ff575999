"""All that a store holds as plain values, and a store that is made of them again."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from quotereview.errors import StoreFault
from quotereview.model import Ledger
from quotereview.store import dumps, outlining
from quotereview.store.checking import check, made_up_to
from quotereview.store.database import Connection, connect
from quotereview.store.migrations import APPLICATION_ID, HISTORY, NEWEST
from quotereview.store.paragraphs import Paragraphs
from quotereview.store.tables import Table
from quotereview.store.traces import Traces

TABLE = "table"
"""By which a row of a ledger names its table, beside its columns."""


def ledger(connection: Connection) -> Ledger:
    """All rows that were ever kept, in the order in which they came into each table; nothing that is derived.

    The rows are read as they are asked for, once.
    """
    return Ledger(NEWEST, dumps.seal(connection), _rows(connection))


def _rows(connection: Connection) -> Iterator[Mapping[str, Any]]:
    for name in HISTORY:
        table = Table.read(connection, name)
        found = connection.stream(f"SELECT {', '.join(table.columns)} FROM {name} ORDER BY {table.order}")
        yield from ({TABLE: name, **dict(row)} for row in found)


def rebuild(given: Ledger, to: Path, name: str) -> None:
    """Write a new store at ``to``, of the newest form and whole, that holds what a ledger does; ``name`` is its file's.

    Raises StoreFault where the ledger is not as it was written, or is of a newer form.
    """
    if not 0 < given.form <= NEWEST:
        raise StoreFault(f"“{name}” was written by a newer version of this program: update it to import this sheet.")
    connect(to, create=True).close()  # for its owner alone
    try:
        _fill(to, given)
        sealed = _made_newest(to)
    except (sqlite3.Error, OverflowError, KeyError) as fault:
        raise _changed(name, "it holds what no store allows.") from fault
    if sealed != given.seal:
        raise _changed(name, "rulings are missing or were added.")
    for sentence in check(to):
        raise _changed(name, sentence)


def _changed(name: str, what: str) -> StoreFault:
    told = f"“{name}” is not as it was written, so that nothing is imported: {what[0].lower()}{what[1:]}"
    return StoreFault(f"{told} Import the sheet as it was written.")


def _fill(to: Path, given: Ledger) -> None:
    """Write the rows as they were kept, into the form that they had then."""
    to.write_bytes(b"")
    with closing(sqlite3.connect(to)) as sqlite, sqlite:
        outlining.teach(sqlite)
        made_up_to(Database(sqlite), given.form)
        for row in given.rows:
            columns = _columns(sqlite, row)
            places = ", ".join(f":{column}" for column in columns)
            sqlite.execute(f"INSERT INTO {row[TABLE]} ({', '.join(columns)}) VALUES ({places})", row)
        sqlite.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        sqlite.execute(f"PRAGMA user_version = {given.form}")


def _columns(sqlite: sqlite3.Connection, row: Mapping[str, Any]) -> list[str]:
    """The columns of a row's table; raises KeyError unless these are what it holds, and the table one of history."""
    if row[TABLE] not in HISTORY:
        raise KeyError(row[TABLE])
    columns = [column[1] for column in sqlite.execute(f"PRAGMA table_info({row[TABLE]})")]
    if {TABLE, *columns} != row.keys():
        raise KeyError(", ".join({TABLE, *columns} ^ row.keys()))
    return columns


def _made_newest(path: Path) -> str:
    """Bring a store that was filled row by row to the newest form, with all that is derived; gives its seal."""
    with closing(connect(path, create=False)) as connection:
        with connection.transaction():
            connection.outdate_all()
            Paragraphs(connection).catch_up()
            Traces(connection).catch_up()
        return dumps.seal(connection)
