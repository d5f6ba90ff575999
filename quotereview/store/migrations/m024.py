"""What each article says of itself and where it says so, and the zones that its file tells."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, run

DESCRIBED = """
    -- In JSON, a list for each field: field, value, origin, start, end (null where it does not stand in the text).
    ALTER TABLE articles ADD COLUMN described TEXT CHECK (described LIKE '[%]');
    -- In JSON, a list for each stretch that the file tells: start, end, zone.
    ALTER TABLE articles ADD COLUMN told_zones TEXT CHECK (told_zones LIKE '[%]');
"""

ADDED_TO_ONLY = ()


@migrations()
def m024_described_articles(db: Database) -> None:
    """What articles say of themselves; of those that are there, only what stands in their columns is known."""
    run(db, DESCRIBED)
