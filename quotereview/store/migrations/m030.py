"""The zone of a quote is the one that an editor ruled for its place, whatever was detected: so what is merged holds."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import STRETCH, migrations, run

ZONES = f"""
    -- Derived from the ruling on an article that stands, which holds them in JSON.
    CREATE TABLE zones_ruled (
        article TEXT NOT NULL,
        number INTEGER NOT NULL,
        {STRETCH.strip()},
        zone TEXT NOT NULL,
        PRIMARY KEY (article, number)
    ) STRICT, WITHOUT ROWID;
"""

QUOTES = """
    DROP VIEW quotes_current;

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
        coalesce((
            SELECT ruled.zone FROM zones_ruled AS ruled
            WHERE ruled.article = standing.article AND ruled.start <= standing.start AND standing.start < ruled.end
            ORDER BY ruled.number DESC LIMIT 1
        ), proposed.zone) AS zone,
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
"""

ADDED_TO_ONLY = ()


@migrations()
def m030_zones_ruled(db: Database) -> None:
    """Which stretches editors ruled on, and quotes in these zones."""
    for script in (ZONES, QUOTES):
        run(db, script)
