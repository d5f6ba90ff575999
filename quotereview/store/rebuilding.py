"""A new store while it is filled with what is left of a damaged one."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quotereview.store import checking, hashes
from quotereview.store.database import Connection
from quotereview.store.hashes import BY_TABLE, HASHED, Hashed
from quotereview.store.migrations import HISTORY
from quotereview.store.salvage import ROWID, Row, Salvage
from quotereview.store.tables import Table

KEYS = ("id", "proposal", "decision", "detection", "number")
PLACES = "places"
NOT_ALLOWED = "it holds what no store allows"
CHANGED = "it is not as it was written"
LOST_PARENT = "the row of the {} that it belongs to is lost"


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that was read and could not be kept, and why."""

    table: str
    row: Row
    why: str

    @property
    def name(self) -> str:
        """Its key, for a line."""
        return " ".join(str(self.row.get(column)) for column in KEYS if column in self.row)


@dataclass(slots=True)
class Recovered:
    """What came of a recovery: how many rows were read of the damaged store and of the backup, by their tables.

    ``set_aside`` are rows that were read and could not be kept; ``missing`` the tables and ids of rows that were there
    and could not be read; ``unnamed`` how many more such rows there were at most, whose ids are not known either.
    ``articles`` is how many the new store holds.
    """

    read: Counter[str] = field(default_factory=Counter)
    from_backup: Counter[str] = field(default_factory=Counter)
    backup: Path | None = None
    set_aside: list[Aside] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)
    unnamed: Counter[str] = field(default_factory=Counter)
    articles: int = 0

    @staticmethod
    def aside(to: Path) -> Path:
        """The file beside a recovered store with the rows that were set aside."""
        return to.with_name(f"{to.name}.set-aside.jsonl")

    @property
    def all_is_there(self) -> bool:
        """Whether nothing is known to be lost."""
        return not (self.set_aside or self.missing or self.unnamed)


