"""Which names are the same person's, and the role and printed name of each speaker beside what else stands."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, refusals, run

NAMES = """
    CREATE TABLE name_decisions (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL CHECK (name != ''),
        revision INTEGER NOT NULL CHECK (revision > 0),
        follows TEXT REFERENCES name_decisions (id),
        same_as TEXT CHECK (same_as NOT IN ('', name)),
        editor TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        act TEXT NOT NULL REFERENCES acts (id)
    ) STRICT;
    CREATE INDEX name_decisions_newest ON name_decisions (name, revision, decided_at, id);
    CREATE INDEX name_decisions_act ON name_decisions (act);
"""

ADDED_TO_ONLY = ("name_decisions",)

VIEWS = """
    DROP VIEW history;
    DROP VIEW quotes_current;

    -- The names on which something was decided, each with the name that its person goes by, if that is another one.
    CREATE VIEW names_current AS
    SELECT standing.name, standing.same_as, standing.id AS decision
    FROM (SELECT DISTINCT name FROM name_decisions) AS named
    JOIN name_decisions AS standing ON standing.id = (
        SELECT id FROM name_decisions WHERE name = named.name
        ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    );

    CREATE VIEW quotes_current AS
    SELECT standing.quote, standing.article, coalesce(articles.headline, articles.name) AS title,
        iif(decided.id IS NULL, (
            SELECT group_concat(words, ' […] ')
            FROM (SELECT words FROM passages WHERE proposal = proposed.id ORDER BY number)
        ), (
            SELECT group_concat(words, ' […] ')
            FROM (SELECT words FROM decided_passages WHERE decision = decided.id ORDER BY number)
        )) AS words,
        iif(decided.id IS NULL, proposed.kind, decided.kind) AS kind,
        iif(decided.id IS NULL, proposed.partial, decided.partial) AS partial,
        proposed.zone,
        iif(decided.id IS NULL, proposed.speaker_name, decided.speaker_name) AS speaker,
        iif(decided.id IS NULL, proposed.speaker_type, decided.speaker_type) AS speaker_type,
        iif(decided.id IS NULL, proposed.speaker_printed, decided.speaker_printed) AS speaker_printed,
        iif(decided.id IS NULL, proposed.speaker_role, decided.speaker_role) AS speaker_role,
        iif(decided.id IS NULL, proposed.source_name, decided.source_name) AS source,
        iif(decided.id IS NULL, proposed.source_kind, decided.source_kind) AS source_kind,
        coalesce(decided.verdict, 'open') AS verdict,
        coalesce(decided.unread, 0) AS unread,
        coalesce(decided.reason, '') AS why_verdict,
        coalesce(decided.note, '') AS note,
        decided.editor, decided.decided_at, proposed.confidence, proposed.reason,
        (SELECT count(*) FROM doubts WHERE proposal = proposed.id) AS doubts,
        standing.start, standing.end, standing.added_by_hand, standing.loaded
    FROM quotes_standing AS standing
    JOIN articles ON articles.id = standing.article
    JOIN proposals AS proposed ON proposed.id = standing.proposal
    LEFT JOIN decisions AS decided ON decided.id = standing.decision;

    CREATE VIEW history AS
    SELECT acts.done_at, acts.editor, acts.label, quotes.article, decisions.quote, NULL AS name, decisions.revision,
        decisions.verdict, decisions.speaker_name AS speaker, decisions.source_name AS source, decisions.reason,
        decisions.note, decisions.unread, decisions.withdrawn, NULL AS outlet, NULL AS published, NULL AS closed,
        NULL AS removed, NULL AS same_as, acts.program, decisions.id AS decision, decisions.follows
    FROM decisions
    JOIN acts ON acts.id = decisions.act
    JOIN quotes ON quotes.id = decisions.quote
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, article_decisions.article, NULL, NULL, article_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, article_decisions.outlet, article_decisions.published,
        article_decisions.closed, article_decisions.removed, NULL, acts.program, article_decisions.id,
        article_decisions.follows
    FROM article_decisions
    JOIN acts ON acts.id = article_decisions.act
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, NULL, NULL, name_decisions.name, name_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, name_decisions.same_as, acts.program,
        name_decisions.id, name_decisions.follows
    FROM name_decisions
    JOIN acts ON acts.id = name_decisions.act
    ORDER BY 1;
"""


@migrations()
def m005_names_of_people(db: Database) -> None:
    """Which names are the same person's; role and printed name in the view of what stands."""
    for script in (NAMES, *map(refusals, ADDED_TO_ONLY), VIEWS):
        run(db, script)
