"""A mark is explained whichever editor did it, also where another one ruled on the article side by side."""

from sqlite_utils import Database

from quotereview.store.migrations import m013
from quotereview.store.migrations.columns import migrations, run

_BY_WHAT_STANDS = """SELECT 1 FROM settled_doubts AS settled
        WHERE settled.decision = article.decision AND settled.start = doubt.start AND settled.end = doubt.end
"""

# The last ruling of each branch counts, until what stands overrules it.
_BY_ANY = """SELECT 1 FROM article_decisions AS ending
        JOIN settled_doubts AS settled ON settled.decision = ending.id
        WHERE ending.article = article.article AND settled.start = doubt.start AND settled.end = doubt.end
        AND NOT EXISTS (SELECT 1 FROM article_decisions WHERE follows = ending.id)
        AND NOT EXISTS (
            SELECT 1 FROM article_overrulings WHERE decision = article.decision AND overruled = ending.id
        )
"""
DOUBTS = m013.DOUBTS.replace(_BY_WHAT_STANDS, _BY_ANY)

ADDED_TO_ONLY = ()


@migrations()
def m031_explained_by_any(db: Database) -> None:
    """Marks that any editor explained."""
    run(db, f"DROP VIEW doubts_current; {DOUBTS}")
