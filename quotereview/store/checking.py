"""Whether a store is whole: the file, what refers to what, words against texts, hashes, and what is derived."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from quotereview.counting import counted
from quotereview.errors import StoreFault
from quotereview.model import Span, article_id, quote_id
from quotereview.store import comparing, hashes, likening, logs, outlining
from quotereview.store.database import Connection, look
from quotereview.store.hashes import HASHED, Hashed
from quotereview.store.migrations import NEWEST, SUBJECTS, migrations
from quotereview.store.searching import found_by, paragraphs
from quotereview.traces import traces

MOST = 100
"""So many damaged places of a file are looked for."""

AT_ONCE = 500
"""Rows that are read together with their parts."""

_SUBJECTS = {
    "decisions": "quote",
    "article_decisions": "article",
    "name_decisions": "name",
    "edition_decisions": "article",
    "match_decisions": "pair",
}

_WORDS = """
    SELECT passages.start, passages.end, passages.words, quotes.id AS quote FROM quotes
    JOIN proposals ON proposals.quote = quotes.id
    JOIN passages ON passages.proposal = proposals.id WHERE quotes.article = :article
    UNION ALL
    SELECT passages.start, passages.end, passages.words, quotes.id FROM quotes
    JOIN decisions ON decisions.quote = quotes.id
    JOIN decided_passages AS passages ON passages.decision = decisions.id WHERE quotes.article = :article
"""

_MARKED_WRONG = """
    SELECT id FROM quotes WHERE EXISTS (SELECT 1 FROM proposals WHERE quote = quotes.id) AND NOT EXISTS (
        SELECT 1 FROM proposals JOIN detections ON detections.id = proposals.detection
        WHERE proposals.quote = quotes.id AND detections.whole != quotes.added_by_hand
    )
