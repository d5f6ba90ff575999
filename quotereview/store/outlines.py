"""Reads the outline: what stands of each article and quote in a few words, and which quotes a filter shows."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from quotereview.model import (
    ArticleSummary,
    Doubt,
    Kind,
    OutlinedArticle,
    QuoteSummary,
    Span,
    SpeakerType,
    StandingDoubt,
    Verdict,
    Zone,
    title_in_list,
)
from quotereview.store import rows
from quotereview.store.database import Connection

_QUOTES = """
    SELECT quote, article, start, words, kind, zone, verdict, speaker, speaker_type, speaker_printed,
        speaker_role, source, confidence, doubts, added_by_hand, note, unread
    FROM outlined_quotes
"""
_IN_THE_TEXT = "loaded, start, end DESC"

# Looking up is half of what making a summary costs.
_KINDS = {one.value: one for one in Kind}
_ZONES = {one.value: one for one in Zone}
_VERDICTS = {one.value: one for one in Verdict}
_TYPES = {one.value: one for one in SpeakerType}


class Column(StrEnum):
    """What a condition can look at: text that stands for a quote, folded, or a name or id that it holds."""

    WORDS = "words_folded"
    NOTE = "note_folded"
    SPEAKER = "speaker"
    SOURCE = "source"
    ARTICLE = "article"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class OneOf:
    """What a column holds is one of these values, or nothing at all where ``or_none`` says that this will do."""

    column: Column
    values: tuple[str, ...]
    or_none: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """A text holds all of these words and none of those ``without``; where ``filled`` says so, it holds any or none."""

    column: Column
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    filled: bool | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """The verdict is one of these, each with whether nobody has looked at the quote.

    Of the quotes ``but`` (ids) it is one of the ``others`` instead.
    """

    verdicts: tuple[tuple[Verdict, bool], ...]
    but: tuple[str, ...] = ()
    others: tuple[tuple[Verdict, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class SureWithin:
    """The confidence lies in one of these stretches, each from its first number up to, and without, its last."""

    stretches: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Among:
    """The quote is one of these (ids), or none of them where ``without`` says so."""

    quotes: tuple[str, ...]
    without: bool = False


Condition = OneOf | Holding | Ruled | SureWithin | Among


class Voice(NamedTuple):
    """How a speaker is named in an article, and how many quotes are theirs so, ``open`` those that wait."""

    name: str
    article: str
    type: SpeakerType
    printed: str | None
    role: str | None
    quotes: int
    open: int


class Shown(NamedTuple):
    """Quotes (ids) that conditions show, and those of them that wait for a ruling, or that nobody has looked at."""

    quotes: set[str]
    waiting: set[str]
    unread: set[str]


class Outlines:
    """The outline of one store; of quotes those that an editor is asked about, where nothing else is said."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Articles

    def articles(self, since: int = 0) -> tuple[OutlinedArticle, ...]:
        """The articles that changed after a stamp, removed ones among them, in the order of loading."""
        found = self._connection.rows("SELECT * FROM outlined_articles WHERE stamp > ? ORDER BY loaded", (since,))
        return tuple(map(_article, found))

    def unexplained(self, article: str) -> tuple[StandingDoubt, ...]:
        """The marks of an article that nobody has explained, in the order of its text."""
        found = self._connection.rows(
            "SELECT start, end, reason, quote FROM doubts_current WHERE article = ? ORDER BY start, number", (article,)
        )
        return tuple(StandingDoubt(Doubt(Span(row["start"], row["end"]), row["reason"]), row["quote"]) for row in found)

    # Quotes

    def of(self, article: str) -> tuple[QuoteSummary, ...]:
        """All quotes of an article in the order of its text, those that nobody is asked about among them."""
        return self._summaries("article = ? ORDER BY start, end DESC", article)

    def all(self) -> tuple[QuoteSummary, ...]:
        """All quotes, by article as loaded, then in the order of the text."""
        return self._summaries(f"? ORDER BY {_IN_THE_TEXT}", 1)

    def said_by(self, names: Iterable[str]) -> tuple[QuoteSummary, ...]:
        """The quotes of speakers of these names, by article, then as in the text."""
        return self._summaries(f"asked AND speaker IN {_LISTED} ORDER BY {_IN_THE_TEXT}", _listed(names))

    def sure(self, confidence: float) -> tuple[QuoteSummary, ...]:
        """The quotes of a confidence or more that wait for a ruling, by article, then as in the text."""
        return self._summaries(f"asked AND verdict = 'open' AND confidence >= ? ORDER BY {_IN_THE_TEXT}", confidence)

    def noted(self) -> list[tuple[str, str, str]]:
        """The ids of the article and the quote, and the note, of each quote with one, asked about or not."""
        return self._connection.plain(
            f"SELECT article, quote, note FROM outlined_quotes WHERE note != '' ORDER BY {_IN_THE_TEXT}"
        )

    def used(self, column: Column) -> list[tuple[str, int]]:
        """The values of a column, each with how many quotes hold it."""
        return self._connection.plain(
            f"SELECT {column}, count(*) FROM outlined_quotes WHERE asked AND {column} IS NOT NULL GROUP BY {column}"
        )

    def naming(self, names: Iterable[str]) -> tuple[str, ...]:
        """The ids of the articles with quotes of speakers of these names, as loaded, asked about or not."""
        found = self._connection.plain(
            f"SELECT article FROM outlined_quotes WHERE speaker IN {_LISTED} GROUP BY loaded, article",
            (_listed(names),),
        )
        return tuple(article for (article,) in found)

    def printed(self) -> list[tuple[str, str | None, int]]:
        """Who is quoted, by name and by the words by which articles name them, and how often; no rejected quotes."""
        return self._connection.plain(
            f"""SELECT speaker, speaker_printed, count(*) FROM outlined_quotes
            WHERE asked AND speaker != '' AND verdict != '{Verdict.NOT_A_QUOTE}' GROUP BY speaker, speaker_printed"""
        )

    def voices(self) -> list[Voice]:
        """Who is quoted in which article, and how they are named there, as loaded; rejected quotes are nobody's."""
        found = self._connection.plain(
            f"""SELECT speaker, article, speaker_type, speaker_printed, speaker_role, count(*), sum(verdict = 'open')
            FROM outlined_quotes WHERE asked AND speaker != '' AND verdict != '{Verdict.NOT_A_QUOTE}'
            GROUP BY loaded, article, speaker, speaker_type, speaker_printed, speaker_role
            ORDER BY loaded, min(start)"""
        )
        return [Voice(name, article, _TYPES[type], *rest) for name, article, type, *rest in found]

    # The queue

    def queue(self, *columns: str) -> list[tuple[Any, ...]]:
        """For each quote its article's id, its own and what some columns hold; as loaded, then as in the text."""
        wanted = ", ".join(("article", "quote", *columns))
        return self._connection.plain(f"SELECT {wanted} FROM outlined_quotes WHERE asked ORDER BY {_IN_THE_TEXT}")

    def asked(self, articles: Iterable[str]) -> set[str]:
        """The quotes (ids) of some articles."""
        ids = self._connection.value(
            f"SELECT {_IDS} FROM outlined_quotes WHERE asked AND article IN {_LISTED}", (_listed(articles),)
        )
        return set((ids or "").split())

    def waiting(self, quotes: Iterable[str]) -> set[str]:
        """Those of some quotes (ids) that wait for a ruling."""
        ids = self._connection.value(
            f"SELECT {_IDS} FROM outlined_quotes WHERE asked AND verdict = 'open' AND quote IN {_LISTED}",
            (_listed(quotes),),
        )
        return set((ids or "").split())

    def shown(self, conditions: Sequence[Condition], articles: Iterable[str] | None = None) -> Shown:
        """The quotes that meet all conditions, of all articles or of some.

        Without conditions it would be all of them, and only those that wait or are unread are told.
        """
        where, parameters = _where(conditions, articles)
        [found] = self._connection.plain(f"SELECT {_IDS if conditions else 'NULL'}, {_LEFT} WHERE {where}", parameters)
        return Shown(*(set((ids or "").split()) for ids in found))

    def tally(self, conditions: Sequence[Condition]) -> list[tuple[str, str, int, int]]:
        """Of the quotes that meet all conditions, how many of an article (id) have a verdict, accepted unread or not.

        By the first of them, as loaded, then as in the text.
        """
        where, parameters = _where(conditions)
        wanted = "article, verdict, unread"
        return self._connection.plain(
            f"""SELECT {wanted}, count(*) FROM outlined_quotes WHERE {where}
            GROUP BY {wanted} ORDER BY loaded, min(start)""",
            parameters,
        )

    def _summaries(self, where: str, parameter: str | float) -> tuple[QuoteSummary, ...]:
        return tuple(map(_summary, self._connection.rows(f"{_QUOTES} WHERE {where}", (parameter,))))


