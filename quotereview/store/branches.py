"""Where rulings on one state part ways: made side by side in two copies of a store, or in two windows at once."""

from quotereview.store.database import Connection

# Two rulings that follow the same one, or no one, on the same quote.
_PARTED = "SELECT quote FROM decisions GROUP BY follows, quote HAVING count(*) > 1"

# The last ruling of each branch, but for those that the last of another one overrules.
_ENDS = """
    SELECT ending.id, ending.quote FROM decisions AS ending
    WHERE ending.quote IN ({quotes})
    AND NOT EXISTS (SELECT 1 FROM decisions WHERE follows = ending.id)
    AND NOT EXISTS (
        SELECT 1 FROM overrulings JOIN decisions AS other ON other.id = overrulings.decision
        WHERE overrulings.overruled = ending.id AND NOT EXISTS (SELECT 1 FROM decisions WHERE follows = other.id)
    )
    ORDER BY ending.quote, ending.revision DESC, ending.decided_at DESC, ending.id DESC
"""


class Branches:
    """The branches of the rulings on quotes of one store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, quote: str) -> tuple[str, ...]:
        """The ids of the rulings in which the branches of a quote end, the one that stands first."""
        return tuple(row["id"] for row in self._connection.rows(_ENDS.format(quotes="?"), (quote,)))

    def all(self) -> dict[str, tuple[str, ...]]:
        """The same for each quote that has several; overruled ones no longer count."""
        ends: dict[str, tuple[str, ...]] = {}
        for row in self._connection.rows(_ENDS.format(quotes=_PARTED)):
            ends[row["quote"]] = (*ends.get(row["quote"], ()), row["id"])
        return {quote: found for quote, found in ends.items() if len(found) > 1}
