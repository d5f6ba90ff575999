"""By which groups of words each quote is found that is compared with the quotes of other articles.

All of it is derived from the outline (`store.comparing`).
"""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, run

COMPARED = """
    CREATE TABLE compared_quotes (
        id INTEGER PRIMARY KEY,
        quote TEXT NOT NULL UNIQUE REFERENCES quotes (id),
        words TEXT NOT NULL,
        bits INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE quote_grams (
        gram INTEGER NOT NULL,
        quote INTEGER NOT NULL,
        PRIMARY KEY (gram, quote)
    ) STRICT, WITHOUT ROWID;
"""

ADDED_TO_ONLY = ()


@migrations()
def m016_compared_quotes(db: Database) -> None:
    """Which quotes are compared, and what they are found by."""
    run(db, COMPARED)
