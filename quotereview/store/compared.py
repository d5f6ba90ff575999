"""The quotes that are compared across articles: found by the words that they share, and read as they stand."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import repeat

from quotereview.model import PASSAGES, Sketch, Wording, title_of
from quotereview.store import rows
from quotereview.store.database import Connection

NEAREST = 16
"""Of the quotes that share a group of words, so many are found that were loaded before one, and as many after it."""

AROUND = 1500
"""How many characters of an article are read on either side of a quote."""

_NEWEST = 2**62

_BEFORE = f"SELECT quote, bits FROM quote_grams WHERE gram = ?1 AND quote < ?2 ORDER BY 1 DESC LIMIT {NEAREST}"
_AFTER = f"SELECT quote, bits FROM quote_grams WHERE gram = ?1 AND quote > ?2 ORDER BY 1 LIMIT {NEAREST}"
_BEFORE_AND_AFTER = f"SELECT * FROM ({_BEFORE}) UNION ALL SELECT * FROM ({_AFTER})"
_WORDING = """
    SELECT held.id, quote.quote, quote.article, article.name, article.headline, article.opening, article.outlet,
        article.published, quote.words, quote.speaker, quote.source
    FROM json_each(?) AS asked
    JOIN compared_quotes AS held ON held.id = asked.value
    JOIN outlined_quotes AS quote ON quote.quote = held.quote
    JOIN outlined_articles AS article ON article.article = quote.article
"""
_OF_ARTICLE = """
    SELECT held.id FROM outlined_quotes AS quote JOIN compared_quotes AS held ON held.quote = quote.quote
    WHERE quote.article = ? ORDER BY quote.start, quote.end DESC
"""
_SKETCH = """
    SELECT held.id, quote.article, article.published, quote.speaker, held.sounds, held.rarity FROM json_each(?) AS asked
    JOIN compared_quotes AS held ON held.id = asked.value
    JOIN outlined_quotes AS quote ON quote.quote = held.quote
    JOIN outlined_articles AS article ON article.article = quote.article
"""
# What a detector found holds for as long as an editor names no other speaker or source.
_AROUND = f"""
    SELECT substr(articles.text, max(quote.start - {AROUND}, 0) + 1, min(quote.start, {AROUND})) AS before,
        substr(articles.text, quote.end + 1, {AROUND}) AS after, quote.speaker_role AS role,
        substr(articles.text, quote.start + 1, quote.end - quote.start) AS whole,
        iif(proposed.source_name IS quote.source, proposed.hands, NULL) AS hands,
        iif(proposed.speaker_name IS quote.speaker, proposed.addressee, NULL) AS addressee
    FROM outlined_quotes AS quote
    JOIN articles ON articles.id = quote.article
    JOIN proposals AS proposed ON proposed.id = quote.proposal
    WHERE quote.quote = ?
"""
_PUBLISHED = """
    SELECT DISTINCT quote.article, article.published FROM compared_quotes AS held
    JOIN outlined_quotes AS quote ON quote.quote = held.quote
    JOIN outlined_articles AS article ON article.article = quote.article
"""
# Before any quote is looked up: most groups of words are in one quote alone.
_SHARED = """
    SELECT group_concat(quote) AS quotes FROM quote_grams WHERE gram >= 0 GROUP BY gram HAVING count(*) > 1
"""
_ARTICLES = """
    SELECT held.id, quote.article FROM compared_quotes AS held
    JOIN outlined_quotes AS quote ON quote.quote = held.quote
"""
_STANDING_IN = """
    SELECT held.quote AS id FROM json_each(?) AS asked
    JOIN quote_grams AS held ON held.gram = CAST(asked.key AS INTEGER)
    GROUP BY held.quote HAVING sum(asked.value) >= min(? * held.bits, ?) ORDER BY held.quote
"""
_SOURCED = """
    SELECT held.id FROM json_each(?) AS asked
    JOIN outlined_quotes AS quote ON quote.article = asked.value AND quote.source IS NOT NULL
    JOIN compared_quotes AS held ON held.quote = quote.quote ORDER BY held.id
"""
_PRINTED = """
    SELECT held.id, held.words, quote.article FROM compared_quotes AS held
    JOIN outlined_quotes AS quote ON quote.quote = held.quote ORDER BY held.id
