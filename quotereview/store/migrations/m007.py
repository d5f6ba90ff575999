"""Which rulings of another branch a ruling overrules, once two were made on one state and somebody settled it."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, refusals, run

OVERRULINGS = """
    CREATE TABLE overrulings (
        decision TEXT NOT NULL REFERENCES decisions (id),
        number INTEGER NOT NULL,
        overruled TEXT NOT NULL REFERENCES decisions (id),
        PRIMARY KEY (decision, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX overrulings_overruled ON overrulings (overruled, decision);
    CREATE INDEX decisions_follows ON decisions (follows, quote);
"""

ADDED_TO_ONLY = ("overrulings",)


@migrations()
def m007_overrulings(db: Database) -> None:
    """Which rulings of another branch a ruling overrules; what follows a decision is found by an index."""
    for script in (OVERRULINGS, *map(refusals, ADDED_TO_ONLY)):
        run(db, script)
