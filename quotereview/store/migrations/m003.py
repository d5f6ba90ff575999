"""What a ruling on a quote and on an article says beyond the first form, and what an act was."""

from sqlite_utils import Database

from quotereview.model import CheckState, EvidenceKind
from quotereview.store.migrations.columns import STRETCH, migrations, one_of, refusals, run

ACTS = """
    ALTER TABLE acts ADD COLUMN kind TEXT;
    CREATE INDEX acts_editor ON acts (editor);
    CREATE INDEX articles_act ON articles (act);
"""

# A decision rules upon a proposal: that of its words, which may be a later one than that of the first words.
DECISIONS = f"""
    ALTER TABLE decisions ADD COLUMN proposal TEXT REFERENCES proposals (id);
    ALTER TABLE decisions ADD COLUMN parent TEXT CHECK (parent GLOB '[0-9]*-[0-9]*');
    ALTER TABLE decisions ADD COLUMN reason TEXT NOT NULL DEFAULT '';
    ALTER TABLE decisions ADD COLUMN unread INTEGER NOT NULL DEFAULT 0 CHECK (unread IN (0, 1));

    CREATE TABLE checks (
        decision TEXT NOT NULL REFERENCES decisions (id),
        number INTEGER NOT NULL,
        item TEXT NOT NULL CHECK (item != ''),
        state TEXT NOT NULL {one_of("state", CheckState)},
        PRIMARY KEY (decision, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE evidence (
        decision TEXT NOT NULL REFERENCES decisions (id),
        number INTEGER NOT NULL,
        kind TEXT NOT NULL {one_of("kind", EvidenceKind)},
        place TEXT NOT NULL,
        locator TEXT NOT NULL,
        sha256 TEXT CHECK (length(sha256) = 64),
        words TEXT NOT NULL,
        PRIMARY KEY (decision, number)
    ) STRICT, WITHOUT ROWID;
"""

ARTICLES = f"""
    ALTER TABLE article_decisions ADD COLUMN closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1));

    CREATE TABLE settled_doubts (
        decision TEXT NOT NULL REFERENCES article_decisions (id),
        number INTEGER NOT NULL,
        {STRETCH} CHECK (start <= end),
        reason TEXT NOT NULL,
        PRIMARY KEY (decision, number)
    ) STRICT, WITHOUT ROWID;
"""

ADDED_TO_ONLY = ("checks", "evidence", "settled_doubts")

VIEWS = """
    DROP VIEW history;
    DROP VIEW quotes_current;
    DROP VIEW quotes_standing;
    DROP VIEW articles_current;

    CREATE VIEW articles_current AS
    SELECT articles.id AS article, articles.name, articles.headline, standing.outlet, standing.published,
        articles.byline, articles.url, articles.sha256, standing.closed, standing.removed, standing.id AS decision,
        articles.rowid AS loaded, substr(trim(articles.text, char(9, 10, 13, 32)), 1, 120) AS opening
    FROM articles
    JOIN article_decisions AS standing ON standing.id = (
        SELECT id FROM article_decisions WHERE article = articles.id
        ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    );

    -- Which proposal and which decision stand for each quote that is neither withdrawn nor of a removed article.
    CREATE VIEW quotes_standing AS
    SELECT quotes.id AS quote, quotes.article, articles_current.loaded, quotes.start, quotes.end, quotes.added_by_hand,
        proposals.id AS proposal, decisions.id AS decision
    FROM quotes
    JOIN articles_current ON articles_current.article = quotes.article
    LEFT JOIN decisions ON decisions.id = (
        SELECT id FROM decisions WHERE quote = quotes.id ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    )
    JOIN proposals ON proposals.id = coalesce(decisions.proposal, (
        SELECT id FROM proposals WHERE quote = quotes.id ORDER BY proposed_at DESC, id DESC LIMIT 1
    ))
    WHERE NOT articles_current.removed AND decisions.withdrawn IS NOT 1;

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
    SELECT acts.done_at, acts.editor, acts.label, quotes.article, decisions.quote, decisions.revision,
        decisions.verdict, decisions.speaker_name AS speaker, decisions.source_name AS source, decisions.reason,
        decisions.note, decisions.unread, decisions.withdrawn, NULL AS outlet, NULL AS published, NULL AS closed,
        NULL AS removed, acts.program, decisions.id AS decision, decisions.follows
    FROM decisions
    JOIN acts ON acts.id = decisions.act
    JOIN quotes ON quotes.id = decisions.quote
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, article_decisions.article, NULL, article_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, article_decisions.outlet, article_decisions.published,
        article_decisions.closed, article_decisions.removed, acts.program, article_decisions.id,
        article_decisions.follows
    FROM article_decisions
    JOIN acts ON acts.id = article_decisions.act
    ORDER BY 1;
"""


@migrations()
def m003_reasons_checks_evidence_and_closed_articles(db: Database) -> None:
    """Reasons, checks and evidence of a ruling, its proposal and parent; closed articles; what an act was."""
    for script in (ACTS, DECISIONS, ARTICLES, *map(refusals, ADDED_TO_ONLY), VIEWS):
        run(db, script)
