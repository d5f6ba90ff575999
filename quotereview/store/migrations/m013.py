"""What stands, in a row for each quote and each article, so that a large store is looked at as fast as a small one.

All of it is derived (`store.outlining`): triggers only note what is outdated.
"""

from sqlite_utils import Database

from quotereview.model import Kind, SpeakerType, Verdict, Zone
from quotereview.store.migrations.columns import STRETCH, migrations, one_of, run

OUTLINE = f"""
    CREATE TABLE outlined_quotes (
        quote TEXT PRIMARY KEY REFERENCES quotes (id),
        article TEXT NOT NULL REFERENCES articles (id),
        loaded INTEGER NOT NULL,
        {STRETCH} CHECK (start < end),
        asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
        verdict TEXT NOT NULL {one_of("verdict", Verdict)},
        unread INTEGER NOT NULL CHECK (unread IN (0, 1)),
        kind TEXT NOT NULL {one_of("kind", Kind)},
        zone TEXT NOT NULL {one_of("zone", Zone)},
        confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
        doubts INTEGER NOT NULL,
        added_by_hand INTEGER NOT NULL CHECK (added_by_hand IN (0, 1)),
        speaker TEXT,
        speaker_type TEXT {one_of("speaker_type", SpeakerType)},
        speaker_printed TEXT,
        speaker_role TEXT,
        source TEXT,
        proposal TEXT NOT NULL REFERENCES proposals (id),
        decision TEXT REFERENCES decisions (id),
        note TEXT NOT NULL,
        note_folded TEXT NOT NULL,
        words TEXT NOT NULL,
        words_folded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX outlined_quotes_article ON outlined_quotes (article, start, end DESC);
    -- Holds all that a queue is ordered by and that filters look at, but for words and notes.
    CREATE INDEX outlined_quotes_queue ON outlined_quotes (
        loaded, start, end DESC, article, quote, verdict, unread, confidence, speaker, source
    ) WHERE asked;
    CREATE INDEX outlined_quotes_speaker ON outlined_quotes (speaker, speaker_printed, asked, verdict);
    CREATE INDEX outlined_quotes_note ON outlined_quotes (note_folded) WHERE note_folded != '';

    CREATE TABLE outlined_articles (
        article TEXT PRIMARY KEY REFERENCES articles (id),
        loaded INTEGER NOT NULL,
        name TEXT NOT NULL,
        headline TEXT,
        opening TEXT NOT NULL,
        outlet TEXT,
        published TEXT,
        closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
        removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
        quotes INTEGER NOT NULL,
        decided INTEGER NOT NULL,
        unread INTEGER NOT NULL,
        doubts INTEGER NOT NULL,
        unexplained INTEGER NOT NULL,
        stamp INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX outlined_articles_stamp ON outlined_articles (stamp);

    CREATE TABLE outdated (
        article TEXT NOT NULL,
        quote TEXT NOT NULL,
        PRIMARY KEY (article, quote)
    ) STRICT, WITHOUT ROWID;
"""

# A doubt stands at a quote that was proposed with it, or at whose words as ruled it stands.
_STANDS_AT = """standing.article = article.article AND standing.asked AND (
            EXISTS (
                SELECT 1 FROM doubts WHERE proposal = standing.proposal AND start = doubt.start AND end = doubt.end
            ) OR EXISTS (
                SELECT 1 FROM decided_passages AS passage
                WHERE decision = standing.decision AND doubt.start <= passage.end AND passage.start <= doubt.end
            )
        )"""

DOUBTS = f"""
    -- The marks of an article that nobody explained and that stand at no decided quote; `quote` is an open one at them.
    CREATE VIEW doubts_current AS
    SELECT article.article, doubt.number, doubt.start, doubt.end, doubt.reason,
        (SELECT min(quote) FROM outlined_quotes AS standing WHERE standing.verdict = 'open' AND {_STANDS_AT}) AS quote
    FROM articles_current AS article
    JOIN article_doubts AS doubt ON doubt.detection = (
        SELECT id FROM detections WHERE detections.article = article.article AND whole
        ORDER BY detected_at DESC, id DESC LIMIT 1
    )
    WHERE NOT article.removed
    AND NOT EXISTS (
        SELECT 1 FROM settled_doubts AS settled
        WHERE settled.decision = article.decision AND settled.start = doubt.start AND settled.end = doubt.end
    )
    AND NOT EXISTS (
        SELECT 1 FROM outlined_quotes AS standing WHERE standing.verdict != 'open' AND {_STANDS_AT}
    );
"""

ADDED_TO_ONLY = ()

_OF_QUOTES = ("proposals", "decisions")
_OF_ARTICLES = ("article_decisions", "detections")


def _marks() -> str:
    """Triggers that note of which quote, or of which article as a whole, something was added."""
    quotes = "INSERT OR IGNORE INTO outdated SELECT article, id FROM quotes WHERE id = NEW.{}"
    articles = "INSERT OR IGNORE INTO outdated VALUES (NEW.article, '')"
    marks = [
        *((f"{table}_outdate AFTER INSERT ON {table}", quotes.format("quote")) for table in _OF_QUOTES),
        ("quotes_outdate AFTER UPDATE ON quotes", quotes.format("id")),
        *((f"{table}_outdate AFTER INSERT ON {table}", articles) for table in _OF_ARTICLES),
    ]
    return "".join(f"CREATE TRIGGER {when} BEGIN {mark}; END;\n" for when, mark in marks)


@migrations()
def m013_outline(db: Database) -> None:
    """What stands, in a row for each quote and each article, and what of it is outdated."""
    for script in (OUTLINE, DOUBTS, _marks()):
        run(db, script)
