"""Copies of a store to hand on, if wanted without the names of those who worked at it."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from quotereview.errors import StoreFault
from quotereview.store import copies, hashes
from quotereview.store.database import Children, Connection, connect
from quotereview.store.migrations import HISTORY
from quotereview.store.paragraphs import Paragraphs
from quotereview.store.rows import Columns
from quotereview.store.tables import Table
from quotereview.store.traces import Traces

EDITOR = "editor"
NAMING = (EDITOR, "ruled_by")
"""The columns that name an editor."""
AT_ONCE = 500
"""Rows that are read together with their parts."""


def copy(store: Path, to: Path) -> None:
    """Write a copy of ``store`` to ``to``, also while a program works at it.

    Raises StoreFault where ``to`` is there or cannot be written, or where the store is damaged.
    """
    _refuse_taken(to)
    with copies.newest_form(store) as found, copies.written_beside(to) as unfinished:
        connect(unfinished, create=True).close()  # for its owner alone
        copies.snapshot(found, unfinished)


def copy_nameless(store: Path, to: Path) -> None:
    """Write all that ``store`` holds to a new store at ``to``, with “Editor 1”, “Editor 2” … for the editors' names.

    They are numbered as they first did something. What is hashed with a name is hashed anew; ids stay. Raises
    StoreFault where ``to`` is there or cannot be written, or where the store is damaged.
    """
    _refuse_taken(to)
    with (
        copies.newest_form(store) as found,
        copies.written_beside(to) as unfinished,
        closing(connect(unfinished, create=True)) as connection,
        copies.attached(connection, found),
    ):
        connection.rows("PRAGMA foreign_keys = off")  # rows that follow others are not always written after them
        with connection.transaction():
            _write(connection)
        copies.refuse_damage(connection)


def _refuse_taken(to: Path) -> None:
    if to.exists():
        raise StoreFault(f"{to} is there already: name a new file.")


def _write(connection: Connection) -> None:
    editors = connection.rows("SELECT editor FROM given.acts GROUP BY editor ORDER BY min(rowid)")
    numbered = {row[EDITOR]: f"Editor {number}" for number, row in enumerate(editors, 1)}
    parts = {part for hashed in hashes.HASHED for part in hashed.parts}
    for name in HISTORY:
        if name in hashes.BY_TABLE:
            _take_hashed(connection, hashes.BY_TABLE[name], numbered)
        elif name not in parts:
            _take(connection, name, numbered)
    _take(connection, "places", numbered)
    Paragraphs(connection).catch_up()
    Traces(connection).catch_up()


def _take(connection: Connection, name: str, numbered: Mapping[str, str]) -> None:
    table = Table.read(connection, name)
    found = connection.rows(f"SELECT * FROM given.{name} ORDER BY {table.order}")
    connection.insert(name, [_nameless(row, numbered) for row in found])


def _take_hashed(connection: Connection, hashed: hashes.Hashed, numbered: Mapping[str, str]) -> None:
    """Take the rows of a table with their parts, each with the hash of what it holds from now on."""
    hashed_anew: dict[str, str] = {}
    for some in _slices(connection, hashed):
        ids = [row["id"] for row in some]
        parts = {part: connection.children(f"given.{part}", hashed.owner, ids) for part in hashed.parts}
        for row in some:
            taken = _nameless(row, numbered)
            place = taken.pop("place")
            own = {part: [_nameless(one, numbered) for one in found[row["id"]]] for part, found in parts.items()}
            content = hashes.content(hashed, taken, own)
            follows = taken["follows"] if hashed.chained else None
            taken["hash"] = hashed_anew[row["id"]] = hashes.hash_of(content, follows, hashed_anew.get(follows or ""))
            connection.insert(hashed.table, [{"rowid": place, **taken}])
        for part, found in parts.items():
            connection.insert(part, [_nameless(row, numbered) for row in _all(found)])


def _slices(connection: Connection, hashed: hashes.Hashed) -> Iterator[list[sqlite3.Row]]:
    """The rows of a table, those that follow others after them, some at a time, each with its ``place`` as it came."""
    order = "revision, rowid" if hashed.chained else "rowid"
    ids = [row["id"] for row in connection.rows(f"SELECT id FROM given.{hashed.table} ORDER BY {order}")]
    for start in range(0, len(ids), AT_ONCE):
        wanted = ids[start : start + AT_ONCE]
        places = ", ".join("?" * len(wanted))
        yield connection.rows(
            f"SELECT rowid AS place, * FROM given.{hashed.table} WHERE id IN ({places}) ORDER BY {order}",
            wanted,
        )


def _all(found: Children) -> Iterator[sqlite3.Row]:
    return (row for rows in found.values() for row in rows)


def _nameless(row: sqlite3.Row, numbered: Mapping[str, str]) -> Columns:
    taken = dict(row)
    for column in NAMING:
        if taken.get(column) is not None:
            taken[column] = numbered.get(taken[column], taken[column])
    return taken
