"""Which rulings on an older edition were not taken over and wait for an editor, and why."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, refusals, run

SET_ASIDE = """
    CREATE TABLE set_aside (
        decision TEXT NOT NULL REFERENCES edition_decisions (id),
        number INTEGER NOT NULL,
        ruled TEXT NOT NULL REFERENCES decisions (id),
        why TEXT NOT NULL CHECK (why != ''),
        PRIMARY KEY (decision, number)
    ) STRICT, WITHOUT ROWID;
"""

ADDED_TO_ONLY = ("set_aside",)


@migrations()
def m015_rulings_set_aside(db: Database) -> None:
    """Which rulings on an older edition wait for an editor."""
    for script in (SET_ASIDE, *map(refusals, ADDED_TO_ONLY)):
        run(db, script)
