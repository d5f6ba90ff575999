"""What editors ruled of two quotes: what they are to each other, and which of their conflicts may stay."""

from sqlite_utils import Database

from quotereview.model import Label
from quotereview.store.migrations.columns import migrations, one_of, refusals, run
from quotereview.store.migrations.m014 import kept
from quotereview.store.migrations.m017 import VIEW, changed, listed

MATCHES = f"""
    CREATE TABLE match_decisions (
        id TEXT PRIMARY KEY,
        pair TEXT NOT NULL CHECK (pair = quote || ' ' || other),
        quote TEXT NOT NULL REFERENCES quotes (id),
        other TEXT NOT NULL REFERENCES quotes (id) CHECK (other > quote),
        revision INTEGER NOT NULL CHECK (revision > 0),
        follows TEXT REFERENCES match_decisions (id),
        label TEXT {one_of("label", Label)},
        reason TEXT NOT NULL,
        ruled_by TEXT CHECK ((ruled_by IS NULL) = (label IS NULL)),
        editor TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        act TEXT NOT NULL REFERENCES acts (id)
    ) STRICT;
    CREATE INDEX match_decisions_newest ON match_decisions (pair, revision, decided_at, id);
    CREATE INDEX match_decisions_quote ON match_decisions (quote);
    CREATE INDEX match_decisions_other ON match_decisions (other);
    CREATE INDEX match_decisions_act ON match_decisions (act);
    CREATE INDEX match_decisions_follows ON match_decisions (follows, pair);

    CREATE TABLE settled_conflicts (
        decision TEXT NOT NULL REFERENCES match_decisions (id),
        number INTEGER NOT NULL,
        field TEXT NOT NULL,
        here TEXT,
        there TEXT,
        reason TEXT NOT NULL CHECK (reason != ''),
        editor TEXT NOT NULL,
        PRIMARY KEY (decision, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE match_overrulings (
        decision TEXT NOT NULL REFERENCES match_decisions (id),
        number INTEGER NOT NULL,
        overruled TEXT NOT NULL REFERENCES match_decisions (id),
        PRIMARY KEY (decision, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX match_overrulings_overruled ON match_overrulings (overruled, decision);

    -- The pairs of quotes of which somebody ruled anything, as it stands.
    CREATE VIEW matches_ruled AS
    SELECT standing.quote, standing.other, standing.label, standing.reason, standing.ruled_by, standing.editor,
        standing.decided_at, standing.id AS decision
    FROM (SELECT DISTINCT pair FROM match_decisions) AS ruled
    JOIN match_decisions AS standing ON standing.id = (
        SELECT id FROM match_decisions WHERE pair = ruled.pair ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1
    )
    WHERE standing.label IS NOT NULL OR EXISTS (SELECT 1 FROM settled_conflicts WHERE decision = standing.id);
"""

HISTORY = """
    DROP VIEW history;

    CREATE VIEW history AS
    SELECT acts.done_at, acts.editor, acts.label, quotes.article, decisions.quote, NULL AS name, decisions.revision,
        decisions.verdict, decisions.speaker_name AS speaker, decisions.source_name AS source, decisions.reason,
        decisions.note, decisions.unread, decisions.withdrawn, NULL AS outlet, NULL AS published, NULL AS closed,
        NULL AS removed, NULL AS same_as, acts.program, decisions.id AS decision, decisions.follows,
        NULL AS older, NULL AS same_edition, decisions.blind_read, NULL AS other_quote, NULL AS match
    FROM decisions
    JOIN acts ON acts.id = decisions.act
    JOIN quotes ON quotes.id = decisions.quote
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, article_decisions.article, NULL, NULL, article_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, article_decisions.outlet, article_decisions.published,
        article_decisions.closed, article_decisions.removed, NULL, acts.program, article_decisions.id,
        article_decisions.follows, NULL, NULL, NULL, NULL, NULL
    FROM article_decisions
    JOIN acts ON acts.id = article_decisions.act
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, NULL, NULL, name_decisions.name, name_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, name_decisions.same_as, acts.program,
        name_decisions.id, name_decisions.follows, NULL, NULL, NULL, NULL, NULL
    FROM name_decisions
    JOIN acts ON acts.id = name_decisions.act
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, edition_decisions.article, NULL, NULL, edition_decisions.revision,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, acts.program,
        edition_decisions.id, edition_decisions.follows, edition_decisions.older, edition_decisions.same, NULL, NULL,
        NULL
    FROM edition_decisions
    JOIN acts ON acts.id = edition_decisions.act
    UNION ALL
    SELECT acts.done_at, acts.editor, acts.label, quotes.article, match_decisions.quote, NULL, match_decisions.revision,
        NULL, NULL, NULL, match_decisions.reason, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, acts.program,
        match_decisions.id, match_decisions.follows, NULL, NULL, NULL, match_decisions.other, match_decisions.label
    FROM match_decisions
    JOIN acts ON acts.id = match_decisions.act
    JOIN quotes ON quotes.id = match_decisions.quote
    ORDER BY 1;
"""

SETTLED = "field || ': ' || coalesce(here, '–') || ' / ' || coalesce(there, '–') || ', ' || reason"
OF_MATCHES = {
    "match": ("former.label || ': ' || former.other", "decided.label || ': ' || decided.other"),
    "settled": tuple(listed("settled_conflicts", SETTLED, f"{one}.id") for one in ("former", "decided")),
}
QUOTE = "quotes.article, decided.quote, NULL"
CHANGES = changed(OF_MATCHES, QUOTE, "decided.reason", "match_decisions", "JOIN quotes ON quotes.id = decided.quote")

ADDED_TO_ONLY = ("match_decisions", "settled_conflicts", "match_overrulings")
SUBJECTS = {"match_decisions": "pair"}
"""What is ruled on, by the column that names it, as `m014.SUBJECTS` has it of the tables before."""


@migrations()
def m018_rulings_on_matches(db: Database) -> None:
    """What editors ruled of two quotes, and that it is told with all else that was decided."""
    for script in (MATCHES, *map(refusals, ADDED_TO_ONLY), *(kept(*pair) for pair in SUBJECTS.items()), HISTORY):
        run(db, script)
    run(db, f"DROP VIEW changes; CREATE VIEW changes AS {VIEW} UNION ALL {CHANGES};")
