"""The first form of a store."""

from sqlite_utils import Database

from quotereview.model import Kind, Verdict, Zone
from quotereview.store.migrations.columns import SOURCE, SPEAKER, STRETCH, migrations, one_of, place, refusals, run

ACTS = """
    CREATE TABLE acts (
        id TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        editor TEXT NOT NULL,
        done_at TEXT NOT NULL,
        program TEXT NOT NULL,
        undoes TEXT REFERENCES acts (id)
    ) STRICT;
"""

ARTICLES = f"""
    CREATE TABLE articles (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        original BLOB NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        text TEXT NOT NULL,
        encoding TEXT NOT NULL,
        outlet TEXT,
        published TEXT,
        headline TEXT,
        byline TEXT,
        url TEXT,
        act TEXT NOT NULL REFERENCES acts (id)
    ) STRICT;

    CREATE TABLE article_decisions (
        id TEXT PRIMARY KEY,
        article TEXT NOT NULL REFERENCES articles (id),
        revision INTEGER NOT NULL CHECK (revision > 0),
        follows TEXT REFERENCES article_decisions (id),
        outlet TEXT,
        published TEXT,
        removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
        editor TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        act TEXT NOT NULL REFERENCES acts (id)
    ) STRICT;
    CREATE INDEX article_decisions_newest ON article_decisions (article, revision, decided_at, id);
    CREATE INDEX article_decisions_act ON article_decisions (act);

    CREATE TABLE detections (
        id TEXT PRIMARY KEY,
        article TEXT NOT NULL REFERENCES articles (id),
        detector TEXT NOT NULL,
        language_model TEXT NOT NULL,
        whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
        detected_at TEXT NOT NULL,
        act TEXT NOT NULL REFERENCES acts (id)
    ) STRICT;
    CREATE INDEX detections_newest ON detections (article, whole, detected_at, id);

    CREATE TABLE zones (
        detection TEXT NOT NULL REFERENCES detections (id),
        number INTEGER NOT NULL,
        {STRETCH} CHECK (start <= end),
        zone TEXT NOT NULL {one_of("zone", Zone)},
        PRIMARY KEY (detection, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE article_doubts (
        detection TEXT NOT NULL REFERENCES detections (id),
        number INTEGER NOT NULL,
        {STRETCH} CHECK (start <= end),
        reason TEXT NOT NULL,
        PRIMARY KEY (detection, number)
    ) STRICT, WITHOUT ROWID;
"""

PROPOSALS = f"""
    CREATE TABLE quotes (
        id TEXT PRIMARY KEY,
        article TEXT NOT NULL REFERENCES articles (id),
        {STRETCH} CHECK (start < end),
        added_by_hand INTEGER NOT NULL CHECK (added_by_hand IN (0, 1))
    ) STRICT;
    CREATE INDEX quotes_article ON quotes (article, start);

    CREATE TABLE proposals (
        id TEXT PRIMARY KEY,
        quote TEXT NOT NULL REFERENCES quotes (id),
        detection TEXT NOT NULL REFERENCES detections (id),
        proposed_at TEXT NOT NULL,
        kind TEXT NOT NULL {one_of("kind", Kind)},
        zone TEXT NOT NULL {one_of("zone", Zone)},
        partial INTEGER NOT NULL CHECK (partial IN (0, 1)),
        parent TEXT REFERENCES quotes (id),
        {SPEAKER},
        {place("cue")},
        addressee TEXT,
        {SOURCE},
        hands INTEGER NOT NULL CHECK (hands >= 0),
        confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
        reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX proposals_newest ON proposals (quote, proposed_at, id);
    CREATE INDEX proposals_speaker ON proposals (speaker_name, speaker_type);
    CREATE INDEX proposals_source ON proposals (source_name);

    CREATE TABLE passages (
        proposal TEXT NOT NULL REFERENCES proposals (id),
        number INTEGER NOT NULL,
        {STRETCH} CHECK (start < end),
        words TEXT NOT NULL,
        PRIMARY KEY (proposal, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE candidates (
        proposal TEXT NOT NULL REFERENCES proposals (id),
        number INTEGER NOT NULL,
        {SPEAKER},
        score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
        evidence TEXT NOT NULL,
        PRIMARY KEY (proposal, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE doubts (
        proposal TEXT NOT NULL REFERENCES proposals (id),
        number INTEGER NOT NULL,
        {STRETCH} CHECK (start <= end),
        reason TEXT NOT NULL,
        PRIMARY KEY (proposal, number)
    ) STRICT, WITHOUT ROWID;
"""

