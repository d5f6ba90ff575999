"""What was written is told from what was changed since, thing by thing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quotereview.store import hashes
from quotereview.store.database import Connection, connect
from quotereview.store.hashes import BY_TABLE, HASHED, Hashed
from tests.store import invented
from tests.store.test_database import of_the_first_form

Thing = tuple[dict[str, Any], dict[str, list[dict[str, Any]]], str | None]
"""A row, the rows of its parts by their tables, and the hash of the row that it follows."""

NOT_HASHED = {"act", "revision", "original"}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """A store with a row in every table."""
    invented.full_store(tmp_path / "quotes.qrev").close()
    with closing(connect(tmp_path / "quotes.qrev", create=False)) as connection:
        yield connection


def things(connection: Connection, hashed: Hashed) -> list[Thing]:
    """All that a table holds, as it is hashed."""
    return [_thing(connection, hashed, row) for row in connection.rows(f"SELECT * FROM {hashed.table}")]


def _thing(connection: Connection, hashed: Hashed, row: sqlite3.Row) -> Thing:
    parts = {
        table: connection.rows(f"SELECT * FROM {table} WHERE {hashed.owner} = ?", (row["id"],))
        for table in hashed.parts
    }
    follows = row["follows"] if hashed.chained else None
    former = connection.value(f"SELECT hash FROM {hashed.table} WHERE id = ?", (follows,))
    return dict(row), {table: [dict(one) for one in found] for table, found in parts.items()}, former


@pytest.mark.parametrize("hashed", HASHED, ids=lambda hashed: hashed.table)
def test_what_was_written_holds(connection: Connection, hashed: Hashed) -> None:
    found = things(connection, hashed)
    assert found
    assert all(hashes.holds(hashed, *thing) for thing in found)


@pytest.mark.parametrize("hashed", HASHED, ids=lambda hashed: hashed.table)
def test_a_change_of_any_value_is_seen(connection: Connection, hashed: Hashed) -> None:
    row, parts, former = things(connection, hashed)[-1]
    for name in set(row) - NOT_HASHED:
        assert not hashes.holds(hashed, {**row, name: 0.125 if name in hashes.REAL else "changed"}, parts, former), name
    for table, found in parts.items():
        for number, one in enumerate(found):
            assert not hashes.holds(hashed, row, {**parts, table: found[:number] + found[number + 1 :]}, former)
            for name in set(one) - {"number"}:
                value = 0.125 if name in hashes.REAL else "changed"
                changed = [*found[:number], {**one, name: value}, *found[number + 1 :]]
                assert not hashes.holds(hashed, row, {**parts, table: changed}, former), (table, name)


def test_a_change_of_what_came_before_is_seen(connection: Connection) -> None:
    hashed = BY_TABLE["article_decisions"]
    *_, (row, parts, former) = [thing for thing in things(connection, hashed) if thing[0]["follows"]]
    assert former
    assert not hashes.holds(hashed, row, parts, "0" * 64)


def test_a_number_is_hashed_as_its_column_holds_it() -> None:
    whole = hashes.with_hash("proposals", {"id": "p", "confidence": 1})
    assert whole["hash"] == hashes.with_hash("proposals", {"id": "p", "confidence": 1.0})["hash"]


def test_a_decision_of_the_first_form_holds_until_what_came_later_is_written_to_it() -> None:
    hashed = BY_TABLE["decisions"]
    passages = [{"decision": "d", "number": 1, "start": 3, "end": 9, "words": "Monday"}]
    row = {"id": "d", "quote": "q", "verdict": "confirmed"}
    written = hashes.hash_of({**row, "passages": passages})
    later = {**row, "hash": written, "follows": None, "proposal": None, "parent": None, "reason": "", "unread": 0}
    parts = {"decided_passages": passages, "checks": [], "evidence": []}
    assert hashes.holds(hashed, later, parts)
    assert not hashes.holds(hashed, {**later, "unread": 1}, parts)
    assert not hashes.holds(hashed, later, {**parts, "checks": [{"decision": "d", "number": 1}]})


def test_what_is_older_than_the_hashes_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "old.qrev"
    of_the_first_form(path)
    with closing(connect(path, create=False)) as connection:
        for table in ("acts", "articles", "detections", "proposals"):
            found = things(connection, BY_TABLE[table])
            assert found
            assert all(hashes.holds(BY_TABLE[table], *thing) for thing in found)
