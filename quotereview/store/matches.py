"""The matches of quotes as they were found: derived, and only kept until what they rest on changes."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from quotereview.model import AlignedWords, Conflict, Deviation, Difference, Edit, Label, Match, Relation, Wording
from quotereview.store.database import PATIENCE, Connection

_LISTED = "(SELECT value FROM json_each(?1))"
_KEEP = """
    REPLACE INTO matches
    SELECT mine.id, theirs.id, mine.basis, theirs.basis, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12
    FROM compared_quotes AS mine, compared_quotes AS theirs WHERE mine.quote = ?1 AND theirs.quote = ?2
"""
_FOUND = "SELECT here, there, label, relation, score, reason, alignment, differences, conflicts FROM matches"
_NUMBERED = f"(SELECT id FROM compared_quotes WHERE quote IN {_LISTED})"
_TOLD_DIFFERENTLY = "SELECT here FROM matches WHERE conflicts != '[]'"
_FIELDS = """
    SELECT held.quote, found.fields FROM matches AS found JOIN compared_quotes AS held ON held.id = found.here
    WHERE found.fields != ''
"""
_CROWDED = """
    SELECT DISTINCT held.quote FROM (
        SELECT here FROM matches GROUP BY here, article HAVING count(*) > 1
    ) AS crowded JOIN compared_quotes AS held ON held.id = crowded.here
"""
_DISPUTED = f"""
    SELECT DISTINCT held.quote FROM matches AS found JOIN compared_quotes AS held ON held.id = found.here
    WHERE found.disputed AND held.quote IN {_LISTED}
"""
_OF_ARTICLES = f"""
    SELECT held.id FROM outlined_quotes AS quote JOIN compared_quotes AS held ON held.quote = quote.quote
    WHERE quote.article IN {_LISTED}
"""


_ARTICLES = f"""
    SELECT DISTINCT mine.article, theirs.article FROM matches AS found
    JOIN compared_quotes AS here ON here.id = found.here JOIN outlined_quotes AS mine ON mine.quote = here.quote
    JOIN compared_quotes AS there ON there.id = found.there JOIN outlined_quotes AS theirs ON theirs.quote = there.quote
    WHERE here.quote < there.quote AND found.label != '{Label.DIFFERENT}' AND (here.quote, there.quote) NOT IN (
        SELECT quote, other FROM matches_ruled WHERE label = '{Label.DIFFERENT}'
    )
