"""Parts of table definitions that several steps share, and the register of the steps."""

import sqlite3
from enum import StrEnum

from sqlite_utils import Database, Migrations

from quotereview.model import SourceKind, SpeakerType

migrations = Migrations("quotereview")


def run(db: Database, script: str) -> None:
    """Run the statements of a script within the transaction of a step.

    ``executescript`` does the same, but tells statements apart in the square of their length, which for long views
    takes a second.
    """
    statement = ""
    for part in script.split(";"):
        statement += f"{part};"
        if sqlite3.complete_statement(statement):
            if statement.strip(" \n;"):
                db.execute(statement.strip())
            statement = ""


def one_of(column: str, values: type[StrEnum]) -> str:
    """A check that a column holds one of an enum's values, or NULL where the column allows it."""
    return f"CHECK ({column} IN ({', '.join(repr(str(value)) for value in values)}))"


def place(name: str) -> str:
    """Two columns for a span that may be missing."""
    start, end = f"{name}_start", f"{name}_end"
    return f"""{start} INTEGER CHECK ({start} >= 0),
        {end} INTEGER CHECK (({start} IS NULL) = ({end} IS NULL) AND {start} < {end})"""


SPEAKER = f"""
        speaker_name TEXT,
        speaker_type TEXT {one_of("speaker_type", SpeakerType)}
            CHECK ((speaker_name IS NULL) = (speaker_type IS NULL)),
        {place("speaker_mention")},
        speaker_printed TEXT,
        speaker_role TEXT,
        speaker_resolved TEXT"""

SOURCE = f"""
        source_name TEXT,
        source_kind TEXT {one_of("source_kind", SourceKind)} CHECK (source_name IS NOT NULL OR source_kind IS NULL),
        {place("source_mention")},
        source_carried INTEGER NOT NULL CHECK (source_carried IN (0, 1)),
        source_chain TEXT NOT NULL CHECK (source_chain LIKE '[%]')"""

STRETCH = """
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL"""


def refusals(table: str) -> str:
    """Triggers against changing and deleting the rows of a table."""
    return "".join(refusal(table, verb) for verb in ("update", "delete"))


def refusal(table: str, verb: str) -> str:
    """A trigger against changing, or against deleting, the rows of a table."""
    return f"""
    CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
    BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed or deleted'); END;
    """
