"""Which stretches of an article are body, and which are not, as editors say."""

from sqlite_utils import Database

from quotereview.store.migrations import m017, m018, m022, m023
from quotereview.store.migrations.columns import migrations, run

ZONES = """
    -- In JSON, a list for each stretch that an editor ruled on: start, end, zone.
    ALTER TABLE article_decisions ADD COLUMN ruled_zones TEXT CHECK (ruled_zones LIKE '[%]');

    DROP VIEW articles_current;
    CREATE VIEW articles_current AS
    SELECT articles.id AS article, articles.name, articles.headline, standing.outlet, standing.published,
        articles.byline, articles.url, articles.sha256, standing.closed, standing.removed, standing.id AS decision,
        articles.rowid AS loaded, substr(trim(articles.text, char(9, 10, 13, 32)), 1, 120) AS opening,
        standing.told_with, standing.story, standing.document, standing.ruled_zones
    FROM articles
    JOIN article_decisions AS standing ON standing.id = (
        SELECT id FROM article_decisions WHERE article = articles.id
        ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    );
"""

CHANGES = m017.changed(
    {"zones": ("former.ruled_zones", "decided.ruled_zones")},
    "decided.article, NULL, NULL",
    "NULL",
    "article_decisions",
)

ADDED_TO_ONLY = ()


@migrations()
def m027_ruled_zones(db: Database) -> None:
    """Which stretches of an article are body, as editors say."""
    told = " UNION ALL ".join((m017.VIEW, m018.CHANGES, m022.CHANGES, m023.CHANGES, CHANGES))
    for script in (ZONES, f"DROP VIEW changes; CREATE VIEW changes AS {told};"):
        run(db, script)
