"""What the quotes of a store are found by that are compared across articles: derived from the outline, no history.

Each quote is found by the groups of words in it (``wording.grams``), so that the ones which share most with it are
found without reading any other. What was found is kept, and forgotten here as soon as anything changes that it rests
on; whoever compares (``store.matches``) is told by ``to_compare`` what to look at again.
"""

import json
import sqlite3
from hashlib import blake2b

from quotereview.model import Kind, Verdict, Zone
from quotereview.wording.grams import grams
from quotereview.wording.spelling import sounds
from quotereview.wording.words import rarities

# Speech in body and captions that nobody rejected.
_COMPARED = (
    f"kind = '{Kind.SPEECH}' AND zone IN ('{Zone.BODY}', '{Zone.CAPTION}') AND verdict != '{Verdict.NOT_A_QUOTE}'"
)

_STALE = f"""
    SELECT id, words FROM main.compared_quotes AS held WHERE quote IN (SELECT quote FROM main.outdated) AND NOT EXISTS (
        SELECT 1 FROM main.outlined_quotes AS now
        WHERE now.quote = held.quote AND now.words = held.words AND {_COMPARED}
    )
"""
_FORGET = f"""
    DELETE FROM main.quote_grams WHERE (gram, quote) IN (
        SELECT gram.value, stale.id FROM ({_STALE}) AS stale JOIN json_each(grams(stale.words), '$.grams') AS gram
    )
"""
# All that is compared of a quote, but for its words, with which its number goes, and the names of people.
_BASIS = """basis(
    now.start, now.end, now.speaker, now.speaker_type, now.speaker_printed, now.speaker_role, now.source, now.proposal,
    article.outlet, article.published
)"""
_NEW = f"""
    INSERT INTO main.compared_quotes (quote, words, sounds, rarity, basis)
    SELECT now.quote, now.words, sounds(now.words), rarity(now.words), {_BASIS} FROM main.outlined_quotes AS now
    JOIN main.outlined_articles AS article ON article.article = now.article
    WHERE now.quote IN (SELECT quote FROM main.outdated) AND {_COMPARED}
    AND NOT EXISTS (SELECT 1 FROM main.compared_quotes AS held WHERE held.quote = now.quote)
    ORDER BY now.loaded, now.start, now.end DESC
"""
_CHANGED = f"""
    SELECT held.id, {_BASIS} AS basis FROM (
        SELECT quote FROM main.outdated UNION SELECT quote FROM main.outlined_quotes
        WHERE article IN (SELECT article FROM main.outdated WHERE quote = '')
    ) AS touched
    JOIN main.compared_quotes AS held ON held.quote = touched.quote
    JOIN main.outlined_quotes AS now ON now.quote = held.quote
    JOIN main.outlined_articles AS article ON article.article = now.article
    WHERE held.basis != {_BASIS}
"""
# Whoever ever was one person with somebody on whose name was ruled may be another one now.
_OTHERWISE_NAMED = """
    WITH RECURSIVE tied (name) AS (
        SELECT name FROM main.outdated_names
        UNION
        SELECT iif(ruled.name = tied.name, ruled.same_as, ruled.name) FROM tied
        JOIN main.name_decisions AS ruled ON ruled.name = tied.name OR ruled.same_as = tied.name
        WHERE ruled.same_as IS NOT NULL
    )
    SELECT held.id FROM main.compared_quotes AS held JOIN main.outlined_quotes AS now ON now.quote = held.quote
    WHERE now.speaker IN tied
"""
_LISTED = "(SELECT value FROM json_each(?1))"
_FORGET_MATCHES = (
    f"REPLACE INTO main.to_compare SELECT there, 1 FROM main.matches WHERE here IN {_LISTED}",
    f"""DELETE FROM main.matches WHERE (here, there) IN (
        SELECT there, here FROM main.matches WHERE here IN {_LISTED}
    )""",
    f"DELETE FROM main.matches WHERE here IN {_LISTED}",
)


def _found_by(quotes: str) -> str:
    """Each group of words of some quotes, the bits of all of a quote's being told once alone."""
    return f"""
        WITH held AS MATERIALIZED (SELECT id, grams(words) AS found FROM {quotes})
        SELECT gram.value, held.id, held.found ->> '$.bits' FROM held JOIN json_each(held.found, '$.grams') AS gram
    """


# In the order of the table, so that many come into it quickly.
_FIND_BY = f"INSERT INTO main.quote_grams {_found_by('main.compared_quotes WHERE id > ?')} ORDER BY 1, 2"

_COMPARED_NOW = f"""
    SELECT now.quote, now.words, sounds(now.words), rarity(now.words), {_BASIS} FROM outlined_quotes AS now
    JOIN outlined_articles AS article ON article.article = now.article WHERE {_COMPARED}
"""


