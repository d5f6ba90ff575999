"""Where rulings on one state part ways: made side by side in two copies of a store, or in two windows at once."""

from collections.abc import Sequence

from quotereview.store.database import Connection
from quotereview.store.decisions import TOLD
from quotereview.store.migrations import SUBJECTS
from quotereview.store.whose import Kept, as_ruled

# On what two rulings follow the same one, or no one.
_PARTED = "SELECT subject FROM parted WHERE rulings = '{rulings}'"

# The last ruling of each branch, but for those that the last of another one overrules.
_ENDS = """
    SELECT ending.id, ending.{subject} AS subject FROM {rulings} AS ending
    WHERE ending.{subject} IN ({wanted}) AND {told}
    AND NOT EXISTS (SELECT 1 FROM {rulings} WHERE follows = ending.id)
    AND NOT EXISTS (
        SELECT 1 FROM {overrulings} AS overruling JOIN {rulings} AS other ON other.id = overruling.decision
        WHERE overruling.overruled = ending.id AND NOT EXISTS (SELECT 1 FROM {rulings} WHERE follows = other.id)
    )
    ORDER BY ending.{subject}, {beside}, ending.revision DESC, ending.decided_at DESC, ending.id DESC
"""

# What was ruled in a blind read never stands, and what was left open there is no ruling.
_BLIND = {
    "beside": "ending.blind_read IS NOT NULL",
    "told": f"{TOLD} AND (ending.blind_read IS NULL OR ending.verdict != 'open')",
}
_SEEN = {"beside": "true", "told": "true"}


class Branches:
    """The branches of the rulings on the quotes, the articles, the names or the matches of one store."""

    def __init__(
        self, connection: Connection, subject: str, rulings: str, overrulings: str, *, blind: bool = False
    ) -> None:
        """``subject`` is the column that says on what was ruled in the table ``rulings``, ``blind`` if blindly, too."""
        self._connection = connection
        self._names = {"subject": subject, "rulings": rulings, "overrulings": overrulings}
        self._names.update(_BLIND if blind else _SEEN)

    def of(self, subject: str) -> tuple[str, ...]:
        """The ids of the rulings in which the branches of what is ruled on end, the one that stands first."""
        found = self._connection.rows(_ENDS.format(wanted="?", **self._names), (subject,))
        return tuple(row["id"] for row in found)

    def all(self) -> dict[str, tuple[str, ...]]:
        """The same for each of those that have several; overruled ones no longer count."""
        ends: dict[str, tuple[str, ...]] = {}
        for row in self._connection.rows(_ENDS.format(wanted=_PARTED.format(**self._names), **self._names)):
            ends[row["subject"]] = (*ends.get(row["subject"], ()), row["id"])
        return {subject: found for subject, found in ends.items() if len(found) > 1}

    def as_ruled(self, rulings: Sequence[Kept]) -> tuple[Kept, ...]:
        """Rulings with who ruled so, and when, rather than who brought them back by undo."""
        return as_ruled(self._connection, self._names["rulings"], self._names["subject"], rulings)


def note_parted(connection: Connection) -> None:
    """Note on what rulings parted, where they were taken in without the triggers that note it."""
    for rulings, subject in SUBJECTS.items():
        connection.rows(
            f"""INSERT OR IGNORE INTO parted SELECT DISTINCT '{rulings}', {subject} FROM {rulings}
            GROUP BY follows, {subject} HAVING count(*) > 1"""
        )
