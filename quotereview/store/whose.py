"""Whose a ruling is: undo only brings back what somebody ruled, and it stays theirs, of the time when they ruled."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from quotereview.model import ArticleDecision, Decision, MatchDecision, NameDecision

if TYPE_CHECKING:
    from quotereview.store.database import Connection

Kept = TypeVar("Kept", Decision, ArticleDecision, NameDecision, MatchDecision)

# The ruling that undo, or undo of an undo, brought back by one, and so on to one that nobody brought back. By "+" not
# found by the act, which may be one upon thousands.
_BACK = """
        SELECT back.made, taken.follows, step + 1 FROM back
        JOIN {rulings} AS one ON one.id = back.id JOIN acts ON acts.id = one.act
        JOIN {rulings} AS taken ON +taken.act = acts.undoes AND taken.{subject} = one.{subject}
        WHERE taken.follows IS NOT NULL
"""

_BROUGHT_BACK = f"""
    WITH RECURSIVE back (made, id, step) AS (SELECT value, value, 0 FROM json_each(?) UNION ALL {_BACK})
    SELECT made, editor, decided_at, max(step) FROM back JOIN {{rulings}} AS first ON first.id = back.id
    WHERE step > 0 GROUP BY made
"""

_RULER = f"""
    WITH RECURSIVE back (made, id, step) AS (SELECT {{decision}}, {{decision}}, 0 UNION ALL {_BACK})
    SELECT first.editor FROM back JOIN {{rulings}} AS first ON first.id = back.id ORDER BY step DESC LIMIT 1
"""

OWN = """
    WITH RECURSIVE own (quote, id) AS (
        {latest}
        UNION ALL
        SELECT own.quote, CASE WHEN acts.undoes IS NULL THEN one.follows ELSE taken.follows END FROM own
        JOIN decisions AS one ON one.id = own.id JOIN acts ON acts.id = one.act
        LEFT JOIN decisions AS taken ON +taken.act = acts.undoes AND taken.quote = one.quote
        WHERE acts.undoes IS NOT NULL OR one.editor != :editor
    )
    SELECT decisions.id FROM own JOIN decisions ON decisions.id = own.id JOIN acts ON acts.id = decisions.act
    WHERE decisions.editor = :editor AND acts.undoes IS NULL
"""
"""What ``:editor`` ruled last on quotes, from ``latest`` (quotes and ids) back past what undo took, or brought back."""


def ruler(decision: str, decisions: str) -> str:
    """A query for who ruled so by a decision on a quote, which SQL names by its id; ``decisions`` is their table."""
    return _RULER.format(decision=decision, rulings=decisions, subject="quote")


def as_ruled(connection: "Connection", rulings: str, subject: str, kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """Decisions with who ruled so, and when, rather than who brought a ruling back by undo, or undo of an undo.

    ``rulings`` is their table, ``subject`` the column that says on what was ruled.
    """
    by = brought_back(connection, rulings, subject, [one.id for one in kept])
    return tuple(replace(one, editor=by[one.id][0], decided_at=by[one.id][1]) if one.id in by else one for one in kept)


def brought_back(
    connection: "Connection", rulings: str, subject: str, ids: Sequence[str]
) -> dict[str, tuple[str, str]]:
    """Who ruled, and when (UTC, ISO 8601), what undo only brought back by some decisions, by the ids of these."""
    found = connection.rows(_BROUGHT_BACK.format(rulings=rulings, subject=subject), (json.dumps(ids),))
    return {row["made"]: (row["editor"], row["decided_at"]) for row in found}
