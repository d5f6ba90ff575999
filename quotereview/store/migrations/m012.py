"""Which decisions on a name another one overrules, as is kept of rulings on quotes and articles."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, refusals, run

OVERRULINGS = """
    CREATE TABLE name_overrulings (
        decision TEXT NOT NULL REFERENCES name_decisions (id),
        number INTEGER NOT NULL,
        overruled TEXT NOT NULL REFERENCES name_decisions (id),
        PRIMARY KEY (decision, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX name_overrulings_overruled ON name_overrulings (overruled, decision);
    CREATE INDEX name_decisions_follows ON name_decisions (follows, name);
"""

ADDED_TO_ONLY = ("name_overrulings",)


@migrations()
def m012_overrulings_of_names(db: Database) -> None:
    """Which decisions on a name another one overrules; what follows one is found by an index."""
    for script in (OVERRULINGS, *map(refusals, ADDED_TO_ONLY)):
        run(db, script)
