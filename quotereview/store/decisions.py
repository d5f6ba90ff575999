"""What editors ruled on quotes: only ever added to, the newest stands."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from quotereview.errors import NotPossible
from quotereview.model import Decision, Ruling, Verdict
from quotereview.store import acts, hashes, rows
from quotereview.store.acts import BLIND, Act
from quotereview.store.database import Connection
from quotereview.store.whose import OWN, brought_back

_DECISIONS = "SELECT decisions.*, quotes.article FROM decisions JOIN quotes ON quotes.id = decisions.quote"

_PARTS = ("decided_passages", "checks", "evidence", "overrulings")

TOLD = """
    (blind_read IS NULL OR blind_read IN (SELECT id FROM blind_reads_current WHERE left_at IS NOT NULL))
"""
"""The condition by which decisions are told to others: what is ruled in a blind read is not before it was left."""

LATELY = 600
"""How many rulings are looked at for what an editor did lately: more than anybody gives one by one in half an hour."""

TELLING = 20
"""How many of an editor's rulings are looked at for the last one that names a speaker and is their own."""

_NEWEST = """
    SELECT value AS quote, (
        SELECT id FROM decisions WHERE quote = value AND blind_read IS NULL
        ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    ) AS id FROM json_each(?)
"""

_TELLING = f"""
    SELECT quote, id FROM (SELECT rowid AS at, * FROM decisions ORDER BY rowid DESC LIMIT {LATELY}) AS newest
    WHERE editor = ? AND quote != ? AND verdict NOT IN (?, ?) AND speaker_name IS NOT NULL AND NOT unread
    AND NOT withdrawn AND blind_read IS NULL AND NOT EXISTS (
        SELECT 1 FROM decisions WHERE quote = newest.quote AND blind_read IS NULL AND revision > newest.revision
    )
    ORDER BY at DESC LIMIT {TELLING}
"""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling on a quote (its id) to be kept; ``follows`` is the id of the decision that the editor saw.

    ``proposal`` is the one it rules upon, without one that of the decision before, else the newest. ``withdrawn``: the
    quote is none of its own any more.
    """

    quote: str
    ruling: Ruling
    follows: str | None
    proposal: str | None = None
    withdrawn: bool = False


_LAST = f"""
    SELECT quote, id FROM (
        SELECT quote, id, row_number() OVER (
            PARTITION BY quote ORDER BY blind_read IS NULL, revision DESC, decided_at DESC, id DESC
        ) AS place FROM decisions WHERE editor = :editor AND {TOLD}
    ) WHERE place = 1
"""

# What an editor ruled last on each quote, of what they read; what was ruled blind counts before what was not.
_LAST_OF = f"""
    {_DECISIONS} WHERE decisions.id IN ({OWN.format(latest=_LAST)})
    AND NOT decisions.withdrawn AND NOT decisions.unread AND decisions.verdict != 'open'
    ORDER BY quotes.article, quotes.start
