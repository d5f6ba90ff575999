"""The tables of what was loaded, proposed and decided, as whoever copies or compares all of them sees them."""

from dataclasses import dataclass
from typing import Self

from quotereview.store.database import Connection

RULINGS = ("decisions", "article_decisions", "name_decisions", "edition_decisions", "match_decisions")
"""The tables of what editors ruled, each row sealed by its hash."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its columns, those of its primary key, and the tables that other columns name rows of."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    parents: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, connection: Connection, name: str) -> Self:
        """A table of an open store; ``parents`` are pairs of a column and the table whose ids it holds."""
        columns = connection.rows(f"PRAGMA main.table_info({name})")
        parents = connection.rows(f"PRAGMA main.foreign_key_list({name})")
        return cls(
            name,
            tuple(row["name"] for row in columns),
            tuple(row["name"] for row in sorted(columns, key=lambda row: row["pk"]) if row["pk"]),
            tuple((row["from"], row["table"]) for row in parents),
        )

    @property
    def order(self) -> str:
        """In which its rows came, or stand below their owner."""
        return "rowid" if self.key == ("id",) else ", ".join(self.key)

    def same_row(self, one: str, other: str) -> str:
        """The condition by which a row is the same in two places, given as the names they go by."""
        return " AND ".join(f"{one}.{column} = {other}.{column}" for column in self.key)
