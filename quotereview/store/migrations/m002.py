"""How sure a source is and why, where the words of reasons stand in the article, and which words are repeated."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import STRETCH, migrations, refusals, run

GROUNDS = f"""
    ALTER TABLE proposals ADD COLUMN source_confidence REAL CHECK (source_confidence BETWEEN 0 AND 1);
    ALTER TABLE proposals ADD COLUMN source_reason TEXT NOT NULL DEFAULT '';
    ALTER TABLE proposals ADD COLUMN twin TEXT REFERENCES quotes (id);

    CREATE TABLE pointers (
        proposal TEXT NOT NULL REFERENCES proposals (id),
        reason TEXT NOT NULL CHECK (reason IN ('speaker', 'source')),
        number INTEGER NOT NULL,
        words_start INTEGER NOT NULL CHECK (words_start >= 0),
        words_end INTEGER NOT NULL CHECK (words_start < words_end),
        {STRETCH} CHECK (start < end),
        PRIMARY KEY (proposal, reason, number)
    ) STRICT, WITHOUT ROWID;
"""

ADDED_TO_ONLY = ("pointers",)


@migrations()
def m002_grounds_of_sources_pointers_and_twins(db: Database) -> None:
    """How sure a source is and why, where the words of reasons stand in the article, and which words are repeated."""
    for script in (GROUNDS, *map(refusals, ADDED_TO_ONLY)):
        run(db, script)
