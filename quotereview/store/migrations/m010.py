"""Blind reads: rulings that an editor made without seeing anybody else's, and that never stand by themselves."""

from sqlite_utils import Database

from quotereview.model import BlindExtent
from quotereview.store.migrations.columns import migrations, one_of, refusals, run

# A read is left by an act that names, in `undoes`, the one that began it.
BLIND_READS = f"""
    CREATE TABLE blind_reads (
        id TEXT PRIMARY KEY,
        extent TEXT NOT NULL {one_of("extent", BlindExtent)},
        seed TEXT,
        quotes TEXT NOT NULL CHECK (quotes LIKE '[%]'),
        editor TEXT NOT NULL,
        begun_at TEXT NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        act TEXT NOT NULL REFERENCES acts (id)
    ) STRICT;
    CREATE INDEX blind_reads_editor ON blind_reads (editor);
    CREATE INDEX acts_undoes ON acts (undoes) WHERE undoes IS NOT NULL;

    ALTER TABLE decisions ADD COLUMN blind_read TEXT REFERENCES blind_reads (id);
    CREATE INDEX decisions_blind_read ON decisions (blind_read, quote) WHERE blind_read IS NOT NULL;
"""

ADDED_TO_ONLY = ("blind_reads",)

VIEWS = """
    DROP VIEW history;
    DROP VIEW quotes_standing;

    -- The blind reads with when each was left; until then what was ruled in it is told to nobody else.
    CREATE VIEW blind_reads_current AS
    SELECT blind_reads.id, blind_reads.editor, blind_reads.extent, blind_reads.seed, blind_reads.quotes, (
            SELECT count(DISTINCT quote) FROM decisions WHERE blind_read = blind_reads.id
        ) AS ruled, blind_reads.begun_at, (SELECT min(done_at) FROM acts WHERE undoes = blind_reads.act) AS left_at
    FROM blind_reads;

    -- Which proposal and which decision stand for each quote that is neither withdrawn nor of a removed article.
    CREATE VIEW quotes_standing AS
    SELECT quotes.id AS quote, quotes.article, articles_current.loaded, quotes.start, quotes.end, quotes.added_by_hand,
        proposals.id AS proposal, decisions.id AS decision
    FROM quotes
    JOIN articles_current ON articles_current.article = quotes.article
    LEFT JOIN decisions ON decisions.id = (
        SELECT id FROM decisions WHERE quote = quotes.id AND blind_read IS NULL
        ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    )
    JOIN proposals ON proposals.id = coalesce(decisions.proposal, (
        SELECT id FROM proposals WHERE quote = quotes.id ORDER BY proposed_at DESC, id DESC LIMIT 1
    ))
    WHERE NOT articles_current.removed AND decisions.withdrawn IS NOT 1;

    CREATE VIEW history AS
    SELECT acts.done_at, acts.editor, acts.label, quotes.article, decisions.quote, NULL AS name, decisions.revision,
        decisions.verdict, decisions.speaker_name AS speaker, decisions.source_name AS source, decisions.reason,
        decisions.note, decisions.unread, decisions.withdrawn, NULL AS outlet, NULL AS published, NULL AS closed,
        NULL AS removed, NULL AS same_as, acts.program, decisions.id AS decision, decisions.follows,
        NULL AS older, NULL AS same_edition,
        decisions.blind_read
    FROM decisions
    JOIN acts ON acts.id = decisions.act
    JOIN quotes ON quotes.id = decisions.quote
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, article_decisions.article, NULL, NULL, article_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, article_decisions.outlet, article_decisions.published,
        article_decisions.closed, article_decisions.removed, NULL, acts.program, article_decisions.id,
        article_decisions.follows, NULL, NULL, NULL
    FROM article_decisions
    JOIN acts ON acts.id = article_decisions.act
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, NULL, NULL, name_decisions.name, name_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, name_decisions.same_as, acts.program,
        name_decisions.id, name_decisions.follows, NULL, NULL, NULL
    FROM name_decisions
    JOIN acts ON acts.id = name_decisions.act
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, edition_decisions.article, NULL, NULL, edition_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, acts.program,
        edition_decisions.id, edition_decisions.follows, edition_decisions.older, edition_decisions.same,
        NULL
    FROM edition_decisions
    JOIN acts ON acts.id = edition_decisions.act
    ORDER BY 1;
"""


@migrations()
def m010_blind_reads(db: Database) -> None:
    """Blind reads, of which read a decision is, and that what was ruled blind does not stand."""
    for script in (BLIND_READS, *map(refusals, ADDED_TO_ONLY), VIEWS):
        run(db, script)
