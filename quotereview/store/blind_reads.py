"""Blind reads: an editor reads again what others decided, and sees nothing of what they ruled."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from quotereview.model import BlindExtent, BlindRead, Decision, Kind, Zone, wants_ruling
from quotereview.store import acts, hashes
from quotereview.store.acts import BLIND, Act
from quotereview.store.database import Connection, connect
from quotereview.store.decisions import Decisions
from quotereview.store.migrations import HISTORY
from quotereview.store.tables import Table
from quotereview.store.veils import veil
from quotereview.store.whose import as_ruled

# Of a quote that somebody has ruled on before, an editor knows too much.
_READABLE = """
    SELECT standing.quote, standing.article, proposals.kind, proposals.zone FROM outlined_quotes AS standing
    JOIN detections ON detections.id = (
        SELECT id FROM detections WHERE article = standing.article AND whole ORDER BY detected_at, id LIMIT 1
    )
    JOIN proposals ON proposals.detection = detections.id AND proposals.quote = standing.quote
    WHERE standing.verdict != 'open' AND NOT standing.unread
    AND standing.quote NOT IN (
        SELECT quote FROM acts JOIN decisions ON decisions.act = acts.id WHERE acts.editor = ?
    )
    ORDER BY standing.loaded, standing.start, standing.end DESC
"""

# What each blind reader ruled last on a quote, and what stood then by other readers, whom nobody had contradicted yet.
_PAIRS = """
    SELECT (
        SELECT first.id FROM decisions AS first WHERE first.quote = second.quote AND first.blind_read IS NULL
        AND first.decided_at <= told.left_at AND NOT EXISTS (SELECT 1 FROM overrulings WHERE decision = first.id)
        ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    ) AS one, second.id AS other
    FROM blind_reads_current AS told
    JOIN (
        SELECT *, row_number() OVER (
            PARTITION BY blind_read, quote ORDER BY revision DESC, decided_at DESC, id DESC
        ) AS place FROM decisions WHERE blind_read IS NOT NULL
    ) AS second ON second.blind_read = told.id
    JOIN quotes ON quotes.id = second.quote
    JOIN articles ON articles.id = quotes.article
    WHERE told.left_at IS NOT NULL AND second.place = 1 AND second.verdict != 'open'
    ORDER BY articles.rowid, quotes.start, second.id
