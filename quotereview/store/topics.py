"""Which articles of a store may be about one event, as it is kept (``store.likening``)."""

from collections.abc import Iterable

from quotereview.store.database import Connection

Alike = tuple[str, str, float]
"""Two articles (ids), the one that was loaded later first, and how alike their openings are, 0 to 1."""


class Topics:
    """What the articles of one store are about."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def alike(self) -> list[Alike]:
        """The pairs of articles that may be about one event, as loaded; removed ones among them."""
        return self._connection.plain(
            """SELECT later.article, earlier.article, likeness FROM alike_topics
            JOIN topics AS later ON later.id = topic JOIN topics AS earlier ON earlier.id = other"""
        )

    def holding(self, words: Iterable[int]) -> dict[int, int]:
        """How many articles begin with each of some telling words (``wording.topics``)."""
        sql = "SELECT count(*) FROM topic_words WHERE word = ?"
        return {word: int(self._connection.value(sql, (word,))) for word in words}

    def number(self) -> int:
        """How many articles were held against each other: it rises with each that comes in."""
        return int(self._connection.value("SELECT coalesce(max(id), 0) FROM topics"))
