"""What editors ruled of two quotes: only ever added to, the newest decision on a pair stands."""

import json
import sqlite3
from collections.abc import Sequence

from quotereview.model import Label, MatchDecision, MatchRuling, SettledConflict, pair_of
from quotereview.store import acts, hashes, rows
from quotereview.store.acts import Act
from quotereview.store.database import Connection

_SETTLED, _OVERRULINGS = "settled_conflicts", "match_overrulings"
_NEWEST = "pair = {} ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1"
_ALL = f"""
    SELECT newest.* FROM (SELECT DISTINCT pair FROM match_decisions) AS ruled
    JOIN match_decisions AS newest ON newest.id = (SELECT id FROM match_decisions WHERE {_NEWEST.format("ruled.pair")})
    ORDER BY newest.rowid
"""


class MatchRulings:
    """The rulings on matches of one store; each is kept as it is told from the quote whose id comes first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rule(self, act: Act, quote: str, other: str, ruling: MatchRuling, follows: str | None) -> None:
        """Keep a decision on two quotes, told from the first; ``follows`` is the id of the one that stood before."""
        if quote > other:
            quote, other, ruling = other, quote, ruling.turned()
        content = {
            "id": acts.new_id(),
            "pair": pair_of(quote, other),
            "quote": quote,
            "other": other,
            "label": ruling.label and ruling.label.value,
            "reason": ruling.reason,
            "ruled_by": ruling.by or None,
            "editor": act.editor,
            "decided_at": act.done_at,
        }
        parts = _parts(str(content["id"]), ruling)
        hashed = hashes.content(hashes.BY_TABLE["match_decisions"], content, parts)
        chain = acts.chained(self._connection, "match_decisions", hashed, follows)
        self._connection.insert("match_decisions", [{**content, **chain, "act": act.id}])
        for table, found in parts.items():
            self._connection.insert(table, found)

    def newest(self, quote: str, other: str) -> MatchDecision | None:
        """The newest decision on two quotes, one by which nothing is said any more among them."""
        sql = f"SELECT * FROM match_decisions WHERE {_NEWEST.format('?')}"
        return next(iter(self._read(sql, pair_of(quote, other))), None)

    def all(self) -> tuple[MatchDecision, ...]:
        """The newest decision on each pair of quotes, one by which nothing is said any more among them."""
        return self._read(_ALL)

    def told(self, quote: str) -> tuple[MatchDecision, ...]:
        """All that was ever decided of a quote and any other one, pair by pair; the last one of a pair stands."""
        sql = "SELECT * FROM match_decisions WHERE ? IN (quote, other) ORDER BY pair, revision, decided_at, id"
        return self._read(sql, quote)

    def decisions(self, ids: Sequence[str]) -> tuple[MatchDecision, ...]:
        """Decisions by their ids, in that order."""
        sql = "SELECT * FROM match_decisions WHERE id IN (SELECT value FROM json_each(?))"
        found = {one.id: one for one in self._read(sql, json.dumps(ids))}
        return tuple(found[id] for id in ids)

    def by_act(self, act: str) -> tuple[MatchDecision, ...]:
        """What an act decided on matches; one decision a pair."""
        return self._read("SELECT * FROM match_decisions WHERE act = ? ORDER BY rowid", act)

    def act_of(self, decision: str) -> str:
        """The id of the act to which a decision on a match belongs."""
        return str(self._connection.value("SELECT act FROM match_decisions WHERE id = ?", (decision,)))

    def _read(self, sql: str, *parameters: str) -> tuple[MatchDecision, ...]:
        found = self._connection.rows(sql, parameters)
        ids = [row["id"] for row in found]
        settled, overruled = (self._connection.children(part, "decision", ids) for part in (_SETTLED, _OVERRULINGS))
        return tuple(_decision(row, settled[row["id"]], overruled[row["id"]]) for row in found)


def _decision(row: sqlite3.Row, settled: Sequence[sqlite3.Row], overruled: Sequence[sqlite3.Row]) -> MatchDecision:
    ruling = MatchRuling(
        Label(row["label"]) if row["label"] else None,
        tuple(
            SettledConflict(one["field"], one["here"], one["there"], one["reason"], one["editor"]) for one in settled
        ),
        row["reason"],
        row["ruled_by"] or "",
        tuple(one["overruled"] for one in overruled),
    )
    return MatchDecision(
        row["id"], row["quote"], row["other"], ruling, row["editor"], row["decided_at"], row["follows"]
    )


def _parts(decision: str, ruling: MatchRuling) -> dict[str, list[rows.Columns]]:
    """The rows of the conflicts that are settled and of the decisions that are overruled, by their tables."""
    settled: list[rows.Columns] = [
        {
            "decision": decision,
            "number": number,
            "field": one.field,
            "here": one.here,
            "there": one.there,
            "reason": one.reason,
            "editor": one.editor,
        }
        for number, one in enumerate(ruling.settled, 1)
    ]
    return {_SETTLED: settled, _OVERRULINGS: rows.overruling_rows({"decision": decision}, ruling.overrules)}