# One row of all ids is read in a tenth of the time that a row for each takes.
_LEFT = """
    group_concat(iif(verdict = 'open', quote, NULL), ' '),
        group_concat(iif(unread, quote, NULL), ' ')
    FROM outlined_quotes
"""
_IDS = "group_concat(quote, ' ')"
_LISTED = "(SELECT value FROM json_each(?))"
Compiled = tuple[str, list[str | float]]
"""A condition as SQL, and its parameters."""


def _listed(values: Iterable[str]) -> str:
    return json.dumps(list(values))


def _where(conditions: Sequence[Condition], articles: Iterable[str] | None = None) -> Compiled:
    """All conditions, of all articles or of some, upon the quotes that are asked about."""
    terms = [_compiled(condition) for condition in conditions]
    if articles is not None:
        terms.append((f"article IN {_LISTED}", [_listed(articles)]))
    # Where texts are looked at, the rows are read as they lie, and not by an index that holds none.
    asked = "+asked" if any(isinstance(condition, Holding) for condition in conditions) else "asked"
    where = " AND ".join((asked, *(sql for sql, _ in terms)))
    return where, [value for _, values in terms for value in values]


def _compiled(condition: Condition) -> Compiled:
    match condition:
        case OneOf(column, values, or_none):
            none = f" OR {column} IS NULL" if or_none else ""
            # By "+" not by an index of the column: the values may be most of those there are.
            return f"(+{column} IN {_LISTED}{none})", [_listed(values)]
        case Holding():
            return _holding(condition)
        case Ruled(verdicts, but, others):
            sql = f"iif(quote IN {_LISTED}, verdict || unread IN {_LISTED}, verdict || unread IN {_LISTED})"
            return (
                (sql, [_listed(but), _ruled(others), _ruled(verdicts)])
                if but
                else (
                    f"verdict || unread IN {_LISTED}",
                    [_ruled(verdicts)],
                )
            )
        case Among(quotes, without):
            return f"quote {'NOT ' if without else ''}IN {_LISTED}", [_listed(quotes)]
        case SureWithin(stretches):
            sql = " OR ".join(["(confidence >= ? AND confidence < ?)"] * len(stretches)) or "0"
            return f"({sql})", [end for stretch in stretches for end in stretch]


