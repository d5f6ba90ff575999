"""Reads what SQLite can still read of a damaged store, around the damage."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from quotereview.store import checking
from quotereview.store.database import Connection, as_far_as_text
from quotereview.store.migrations import APPLICATION_ID, NEWEST
from quotereview.store.tables import Table

PAGE = 4096
HEADER = 100
ROW = 4  # bytes that a row takes at least, with where it stands in its page
BRANCHING = 5  # the kind of a page that leads to others, as SQLite's file format numbers it
Row = dict[str, Any]
ROWID = "rowid"
UNREADABLE = (sqlite3.Error, UnicodeDecodeError, MemoryError)
"""What is raised of damage: by SQLite, by Python over its sentence, and over a length that cannot be."""


class Salvage:
    """A damaged store, read table by table. Nothing it does raises: what cannot be read is left out."""

    def __init__(self, connection: sqlite3.Connection, size: int) -> None:
        self._connection = connection
        self._most = size // ROW  # rows are counted up, so that no store of so many bytes has one of a higher number

    def columns(self, table: str) -> list[str]:
        """The names of a table's columns, none where its definition cannot be read."""
        return [row["name"] for row in self._until_damage(f"PRAGMA table_info({table})")]

    def ids(self, table: Table) -> dict[int, str]:
        """The ids of a table's rows by their rowids, as the index of the ids has them, lost rows among them."""
        if table.key != ("id",):
            return {}
        index = f"SELECT rowid, id FROM {table.name} INDEXED BY sqlite_autoindex_{table.name}_1"
        return {row[ROWID]: row["id"] for row in self._from_both_ends(index, "id") if self._can_be(row[ROWID])}

    def numbered(self, table: str, columns: list[str], last: int) -> Iterator[Row]:
        """The rows of a table that has rowids, ``last`` being the highest that is known of."""
        sql = f"SELECT rowid, {', '.join(columns)} FROM {table}"
        low, high = 1, last
        for row in self._until_damage(f"{sql} ORDER BY rowid"):
            low = row[ROWID] + 1 if self._can_be(row[ROWID]) else low
            yield self._numbered_if_it_can_be(row)
        for row in self._until_damage(f"{sql} WHERE rowid >= {low} ORDER BY rowid DESC"):
            high = min(high, row[ROWID] - 1)
            yield self._numbered_if_it_can_be(row)
        yield from self._between(sql, low, high)

    def owned(self, table: Table, columns: list[str], owners: list[str]) -> Iterator[Row]:
        """The rows of a table of parts, also of those of the owners that can only be read one by one."""
        sql = f"SELECT {', '.join(columns)} FROM {table.name}"
        owner = table.key[0]
        seen = set[str]()
        for row in self._from_both_ends(sql, owner):
            seen.add(row[owner])
            yield row
        for one in owners:
            if one not in seen:
                yield from self._until_damage(f"{sql} WHERE {owner} = ?", one)

    def _can_be(self, number: int) -> bool:
        return 0 < number <= self._most

    def _numbered_if_it_can_be(self, row: Row) -> Row:
        return row if self._can_be(row[ROWID]) else {name: value for name, value in row.items() if name != ROWID}

    def _between(self, sql: str, low: int, high: int) -> Iterator[Row]:
        """The rows of a range that holds damage: of its halves, and of their halves, down to single rows."""
        waiting = [(low, high)]
        while waiting:
            low, high = waiting.pop()
            if low > high:
                continue
            try:
                found = self._connection.execute(f"{sql} WHERE rowid BETWEEN {low} AND {high}").fetchall()
            except UNREADABLE:
                middle = (low + high) // 2
                waiting += [(middle + 1, high), (low, middle)] if low < high else []
            else:
                yield from map(dict, found)

    def _from_both_ends(self, sql: str, order: str) -> Iterator[Row]:
        yield from self._until_damage(f"{sql} ORDER BY {order}")
        yield from self._until_damage(f"{sql} ORDER BY {order} DESC")

    def _until_damage(self, sql: str, *parameters: str) -> Iterator[Row]:
        try:
            for row in self._connection.execute(sql, parameters):
                yield dict(row)
        except UNREADABLE:
            return