DECISIONS = f"""
    CREATE TABLE decisions (
        id TEXT PRIMARY KEY,
        quote TEXT NOT NULL REFERENCES quotes (id),
        revision INTEGER NOT NULL CHECK (revision > 0),
        follows TEXT REFERENCES decisions (id),
        verdict TEXT NOT NULL {one_of("verdict", Verdict)},
        kind TEXT NOT NULL {one_of("kind", Kind)},
        partial INTEGER NOT NULL CHECK (partial IN (0, 1)),
        {SPEAKER},
        {SOURCE},
        note TEXT NOT NULL,
        withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
        editor TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        act TEXT NOT NULL REFERENCES acts (id)
    ) STRICT;
    CREATE INDEX decisions_newest ON decisions (quote, revision, decided_at, id);
    CREATE INDEX decisions_act ON decisions (act);
    CREATE INDEX decisions_speaker ON decisions (speaker_name, speaker_type);
    CREATE INDEX decisions_source ON decisions (source_name);

    CREATE TABLE decided_passages (
        decision TEXT NOT NULL REFERENCES decisions (id),
        number INTEGER NOT NULL,
        {STRETCH} CHECK (start < end),
        words TEXT NOT NULL,
        PRIMARY KEY (decision, number)
    ) STRICT, WITHOUT ROWID;
"""

PLACES = """
    CREATE TABLE places (
        editor TEXT PRIMARY KEY,
        article TEXT NOT NULL REFERENCES articles (id),
        quote TEXT NOT NULL REFERENCES quotes (id)
    ) STRICT;
"""

ADDED_TO_ONLY = (
    "acts",
    "articles",
    "article_decisions",
    "detections",
    "zones",
    "article_doubts",
    "quotes",
    "proposals",
    "passages",
    "candidates",
    "doubts",
    "decisions",
    "decided_passages",
)

VIEWS = """
    CREATE VIEW articles_current AS
    SELECT articles.id AS article, articles.name, articles.headline, standing.outlet, standing.published,
        articles.byline, articles.url, articles.sha256, standing.removed, standing.id AS decision,
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
    JOIN proposals ON proposals.id = (
        SELECT id FROM proposals WHERE quote = quotes.id ORDER BY proposed_at DESC, id DESC LIMIT 1
    )
    LEFT JOIN decisions ON decisions.id = (
        SELECT id FROM decisions WHERE quote = quotes.id ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    )
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
        decisions.verdict, decisions.speaker_name AS speaker, decisions.source_name AS source, decisions.note,
        decisions.withdrawn, NULL AS outlet, NULL AS published, NULL AS removed, acts.program,
        decisions.id AS decision, decisions.follows
    FROM decisions
    JOIN acts ON acts.id = decisions.act
    JOIN quotes ON quotes.id = decisions.quote
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, article_decisions.article, NULL, article_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, article_decisions.outlet, article_decisions.published,
        article_decisions.removed, acts.program, article_decisions.id, article_decisions.follows
    FROM article_decisions
    JOIN acts ON acts.id = article_decisions.act
    ORDER BY 1;
"""


@migrations()
def m001_articles_proposals_and_decisions(db: Database) -> None:
    """Articles, proposals and decisions."""
    for script in (ACTS, ARTICLES, PROPOSALS, DECISIONS, PLACES, *map(refusals, ADDED_TO_ONLY), VIEWS):
        run(db, script)
