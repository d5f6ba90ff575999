"""What the words of each compared quote mean, as vectors: derived, and kept only where the embeddings are set up.

A quote's number is its own as long as its words are, and so are its vectors.
"""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, run

MEANINGS = """
    CREATE TABLE meanings (
        quote INTEGER PRIMARY KEY,
        embedding TEXT NOT NULL,
        vectors BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER compared_quotes_outdate_meanings AFTER DELETE ON compared_quotes BEGIN
        DELETE FROM meanings WHERE quote = OLD.id;
    END;
    CREATE INDEX outlined_articles_published ON outlined_articles (published);
"""

ADDED_TO_ONLY = ()


@migrations()
def m020_meanings(db: Database) -> None:
    """What quotes mean, and which articles appeared near a day."""
    run(db, MEANINGS)
