"""What stands: for each quote its newest proposal with its newest decision."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotereview.model import (
    Decision,
    Quote,
    Ruling,
    Span,
    StandingQuote,
    Zone,
    proposed,
)
from quotereview.store import rows
from quotereview.store.database import Children, Connection
from quotereview.store.decisions import Decisions
from quotereview.store.proposals import PARTS, PROPOSAL
from quotereview.store.whose import as_ruled

_QUOTES = f"""
    SELECT {PROPOSAL}, quotes.article, quotes.added_by_hand, (
        SELECT ruled.zone FROM zones_ruled AS ruled
        WHERE ruled.article = quotes.article AND ruled.start <= quotes.start AND quotes.start < ruled.end
        ORDER BY ruled.number DESC LIMIT 1
    ) AS ruled_zone
    FROM quotes_standing AS quotes
    JOIN proposals ON proposals.id = quotes.proposal
"""
_BEFORE = f"""
    SELECT {PROPOSAL} FROM json_each(?1) AS asked
    JOIN quotes ON quotes.id = asked.value
    JOIN proposals ON proposals.id = (
        SELECT earlier.id FROM proposals AS earlier
        JOIN detections ON detections.id = earlier.detection
        JOIN acts ON acts.id = detections.act
        WHERE earlier.quote = asked.value AND acts.rowid < (SELECT rowid FROM acts WHERE id = ?2)
        ORDER BY earlier.proposed_at DESC, earlier.id DESC LIMIT 1
    )
"""

_AS_PROPOSED = """
    SELECT standing.quote, substr(articles.text, max(passage.start - 2, 1), min(passage.start, 3)) AS before
    FROM json_each(?2) AS asked
    JOIN outlined_quotes AS standing ON standing.quote = asked.value
    JOIN articles ON articles.id = standing.article
    JOIN proposals AS proposed ON proposed.id = standing.proposal
    JOIN detections ON detections.id = proposed.detection
    JOIN passages AS passage ON passage.proposal = proposed.id AND passage.number = 1
    LEFT JOIN decisions AS decided ON decided.id = standing.decision
    WHERE proposed.parent IS NULL AND instr(detections.detector, ?1) = 1 AND (
        decided.id IS NULL OR (
            (decided.speaker_name, decided.speaker_type, decided.source_name, decided.source_kind, decided.kind)
                IS (proposed.speaker_name, proposed.speaker_type, proposed.source_name, proposed.source_kind,
                    proposed.kind)
            AND decided.partial = proposed.partial AND decided.parent IS NULL AND decided.reason = ''
            AND NOT EXISTS (SELECT 1 FROM checks WHERE decision = decided.id)
            AND NOT EXISTS (SELECT 1 FROM evidence WHERE decision = decided.id)
            AND (SELECT group_concat(start || '-' || end) FROM decided_passages WHERE decision = decided.id)
                IS (SELECT group_concat(start || '-' || end) FROM passages WHERE proposal = proposed.id)
        )
    )
"""


class Standing:
    """Reads what stands in one store; quotes of removed articles and withdrawn ones do not.

    A decision has the editor and the time of whoever ruled so, also where somebody else brought it back by undo.
    """

    def __init__(self, connection: Connection, decisions: Decisions) -> None:
        self._connection = connection
        self._decisions = decisions

    def quote(self, quote: str) -> StandingQuote | None:
        """One quote, None where it does not stand."""
        row = self._connection.row(f"{_QUOTES} WHERE quotes.quote = ?", (quote,))
        if row is None:
            return None
        children = self._children([row])
        newest = self._decisions.newest(quote)
        decision = self._whose([newest])[quote] if newest else None
        return _standing(row, children, decision)

    def proposed_before(self, quotes: Sequence[str], act: str) -> dict[str, tuple[str, Ruling]]:
        """The values of the newest proposals for some quotes before an act, each with the id of the proposal.

        Nothing for a quote that the act brought.
        """
        found = self._connection.rows(_BEFORE, (json.dumps(quotes), act))
        ids = [row["id"] for row in found]
        children: dict[str, Children] = {table: {id: [] for id in ids} for table in PARTS}
        children["passages"] = self._connection.children("passages", "proposal", ids)
        return {row["quote"]: (row["id"], proposed(_proposal(row, children))) for row in found}

    def quotes(self, article: str) -> tuple[StandingQuote, ...]:
        """The quotes of an article in the order of its text."""
        found = self._connection.rows(
            f"{_QUOTES} WHERE quotes.article = ? ORDER BY quotes.start, quotes.end DESC", (article,)
        )
        children = self._children(found)
        decisions = self._whose(list(self._decisions.standing(article).values()))
        return tuple(_standing(row, children, decisions.get(row["quote"])) for row in found)

    def passages(self, articles: Sequence[str]) -> dict[str, tuple[tuple[Span, str], ...]]:
        """The passages of the quotes of some articles, each with the quote's id, as its proposal has them."""
        found = self._connection.rows(
            """SELECT quotes.article, quotes.quote, passages.start, passages.end FROM quotes_standing AS quotes
            JOIN passages ON passages.proposal = quotes.proposal
            WHERE quotes.article IN (SELECT value FROM json_each(?)) ORDER BY passages.start""",
            (json.dumps(articles),),
        )
        held: dict[str, list[tuple[Span, str]]] = {article: [] for article in articles}
        for row in found:
            held[row["article"]].append((Span(row["start"], row["end"]), row["quote"]))
        return {article: tuple(passages) for article, passages in held.items()}

    def as_proposed(self, detector: str, quotes: Iterable[str]) -> dict[str, str]:
        """Those of some quotes, each within no other, that stand as a detector of that name proposed them.

        Not those for which an editor has written a reason, checked a point or kept evidence. Each with the three
        characters before its words, fewer where the article begins.
        """
        found = self._connection.rows(_AS_PROPOSED, (f"{detector} ", json.dumps(list(quotes))))
        return {row["quote"]: row["before"] for row in found}

    def _whose(self, decisions: Sequence[Decision]) -> dict[str, Decision]:
        """Decisions by their quotes, each as of who ruled so, and when: undo only brings it back."""
        found = as_ruled(self._connection, "decisions", "quote", decisions)
        return {decision.quote: decision for decision in found}

    def _children(self, found: list[sqlite3.Row]) -> dict[str, Children]:
        ids = [row["id"] for row in found]
        return {table: self._connection.children(table, "proposal", ids) for table in PARTS}


def _standing(row: sqlite3.Row, children: dict[str, Children], decision: Decision | None) -> StandingQuote:
    by_hand, zone = bool(row["added_by_hand"]), row["ruled_zone"]
    proposal = _proposal(row, children)
    ruled = replace(proposal, zone=Zone(zone)) if zone else proposal
    return StandingQuote(row["quote"], row["article"], ruled, decision, by_hand, row["id"])


def _proposal(row: sqlite3.Row, children: dict[str, Children]) -> Quote:
    return rows.to_quote(row, {table: found[row["id"]] for table, found in children.items()})
