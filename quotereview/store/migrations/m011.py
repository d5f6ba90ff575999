"""What each decision changed, field by field, for those who read a store in another program."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, run

CHANGES = """
    -- A decision that follows no other one rules on a proposal, or on nothing.
    CREATE VIEW changes AS
    SELECT acts.done_at, acts.editor, acts.label, step.article, step.quote, step.name, changed.key AS field,
        json_extract(step.former, '$.' || changed.key) AS before, changed.value AS after, step.why, acts.program,
        step.decision, acts.id AS act
    FROM (
        SELECT decisions.act, quotes.article, decisions.quote, NULL AS name, decisions.reason AS why,
            decisions.id AS decision,
            json_object(
                'verdict', iif(former.id IS NULL, 'open', former.verdict),
                'unread', coalesce(former.unread, 0),
                'withdrawn', coalesce(former.withdrawn, 0),
                'speaker', iif(former.id IS NULL, proposed.speaker_name, former.speaker_name),
                'speaker_type', iif(former.id IS NULL, proposed.speaker_type, former.speaker_type),
                'speaker_role', iif(former.id IS NULL, proposed.speaker_role, former.speaker_role),
                'source', iif(former.id IS NULL, proposed.source_name, former.source_name),
                'source_kind', iif(former.id IS NULL, proposed.source_kind, former.source_kind),
                'words', iif(former.id IS NULL, (
                    SELECT group_concat(words, ' […] ')
                    FROM (SELECT words FROM passages WHERE proposal = proposed.id ORDER BY number)
                ), (
                    SELECT group_concat(words, ' […] ')
                    FROM (SELECT words FROM decided_passages WHERE decision = former.id ORDER BY number)
                )),
                'kind', iif(former.id IS NULL, proposed.kind, former.kind),
                'partial', iif(former.id IS NULL, proposed.partial, former.partial),
                'note', coalesce(former.note, ''),
                'checks', (SELECT group_concat(told, '; ') FROM (
                    SELECT item || ': ' || state AS told FROM checks WHERE decision = former.id ORDER BY number
                )),
                'evidence', (SELECT group_concat(place, '; ') FROM (
                    SELECT place FROM evidence WHERE decision = former.id ORDER BY number
                ))
            ) AS former,
            json_object(
                'verdict', decisions.verdict,
                'unread', decisions.unread,
                'withdrawn', decisions.withdrawn,
                'speaker', decisions.speaker_name,
                'speaker_type', decisions.speaker_type,
                'speaker_role', decisions.speaker_role,
                'source', decisions.source_name,
                'source_kind', decisions.source_kind,
                'words', (
                    SELECT group_concat(words, ' […] ')
                    FROM (SELECT words FROM decided_passages WHERE decision = decisions.id ORDER BY number)
                ),
                'kind', decisions.kind,
                'partial', decisions.partial,
                'note', decisions.note,
                'checks', (SELECT group_concat(told, '; ') FROM (
                    SELECT item || ': ' || state AS told FROM checks WHERE decision = decisions.id ORDER BY number
                )),
                'evidence', (SELECT group_concat(place, '; ') FROM (
                    SELECT place FROM evidence WHERE decision = decisions.id ORDER BY number
                ))
            ) AS latter
        FROM decisions
        JOIN quotes ON quotes.id = decisions.quote
        LEFT JOIN decisions AS former ON former.id = decisions.follows
        LEFT JOIN proposals AS proposed ON proposed.id = decisions.proposal AND decisions.follows IS NULL
        UNION ALL
        SELECT decided.act, decided.article, NULL, NULL, NULL, decided.id,
            json_object('outlet', former.outlet, 'published', former.published, 'closed', coalesce(former.closed, 0),
                'removed', coalesce(former.removed, 0)),
            json_object('outlet', decided.outlet, 'published', decided.published, 'closed', decided.closed,
                'removed', decided.removed)
        FROM article_decisions AS decided
        LEFT JOIN article_decisions AS former ON former.id = decided.follows
        UNION ALL
        SELECT decided.act, NULL, NULL, decided.name, NULL, decided.id,
            json_object('same_as', former.same_as), json_object('same_as', decided.same_as)
        FROM name_decisions AS decided
        LEFT JOIN name_decisions AS former ON former.id = decided.follows
        UNION ALL
        SELECT decided.act, decided.article, NULL, NULL, NULL, decided.id,
            json_object('edition', iif(former.same, 'of ', iif(former.same = 0, 'not of ', NULL)) || former.older),
            json_object('edition', iif(decided.same, 'of ', iif(decided.same = 0, 'not of ', NULL)) || decided.older)
        FROM edition_decisions AS decided
        LEFT JOIN edition_decisions AS former ON former.id = decided.follows
    ) AS step
    JOIN acts ON acts.id = step.act
    JOIN json_each(step.latter) AS changed
    WHERE changed.value IS NOT json_extract(step.former, '$.' || changed.key);
"""

ADDED_TO_ONLY = ()


@migrations()
def m011_changes(db: Database) -> None:
    """From what to what each decision changed each field."""
    run(db, CHANGES)