"""

# What an editor ruled on quotes since a time, where undo left it so.
_LATELY = OWN.format(
    latest=f"""SELECT quote, id FROM (
        SELECT quote, id, editor, decided_at, row_number() OVER (PARTITION BY quote ORDER BY at DESC) AS place FROM (
            SELECT rowid AS at, * FROM decisions WHERE blind_read IS NULL ORDER BY rowid DESC LIMIT {LATELY}
        ) WHERE editor = :editor AND decided_at >= :since
    ) WHERE place = 1"""
)


class Decisions:
    """The decisions on quotes of one store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, act: Act, *ruled: Ruled) -> None:
        """Keep decisions, each on another quote; raises NotPossible for what is not ruled in a blind read."""
        if act.blind_read and any(one.withdrawn or one.ruling.unread for one in ruled):
            raise NotPossible(BLIND)
        former = self._former([one.follows for one in ruled if one.follows])
        proposals = self._proposals(ruled, former)
        written = [_written(act, one, proposals[one.quote], former.get(one.follows or "")) for one in ruled]
        self._connection.insert("decisions", [columns for columns, _ in written])
        for table in _PARTS:
            self._connection.insert(table, [row for _, parts in written for row in parts[table]])

    def _former(self, decisions: Sequence[str]) -> dict[str, sqlite3.Row]:
        found = self._connection.rows(
            "SELECT id, revision, hash, proposal FROM decisions WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(decisions),),
        )
        return {row["id"]: row for row in found}

    def _proposals(self, ruled: Sequence[Ruled], former: Mapping[str, sqlite3.Row]) -> dict[str, str | None]:
        """The proposals that are ruled upon, by the quotes."""
        known = {one.quote: one.proposal or (former[one.follows]["proposal"] if one.follows else None) for one in ruled}
        return {**known, **self._newest_proposals([quote for quote, proposal in known.items() if not proposal])}

    def _newest_proposals(self, quotes: Sequence[str]) -> dict[str, str | None]:
        found = self._connection.rows(
            """SELECT value AS quote, (
                SELECT id FROM proposals WHERE quote = value ORDER BY proposed_at DESC, id DESC LIMIT 1
            ) AS proposal FROM json_each(?)""",
            (json.dumps(quotes),),
        )
        return {row["quote"]: row["proposal"] for row in found}

    def of(self, quote: str) -> tuple[Decision, ...]:
        """All decisions on a quote that are told, oldest first, but those ruled blind first of all; the last stands."""
        return self._read(
            f"""{_DECISIONS} WHERE decisions.quote = ? AND {TOLD}
            ORDER BY blind_read IS NULL, revision, decided_at, decisions.id""",
            quote,
        )

    def newest(self, quote: str) -> Decision | None:
        """The decision that stands, also where it withdrew the quote."""
        return next(iter(self.get(list(self.newest_ids([quote]).values()))), None)

    def newest_ids(self, quotes: Sequence[str]) -> dict[str, str]:
        """The ids of the decisions that stand, by the ids of those of some quotes that were decided."""
        found = self._connection.rows(_NEWEST, (json.dumps(quotes),))
        return {row["quote"]: row["id"] for row in found if row["id"]}

    def get(self, decisions: Sequence[str]) -> tuple[Decision, ...]:
        """Decisions by their ids, in any order."""
        return self._read(f"{_DECISIONS} WHERE decisions.id IN (SELECT value FROM json_each(?))", json.dumps(decisions))

    def lately(self, editor: str, since: datetime) -> tuple[tuple[str, datetime], ...]:
        """The quotes that an editor looked at and ruled on since a time, each with when, among the newest rulings.

        Not those of which undo left nothing that the editor ruled since then.
        """
        found = self._connection.rows(
            f"""SELECT quote, decided_at FROM (
                SELECT * FROM decisions WHERE NOT unread AND blind_read IS NULL ORDER BY rowid DESC LIMIT {LATELY}
            ) WHERE editor = :editor AND decided_at >= :since
            AND quote IN (SELECT quote FROM decisions WHERE id IN ({_LATELY}) AND NOT unread AND decided_at >= :since)
            """,
            {"editor": editor, "since": since.astimezone(UTC).isoformat()},
        )
        return tuple((row["quote"], datetime.fromisoformat(row["decided_at"])) for row in found)

    def last_of(self, editor: str) -> dict[str, Decision]:
        """What an editor ruled last on each quote, by the quote's id, but for those left open or not read.

        Where the editor read it blind, what was ruled then. What undo took back is not the editor's, nor what somebody
        else had ruled and undo brought back.
        """
        return {decision.quote: decision for decision in self._read(_LAST_OF, {"editor": editor})}

    def decided_last(self, editor: str, but: str) -> str | None:
        """The quote for which an editor named a speaker last and whose ruling still stands, but for one.

        Only the newest rulings are looked at.
        """
        undecided = (Verdict.OPEN, Verdict.NOT_A_QUOTE)
        found = self._connection.rows(_TELLING, (editor, but, *undecided))
        by = brought_back(self._connection, "decisions", "quote", [row["id"] for row in found])
        return next((row["quote"] for row in found if by.get(row["id"], (editor,))[0] == editor), None)

    def standing(self, article: str) -> dict[str, Decision]:
        """The decision that stands for each quote of an article, by the quote's id."""
        found = self._read(
            """SELECT decisions.*, standing.article FROM quotes_standing AS standing
            JOIN decisions ON decisions.id = standing.decision WHERE standing.article = ?""",
            article,
        )
        return {decision.quote: decision for decision in found}

    def by_act(self, act: str) -> tuple[Decision, ...]:
        """What an act ruled."""
        return self._read(f"{_DECISIONS} WHERE decisions.act = ? ORDER BY decisions.rowid", act)

    def acts_of(self, decisions: Sequence[str]) -> dict[str, str]:
        """The ids of the acts to which some decisions belong, by theirs."""
        found = self._connection.rows(
            "SELECT id, act FROM decisions WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(decisions),)
        )
        return {row["id"]: row["act"] for row in found}

    def _read(self, sql: str, parameter: str | dict[str, str]) -> tuple[Decision, ...]:
        found = self._connection.rows(sql, (parameter,) if isinstance(parameter, str) else parameter)
        ids = [row["id"] for row in found]
        parts = {table: self._connection.children(table, "decision", ids) for table in _PARTS}
        return tuple(
            rows.to_decision(row, {table: children[row["id"]] for table, children in parts.items()}) for row in found
        )


def _written(
    act: Act, ruled: Ruled, proposal: str | None, former: sqlite3.Row | None
) -> tuple[rows.Columns, dict[str, list[rows.Columns]]]:
    """The row of a decision, and those of its parts by their tables."""
    content = {
        "id": acts.new_id(),
        "quote": ruled.quote,
        "proposal": proposal,
        "withdrawn": int(ruled.withdrawn),
        **rows.ruling_columns(ruled.ruling),
        "editor": act.editor,
        "decided_at": act.done_at,
        "blind_read": act.blind_read,
    }
    owner = {"decision": str(content["id"])}
    parts = {
        "decided_passages": rows.passage_rows(owner, ruled.ruling.passages),
        "checks": rows.check_rows(owner, ruled.ruling.checks),
        "evidence": rows.evidence_rows(owner, ruled.ruling.evidence),
        "overrulings": rows.overruling_rows(owner, ruled.ruling.overrules),
    }
    chain = acts.tied(hashes.content(hashes.BY_TABLE["decisions"], content, parts), ruled.follows, former)
    return {**content, **chain, "act": act.id}, parts
