"""The steps of a store run their scripts statement by statement, within their transaction."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import run

SCRIPT = """
    CREATE TABLE words (said TEXT); -- a remark; with a semicolon
    INSERT INTO words VALUES ('one; two');
    CREATE TRIGGER no_more BEFORE INSERT ON words
    BEGIN SELECT RAISE(ABORT, 'no; more'); SELECT 1; END;
    CREATE VIEW counted AS SELECT count(*) AS number FROM words
"""


def test_statements_are_told_apart_whatever_stands_in_them() -> None:
    db = Database(memory=True)
    run(db, SCRIPT)
    assert [row["said"] for row in db["words"].rows] == ["one; two"]
    assert [(one.name, one.table) for one in db.triggers] == [("no_more", "words")]
    assert next(iter(db["counted"].rows)) == {"number": 1}


def test_what_a_script_did_is_taken_back_with_its_transaction() -> None:
    db = Database(memory=True)
    db.execute("BEGIN")
    run(db, SCRIPT)
    db.execute("ROLLBACK")
    assert db.table_names() == []


def test_nothing_is_run_of_an_empty_script() -> None:
    db = Database(memory=True)
    run(db, " ;\n ; ")
    assert db.table_names() == []