"""

_TO_READ = "SELECT id FROM quotes_to_read"
_RULED = "decision IN (SELECT id FROM decisions)"
_OWN = "SELECT act FROM main.decisions WHERE blind_read IN (SELECT id FROM read_blind)"

# What was detected again knows of the words that editors had added or changed by then.
_FIRST = """id = (
    SELECT id FROM main.detections AS each WHERE each.article = detections.article AND whole
    ORDER BY detected_at, id LIMIT 1
)"""

# Of each table which rows are seen, and what is in place of which columns. What is ruled in the read itself looks as if
# it stood. Whatever else was ever decided, such as why a mark is none, was said by whoever read first, and is hidden.
_VEILS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "acts": (
        "true",
        {
            "label": """iif(editor IN (SELECT editor FROM read_blind)
                OR id IN (SELECT act FROM main.detections WHERE whole), label, '')"""
        },
    ),
    "articles": (f"id IN (SELECT article FROM main.quotes WHERE id IN ({_TO_READ}))", {}),
    "article_decisions": ("true", {"closed": "0"}),
    "detections": (f"{_FIRST} OR act IN ({_OWN})", {}),
    "quotes": (f"id IN ({_TO_READ})", {}),
    "proposals": ("detection IN (SELECT id FROM detections)", {}),
    "decisions": ("blind_read IN (SELECT id FROM read_blind)", {"blind_read": "NULL"}),
    "decided_passages": (_RULED, {}),
    "checks": (_RULED, {}),
    "evidence": (_RULED, {}),
    "overrulings": (_RULED, {}),
}
_HIDDEN: tuple[str, Mapping[str, str]] = ("false", {})
_SEEN_WHOLE = frozenset({"blind_reads", "zones", "passages", "candidates", "doubts", "pointers", "article_overrulings"})
_NOT_WRITTEN = ("articles", "article_decisions", "quotes", *(set(HISTORY) - _SEEN_WHOLE - set(_VEILS)))


class BlindReads:
    """The blind reads of one store."""

    def __init__(self, connection: Connection, decisions: Decisions) -> None:
        self._connection = connection
        self._decisions = decisions

    def readable(self, editor: str) -> tuple[tuple[str, str], ...]:
        """The quotes (ids) that an editor can read blind, each with its article's, in their order.

        They are those that others decided, that a detector had proposed, and on which the editor never ruled.
        """
        found = self._connection.rows(_READABLE, (editor,))
        asked = (row for row in found if wants_ruling(Kind(row["kind"]), Zone(row["zone"])))
        return tuple((row["quote"], row["article"]) for row in asked)

    def begin(self, act: Act, extent: BlindExtent, quotes: Sequence[str], seed: str | None = None) -> None:
        """Keep that the editor who acts reads some quotes blind from now on."""
        row = {
            "id": acts.new_id(),
            "extent": extent.value,
            "seed": seed,
            "quotes": json.dumps(quotes),
            "editor": act.editor,
            "begun_at": act.done_at,
        }
        self._connection.insert("blind_reads", [{**hashes.with_hash("blind_reads", row), "act": act.id}])

    def under_way(self, editor: str) -> BlindRead | None:
        """What an editor reads blind and has not left yet; the last such read, where merging brought another one."""
        row = self._connection.row(
            """SELECT * FROM blind_reads_current WHERE editor = ? AND left_at IS NULL
            ORDER BY begun_at DESC, id DESC LIMIT 1""",
            (editor,),
        )
        return _read(row) if row else None

    def all(self) -> tuple[BlindRead, ...]:
        """All blind reads, the oldest first."""
        found = self._connection.rows("SELECT * FROM blind_reads_current ORDER BY begun_at, id")
        return tuple(map(_read, found))

    def begun_by(self, read: BlindRead) -> str:
        """The id of the act by which a read began; another act leaves it by taking that one back."""
        return str(self._connection.value("SELECT act FROM blind_reads WHERE id = ?", (read.id,)))

    def pairs(self) -> tuple[tuple[Decision, Decision], ...]:
        """What stood when each quote had been read blind, and what was ruled blind, of all reads that were left.

        Not what was settled between the two, and nothing that was left open.
        """
        found = [(row["one"], row["other"]) for row in self._connection.rows(_PAIRS) if row["one"]]
        rulings = self._decisions.get([id for pair in found for id in pair])
        read = {one.id: one for one in as_ruled(self._connection, "decisions", "quote", rulings)}
        return tuple((read[one], read[other]) for one, other in found)


def connect_blind(path: Path, read: BlindRead) -> Connection:
    """A connection to the store at ``path`` that shows only what is to be read, and what was ruled in that read."""
    connection = connect(path, create=False)
    try:
        with connection.transaction():
            _hide(connection, read)
    except BaseException:
        connection.close()
        raise
    connection.refuse_rows_of(_NOT_WRITTEN, BLIND)
    return connection


def _hide(connection: Connection, read: BlindRead) -> None:
    connection.rows("CREATE TEMP TABLE read_blind (id TEXT PRIMARY KEY, editor TEXT) WITHOUT ROWID")
    connection.rows("CREATE TEMP TABLE quotes_to_read (id TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.rows("INSERT INTO read_blind VALUES (?, ?)", (read.id, read.editor))
    connection.rows("INSERT INTO quotes_to_read SELECT value FROM json_each(?)", (json.dumps(read.quotes),))
    veils = {table: _VEILS.get(table, _HIDDEN) for table in HISTORY if table not in _SEEN_WHOLE}
    veil(connection, {table: _shown(connection, table, sql) for table, sql in veils.items()})


def _shown(connection: Connection, table: str, veil: tuple[str, Mapping[str, str]]) -> str:
    """The statement by which a table is read: its rows under a condition, something else in place of some columns."""
    condition, instead = veil
    names = Table.read(connection, table).columns
    columns = ", ".join(f"{instead[name]} AS {name}" if name in instead else name for name in names)
    rowid = "" if "number" in names else "rowid, "
    return f"SELECT {rowid}{columns} FROM main.{table} WHERE {condition}"


def _read(row: sqlite3.Row) -> BlindRead:
    return BlindRead(
        row["id"],
        row["editor"],
        BlindExtent(row["extent"]),
        row["seed"],
        tuple(json.loads(row["quotes"])),
        row["ruled"],
        row["left_at"],
    )
