"""What the words of compared quotes mean, as vectors that somebody else makes: derived from the words alone."""

from collections.abc import Sequence
from typing import NamedTuple

from quotereview.store.database import PATIENCE, Connection

ARTICLES = 200
"""So many articles that appeared nearest to one, and so many that do not say when, are looked at."""

_WAITING = """
    SELECT held.id, held.words FROM (SELECT quote FROM to_read ORDER BY quote DESC LIMIT ?) AS waiting
    JOIN compared_quotes AS held ON held.id = waiting.quote
"""
_OF = """
    SELECT held.words, kept.vectors FROM compared_quotes AS held JOIN meanings AS kept ON kept.quote = held.id
    WHERE held.id = ? AND kept.embedding = ?
"""
_KEEP = """
    REPLACE INTO meanings SELECT held.id, ?3, ?4 FROM compared_quotes AS held WHERE held.id = ?1 AND held.words = ?2
"""
_READ = """
    DELETE FROM to_read WHERE quote = ?1 AND EXISTS (SELECT 1 FROM compared_quotes WHERE id = ?1 AND words = ?2)
"""
# Of a day that nobody knows all days are near.
_NEAR = f"""
    WITH mine AS (
        SELECT article.article, article.loaded, article.published FROM compared_quotes AS held
        JOIN outlined_quotes AS quote ON quote.quote = held.quote
        JOIN outlined_articles AS article ON article.article = quote.article WHERE held.id = ?1
    ),
    near AS (
        SELECT * FROM (
            SELECT article.article FROM mine CROSS JOIN outlined_articles AS article
            WHERE article.published BETWEEN date(mine.published, '-' || ?3 || ' days')
                AND date(mine.published, '+' || ?3 || ' days')
            ORDER BY abs(julianday(article.published) - julianday(mine.published)) LIMIT {ARTICLES}
        )
        UNION
        SELECT * FROM (
            SELECT article.article FROM mine CROSS JOIN outlined_articles AS article
            WHERE article.published IS NULL OR mine.published IS NULL
            ORDER BY abs(article.loaded - mine.loaded) LIMIT {ARTICLES}
        )
    )
    SELECT held.id, held.words, kept.vectors FROM near
    JOIN outlined_quotes AS quote ON quote.article = near.article
    JOIN compared_quotes AS held ON held.quote = quote.quote AND held.words = quote.words
    JOIN meanings AS kept ON kept.quote = held.id AND kept.embedding = ?2
    WHERE near.article != (SELECT article FROM mine)
"""


class Meant(NamedTuple):
    """The words of a compared quote, by its number, with what they mean."""

    number: int
    words: str
    vectors: bytes


class Meanings:
    """The meanings of one store's compared quotes, each by the embedding that gave them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, embedding: str) -> None:
        """Have all quotes read again if they were by another embedding; StoreFault where another program writes on."""
        if self._connection.value("SELECT embedding FROM read_by") == embedding:
            return
        with self._connection.in_passing(PATIENCE):
            self._connection.rows("DELETE FROM read_by")
            self._connection.rows("DELETE FROM meanings")
            self._connection.rows("INSERT INTO read_by VALUES (?)", (embedding,))
            self._connection.rows("INSERT OR IGNORE INTO to_read SELECT id FROM compared_quotes")

    def number_waiting(self) -> int:
        """Of how many compared quotes it is still to be read what they mean."""
        return int(self._connection.value("SELECT count(*) FROM to_read"))

    def waiting(self, most: int) -> list[tuple[int, str]]:
        """The numbers and words of the next such quotes, the newest first."""
        return [(row["id"], row["words"]) for row in self._connection.rows(_WAITING, (most,))]

    def keep(self, embedding: str, found: Sequence[Meant]) -> None:
        """Keep what some words mean, if they still stand so; StoreFault where another program writes on."""
        with self._connection.in_passing(PATIENCE):
            for one in found:
                self._connection.rows(_KEEP, (one.number, one.words, embedding, one.vectors))
                self._connection.rows(_READ, (one.number, one.words))

    def of(self, embedding: str, number: int) -> Meant | None:
        """What a compared quote means, None where it is not kept."""
        row = self._connection.row(_OF, (number, embedding))
        return Meant(number, row["words"], row["vectors"]) if row else None

    def near(self, embedding: str, number: int, days: int) -> list[Meant]:
        """Those of other articles that appeared within some days of a compared quote's, or where one does not say when.

        The nearest ARTICLES are looked at.
        """
        found = self._connection.rows(_NEAR, (number, embedding, days))
        return [Meant(row["id"], row["words"], row["vectors"]) for row in found]
