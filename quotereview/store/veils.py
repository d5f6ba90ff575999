"""Views of the same names before a store's tables: whoever reads by a connection sees only what these let through."""

from collections.abc import Mapping

from quotereview.store import outlining
from quotereview.store.database import Connection


def veil(connection: Connection, shown: Mapping[str, str]) -> None:
    """Put views before tables, ``shown`` being by table what is read instead; the store's own views look at these.

    What is written goes to the tables.
    """
    views = connection.rows("SELECT sql FROM main.sqlite_master WHERE type = 'view'")
    for row in views:
        connection.rows(row["sql"].replace("CREATE VIEW", "CREATE TEMP VIEW", 1))
    connection.veiled = True
    for table, sql in {**outlining.veiled(), **shown}.items():
        connection.rows(f"CREATE TEMP VIEW {table} AS {sql}")