def _differing(kept: str, derived: str) -> str:
    one_way, other_way = (f"SELECT * FROM ({one} EXCEPT {other})" for one, other in ((kept, derived), (derived, kept)))
    return f"SELECT count(*) FROM ({one_way} UNION ALL {other_way})"


DIFFERING = (
    f"{_differing('SELECT quote, words, sounds, rarity, basis FROM compared_quotes', _COMPARED_NOW)} "
    "WHERE quote NOT IN (SELECT quote FROM outdated)",
    _differing("SELECT gram, quote, bits FROM quote_grams", f"SELECT * FROM ({_found_by('compared_quotes')})"),
)
"""Queries for how much is found by something else than the outline says, that which is outdated aside."""

UNFOUNDED = """
    SELECT (SELECT count(*) FROM to_compare WHERE quote NOT IN (SELECT id FROM compared_quotes)) + (
        SELECT count(*) FROM matches AS found
        LEFT JOIN compared_quotes AS mine ON mine.id = found.here AND mine.basis = found.here_basis
        LEFT JOIN compared_quotes AS theirs ON theirs.id = found.there AND theirs.basis = found.there_basis
        LEFT JOIN matches AS back ON back.here = found.there AND back.there = found.here
        WHERE mine.id IS NULL OR theirs.id IS NULL OR back.here IS NULL
    )
"""
"""A query for how many matches rest on what is no longer so, or are there from one side alone."""


def teach(sqlite: sqlite3.Connection) -> None:
    """Give a connection the functions by which the tables are derived; nothing in the file uses them."""
    sqlite.create_function("grams", 1, _grams, deterministic=True)
    sqlite.create_function("sounds", 1, _sounds, deterministic=True)
    sqlite.create_function("rarity", 1, _rarity, deterministic=True)
    sqlite.create_function("basis", -1, _basis, deterministic=True)


def forget_all(sqlite: sqlite3.Connection) -> None:
    """Leave nothing to be found, since all is derived anew."""
    for table in ("matches", "to_compare", "compared_quotes", "quote_grams", "outdated_names"):
        sqlite.execute(f"DELETE FROM main.{table}")


def names_are_current(sqlite: sqlite3.Connection) -> bool:
    """Whether nothing was ruled on names since quotes were compared by them."""
    return sqlite.execute("SELECT 1 FROM main.outdated_names LIMIT 1").fetchone() is None


def catch_up_with_names(sqlite: sqlite3.Connection) -> None:
    """Have quotes compared again whose speakers may be other people, by what was ruled on names."""
    found = sqlite.execute(_OTHERWISE_NAMED).fetchall()
    _compare_again(sqlite, [number for (number,) in found])
    sqlite.execute("DELETE FROM main.outdated_names")


def catch_up(sqlite: sqlite3.Connection) -> None:
    """Take in what changed in the quotes that are noted as outdated, the outline of which is current."""
    stale = [number for number, _ in sqlite.execute(_STALE)]
    _forget_matches(sqlite, stale)
    sqlite.execute(_FORGET)
    for table, column in (("to_compare", "quote"), ("compared_quotes", "id")):
        sqlite.execute(f"DELETE FROM main.{table} WHERE {column} IN {_LISTED}", (json.dumps(stale),))
    changed = sqlite.execute(_CHANGED).fetchall()
    sqlite.executemany("UPDATE main.compared_quotes SET basis = ?2 WHERE id = ?1", map(tuple, changed))
    _compare_again(sqlite, [number for number, _ in changed])
    [last] = sqlite.execute("SELECT coalesce(max(id), 0) FROM main.compared_quotes").fetchone()
    sqlite.execute(_NEW)
    sqlite.execute(_FIND_BY, (last,))
    sqlite.execute("INSERT INTO main.to_compare SELECT id, 0 FROM main.compared_quotes WHERE id > ?", (last,))


def _compare_again(sqlite: sqlite3.Connection, numbers: list[int]) -> None:
    """Have quotes compared again, and with them those that they matched."""
    _forget_matches(sqlite, numbers)
    sqlite.execute("REPLACE INTO main.to_compare SELECT value, 1 FROM json_each(?)", (json.dumps(numbers),))


def _forget_matches(sqlite: sqlite3.Connection, numbers: list[int]) -> None:
    if numbers:
        for statement in _FORGET_MATCHES:
            sqlite.execute(statement, (json.dumps(numbers),))


def _grams(words: str) -> str:
    """The groups of words of a quote, and the bits of all of them."""
    found = grams(words)
    return json.dumps({"bits": sum(found.values()), "grams": list(found)})


def _sounds(words: str) -> str:
    return " ".join(sounds(words))


def _rarity(words: str) -> int:
    return sum(rarities(sounds(words)))


def _basis(*values: object) -> int:
    """A number that is another one where any of the values is."""
    return int.from_bytes(blake2b(repr(values).encode(), digest_size=8).digest(), signed=True)
