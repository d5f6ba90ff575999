"""Who ruled so, beside each quote of the outline: filters look at it. It is derived (`store.outlining`)."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, run

EDITOR = """
    ALTER TABLE outlined_quotes ADD COLUMN editor TEXT;
    DROP INDEX outlined_quotes_queue;
    -- Holds all that a queue is ordered by and that filters look at, but for words and notes.
    CREATE INDEX outlined_quotes_queue ON outlined_quotes (
        loaded, start, end DESC, article, quote, verdict, unread, confidence, speaker, source, editor
    ) WHERE asked;
"""

ADDED_TO_ONLY = ()


@migrations()
def m029_outlined_editor(db: Database) -> None:
    """Who ruled so, beside each quote of the outline."""
    run(db, EDITOR)
