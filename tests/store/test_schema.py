"""What the file itself refuses, whoever writes to it, and how it reads in another program."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.store.migrations import ADDED_TO_ONLY
from tests.review.conftest import FERRY, read
from tests.store import invented


@pytest.fixture
def file(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A store with a row in every table, as another program opens it."""
    path = tmp_path / "quotes.qrev"
    invented.full_store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = on")
        yield connection


def columns(file: sqlite3.Connection, table: str) -> list[str]:
    """The names of a table's columns."""
    return [row[1] for row in file.execute(f"PRAGMA table_info({table})")]


def test_every_table_is_guarded_or_known_to_be_written_over(file: sqlite3.Connection) -> None:
    tables = {row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    tables = {table for table in tables if not table.startswith("paragraph_words")}  # derived from the articles
    assert tables - set(ADDED_TO_ONLY) == {
        "places",
        "outlined_quotes",
        "outlined_articles",
        "zones_ruled",
        "outdated",
        "parted",
        "compared_quotes",
        "quote_grams",
        "matches",
        "to_compare",
        "compared_by",
        "outdated_names",
        "meanings",
        "to_read",
        "read_by",
        "topics",
        "topic_words",
        "alike_topics",
        "_sqlite_migrations",
    }
    strict = {row[1] for row in file.execute("PRAGMA table_list") if row[5]}
    assert strict >= {*ADDED_TO_ONLY, "places"}


@pytest.mark.parametrize("table", ADDED_TO_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_rows_are_never_changed_or_deleted(file: sqlite3.Connection, table: str, verb: str) -> None:
    column = columns(file, table)[0]
    assert file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    with pytest.raises(sqlite3.IntegrityError, match="added, never changed or deleted"):
        file.execute(verb.format(table=table, column=column))


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("passages", {"number": 9, "start": 5, "end": 5}),
        ("passages", {"number": 9, "start": -1}),
        ("decided_passages", {"number": 9, "start": 7, "end": 3}),
        ("quotes", {"id": "other", "start": 8, "end": 8}),
        ("candidates", {"number": 9, "speaker_mention_start": 4, "speaker_mention_end": None}),
        ("candidates", {"number": 9, "speaker_name": None}),
        ("candidates", {"number": 9, "score": 1.5}),
        ("proposals", {"id": "other", "kind": "rumour"}),
        ("proposals", {"id": "other", "zone": "margin"}),
        ("proposals", {"id": "other", "confidence": -0.1}),
        ("proposals", {"id": "other", "source_kind": "pigeon"}),
        ("proposals", {"id": "other", "quote": "nowhere"}),
        ("proposals", {"id": "other", "hands": "two"}),
        ("decisions", {"id": "other", "verdict": "maybe"}),
        ("decisions", {"id": "other", "speaker_type": "robot"}),
        ("decisions", {"id": "other", "act": "none"}),
        ("decisions", {"id": "other", "editor": None}),
        ("name_decisions", {"id": "other", "same_as": "T. Brandt"}),
        ("name_decisions", {"id": "other", "same_as": ""}),
        ("name_decisions", {"id": "other", "follows": "nothing"}),
        ("edition_decisions", {"id": "other", "older": "nowhere"}),
        ("edition_decisions", {"id": "other", "same": 2}),
        ("taken_over", {"number": 9, "ruled": "nothing"}),
        ("set_aside", {"number": 9, "why": ""}),
        ("match_decisions", {"id": "other", "label": "perhaps"}),
        ("match_decisions", {"id": "other", "ruled_by": None}),
        ("match_decisions", {"id": "other", "pair": "one two"}),
        ("match_decisions", {"id": "other", "quote": "nowhere", "pair": "nowhere two"}),
        ("settled_conflicts", {"number": 9, "reason": ""}),
        ("match_overrulings", {"number": 9, "overruled": "nothing"}),
        ("zones", {"number": 99, "zone": "margin"}),
        ("places", {"editor": "Other", "quote": "nowhere"}),
    ],
)
def test_values_that_cannot_be_are_refused(file: sqlite3.Connection, table: str, wrong: dict[str, object]) -> None:
    file.row_factory = sqlite3.Row
    right = dict(file.execute(f"SELECT * FROM {table} LIMIT 1").fetchone())
    names, places = ", ".join(right), ", ".join(f":{name}" for name in right)
    with pytest.raises(sqlite3.IntegrityError, match=r"constraint failed|cannot store"):
        file.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", {**right, **wrong})


def test_no_column_holds_a_span_as_a_string(file: sqlite3.Connection) -> None:
    for table in ADDED_TO_ONLY:
        kinds = {row[1]: row[2] for row in file.execute(f"PRAGMA table_info({table})")}
        ends = {name for name in kinds if name in ("start", "end") or name.endswith(("_start", "_end"))}
        assert all(kinds[name] == "INTEGER" for name in ends)
        assert not {name for name in kinds if "span" in name or "offset" in name}


def test_views_read_plainly(file: sqlite3.Connection) -> None:
    file.row_factory = sqlite3.Row
    first = dict(file.execute("SELECT * FROM quotes_current ORDER BY start").fetchone())
    assert first["words"] == "The ferry sails again on Monday morning."
    assert (first["speaker"], first["source"], first["verdict"]) == ("Tilda Brandt", "Radio Fjord", "open")
    told = {(row["label"], row["editor"], row["quote"] is None) for row in file.execute("SELECT * FROM history")}
    assert told == {
        ("load", "Ana Ruz", True),
        ("confirm", "Ana Ruz", False),
        ("disputed", "Ben Ode", False),
        ("settle", "Ana Ruz", True),
        ("same person", "Ana Ruz", True),
        ("same utterance", "Ana Ruz", False),
    }


def test_what_changed_is_told_field_by_field(tmp_path: Path) -> None:
    path, clock = tmp_path / "told.qrev", invented.Clock()
    with open_store(path) as store:
        session = Session(store, "Ana Ruz", clock)
        session.keep(read(FERRY))
        quote = session.quotes(FERRY.id)[1].id
        session.set_speaker(quote, "Mara Voss")
        session.proof.explain(quote, "the recording")
        session.set_note(quote, "call back")
        session.undo()
        session.describe([FERRY.id], outlet="Sund Post")
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA trusted_schema = off")  # as a wary program opens what others wrote
        told = file.execute(
            """SELECT label, field, before, after, why FROM changes WHERE quote = ? OR article = ? AND quote IS NULL
            ORDER BY done_at, field""",
            (quote, FERRY.id),
        ).fetchall()
    assert told == [
        (f"load “{FERRY.headline}”", "outlet", None, "Coast Mail", None),
        (f"load “{FERRY.headline}”", "published", None, "2026-03-02", None),
        ("speaker: Mara Voss", "speaker", "Oskar Vint", "Mara Voss", ""),
        ("speaker: Mara Voss", "speaker_role", "ferry director", None, ""),
        ("speaker: Mara Voss", "verdict", "open", "corrected", ""),
        ("note: “call back”", "note", "", "call back", "the recording"),
        ("Undo note: “call back”", "note", "call back", "", "the recording"),
        ("outlet: Sund Post", "outlet", "Coast Mail", "Sund Post", None),
    ]


def test_the_newest_is_found_by_an_index(file: sqlite3.Connection) -> None:
    plan = file.execute("EXPLAIN QUERY PLAN SELECT * FROM quotes_current WHERE article = 'a'").fetchall()
    steps = [step[3] for step in plan if "subquery" not in step[3].lower()]
    assert steps
    assert not [step for step in steps if step.startswith("SCAN")]
