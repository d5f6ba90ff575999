"""A new store that holds all that another one does, but for one article and whatever is only about it."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from quotereview.errors import NotPossible, StoreFault
from quotereview.store import acts, copies
from quotereview.store.acts import PURGE_LABEL, PURGED, Act
from quotereview.store.database import Connection, connect
from quotereview.store.migrations import HISTORY
from quotereview.store.paragraphs import Paragraphs
from quotereview.store.tables import Table
from quotereview.store.traces import Traces


def purge(store: Path, article: str, to: Path, editor: str, at: datetime) -> None:
    """Write all that ``store`` holds but one article to a new store at ``to``, with an act that tells of the purge.

    Raises NotPossible where there is no such article, StoreFault where ``to`` is there or cannot be written.
    """
    if to.exists():
        raise StoreFault(f"{to} is there already: name a new file.")
    act = Act(acts.new_id(), editor, at.astimezone(UTC).isoformat())
    with (
        copies.newest_form(store) as copy,
        copies.written_beside(to) as unfinished,
        closing(connect(unfinished, create=True)) as connection,
        copies.attached(connection, copy),
    ):
        connection.rows("PRAGMA foreign_keys = off")  # acts come last; SQLite would look for whoever names each of them
        _write(connection, article, act)
        copies.refuse_damage(connection)


def _write(connection: Connection, article: str, act: Act) -> None:
    if connection.row("SELECT 1 FROM given.articles WHERE id = ?", (article,)) is None:
        raise NotPossible(f"There is no article {article} in this store.")
    with acts.begin(connection, act, PURGED, f"{PURGE_LABEL}{article}"):
        tables = {name: Table.read(connection, name) for name in HISTORY}
        for table in tables.values():
            if table.name != "acts":
                _take(connection, table, _stays(table), article)
        carriers = [table for table in tables.values() if "act" in table.columns]
        _take(connection, tables["acts"], _still_told(carriers), article)
        _take(connection, Table.read(connection, "places"), "theirs.article != :article", article)
        Paragraphs(connection).catch_up()
        Traces(connection).catch_up()


def _take(connection: Connection, table: Table, condition: str, article: str) -> None:
    columns = ", ".join(table.columns)
    connection.rows(
        f"""INSERT INTO main.{table.name} ({columns}) SELECT {columns} FROM given.{table.name} AS theirs
        WHERE {condition} ORDER BY {table.order}""",
        {"article": article},
    )


def _stays(table: Table) -> str:
    """The condition by which a row is not of the article: whatever it belongs to was taken before it."""
    if table.name == "articles":
        return "theirs.id != :article"
    owners = [(column, parent) for column, parent in table.parents if parent not in {"acts", table.name}]
    taken = [
        f"(theirs.{column} IS NULL OR EXISTS (SELECT 1 FROM main.{parent} WHERE id = theirs.{column}))"
        for column, parent in owners
    ]
    return " AND ".join([":article IS NOT NULL", *taken])


def _still_told(carriers: list[Table]) -> str:
    """The condition by which an act is kept: something that it did was, or it never did anything."""
    did, kept = (
        " UNION ".join(f"SELECT act FROM {place}.{table.name}" for table in carriers) for place in ("given", "main")
    )
    return f":article IS NOT NULL AND (theirs.id IN ({kept}) OR theirs.id NOT IN ({did}))"
