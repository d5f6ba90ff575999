"""What the quotes of a store are found by that are compared across articles: derived from the outline, no history.

Each quote is found by the groups of words in it (``wording.grams``), so that the ones which share most with it are
found without reading any other.
"""

import json
import sqlite3

from quotereview.model import Kind, Verdict, Zone
from quotereview.wording.grams import grams

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
        SELECT gram.value, stale.id FROM ({_STALE}) AS stale JOIN json_each(grams(stale.words)) AS gram
    )
"""
_NEW = f"""
    INSERT INTO main.compared_quotes (quote, words, bits)
    SELECT quote, words, bits(words) FROM main.outlined_quotes AS now
    WHERE quote IN (SELECT quote FROM main.outdated) AND {_COMPARED}
    AND NOT EXISTS (SELECT 1 FROM main.compared_quotes AS held WHERE held.quote = now.quote)
    ORDER BY loaded, start, end DESC
"""
# In the order of the table, so that many come into it quickly.
_FIND_BY = """
    INSERT INTO main.quote_grams
    SELECT gram.value, new.id FROM main.compared_quotes AS new JOIN json_each(grams(new.words)) AS gram
    WHERE new.id > ? ORDER BY 1, 2
"""

_COMPARED_NOW = f"SELECT quote, words FROM outlined_quotes WHERE {_COMPARED}"
_GRAMS_NOW = "SELECT gram.value, held.id FROM compared_quotes AS held JOIN json_each(grams(held.words)) AS gram"


def _differing(kept: str, derived: str) -> str:
    one_way, other_way = (f"SELECT * FROM ({one} EXCEPT {other})" for one, other in ((kept, derived), (derived, kept)))
    return f"SELECT count(*) FROM ({one_way} UNION ALL {other_way})"


DIFFERING = (
    f"{_differing('SELECT quote, words FROM compared_quotes', _COMPARED_NOW)} "
    "WHERE quote NOT IN (SELECT quote FROM outdated)",
    _differing("SELECT gram, quote FROM quote_grams", _GRAMS_NOW),
)
"""Queries for how much is found by something else than the outline says, that which is outdated aside."""


def teach(sqlite: sqlite3.Connection) -> None:
    """Give a connection the functions by which the tables are derived; nothing in the file uses them."""
    sqlite.create_function("grams", 1, _grams, deterministic=True)
    sqlite.create_function("bits", 1, _bits, deterministic=True)


def forget_all(sqlite: sqlite3.Connection) -> None:
    """Leave nothing to be found, since all is derived anew."""
    sqlite.execute("DELETE FROM main.compared_quotes")
    sqlite.execute("DELETE FROM main.quote_grams")


def catch_up(sqlite: sqlite3.Connection) -> None:
    """Take in what changed in the quotes that are noted as outdated, the outline of which is current."""
    sqlite.execute(_FORGET)
    sqlite.execute(f"DELETE FROM main.compared_quotes WHERE id IN (SELECT id FROM ({_STALE}))")
    [last] = sqlite.execute("SELECT coalesce(max(id), 0) FROM main.compared_quotes").fetchone()
    sqlite.execute(_NEW)
    sqlite.execute(_FIND_BY, (last,))


def _grams(words: str) -> str:
    return json.dumps(list(grams(words)))


def _bits(words: str) -> int:
    return sum(grams(words).values())