"""

_FTS = "paragraph_words"
_TOKENS = 'tokenize="unicode61 remove_diacritics 0"'
_SHADOWS = tuple(f"{_FTS}_{part}" for part in ("data", "idx", "docsize", "config"))


def check(path: Path) -> Iterator[str]:
    """A sentence for each thing that is wrong with the store at ``path``; nothing is written to it.

    Raises StoreFault where it cannot be looked at as a store at all.
    """
    if damaged := list(logs.faults(path)):
        yield from damaged  # and no more: whoever opens the store makes SQLite throw the log away
        return
    with closing(look(path)) as connection:
        damage = list(_guarded(connection, _file)) or list(_guarded(connection, _definitions))
        yield from damage
        if damage:
            yield "What the store says was not looked at further, because the file itself is damaged."
            return
        for found in (_references, _articles, _quotes, _hashes, _derived, _outline):
            yield from _guarded(connection, found)


def _guarded(connection: Connection, looked_at: Callable[[Connection], Iterator[str]]) -> Iterator[str]:
    """What is found, up to where the file cannot be read."""
    try:
        yield from looked_at(connection)
    except StoreFault as fault:
        yield str(fault)
    except sqlite3.DatabaseError:  # a damaged definition makes statements of ours wrong
        yield "The file cannot be read as a store: a definition in it is damaged."


def _file(connection: Connection) -> Iterator[str]:
    wrong = [row for row in connection.rows(f"PRAGMA integrity_check({MOST})") if row[0] != "ok"]
    if wrong:
        places = f"{counted(len(wrong), 'place')}{' or more' if len(wrong) == MOST else ''}"
        yield f"The file is damaged in {places}: bring back what can be read of it with `quotereview recover`."


def _definitions(connection: Connection) -> Iterator[str]:
    version = connection.value("PRAGMA user_version")
    defined = "SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    there = dict(map(tuple, connection.rows(defined)))
    with closing(sqlite3.connect(":memory:")) as memory:
        made_up_to(Database(memory), version)
        for name, sql in memory.execute(defined):
            made_by_sqlite = any(name.endswith(shadow) for shadow in _SHADOWS)
            if name not in there or (there[name] != sql and not made_by_sqlite):
                yield f"The definition of the {name} is missing or changed."
        names = "SELECT name FROM _sqlite_migrations ORDER BY id"
        steps = [row[0] for row in memory.execute(names)]
    if steps != [row["name"] for row in connection.rows(names)]:
        yield "The list of steps by which the store got its form is not as it should be."


def made_up_to(db: Database, version: int) -> None:
    """Give an empty database the form that stores of a version have."""
    later = [step.name for step in migrations.pending(db)][version:]
    migrations.apply(db, stop_before=later[:1])


def _references(connection: Connection) -> Iterator[str]:
    found: dict[tuple[str, str], int] = {}
    for row in connection.rows("PRAGMA foreign_key_check"):
        found[row["table"], row["parent"]] = found.get((row["table"], row["parent"]), 0) + 1
    for (table, parent), number in found.items():
        yield f"{number:,} of the {_plain(table)} refer to {_plain(parent)} that are not there."


def _articles(connection: Connection) -> Iterator[str]:
    for id in changed_articles(connection):
        yield f"The article {id} is not the file that was loaded: its name, its bytes and its id do not fit together."
    for row in connection.rows("SELECT id, text FROM articles"):
        yield from _words(connection, row["id"], row["text"])


def changed_articles(connection: Connection) -> list[str]:
    """The ids of articles whose bytes are not those that were loaded."""
    return [id for id in _ids(connection, "articles") if not _is_as_loaded(connection, id)]


def _is_as_loaded(connection: Connection, id: str) -> bool:
    [article] = connection.rows("SELECT name, original, sha256 FROM articles WHERE id = ?", (id,))
    hashed = hashlib.sha256(article["original"]).hexdigest()
    return hashed == article["sha256"] and article_id(article["name"], article["original"]) == id


def _words(connection: Connection, article: str, text: str) -> Iterator[str]:
    for row in connection.rows(_WORDS, {"article": article}):
        if text[row["start"] : row["end"]] != row["words"]:
            yield (
                f"The words of the quote {row['quote']} are not those that stand from {row['start']:,} "
                f"to {row['end']:,} in the article {article}."
            )


def _quotes(connection: Connection) -> Iterator[str]:
    for id in misplaced_quotes(connection):
        yield f"The quote {id} does not have the id that belongs to its article and place."
    for id in marked_wrong(connection):
        yield f"The quote {id} says wrongly whether it was added by hand."


def misplaced_quotes(connection: Connection) -> list[str]:
    """The ids of quotes that are not those of their article and place."""
    rows = connection.rows("SELECT id, article, start, end FROM quotes")
    return [row["id"] for row in rows if quote_id(row["article"], Span(row["start"], row["end"])) != row["id"]]


def marked_wrong(connection: Connection) -> list[str]:
    """The ids of quotes that were proposed in the way that they deny only."""
    return [row["id"] for row in connection.rows(_MARKED_WRONG)]


def _hashes(connection: Connection) -> Iterator[str]:
    for hashed in HASHED:
        columns = {row["name"] for row in connection.rows(f"PRAGMA table_info({hashed.table})")}
        if "hash" in columns:
            for id in broken(connection, hashed):
                yield f"The row {id} of the {_plain(hashed.table)} is not as it was written: its hash does not fit."
        for id in misnumbered(connection, hashed) if columns else ():
            yield f"The row {id} of the {_plain(hashed.table)} has the wrong number in its history."


def broken(connection: Connection, hashed: Hashed) -> Iterator[str]:
    """The ids of the rows of a table whose hash is not that of what they and their parts hold."""
    there = {row["name"] for row in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    ids = _ids(connection, hashed.table)
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        held = _by_id(connection, hashed.table, some)
        former = _by_id(connection, hashed.table, [row["follows"] for row in held.values()] if hashed.chained else [])
        parts = {table: connection.children(table, hashed.owner, some) for table in hashed.parts if table in there}
        for id, row in held.items():
            follows = former.get(row["follows"]) if hashed.chained else None
            own = {table: found[id] for table, found in parts.items()}
            if not hashes.holds(hashed, row, own, follows["hash"] if follows else None):
                yield id


def _ids(connection: Connection, table: str) -> list[str]:
    return [row["id"] for row in connection.rows(f"SELECT id FROM {table} ORDER BY rowid")]


def _by_id(connection: Connection, table: str, ids: Sequence[str | None]) -> dict[str, sqlite3.Row]:
    # Each id is given by itself: a damaged one may hold what a list in JSON cannot.
    sql = f"SELECT * FROM {table} WHERE id IN ({', '.join('?' * len(ids))}) ORDER BY rowid"
    return {row["id"]: row for row in connection.rows(sql, ids)}


def misnumbered(connection: Connection, hashed: Hashed) -> list[str]:
    """The ids of decisions whose number in their history is not the next after the one they follow, or on one thing."""
    if not hashed.chained:
        return []
    subject = _SUBJECTS[hashed.table]
    sql = f"""SELECT held.id FROM {hashed.table} AS held LEFT JOIN {hashed.table} AS former ON former.id = held.follows
        WHERE held.revision != coalesce(former.revision, 0) + 1
        OR (former.id IS NOT NULL AND held.{subject} != former.{subject})"""
    return [row["id"] for row in connection.rows(sql)]


def _derived(connection: Connection) -> Iterator[str]:
    if not connection.value("SELECT count(*) FROM sqlite_master WHERE name = 'paragraphs'"):
        return
    with closing(sqlite3.connect(":memory:")) as memory:
        yield from _paragraphs(connection, memory)
        if not _words_are_found(connection, memory):
            yield "The index of words by which articles are searched does not fit their texts."
    if connection.value("SELECT count(*) FROM sqlite_master WHERE name = 'traces'"):
        yield from _traces(connection)
    if connection.value("SELECT count(*) FROM sqlite_master WHERE name = 'parted'"):
        yield from _parted(connection)


def _traces(connection: Connection) -> Iterator[str]:
    for article, text, url in connection.rows("SELECT id, text, url FROM articles"):
        held = connection.rows("SELECT trace FROM traces WHERE article = ?", (article,))
        if {row["trace"] for row in held} != traces(text, url):
            yield f"The traces by which editions of the article {article} are found are not those of its text."


def _parted(connection: Connection) -> Iterator[str]:
    there = {row["name"] for row in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for rulings, subject in SUBJECTS.items():
        if rulings not in there:
            continue
        for row in connection.rows(
            f"""SELECT DISTINCT {subject} AS subject FROM {rulings} GROUP BY follows, {subject} HAVING count(*) > 1
            EXCEPT SELECT subject FROM parted WHERE rulings = '{rulings}'"""
        ):
            yield f"That rulings on {row['subject']} were made side by side is not noted."


def _paragraphs(connection: Connection, memory: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with the paragraphs; their words, as they are found, are put into ``memory``."""
    memory.execute("CREATE TABLE held (id INTEGER PRIMARY KEY, words TEXT)")
    for article, text in connection.rows("SELECT id, text FROM articles"):
        found = connection.rows("SELECT id, start, end FROM paragraphs WHERE article = ? ORDER BY start", (article,))
        spans = [Span(row["start"], row["end"]) for row in found]
        if spans != list(paragraphs(text)):
            yield f"The paragraphs that are kept of the article {article} are not those of its text."
        words = [(row["id"], found_by(span.of(text))) for row, span in zip(found, spans, strict=True)]
        memory.executemany("INSERT INTO held VALUES (?, ?)", words)


