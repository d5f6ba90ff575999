"""Which texts are documents, such as a transcript or a readout, against which quotes are held."""

from sqlite_utils import Database

from quotereview.model import SourceKind
from quotereview.store.migrations import m017, m018, m022
from quotereview.store.migrations.columns import migrations, one_of, run

DOCUMENTS = f"""
    ALTER TABLE article_decisions ADD COLUMN document TEXT {one_of("document", SourceKind)};
    CREATE INDEX article_decisions_document ON article_decisions (article) WHERE document IS NOT NULL;

    DROP VIEW articles_current;
    CREATE VIEW articles_current AS
    SELECT articles.id AS article, articles.name, articles.headline, standing.outlet, standing.published,
        articles.byline, articles.url, articles.sha256, standing.closed, standing.removed, standing.id AS decision,
        articles.rowid AS loaded, substr(trim(articles.text, char(9, 10, 13, 32)), 1, 120) AS opening,
        standing.told_with, standing.story, standing.document
    FROM articles
    JOIN article_decisions AS standing ON standing.id = (
        SELECT id FROM article_decisions WHERE article = articles.id
        ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    );

    -- The texts that are documents, as it stands.
    CREATE VIEW documents_current AS
    SELECT article, name, headline, outlet, published, document AS kind, decision FROM articles_current
    WHERE article IN (SELECT article FROM article_decisions WHERE document IS NOT NULL)
    AND document IS NOT NULL AND NOT removed;
"""

CHANGES = m017.changed(
    {"document": ("former.document", "decided.document")}, "decided.article, NULL, NULL", "NULL", "article_decisions"
)

ADDED_TO_ONLY = ()


@migrations()
def m023_documents(db: Database) -> None:
    """Which texts are documents."""
    told = " UNION ALL ".join((m017.VIEW, m018.CHANGES, m022.CHANGES, CHANGES))
    for script in (DOCUMENTS, f"DROP VIEW changes; CREATE VIEW changes AS {told};"):
        run(db, script)
