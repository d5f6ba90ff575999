"""Which rulings on an article as a whole another one overrules, as is kept of those on quotes."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, refusals, run

OVERRULINGS = """
    CREATE TABLE article_overrulings (
        decision TEXT NOT NULL REFERENCES article_decisions (id),
        number INTEGER NOT NULL,
        overruled TEXT NOT NULL REFERENCES article_decisions (id),
        PRIMARY KEY (decision, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_overrulings_overruled ON article_overrulings (overruled, decision);
    CREATE INDEX article_decisions_follows ON article_decisions (follows, article);
"""

ADDED_TO_ONLY = ("article_overrulings",)


@migrations()
def m008_overrulings_of_articles(db: Database) -> None:
    """Which rulings on an article another one overrules; what follows one is found by an index."""
    for script in (OVERRULINGS, *map(refusals, ADDED_TO_ONLY)):
        run(db, script)