@contextmanager
def salvage(path: Path, beside: Path, like: Path, kept: Connection | None) -> Iterator[Salvage]:
    """What can be read of the damaged store at ``path``, of a copy that is held ``beside`` meanwhile.

    What every store says alike is written to the copy anew. ``like`` is a store whose tables begin where those of the
    damaged one do, as far as is known; ``kept`` reads its backup.
    """
    copy = beside / "damaged"
    for ending in ("", "-wal", "-journal"):
        if path.with_name(path.name + ending).exists():
            shutil.copyfile(path.with_name(path.name + ending), copy.with_name(copy.name + ending))
    version = _mend_header(copy)
    if not _definitions_can_be_read(copy):
        _take_definitions(copy, like, version)
    with suppress(*UNREADABLE):
        _mend_definitions(copy, version, kept)
    with closing(_patient(copy)) as connection:
        yield Salvage(connection, copy.stat().st_size)


def _definitions_can_be_read(copy: Path) -> bool:
    with closing(_patient(copy)) as connection:
        try:
            return bool(connection.execute("SELECT * FROM sqlite_master").fetchall())
        except UNREADABLE:
            return False


def _take_definitions(copy: Path, like: Path, version: int) -> None:
    """Write the pages that hold the definitions of another store of the same form over those that cannot be read."""
    given = like.read_bytes()
    if int.from_bytes(given[60:64], "big") != version:
        return
    with copy.open("r+b") as file:
        for page in _definition_pages(given):
            file.seek((page - 1) * PAGE)
            file.write(given[(page - 1) * PAGE : page * PAGE])
    _mend_header(copy)


def _definition_pages(whole: bytes) -> list[int]:
    """The numbers of the pages of a store's definitions: the first one, and those that it leads to."""
    pages = [1]
    for page in pages:
        start = (page - 1) * PAGE
        head = start + (HEADER if page == 1 else 0)
        if whole[head] != BRANCHING:
            continue
        cells = int.from_bytes(whole[head + 3 : head + 5], "big")
        for at in range(head + 12, head + 12 + 2 * cells, 2):
            cell = start + int.from_bytes(whole[at : at + 2], "big")
            pages.append(int.from_bytes(whole[cell : cell + 4], "big"))
        pages.append(int.from_bytes(whole[head + 8 : head + 12], "big"))
    return pages


def _patient(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.text_factory = as_far_as_text
    connection.execute("PRAGMA writable_schema = on")  # a definition that makes no sense does not hide the others
    return connection


def _mend_definitions(copy: Path, version: int, kept: Connection | None) -> None:
    """Write the definitions of tables and their indexes anew, as the form of the store has them, in the same order."""
    sql = "SELECT rowid, type, name, tbl_name, rootpage, sql FROM sqlite_master"
    tables = " WHERE type IN ('table', 'index') AND tbl_name NOT LIKE 'paragraph_words%'"
    roots = {row["name"]: row["rootpage"] for row in kept.rows(sql + tables)} if kept else {}
    with closing(sqlite3.connect(":memory:")) as memory, closing(_patient(copy)) as connection:
        checking.made_up_to(Database(memory), version)
        there = {row["rowid"]: tuple(row) for row in connection.execute(sql)}
        for at, *words, root, definition in memory.execute(sql + tables).fetchall():
            page = there[at][4] if at in there else roots.get(words[1], root)
            if there.get(at) != (row := (at, *words, page, definition)):
                connection.execute(
                    "REPLACE INTO sqlite_master (rowid, type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?, ?)",
                    row,
                )


def _mend_header(copy: Path) -> int:
    """Write the start of the file anew, since what it says is the same in every store; gives the store's form."""
    pages = (copy.stat().st_size + PAGE - 1) // PAGE
    with copy.open("r+b") as file:
        head = bytearray(file.read(HEADER).ljust(HEADER, b"\0"))
        head[:24] = b"SQLite format 3\0" + PAGE.to_bytes(2, "big") + bytes([2, 2, 0, 64, 32, 32])
        head[28:32] = pages.to_bytes(4, "big")
        head[32:40] = bytes(8)  # no free pages: they are not read
        head[44:48] = (4).to_bytes(4, "big")
        head[48:52] = bytes(4)
        head[56:60] = (1).to_bytes(4, "big")
        head[68:72] = APPLICATION_ID.to_bytes(4, "big")
        head[92:96] = head[24:28]  # which makes the number of pages hold
        file.seek(0)
        file.write(head)
    version = int.from_bytes(head[60:64], "big")
    return version if 0 < version <= NEWEST else NEWEST