"""


class Found(NamedTuple):
    """What was found of two compared quotes, by their numbers; their words are read as they stand."""

    here: int
    there: int
    label: Label
    relation: Relation
    score: float
    reason: str
    alignment: tuple[AlignedWords, ...]
    differences: tuple[Difference, ...]
    conflicts: tuple[Conflict, ...]

    def between(self, here: Wording, there: Wording) -> Match:
        """The same as a match of the two quotes."""
        return Match(here, there, *self[2:])


class _Outrun(Exception):
    """Another program wrote while quotes were compared."""


class Matches:
    """The matches of one store, each from both sides, and the numbers of the quotes that wait to be compared."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def are_kept(self) -> bool:
        """Whether they say something of what is read: not of what stood earlier, nor in a blind read."""
        return not self._connection.veiled

    def begin(self, engine: str, *, wait: bool) -> None:
        """Have all quotes compared again if they were by another ``engine``: how quotes are compared, in some words.

        ``wait`` for whoever writes now, or raise StoreFault at once.
        """
        if self._connection.value("SELECT engine FROM compared_by") == engine:
            return
        with self._connection.in_passing(PATIENCE if wait else 0.0):
            self._connection.rows("DELETE FROM compared_by")
            self._connection.rows("DELETE FROM matches")
            self._connection.rows("INSERT INTO compared_by VALUES (?)", (engine,))
            self._connection.rows("INSERT OR IGNORE INTO to_compare SELECT id, 0 FROM compared_quotes")

    # Quotes that wait

    def number_waiting(self) -> int:
        """How many quotes wait to be compared."""
        return int(self._connection.value("SELECT count(*) FROM to_compare"))

    def waiting(self, most: int) -> dict[int, bool]:
        """The next quotes that wait, so many at most, by number: whether each is compared with later ones, too.

        A new one is not: those that came after it are compared with it.
        """
        return dict(self._connection.plain("SELECT quote, both_ways FROM to_compare ORDER BY quote LIMIT ?", (most,)))

    def waiting_of(self, quotes: Iterable[str]) -> list[int]:
        """The numbers of those of some quotes (ids) that wait."""
        found = self._connection.rows(
            f"SELECT quote FROM to_compare WHERE quote IN {_NUMBERED}", (json.dumps(list(quotes)),)
        )
        return [row["quote"] for row in found]

    def keep(self, numbers: Collection[int], found: Iterable[tuple[Match, bool]], seen: int, *, wait: bool) -> bool:
        """Keep what was found of quotes, which wait no more: matches from both sides, each with whether it is disputed.

        Nothing is kept, and False given, where another program wrote since the store's version was ``seen``. ``wait``
        for whoever writes now, or raise StoreFault at once.
        """
        try:
            with self._connection.in_passing(PATIENCE if wait else 0.0):
                self._connection.rows(f"DELETE FROM to_compare WHERE quote IN {_LISTED}", (json.dumps(list(numbers)),))
                if self._connection.value("PRAGMA data_version") != seen:
                    raise _Outrun
                for match, disputed in found:
                    self._connection.rows(_KEEP, _row(match, disputed))
        except _Outrun:
            return False
        return True

    # What was found

    def of(self, quotes: Iterable[str]) -> list[Found]:
        """The matches of some quotes (ids), from their side."""
        return self._found(f"{_FOUND} WHERE here IN {_NUMBERED}", quotes)

    def of_articles(self, articles: Iterable[str]) -> list[Found]:
        """The matches of the quotes of some articles (ids), from their side."""
        return self._found(f"{_FOUND} WHERE here IN ({_OF_ARTICLES})", articles)

    def all(self) -> list[Found]:
        """All matches, each from both sides."""
        return [_found(row) for row in self._connection.rows(_FOUND)]

    def told_differently(self) -> list[Found]:
        """The matches of all quotes in which two articles disagree in anything, each from both sides."""
        return [_found(row) for row in self._connection.rows(f"{_FOUND} WHERE here IN ({_TOLD_DIFFERENTLY})")]

    def fields(self) -> list[tuple[str, str]]:
        """The quotes (ids) that are told differently, for each match the fields in which they are, a line for each."""
        return self._connection.plain(_FIELDS)

    def crowded(self) -> list[str]:
        """The quotes (ids) of which several matches are in one article, so that not each has to count."""
        return [quote for (quote,) in self._connection.plain(_CROWDED)]

    def disputed(self, quotes: Iterable[str]) -> list[str]:
        """Those of some quotes (ids) of which a match is disputed."""
        return [row["quote"] for row in self._connection.rows(_DISPUTED, (json.dumps(list(quotes)),))]

    def articles(self) -> list[tuple[str, str]]:
        """The pairs of articles (ids) that print one utterance, unless an editor ruled that it is none."""
        return self._connection.plain(_ARTICLES)

    def _found(self, sql: str, ids: Iterable[str]) -> list[Found]:
        return [_found(row) for row in self._connection.rows(sql, (json.dumps(list(ids)),))]


def _row(match: Match, disputed: bool) -> tuple[Any, ...]:
    parts = (
        [(one.edit, one.words) for one in match.alignment],
        [(one.kind, one.here, one.there) for one in match.differences],
        [(one.field, one.here, one.there) for one in match.conflicts],
    )
    told = (json.dumps(part, ensure_ascii=False) for part in parts)
    about = (match.label, match.relation, match.score, match.reason)
    fields = "\n".join(dict.fromkeys(one.field for one in match.conflicts))
    return match.here.quote, match.there.quote, *about, *told, int(disputed), fields, match.there.article


def _found(row: sqlite3.Row) -> Found:
    here, there, label, relation, score, reason, *parts = row
    alignment, differences, conflicts = map(json.loads, parts)
    return Found(
        here,
        there,
        Label(label),
        Relation(relation),
        score,
        reason,
        tuple(AlignedWords(Edit(edit), words) for edit, words in alignment),
        tuple(Difference(Deviation(kind), here, there) for kind, here, there in differences),
        tuple(Conflict(*conflict) for conflict in conflicts),
    )
