"""What a store holds, written so that two stores that hold the same give the same, whatever came first into each."""

import hashlib
import json
from collections.abc import Iterator

from quotereview.store.database import Connection
from quotereview.store.migrations import HISTORY
from quotereview.store.tables import RULINGS, Table

# The bytes of an article are told by their hash, and by which of several acts it came first is this file's own matter.
_LEFT_OUT = {"articles": ("original", "act")}


def lines(connection: Connection) -> Iterator[str]:
    """A line of JSON for each row of the history, by table and key."""
    for name in HISTORY:
        table = Table.read(connection, name)
        columns = [column for column in table.columns if column not in _LEFT_OUT.get(name, ())]
        for row in connection.stream(f"SELECT {', '.join(columns)} FROM {name} ORDER BY {', '.join(table.key)}"):
            yield json.dumps({"table": name, **dict(row)}, ensure_ascii=False)


def seal(connection: Connection) -> str:
    """A hash over the hashes of all rulings on quotes, articles, names, editions and matches, in their order."""
    sealed = hashlib.sha256()
    found = " UNION ".join(f"SELECT hash FROM {table}" for table in RULINGS)
    for row in connection.stream(f"{found} ORDER BY hash"):
        sealed.update(f"{row['hash']}\n".encode())
    return sealed.hexdigest()
