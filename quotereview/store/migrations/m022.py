"""Which articles tell one story: as editors rule, and by the telling words of their openings.

The words, and which articles are alike by them, are derived (`store.likening`).
"""

from sqlite_utils import Database

from quotereview.store.migrations import m017, m018
from quotereview.store.migrations.columns import migrations, run

RULINGS = """
    ALTER TABLE article_decisions ADD COLUMN told_with TEXT;
    ALTER TABLE article_decisions ADD COLUMN story TEXT NOT NULL DEFAULT '';
    CREATE INDEX article_decisions_told ON article_decisions (article) WHERE told_with IS NOT NULL OR story != '';

    DROP VIEW articles_current;
    CREATE VIEW articles_current AS
    SELECT articles.id AS article, articles.name, articles.headline, standing.outlet, standing.published,
        articles.byline, articles.url, articles.sha256, standing.closed, standing.removed, standing.id AS decision,
        articles.rowid AS loaded, substr(trim(articles.text, char(9, 10, 13, 32)), 1, 120) AS opening,
        standing.told_with, standing.story
    FROM articles
    JOIN article_decisions AS standing ON standing.id = (
        SELECT id FROM article_decisions WHERE article = articles.id
        ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    );
"""

TOPICS = """
    -- What an article is about: how long it is as a vector of its telling words.
    CREATE TABLE topics (
        id INTEGER PRIMARY KEY,
        article TEXT NOT NULL UNIQUE REFERENCES articles (id),
        length REAL NOT NULL
    ) STRICT;

    CREATE TABLE topic_words (
        word INTEGER NOT NULL,
        topic INTEGER NOT NULL,
        PRIMARY KEY (word, topic)
    ) STRICT, WITHOUT ROWID;

    -- Each pair once, from the one that was loaded later.
    CREATE TABLE alike_topics (
        topic INTEGER NOT NULL,
        other INTEGER NOT NULL,
        likeness REAL NOT NULL,
        PRIMARY KEY (topic, other)
    ) STRICT, WITHOUT ROWID;
"""

STORIES = {
    "told_with": ("former.told_with", "decided.told_with"),
    "story": ("coalesce(former.story, '')", "decided.story"),
}
CHANGES = m017.changed(STORIES, "decided.article, NULL, NULL", "NULL", "article_decisions")

ADDED_TO_ONLY = ()


@migrations()
def m022_stories(db: Database) -> None:
    """Which articles tell one story."""
    for script in (
        RULINGS,
        TOPICS,
        f"DROP VIEW changes; CREATE VIEW changes AS {m017.VIEW} UNION ALL {m018.CHANGES} UNION ALL {CHANGES};",
    ):
        run(db, script)
