"""What each decision changed, field by field, told with nothing that a wary program refuses in a view."""

from collections.abc import Mapping

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, run


def words(table: str, owner: str, id: str) -> str:
    """The words of a quote in one line, a gap between its passages shown by an ellipsis in brackets."""
    return (
        f"(SELECT group_concat(words, ' […] ') FROM (SELECT words FROM {table} WHERE {owner} = {id} ORDER BY number))"
    )


def listed(table: str, told: str, id: str) -> str:
    """The parts of a decision in one line."""
    parts = f"SELECT {told} AS told FROM {table} WHERE decision = {id} ORDER BY number"
    return f"(SELECT group_concat(told, '; ') FROM ({parts}))"


def proposed_or(former: str) -> str:
    """What stood in a column before a decision: what was ruled, or what was proposed where nobody had ruled."""
    return f"iif(former.id IS NULL, proposed.{former}, former.{former})"


# Each field of a quote: what it held before, and what it holds from then on.
OF_QUOTES = {
    "verdict": ("iif(former.id IS NULL, 'open', former.verdict)", "decided.verdict"),
    "unread": ("coalesce(former.unread, 0)", "decided.unread"),
    "withdrawn": ("coalesce(former.withdrawn, 0)", "decided.withdrawn"),
    "speaker": (proposed_or("speaker_name"), "decided.speaker_name"),
    "speaker_type": (proposed_or("speaker_type"), "decided.speaker_type"),
    "speaker_role": (proposed_or("speaker_role"), "decided.speaker_role"),
    "source": (proposed_or("source_name"), "decided.source_name"),
    "source_kind": (proposed_or("source_kind"), "decided.source_kind"),
    "words": (
        "iif(former.id IS NULL, "
        f"{words('passages', 'proposal', 'proposed.id')}, {words('decided_passages', 'decision', 'former.id')})",
        words("decided_passages", "decision", "decided.id"),
    ),
    "kind": (proposed_or("kind"), "decided.kind"),
    "partial": (proposed_or("partial"), "decided.partial"),
    "note": ("coalesce(former.note, '')", "decided.note"),
    "checks": (
        listed("checks", "item || ': ' || state", "former.id"),
        listed("checks", "item || ': ' || state", "decided.id"),
    ),
    "evidence": (listed("evidence", "place", "former.id"), listed("evidence", "place", "decided.id")),
}
OF_ARTICLES = {
    "outlet": ("former.outlet", "decided.outlet"),
    "published": ("former.published", "decided.published"),
    "closed": ("coalesce(former.closed, 0)", "decided.closed"),
    "removed": ("coalesce(former.removed, 0)", "decided.removed"),
}
OF_NAMES = {"same_as": ("former.same_as", "decided.same_as")}
OF_EDITIONS = {
    "edition": tuple(
        f"iif({one}.same, 'of ', iif({one}.same = 0, 'not of ', NULL)) || {one}.older" for one in ("former", "decided")
    )
}


def changed(fields: Mapping[str, tuple[str, ...]], subject: str, why: str, table: str, joined: str = "") -> str:
    """A row for each of the fields that a decision of a table changed; ``subject`` are article, quote and name."""
    before, after = (
        f"CASE field.name {' '.join(f'WHEN {name!r} THEN {values[side]}' for name, values in fields.items())} END"
        for side in (0, 1)
    )
    names = ", ".join(f"({name!r})" for name in fields)
    return f"""
        SELECT acts.done_at, acts.editor, acts.label, {subject}, field.name AS field, {before} AS before,
            {after} AS after, {why} AS why, acts.program, decided.id AS decision, acts.id AS act
        FROM {table} AS decided
        JOIN acts ON acts.id = decided.act
        LEFT JOIN {table} AS former ON former.id = decided.follows
        {joined}
        JOIN (SELECT column1 AS name FROM (VALUES {names})) AS field
        WHERE ({before}) IS NOT ({after})
    """


QUOTE = "quotes.article AS article, decided.quote AS quote, NULL AS name"
PROPOSED = """
        JOIN quotes ON quotes.id = decided.quote
        LEFT JOIN proposals AS proposed ON proposed.id = decided.proposal AND decided.follows IS NULL
"""
VIEW = " UNION ALL ".join(
    (
        changed(OF_QUOTES, QUOTE, "decided.reason", "decisions", PROPOSED),
        changed(OF_ARTICLES, "decided.article, NULL, NULL", "NULL", "article_decisions"),
        changed(OF_NAMES, "NULL, NULL, decided.name", "NULL", "name_decisions"),
        changed(OF_EDITIONS, "decided.article, NULL, NULL", "NULL", "edition_decisions"),
    )
)

ADDED_TO_ONLY = ()


@migrations()
def m017_changes(db: Database) -> None:
    """From what to what each decision changed each field, without functions that only a trusted schema may use."""
    run(db, f"DROP VIEW changes; CREATE VIEW changes AS {VIEW};")