def _ruled(verdicts: Iterable[tuple[Verdict, bool]]) -> str:
    return _listed(f"{verdict}{int(unread)}" for verdict, unread in verdicts)


def _holding(condition: Holding) -> Compiled:
    column, words, without = condition.column, condition.words, condition.without
    sql = [f"instr({column}, ?) > 0"] * len(words) + [f"instr({column}, ?) = 0"] * len(without)
    if words or condition.filled:
        sql.append(f"{column} != ''")  # by which the index of those that hold any is found
    if condition.filled is False:
        sql.append(f"{column} = ''")
    return f"({' AND '.join(sql)})", [*words, *without]


def _article(row: sqlite3.Row) -> OutlinedArticle:
    waits = row["decided"] < row["quotes"] or row["unexplained"]
    summary = ArticleSummary(
        id=row["article"],
        name=row["name"],
        title=title_in_list(row["headline"], row["opening"], row["name"]),
        outlet=row["outlet"],
        published=rows.to_date(row["published"]),
        quotes=row["quotes"],
        decided=row["decided"],
        removed=bool(row["removed"]),
        closed=bool(row["closed"]) and not waits,
        doubts=row["unexplained"],
    )
    return OutlinedArticle(summary, row["loaded"], row["unread"], row["doubts"], row["stamp"])


def _summary(row: sqlite3.Row) -> QuoteSummary:
    return QuoteSummary(
        id=row["quote"],
        article=row["article"],
        start=row["start"],
        words=row["words"],
        kind=_KINDS[row["kind"]],
        zone=_ZONES[row["zone"]],
        verdict=_VERDICTS[row["verdict"]],
        speaker=row["speaker"],
        source=row["source"],
        confidence=row["confidence"],
        doubts=row["doubts"],
        added_by_hand=bool(row["added_by_hand"]),
        note=row["note"],
        unread=bool(row["unread"]),
        speaker_type=_TYPES.get(row["speaker_type"]),
        printed=row["speaker_printed"],
        role=row["speaker_role"],
    )
