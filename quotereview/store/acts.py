"""Acts: what an editor did in one step, kept whole or not at all, and taken back by a later act."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from quotereview import __version__
from quotereview.model import NewAct
from quotereview.store import hashes
from quotereview.store.database import Connection
from quotereview.store.tables import RULINGS


@dataclass(frozen=True, slots=True)
class Act:
    """The act under way: its id, who acts, when (UTC, ISO 8601), and in which blind read (its id), if in any."""

    id: str
    editor: str
    done_at: str
    blind_read: str | None = None


@dataclass(frozen=True, slots=True)
class PastAct:
    """An act that was kept: its label, what kind of thing it changed, and the act it took back.

    ``arrived``: it came by itself, or brought an article.
    """

    id: str
    kind: str
    label: str
    undoes: str | None
    arrived: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """An act as a history tells it: its id, its label, who did it, when (UTC, ISO 8601), with which program version."""

    act: str
    label: str
    editor: str
    done_at: str
    program: str


PURGED = "an article purged"
"""The kind of the act that tells of a purge, which cannot be undone; its label ends with the article's id."""
PURGE_LABEL = "purge the article "
DETECTED = "articles detected again"
"""The kind of the acts that add a detection to an article that has one, and of those that take this back."""
BY_ITSELF = "look into the blocks of "
"""How the labels of those begin for which no editor asked."""
BLIND_READ = "a blind read begun or left"
"""The kind of the acts that begin a blind read and leave it, of which neither is undone."""
BLIND = "Not in a blind read, where one rules on the quotes that are there, one by one: leave it first."
"""Why something is refused to whoever reads blind."""

# The acts of one blind read, or of none where NULL is asked for; what was ruled in the others is not for these eyes.
_OF_READ = "(SELECT blind_read FROM main.decisions WHERE act = acts.id LIMIT 1) IS ?"
_PAST = f"""
    SELECT *, EXISTS (SELECT 1 FROM articles WHERE act = acts.id) OR label LIKE '{BY_ITSELF}%' AS arrived FROM acts
"""
_SIZE = f"""
    SELECT (
        SELECT count(*) FROM article_decisions AS ruled JOIN quotes ON quotes.article = ruled.article
        WHERE ruled.act = :act
    ) + {" + ".join(f"(SELECT count(*) FROM {table} WHERE act = :act)" for table in RULINGS)}
"""
_NEW = f"""
    SELECT rowid AS place, id, kind, label, editor,
        (SELECT json_group_array(quote) FROM (
            SELECT quote FROM decisions WHERE act = acts.id AND blind_read IS NULL
            UNION SELECT quote FROM match_decisions WHERE act = acts.id
            UNION SELECT other FROM match_decisions WHERE act = acts.id
        )) AS quotes,
        (SELECT json_group_array(name) FROM name_decisions WHERE act = acts.id) AS names,
        (SELECT json_group_array(article) FROM (
            SELECT article FROM article_decisions WHERE act = acts.id
            UNION SELECT quotes.article FROM decisions JOIN quotes ON quotes.id = decisions.quote
            WHERE decisions.act = acts.id
            UNION SELECT quotes.article FROM match_decisions AS ruled
            JOIN quotes ON quotes.id IN (ruled.quote, ruled.other) WHERE ruled.act = acts.id
            UNION SELECT article FROM detections WHERE acts.kind = '{DETECTED}' AND act = acts.id
        )) AS articles
    FROM acts WHERE rowid > ? AND {_OF_READ} ORDER BY rowid
"""


class Acts:
    """The acts of one store."""

    def __init__(self, connection: Connection, blind_read: str | None = None) -> None:
        self._connection = connection
        self._blind_read = blind_read

    def lately(self, editor: str, number: int) -> tuple[PastAct, ...]:
        """The last acts of an editor that can be undone, oldest first.

        Not those of a store's first form, which do not say their kind, no purge, and nothing of another blind read than
        this one, where this is one.
        """
        found = self._connection.rows(
            f"""{_PAST}
            WHERE editor = ? AND kind NOT IN (?, ?) AND {_OF_READ}
            ORDER BY rowid DESC LIMIT ?""",
            (editor, PURGED, BLIND_READ, self._blind_read, number),
        )
        return tuple(map(_past, found[::-1]))

    def past(self, act: str) -> PastAct:
        """One act that was kept (its id)."""
        [row] = self._connection.rows(f"{_PAST} WHERE id = ?", (act,))
        return _past(row)

    def size(self, act: str) -> int:
        """How much an act (its id) ruled on: quotes, those of articles among them, names, editions and matches."""
        return int(self._connection.value(_SIZE, {"act": act}))

    def behind(self, kept: Sequence[str]) -> dict[str, Deed]:
        """The acts by which decisions, of whatever kind, and detections were kept, by the ids of these."""
        tables = (*RULINGS, "detections")
        among = " UNION ALL ".join(
            f"SELECT id, act FROM {table} WHERE id IN (SELECT id FROM asked)" for table in tables
        )
        found = self._connection.rows(
            f"""WITH asked AS (SELECT value AS id FROM json_each(?)), kept AS ({among})
            SELECT kept.id AS kept, acts.* FROM kept JOIN acts ON acts.id = kept.act""",
            (json.dumps(kept),),
        )
        return {
            row["kept"]: Deed(row["id"], row["label"], row["editor"], row["done_at"], row["program"]) for row in found
        }

    def last(self) -> int:
        """The place of the last act, 0 without any."""
        return int(self._connection.value("SELECT coalesce(max(rowid), 0) FROM acts"))

    def after(self, place: int) -> tuple[NewAct, ...]:
        """The acts after a place, in their order; nothing of another blind read than this one, where this is one."""
        return tuple(_new(row) for row in self._connection.rows(_NEW, (place, self._blind_read)))


def _past(row: sqlite3.Row) -> PastAct:
    return PastAct(row["id"], row["kind"], row["label"], row["undoes"], bool(row["arrived"]))


def _new(row: sqlite3.Row) -> NewAct:
    touched = (tuple(json.loads(row[column])) for column in ("quotes", "articles", "names"))
    return NewAct(row["place"], row["id"], row["kind"], row["label"], row["editor"], *touched)


@contextmanager
def begin(connection: Connection, act: Act, kind: str, label: str, undoes: str | None = None) -> Iterator[Act]:
    """A transaction for all that belongs to one act; ``kind`` says what kind of thing it changes."""
    row = {
        "id": act.id,
        "kind": kind,
        "label": label,
        "editor": act.editor,
        "done_at": act.done_at,
        "program": __version__,
        "undoes": undoes,
    }
    with connection.transaction():
        connection.insert("acts", [hashes.with_hash("acts", row)])
        yield act


def new_id() -> str:
    """An id that no other store has."""
    return uuid4().hex


def chained(connection: Connection, table: str, content: Mapping[str, Any], follows: str | None) -> dict[str, Any]:
    """What ties a decision to the one it follows, which is looked up."""
    former = connection.row(f"SELECT revision, hash FROM {table} WHERE id = ?", (follows,))
    return tied(content, follows, former)


def tied(content: Mapping[str, Any], follows: str | None, former: sqlite3.Row | None) -> dict[str, Any]:
    """What ties a decision to the one it follows: its revision, and a hash of its content and of that one's hash.

    The revision counts from 1; it says what is newest without trusting clocks, and two decisions on one state share it.
    """
    return {
        "follows": follows,
        "revision": former["revision"] + 1 if former else 1,
        "hash": hashes.hash_of(content, follows, former["hash"] if former else None),
    }
