"""Which articles are editions of one, what was taken over from the older, and by what such articles are found."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, refusals, run
from quotereview.traces import traces

EDITIONS = """
    CREATE TABLE edition_decisions (
        id TEXT PRIMARY KEY,
        article TEXT NOT NULL REFERENCES articles (id),
        older TEXT NOT NULL REFERENCES articles (id) CHECK (older != article),
        revision INTEGER NOT NULL CHECK (revision > 0),
        follows TEXT REFERENCES edition_decisions (id),
        same INTEGER CHECK (same IN (0, 1)),
        editor TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        act TEXT NOT NULL REFERENCES acts (id)
    ) STRICT;
    CREATE INDEX edition_decisions_newest ON edition_decisions (article, older, revision, decided_at, id);
    CREATE INDEX edition_decisions_older ON edition_decisions (older);
    CREATE INDEX edition_decisions_act ON edition_decisions (act);

    CREATE TABLE taken_over (
        decision TEXT NOT NULL REFERENCES edition_decisions (id),
        number INTEGER NOT NULL,
        ruled TEXT NOT NULL REFERENCES decisions (id),
        quote TEXT REFERENCES quotes (id),
        PRIMARY KEY (decision, number)
    ) STRICT, WITHOUT ROWID;

    -- The pairs of articles of which somebody said whether they are editions of one, as it stands.
    CREATE VIEW editions_current AS
    SELECT standing.article, standing.older, standing.same, standing.editor, standing.decided_at,
        standing.id AS decision
    FROM (SELECT DISTINCT article, older FROM edition_decisions) AS pair
    JOIN edition_decisions AS standing ON standing.id = (
        SELECT id FROM edition_decisions WHERE article = pair.article AND older = pair.older
        ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    )
    WHERE standing.same IS NOT NULL;
"""

VIEWS = """
    DROP VIEW history;

    CREATE VIEW history AS
    SELECT acts.done_at, acts.editor, acts.label, quotes.article, decisions.quote, NULL AS name, decisions.revision,
        decisions.verdict, decisions.speaker_name AS speaker, decisions.source_name AS source, decisions.reason,
        decisions.note, decisions.unread, decisions.withdrawn, NULL AS outlet, NULL AS published, NULL AS closed,
        NULL AS removed, NULL AS same_as, acts.program, decisions.id AS decision, decisions.follows,
        NULL AS older, NULL AS same_edition
    FROM decisions
    JOIN acts ON acts.id = decisions.act
    JOIN quotes ON quotes.id = decisions.quote
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, article_decisions.article, NULL, NULL, article_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, article_decisions.outlet, article_decisions.published,
        article_decisions.closed, article_decisions.removed, NULL, acts.program, article_decisions.id,
        article_decisions.follows, NULL, NULL
    FROM article_decisions
    JOIN acts ON acts.id = article_decisions.act
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, NULL, NULL, name_decisions.name, name_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, name_decisions.same_as, acts.program,
        name_decisions.id, name_decisions.follows, NULL, NULL
    FROM name_decisions
    JOIN acts ON acts.id = name_decisions.act
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, edition_decisions.article, NULL, NULL, edition_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, acts.program,
        edition_decisions.id, edition_decisions.follows, edition_decisions.older, edition_decisions.same
    FROM edition_decisions
    JOIN acts ON acts.id = edition_decisions.act
    ORDER BY 1;
"""

TRACES = """
    CREATE TABLE traces (
        article TEXT NOT NULL REFERENCES articles (id),
        trace INTEGER NOT NULL,
        PRIMARY KEY (article, trace)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX traces_trace ON traces (trace);
"""

ADDED_TO_ONLY = ("edition_decisions", "taken_over", "traces")
DERIVED = ("traces",)


@migrations()
def m009_editions(db: Database) -> None:
    """Which articles are editions of one, and the traces of those that are there."""
    for script in (EDITIONS, VIEWS, TRACES, *map(refusals, ADDED_TO_ONLY)):
        run(db, script)
    for article, text, url in db.execute("SELECT id, text, url FROM articles ORDER BY rowid").fetchall():
        for trace in sorted(traces(text, url)):
            db.execute("INSERT INTO traces (article, trace) VALUES (?, ?)", (article, trace))
