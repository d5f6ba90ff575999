"""A store as it was: all that is read through its connection is what stood then, by the same statements as today."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from quotereview.errors import NotPossible
from quotereview.store.database import Connection, connect
from quotereview.store.migrations import HISTORY
from quotereview.store.tables import Table
from quotereview.store.veils import veil

PAST = "This is what stood at an earlier time, and cannot be changed: rule on what stands today."

_MOMENT = """
    SELECT done_at, rowid FROM acts WHERE id IN (
        SELECT :id UNION SELECT act FROM decisions WHERE id = :id
        UNION SELECT act FROM article_decisions WHERE id = :id
        UNION SELECT act FROM name_decisions WHERE id = :id
        UNION SELECT act FROM edition_decisions WHERE id = :id
        UNION SELECT act FROM match_decisions WHERE id = :id
    )
"""

# What carries no act itself was there as soon as what it came with.
_CAME_WITH = {
    "acts": "id IN (SELECT id FROM acts_until)",
    "proposals": "detection IN (SELECT id FROM detections)",
    "quotes": "EXISTS (SELECT 1 FROM proposals WHERE quote = quotes.id)",
}


def connect_to_past(path: Path, moment: datetime | str) -> Connection:
    """A connection to the store at ``path``, to read it as it was at a time, or after an act or decision of that id.

    What was done at one time counts in the order in which the store came to hold it. Raises NotPossible where there is
    no such act or decision, and for whatever would write.
    """
    connection = connect(path, create=False)
    try:
        with connection.transaction():
            _hide_what_came_later(connection, moment)
    except BaseException:
        connection.close()
        raise
    connection.refuse_writing(PAST)
    return connection


def _hide_what_came_later(connection: Connection, moment: datetime | str) -> None:
    done_at, place = _until(connection, moment)
    connection.rows("CREATE TEMP TABLE acts_until (id TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.rows(
        "INSERT INTO acts_until SELECT id FROM acts WHERE done_at < ?1 OR (done_at = ?1 AND rowid <= ?2)",
        (done_at, place),
    )
    veil(connection, dict(_until_then(connection)))


def _until(connection: Connection, moment: datetime | str) -> tuple[str, int]:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat(), connection.value("SELECT max(rowid) FROM acts") or 0
    found = connection.row(_MOMENT, {"id": moment})
    if found is None:
        raise NotPossible(f"There is no act or decision {moment} in {connection.path}.")
    return found["done_at"], found["rowid"]


def _until_then(connection: Connection) -> Iterator[tuple[str, str]]:
    for name in HISTORY:
        columns = Table.read(connection, name).columns
        until = _CAME_WITH.get(name) or ("act IN (SELECT id FROM acts_until)" if "act" in columns else "")
        if until:
            yield name, f"SELECT rowid, * FROM main.{name} WHERE {until}"
