"""A hash of each act, article, detection and proposal, as decisions have had from the first form on."""

import sqlite3
from typing import Any

from sqlite_utils import Database

from quotereview.store import hashes
from quotereview.store.migrations.columns import migrations, refusal

HASHED = ("acts", "articles", "detections", "proposals")
ADDED_TO_ONLY = ()


@migrations()
def m006_hashes(db: Database) -> None:
    """A hash of each act, article, detection and proposal that is there."""
    for table in HASHED:
        db.execute(f"ALTER TABLE {table} ADD COLUMN hash TEXT CHECK (length(hash) = 64)")
        db.execute(f"DROP TRIGGER {table}_no_update")
        _fill(db, hashes.BY_TABLE[table])
        db.execute(refusal(table, "update"))


def _fill(db: Database, hashed: hashes.Hashed) -> None:
    for (id,) in db.execute(f"SELECT id FROM {hashed.table}").fetchall():
        [row] = _read(db, f"SELECT * FROM {hashed.table} WHERE id = ?", id)
        parts = {table: _read(db, f"SELECT * FROM {table} WHERE {hashed.owner} = ?", id) for table in hashed.parts}
        found = hashes.hash_of(hashes.content(hashed, row, parts))
        db.execute(f"UPDATE {hashed.table} SET hash = ? WHERE id = ?", (found, id))


def _read(db: Database, sql: str, id: str) -> list[dict[str, Any]]:
    cursor: sqlite3.Cursor = db.execute(sql, (id,))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