class Rebuilding:
    """The new store: without guards and checks of references until it is whole."""

    def __init__(self, connection: Connection, recovered: Recovered) -> None:
        self._connection = connection
        self._recovered = recovered
        self._tables = {name: Table.read(connection, name) for name in (*HISTORY, PLACES)}
        self._named = set[tuple[str, str]]()  # the tables and ids that orphans belong to, where a hash vouches for them
        self._claimed = set[tuple[str, str]]()  # and where none does

    # Taking in

    def fill(self, damaged: Salvage, kept: Connection | None) -> None:
        """Take in all that can be read of the damaged store; its backup ``kept`` tells how much there was at least."""
        for table in self._tables.values():
            columns = [column for column in damaged.columns(table.name) if column in table.columns]
            if not set(table.key) <= set(columns):
                continue  # its definition is lost
            for row in self._read(damaged, table, columns, kept):
                self._recovered.read[table.name] += self._add(table, row)
            if "hash" in table.columns and "hash" not in columns:
                self._hash(BY_TABLE[table.name])

    def fill_from_backup(self, kept: Connection | None) -> None:
        """Take in what only the backup has, and what it has otherwise, since no row is ever changed; with all parts."""
        if kept is None:
            return
        for table in self._tables.values():
            whole = () if _is_part(table) else kept.rows(f"SELECT rowid, * FROM {table.name} ORDER BY rowid")
            for row in whole:
                if self._lacks(table, row):
                    self._add(table, dict(row))
                    self._recovered.from_backup[table.name] += 1
                    self._take_parts(table, row["id"] if "id" in table.columns else "", kept)

    def _lacks(self, table: Table, row: sqlite3.Row) -> bool:
        """Whether a row of the backup is not in the new store; another one of its key is taken out."""
        same = " AND ".join(f"{column} = ?" for column in table.key)
        key = [row[column] for column in table.key]
        found = self._connection.row(f"SELECT rowid, * FROM {table.name} WHERE {same}", key)
        if table.name == PLACES or found is None:
            return found is None
        if differs := tuple(found) != tuple(row):
            self._connection.rows(f"DELETE FROM {table.name} WHERE {same}", key)
        return differs

    def _take_parts(self, table: Table, owner: str, kept: Connection) -> None:
        hashed = BY_TABLE.get(table.name, Hashed(table.name))
        for part in hashed.parts:
            self._connection.rows(f"DELETE FROM {part} WHERE {hashed.owner} = ?", (owner,))
            found = kept.rows(f"SELECT * FROM {part} WHERE {hashed.owner} = ?", (owner,))
            self._connection.insert(part, [dict(row) for row in found])

    def _read(self, damaged: Salvage, table: Table, columns: list[str], kept: Connection | None) -> Iterator[Row]:
        if not _is_part(table):
            last = kept.value(f"SELECT max(rowid) FROM {table.name}") if kept else None
            return damaged.numbered(table.name, columns, max(last or 0, 0, *damaged.ids(table)))
        [owners] = [parent for column, parent in table.parents if column == table.key[0]]
        return damaged.owned(table, columns, self._ids(owners))

    def _add(self, table: Table, row: Row) -> bool:
        """Add a row if there is none with its key; whether it was added."""
        same = " AND ".join(f"{column} = ?" for column in table.key)
        key = [row[column] for column in table.key]
        if self._holds(table.name, same, *key):
            return False
        if ROWID in row and self._holds(table.name, "rowid = ?", row[ROWID]):
            row = {name: value for name, value in row.items() if name != ROWID}
        try:
            self._connection.insert(table.name, [row])
        except sqlite3.IntegrityError:
            self._recovered.set_aside.append(Aside(table.name, row, NOT_ALLOWED))
            return False
        return True

    def _hash(self, hashed: Hashed) -> None:
        """Give rows of an older form their hash, as the change of form would have."""
        for row in self._connection.rows(f"SELECT * FROM {hashed.table} WHERE hash IS NULL"):
            parts = {
                table: self._connection.rows(f"SELECT * FROM {table} WHERE {hashed.owner} = ?", (row["id"],))
                for table in hashed.parts
            }
            found = hashes.hash_of(hashes.content(hashed, row, parts))
            self._connection.rows(f"UPDATE {hashed.table} SET hash = ? WHERE id = ?", (found, row["id"]))

    # Setting aside

    def set_changed_aside(self) -> None:
        """Set aside what is not as it was written, but for what follows a row that is not there to judge it by."""
        self._set_aside("articles", checking.changed_articles(self._connection), CHANGED)
        self._set_aside("quotes", checking.misplaced_quotes(self._connection), CHANGED)
        for hashed in HASHED:
            broken = list(checking.broken(self._connection, hashed))
            if hashed.chained:
                broken = [id for id in broken if not self._follows_what_is_lost(hashed.table, id)]
            self._set_aside(hashed.table, broken, CHANGED)

    def set_unfounded_aside(self) -> None:
        """Set aside what belongs to something that is lost, and what is not as it was written, until all is sound."""
        found = True
        while found:
            found = sum(map(self._set_orphans_aside, self._tables.values())) > 0
            if not found:
                self._set_aside("quotes", checking.marked_wrong(self._connection), CHANGED)
                for hashed in HASHED:
                    found |= self._set_aside(hashed.table, list(checking.broken(self._connection, hashed)), CHANGED)
                    found |= self._set_aside(hashed.table, checking.misnumbered(self._connection, hashed), CHANGED)

    def _set_orphans_aside(self, table: Table) -> bool:
        found = False
        for column, parent in table.parents:
            owner = f"SELECT 1 FROM {parent} AS owner WHERE owner.id = {table.name}.{column}"
            orphan = f"{column} IS NOT NULL AND NOT EXISTS ({owner})"
            rows = self._connection.rows(f"SELECT {self._columns(table.name)} FROM {table.name} WHERE {orphan}")
            why = LOST_PARENT.format(parent.replace("_", " "))
            self._recovered.set_aside += [Aside(table.name, dict(row), why) for row in rows]
            for row in rows:
                self._note_owners(table, row)
            self._connection.rows(f"DELETE FROM {table.name} WHERE {orphan}")
            found |= bool(rows)
        return found

    def _note_owners(self, table: Table, orphan: sqlite3.Row) -> None:
        """Note all that an orphan says it belongs to.

        No hash can be judged of what follows a lost row, a part has none, and which act brought a row is in none.
        """
        follows = "follows" in table.columns and self._follows_what_is_lost(table.name, orphan["id"])
        for column, owner in table.parents:
            if _is_id(orphan[column]):
                vouched = column != "act" and not follows and not _is_part(table)
                (self._named if vouched else self._claimed).add((owner, orphan[column]))

    def _set_aside(self, table: str, ids: Sequence[str], why: str) -> bool:
        """Take rows and their parts out again, and keep them apart; whether there were any."""
        hashed = BY_TABLE.get(table, Hashed(table))
        for name, column in ((table, "id"), *((part, hashed.owner) for part in hashed.parts)):
            for id in ids:  # each by itself: a damaged one may hold what a list in JSON cannot
                rows = self._connection.rows(f"SELECT {self._columns(name)} FROM {name} WHERE {column} = ?", (id,))
                self._recovered.set_aside += [Aside(name, dict(row), why) for row in rows]
                self._connection.rows(f"DELETE FROM {name} WHERE {column} = ?", (id,))
        return bool(ids)

    def _follows_what_is_lost(self, table: str, id: str) -> bool:
        follows = self._connection.value(f"SELECT follows FROM {table} WHERE id = ?", (id,))
        return follows is not None and not self._holds(table, "id = ?", follows)

    # What is lost

    def note_missing(self, damaged: Salvage) -> None:
        """Note what was there and is not in the new store; what was set aside and came from the backup is not lost.

        Where editors were is no history, and not missed.
        """
        lost = self._recovered
        lost.set_aside = [one for one in lost.set_aside if one.table != PLACES and not self._is_there(one)]
        told = {(aside.table, aside.row.get("id")) for aside in lost.set_aside}
        for table in self._tables.values():
            if "id" in table.columns:
                there = {*self._ids(table.name), *(id for name, id in told if name == table.name)}
                known = {n: id for n, id in damaged.ids(table).items() if id not in there and _is_id(id)}
                held = self._numbers(table.name)
                named = [id for number, id in known.items() if number not in held]
                named += sorted(id for name, id in self._named if name == table.name and id not in there)
                claimed = {id for name, id in self._claimed if name == table.name}
                lost.missing += [(table.name, id) for id in dict.fromkeys(named)]
                # Rows are counted up and never deleted, so that each number left out was a row.
                numbers = held | set(known)
                gaps = max(numbers, default=0) - len(numbers)
                lost.unnamed[table.name] = gaps + len(claimed - there - set(named))
        lost.unnamed = +lost.unnamed
        lost.articles = len(self._ids("articles"))

    def _numbers(self, table: str) -> set[int]:
        """The rowids of a table's rows that are in the new store, or set aside by an id."""
        held = {row[ROWID] for row in self._connection.rows(f"SELECT rowid FROM {table}")}
        aside = [one.row for one in self._recovered.set_aside if one.table == table]
        return held | {row[ROWID] for row in aside if ROWID in row and _is_id(row["id"])}

    def _is_there(self, aside: Aside) -> bool:
        table = self._tables[aside.table]
        same = " AND ".join(f"{column} = ?" for column in table.key)
        return self._holds(aside.table, same, *(aside.row[column] for column in table.key))

    def _columns(self, table: str) -> str:
        return "*" if _is_part(self._tables[table]) else f"{ROWID}, *"

    def _ids(self, table: str) -> list[str]:
        return [row["id"] for row in self._connection.rows(f"SELECT id FROM {table} ORDER BY rowid")]

    def _holds(self, table: str, where: str, *values: object) -> bool:
        return bool(self._connection.value(f"SELECT EXISTS (SELECT 1 FROM {table} WHERE {where})", values))


def _is_part(table: Table) -> bool:
    """Whether a table holds the parts of another one's rows."""
    return "number" in table.key


def _is_id(value: object) -> bool:
    """Whether this can be the id of a row: a part has no hash of its own, and may name what never was."""
    return isinstance(value, str) and value.isascii() and value.isalnum()
