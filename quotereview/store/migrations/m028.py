"""With each group of words of a compared quote how much it is found by in all, and how rare its words are.

And of the quotes that wait to be compared, which are held against those loaded after them, too: new ones are found from
the side of what comes later. All of it is derived (`store.comparing`).
"""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, run

FOUND_BY = """
    DROP TABLE quote_grams;
    CREATE TABLE quote_grams (
        gram INTEGER NOT NULL,
        quote INTEGER NOT NULL,
        bits INTEGER NOT NULL,
        PRIMARY KEY (gram, quote)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE compared_quotes DROP COLUMN bits;
    ALTER TABLE compared_quotes ADD COLUMN rarity INTEGER NOT NULL DEFAULT 0;
"""

TO_COMPARE = """
    DROP TABLE to_compare;
    CREATE TABLE to_compare (
        quote INTEGER PRIMARY KEY,
        both_ways INTEGER NOT NULL CHECK (both_ways IN (0, 1))
    ) STRICT;
"""

ADDED_TO_ONLY = ()


@migrations()
def m028_found_by(db: Database) -> None:
    """What quotes are found by, and which are to be compared with what."""
    for script in (FOUND_BY, TO_COMPARE):
        run(db, script)
