"""Which articles are likely about one event, by the telling words of their openings: derived from what was loaded.

Each article is held against those that were loaded before it, as it comes in, and never again.
"""

import json
import sqlite3
from collections import defaultdict
from math import sqrt

from quotereview.wording.topics import says, topic_words

LATELY = 1000
"""How often a word stands in articles is counted in so many of those loaded before."""

NEAREST = 32
"""Of the articles that share a word, so many are looked at: those loaded last."""

TOO_COMMON = 0.3
"""By a word that a larger part of the articles has, none is found."""

FEW = 50
"""So many articles more are reckoned with, so that a word is not common in a store that holds three."""

LEAST = 0.08
"""From which likeness on, 0 to 1, it is kept that two articles are alike."""

_NEW = """
    SELECT article FROM main.outlined_articles WHERE article IN (SELECT article FROM main.outdated)
    AND NOT EXISTS (SELECT 1 FROM main.topics WHERE topics.article = outlined_articles.article) ORDER BY loaded
"""
_HOLDING = "SELECT count(*) FROM main.topic_words WHERE word = ? AND topic > ?"
_NEAREST = f"SELECT topic FROM main.topic_words WHERE word = ? ORDER BY topic DESC LIMIT {NEAREST}"
_LENGTHS = "SELECT id, length FROM main.topics WHERE id IN (SELECT value FROM json_each(?))"

_WORDS_NOW = """
    SELECT topics.id, word.value FROM topics JOIN articles ON articles.id = topics.article
    JOIN json_each(topic_words(articles.headline, articles.text)) AS word
"""
DIFFERING = f"""
    SELECT (SELECT count(*) FROM (SELECT topic, word FROM topic_words EXCEPT {_WORDS_NOW})) + (
        SELECT count(*) FROM ({_WORDS_NOW} EXCEPT SELECT topic, word FROM topic_words)
    ) + (
        SELECT count(*) FROM (
            SELECT article FROM outlined_articles EXCEPT SELECT article FROM outdated EXCEPT SELECT article FROM topics
        )
    )
"""
"""A query for how many words are kept that no article has, or not kept that one has, outdated articles aside."""


def teach(sqlite: sqlite3.Connection) -> None:
    """Give a connection the function by which a check derives the words; nothing in the file uses it."""
    sqlite.create_function("topic_words", 2, _listed, deterministic=True)


def forget_all(sqlite: sqlite3.Connection) -> None:
    """Leave nothing, since all is derived anew."""
    for table in ("alike_topics", "topic_words", "topics"):
        sqlite.execute(f"DELETE FROM main.{table}")


def catch_up(sqlite: sqlite3.Connection) -> None:
    """Take in the articles that came, which are noted as outdated, the outline being current."""
    for (article,) in sqlite.execute(_NEW).fetchall():
        headline, text = sqlite.execute("SELECT headline, text FROM main.articles WHERE id = ?", (article,)).fetchone()
        _take_in(sqlite, article, topic_words(headline, text))


def _take_in(sqlite: sqlite3.Connection, article: str, bits: dict[int, int]) -> None:
    [before] = sqlite.execute("SELECT coalesce(max(id), 0) FROM main.topics").fetchone()
    lately = min(before, LATELY)
    holding = {word: sqlite.execute(_HOLDING, (word, before - lately)).fetchone()[0] for word in bits}
    telling = {word: says(rarity, holding[word], lately) for word, rarity in bits.items()}
    finding = [word for word, number in holding.items() if 0 < number <= TOO_COMMON * (lately + FEW)]
    length = sqrt(sum(value**2 for value in telling.values()))
    sqlite.execute("INSERT INTO main.topics (id, article, length) VALUES (?, ?, ?)", (before + 1, article, length))
    shared: defaultdict[int, float] = defaultdict(float)
    for word in finding:
        for (other,) in sqlite.execute(_NEAREST, (word,)):
            shared[other] += telling[word] ** 2
    lengths = sqlite.execute(_LENGTHS, (json.dumps(list(shared)),)).fetchall()
    alike = ((before + 1, other, shared[other] / (length * theirs)) for other, theirs in lengths)
    sqlite.executemany("INSERT INTO main.alike_topics VALUES (?, ?, ?)", (one for one in alike if one[2] >= LEAST))
    sqlite.executemany("INSERT INTO main.topic_words VALUES (?, ?)", ((word, before + 1) for word in sorted(bits)))


def _listed(headline: str | None, text: str) -> str:
    return json.dumps(list(topic_words(headline, text)))
