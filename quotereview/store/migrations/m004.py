"""Where each word stands in the articles, so that all of them are searched while one types."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import STRETCH, migrations, refusals, run
from quotereview.store.searching import found_by, paragraphs

# The words are kept as they are searched, not as they are read, and are derived from the text: `content=''` keeps no
# second copy of it.
PARAGRAPHS = f"""
    CREATE TABLE paragraphs (
        id INTEGER PRIMARY KEY,
        article TEXT NOT NULL REFERENCES articles (id),
        {STRETCH} CHECK (start < end)
    ) STRICT;
    CREATE INDEX paragraphs_article ON paragraphs (article);

    CREATE VIRTUAL TABLE paragraph_words USING fts5(words, content='', tokenize="unicode61 remove_diacritics 0");
"""

ADDED_TO_ONLY = ("paragraphs",)


@migrations()
def m004_words_of_paragraphs(db: Database) -> None:
    """The words of each paragraph of the articles that are there."""
    for script in (PARAGRAPHS, *map(refusals, ADDED_TO_ONLY)):
        run(db, script)
    for article, text in db.execute("SELECT id, text FROM articles ORDER BY rowid").fetchall():
        for span in paragraphs(text):
            db.execute("INSERT INTO paragraphs (article, start, end) VALUES (?, ?, ?)", (article, *span))
            db.execute(
                "INSERT INTO paragraph_words (rowid, words) VALUES (last_insert_rowid(), ?)",
                (found_by(span.of(text)),),
            )
