"""The traces of all articles, by which one is found that has much of its text, or its address, in common with another.

Derived from what was loaded (``quotereview.traces``).
"""

from quotereview.store.database import Connection
from quotereview.traces import ADDRESSES, traces

MOST = 12
"""How many articles are looked at that have most in common with one."""

COUNTED = 100
"""How many are counted, those that were removed among them."""

FEW = 12
"""Of a text with fewer traces a single one in common is enough to look at another; else chance brings that about."""

# Whether an article was removed is asked of those alone that have most in common: the view looks each of them up.
_LIKE = """
    WITH alike AS MATERIALIZED (
        SELECT other.article, count(*) AS shared, max(other.trace) >= :addresses AS address
        FROM traces AS own
        JOIN traces AS other ON other.trace = own.trace AND other.article != own.article
        WHERE own.article = :article
        GROUP BY other.article
        HAVING shared > 1 OR address OR (SELECT count(*) FROM traces WHERE article = :article) < :few
        ORDER BY address DESC, shared DESC LIMIT :counted
    )
    SELECT alike.article FROM alike
    JOIN articles_current ON articles_current.article = alike.article
    WHERE NOT articles_current.removed
    ORDER BY alike.address DESC, alike.shared DESC, articles_current.loaded DESC LIMIT :most
"""


class Traces:
    """The traces of the articles of one store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, article: str, text: str, url: str | None) -> None:
        """Take in the traces of an article."""
        found = [{"article": article, "trace": trace} for trace in sorted(traces(text, url))]
        self._connection.insert("traces", found)

    def catch_up(self) -> None:
        """Take in the traces of all articles of which none is known."""
        found = self._connection.rows(
            """SELECT id, text, url FROM articles
            WHERE NOT EXISTS (SELECT 1 FROM traces WHERE article = articles.id) ORDER BY rowid"""
        )
        for row in found:
            self.add(row["id"], row["text"], row["url"])

    def like(self, article: str) -> tuple[str, ...]:
        """The articles that may be editions of one, the likeliest first: those of its address before all.

        Not those that were removed; that they are is for their texts to say.
        """
        limits = {"addresses": ADDRESSES, "few": FEW, "counted": COUNTED, "most": MOST}
        found = self._connection.rows(_LIKE, {"article": article, **limits})
        return tuple(row["article"] for row in found)
