"""Two stores' histories in one: all rows of both, whichever is merged into which, and however often."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from quotereview.errors import StoreFault
from quotereview.store import copies
from quotereview.store.acts import PURGE_LABEL, PURGED
from quotereview.store.database import Connection
from quotereview.store.migrations import HISTORY
from quotereview.store.tables import RULINGS, Table

# What may differ where a file was loaded into each store: by which act it came, and what is read off its first lines.
_OWN = {
    "articles": frozenset(
        {"act", "outlet", "published", "headline", "byline", "url", "described", "told_zones", "hash"}
    ),
    "quotes": frozenset({"added_by_hand"}),
}


@dataclass(frozen=True, slots=True)
class Merged:
    """How many articles, quotes and rulings a store was given by a merge."""

    articles: int
    quotes: int
    rulings: int


def merge(connection: Connection, catch_up: Callable[[], object], given: Path) -> Merged:
    """Take all that the store at ``given`` holds into this one, in one transaction.

    ``catch_up`` derives what is kept of the articles that came. Raises StoreFault where that is no store, or holds a
    row of this one in another form.
    """
    if given.exists() and given.samefile(connection.path):
        raise StoreFault(f"{given} is the store itself: name another one to merge into it.")
    with copies.newest_form(given) as copy, copies.attached(connection, copy), connection.transaction():
        connection.rows("PRAGMA defer_foreign_keys = on")
        added = {table: _unite(connection, Table.read(connection, table), given) for table in HISTORY}
        _refuse_purged(connection, given)
        _keep_marked(connection)
        catch_up()
    return Merged(added["articles"], added["quotes"], sum(added[table] for table in RULINGS))


def _unite(connection: Connection, table: Table, given: Path) -> int:
    """Add the rows of a table that are not there yet; how many they were."""
    columns = ", ".join(table.columns)
    connection.rows(
        f"""INSERT INTO main.{table.name} ({columns}) SELECT {columns} FROM given.{table.name} AS theirs
        WHERE NOT EXISTS (SELECT 1 FROM main.{table.name} AS ours WHERE {table.same_row("ours", "theirs")})
        ORDER BY {table.order}"""
    )
    added = int(connection.value("SELECT changes()"))
    _refuse_another_form(connection, table, given)
    return added


def _refuse_another_form(connection: Connection, table: Table, given: Path) -> None:
    """A row that was kept once is never another one: one of the two was changed by hand, or read another way."""
    content = [column for column in table.columns if column not in {*table.key, *_OWN.get(table.name, ())}]
    ours, theirs = (", ".join(f"{place}.{column}" for column in content) for place in ("ours", "theirs"))
    differs = connection.row(
        f"""SELECT 1 FROM given.{table.name} AS theirs
        JOIN main.{table.name} AS ours ON {table.same_row("ours", "theirs")}
        WHERE ({ours}) IS NOT ({theirs}) LIMIT 1"""
    )
    if differs:
        raise StoreFault(
            f"{given} and {connection.path} hold a row of {table.name} in two forms, so one of them was changed by "
            "another program, or is a copy without names, which is merged with none: merge the store as it was before."
        )


def _refuse_purged(connection: Connection, given: Path) -> None:
    """What was purged from one store must not come back from the other."""
    found = connection.row(
        "SELECT id FROM main.articles WHERE id IN (SELECT substr(label, ?) FROM main.acts WHERE kind = ?) LIMIT 1",
        (len(PURGE_LABEL) + 1, PURGED),
    )
    if found:
        raise StoreFault(
            f"{given} or {connection.path} holds the article {found['id']}, which was purged from the other: purge it "
            "from both, then merge."
        )


def _keep_marked(connection: Connection) -> None:
    """A quote that somebody marked by hand in either store is asked about in both: the one value ever raised."""
    marked = connection.rows(
        """SELECT ours.id FROM given.quotes AS theirs JOIN main.quotes AS ours ON ours.id = theirs.id
        WHERE theirs.added_by_hand AND NOT ours.added_by_hand"""
    )
    if not marked:
        return
    guard = connection.value("SELECT sql FROM main.sqlite_master WHERE name = 'quotes_no_update'")
    connection.rows("DROP TRIGGER main.quotes_no_update")
    for row in marked:
        connection.rows("UPDATE main.quotes SET added_by_hand = 1 WHERE id = ?", (row["id"],))
    connection.rows(guard)