"""


class Compared:
    """The compared quotes of one store, each with a number that is its own as long as its words are."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def number(self, quote: str) -> int | None:
        """The number of a quote, None for one that is not compared."""
        found = self._connection.row("SELECT id FROM compared_quotes WHERE quote = ?", (quote,))
        return found["id"] if found else None

    def numbers(self) -> list[int]:
        """The numbers of all compared quotes, in the order in which they came."""
        return [row["id"] for row in self._connection.rows("SELECT id FROM compared_quotes ORDER BY id")]

    def of(self, article: str) -> list[int]:
        """The numbers of the compared quotes of an article, in the order of its text."""
        return [row["id"] for row in self._connection.rows(_OF_ARTICLE, (article,))]

    def holding(self, gram: int, before: int = _NEWEST) -> list[tuple[int, int]]:
        """The numbers of quotes that hold a group of words, each with the bits of all that it is found by.

        No more than a fixed number of them: those loaded last, or last before the one numbered ``before``.
        """
        return self._connection.plain(_BEFORE, (gram, before))

    def holding_around(self, gram: int, near: int) -> list[tuple[int, int]]:
        """The same of those loaded next to the one numbered ``near``, which is left out, before it and after it."""
        return self._connection.plain(_BEFORE_AND_AFTER, (gram, near))

    def wordings(self, numbers: Sequence[int]) -> dict[int, Wording]:
        """Quotes as they stand, by their numbers, without the words around them; none that does not stand."""
        found = self._connection.rows(_WORDING, (json.dumps(numbers),))
        return {row["id"]: _wording(row) for row in found}

    def standing_in(self, grams: Mapping[int, int], share: float, bits: int) -> list[int]:
        """The numbers of the quotes that may stand in a text with these groups of words, each with its bits.

        Those are found of which the text has a share of all bits, or so many of them; of a quote that stands in it as a
        whole, it has all.
        """
        return [row["id"] for row in self._connection.rows(_STANDING_IN, (json.dumps(grams), share, bits))]

    def sourced(self, articles: Iterable[str]) -> list[Wording]:
        """The quotes in some articles (ids) for which a source is given."""
        found = self._connection.rows(_SOURCED, (json.dumps(list(articles)),))
        return list(self.wordings([row["id"] for row in found]).values())

    def sketches(self, numbers: Sequence[int]) -> dict[int, Sketch]:
        """Quotes at a glance, by their numbers; none that does not stand."""
        found = self._connection.plain(_SKETCH, (json.dumps(numbers),))
        return {
            number: Sketch(article, rows.to_date(published), speaker, tuple(sounds.split(" ")), rarity)
            for number, article, published, speaker, sounds, rarity in found
        }

    def published(self) -> dict[str, date | None]:
        """When the articles (ids) appeared that hold compared quotes, None where they do not say."""
        return {row["article"]: rows.to_date(row["published"]) for row in self._connection.rows(_PUBLISHED)}

    def around(self, wording: Wording) -> Wording:
        """A quote with the words of its article around it, and what else that tells of how it was said."""
        row = self._connection.row(_AROUND, (wording.quote,))
        if row is None:
            return wording
        return replace(
            wording,
            before=row["before"],
            after=row["after"],
            between=_between(row["whole"], wording.words),
            role=row["role"],
            hands=row["hands"],
            addressee=row["addressee"],
        )

    def telling(self, most: int) -> Iterator[frozenset[str]]:
        """For each telling group of words the articles (ids) whose quotes share it, two or more, ``most`` at most."""
        article = {str(row["id"]): row["article"] for row in self._connection.rows(_ARTICLES)}
        together = Counter(row["quotes"] for row in self._connection.rows(_SHARED))
        for quotes, times in together.items():
            articles = frozenset(article[quote] for quote in quotes.split(",") if quote in article)
            if 1 < len(articles) <= most:
                yield from repeat(articles, times)

    def printed(self) -> list[tuple[int, str, str]]:
        """The compared quotes: each one's number, its words and its article's id."""
        return [(number, words, article) for number, words, article in self._connection.rows(_PRINTED)]


def _wording(row: sqlite3.Row) -> Wording:
    return Wording(
        quote=row["quote"],
        article=row["article"],
        title=row["headline"] or title_of(row["opening"]) or row["name"],
        outlet=row["outlet"],
        published=rows.to_date(row["published"]),
        words=row["words"],
        speaker=row["speaker"],
        source=row["source"],
    )


def _between(whole: str, words: str) -> str:
    """What stands between the passages of a quote, nothing where their words were ruled to be others."""
    found: list[str] = []
    for passage in words.split(PASSAGES):
        before, held, whole = whole.partition(passage)
        if not held:
            return ""
        found.append(before)
    return " ".join(found[1:])
