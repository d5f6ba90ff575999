"""The matches of quotes that are compared across articles, and which quotes are still to be compared.

All of it is derived: what was compared is forgotten as soon as what it rests on changes (`store.comparing`).
"""

from sqlite_utils import Database

from quotereview.model import Label, Relation
from quotereview.store.migrations.columns import migrations, one_of, run

COMPARED = """
    DROP TABLE compared_quotes;
    CREATE TABLE compared_quotes (
        id INTEGER PRIMARY KEY,
        quote TEXT NOT NULL UNIQUE REFERENCES quotes (id),
        words TEXT NOT NULL,
        bits INTEGER NOT NULL,
        basis INTEGER NOT NULL
    ) STRICT;
"""

MATCHES = f"""
    -- Each pair from both sides.
    CREATE TABLE matches (
        here INTEGER NOT NULL,
        there INTEGER NOT NULL,
        here_basis INTEGER NOT NULL,
        there_basis INTEGER NOT NULL,
        label TEXT NOT NULL {one_of("label", Label)},
        relation TEXT NOT NULL {one_of("relation", Relation)},
        score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
        reason TEXT NOT NULL,
        alignment TEXT NOT NULL,
        differences TEXT NOT NULL,
        conflicts TEXT NOT NULL,
        disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
        PRIMARY KEY (here, there)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX matches_disputed ON matches (here) WHERE disputed;
    CREATE INDEX matches_conflicts ON matches (here) WHERE conflicts != '[]';

    CREATE TABLE to_compare (
        quote INTEGER PRIMARY KEY
    ) STRICT;

    CREATE TABLE compared_by (
        engine TEXT PRIMARY KEY
    ) STRICT;

    CREATE TABLE outdated_names (
        name TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER name_decisions_outdate AFTER INSERT ON name_decisions BEGIN
        INSERT OR IGNORE INTO outdated_names VALUES (NEW.name);
    END;
"""

ADDED_TO_ONLY = ()


@migrations()
def m019_matches(db: Database) -> None:
    """Which quotes match, what that rests on, and which are to be compared."""
    for script in (COMPARED, MATCHES):
        run(db, script)
