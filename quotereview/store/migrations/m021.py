"""In what each kept match differs, and of which article the other quote is, so that a filter reads neither's words."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, run

TOLD = """
    ALTER TABLE matches ADD COLUMN fields TEXT NOT NULL DEFAULT '';
    ALTER TABLE matches ADD COLUMN article TEXT NOT NULL DEFAULT '';
    DELETE FROM matches;
    INSERT OR IGNORE INTO to_compare SELECT id FROM compared_quotes;
    CREATE INDEX matches_fields ON matches (here, fields) WHERE fields != '';
    CREATE INDEX matches_article ON matches (here, article);
"""

ADDED_TO_ONLY = ()


@migrations()
def m021_fields_of_matches(db: Database) -> None:
    """The fields of the conflicts of each match; what was kept without them is found anew."""
    run(db, TOLD)