def _words_are_found(connection: Connection, memory: sqlite3.Connection) -> bool:
    """Whether the store's index holds the words in ``memory``: SQLite is asked, of a copy that knows these words."""
    memory.execute(f"CREATE VIRTUAL TABLE {_FTS} USING fts5(words, content='held', content_rowid='id', {_TOKENS})")
    for shadow in _SHADOWS:
        memory.execute(f"DELETE FROM {shadow}")
        for row in connection.rows(f"SELECT * FROM {shadow}"):
            memory.execute(f"INSERT INTO {shadow} VALUES ({', '.join('?' * len(row))})", tuple(row))
    memory.commit()
    try:
        memory.execute(f"INSERT INTO {_FTS} ({_FTS}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    return True


def _outline(connection: Connection) -> Iterator[str]:
    if connection.value("PRAGMA user_version") != NEWEST:
        return  # it is derived anew with the store's form
    for what, query in outlining.DIFFERING.items():
        if number := connection.value(query):
            yield f"Of {number:,} {what} the outline says otherwise than the rulings do: mend it by `recover`."
    if sum(int(connection.value(query)) for query in comparing.DIFFERING):
        yield "What quotes are found by, to be compared, does not fit their words: mend it by `recover`."
    if number := connection.value(comparing.UNFOUNDED):
        yield f"Of {number:,} matches of quotes it is no longer so what they rest on: mend it by `recover`."
    if connection.value(likening.DIFFERING):
        yield "What tells of which event articles are does not fit their words: mend it by `recover`."


def _plain(table: str) -> str:
    return table.replace("_", " ")
