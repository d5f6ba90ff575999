"""Articles, exactly as loaded, and what editors ruled of them as a whole."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from quotereview.errors import NotPossible
from quotereview.model import Article, ArticleRuling, Settled, Span, StandingArticle
from quotereview.store import acts, hashes, rows
from quotereview.store.acts import Act
from quotereview.store.database import Children, Connection
from quotereview.store.paragraphs import Paragraphs

_CURRENT = """
    SELECT article, name, headline, opening, outlet, published, removed, closed, decision FROM articles_current
"""


class Articles:
    """The articles of one store."""

    def __init__(self, connection: Connection, paragraphs: Paragraphs) -> None:
        self._connection = connection
        self._paragraphs = paragraphs

    def add(self, act: Act, article: Article) -> None:
        """Keep an article that is not there yet, described as its file describes itself.

        Raises NotPossible where it is there, kept by another program a moment ago.
        """
        if self.standing(article.id):
            raise NotPossible(f"“{article.headline or article.name}” is in the store already.")
        self._connection.insert("articles", [_columns(act, article)])
        self._paragraphs.add(article.id, article.text)
        self.rule(act, article.id, ArticleRuling(article.outlet, article.published), None)

    def rule(self, act: Act, article: str, ruling: ArticleRuling, follows: str | None) -> None:
        """Keep a decision on an article; ``follows`` is the id of the decision that stood before."""
        content = {
            "id": acts.new_id(),
            "article": article,
            "outlet": ruling.outlet,
            "published": ruling.published and ruling.published.isoformat(),
            "removed": int(ruling.removed),
            "closed": int(ruling.closed),
            "editor": act.editor,
            "decided_at": act.done_at,
        }
        settled = _settled_rows(str(content["id"]), ruling.settled)
        chain = acts.chained(self._connection, "article_decisions", {**content, "settled": settled}, follows)
        self._connection.insert("article_decisions", [{**content, **chain, "act": act.id}])
        self._connection.insert("settled_doubts", settled)

    def get(self, article: str) -> Article | None:
        """An article with its outlet and date as they stand, removed or not."""
        row = self._connection.row("SELECT * FROM articles WHERE id = ?", (article,))
        standing = self.standing(article)
        if row is None or standing is None:
            return None
        return replace(_article(row), outlet=standing.ruling.outlet, published=standing.ruling.published)

    def text(self, article: str) -> str:
        """The text of an article that is there."""
        return str(self._connection.value("SELECT text FROM articles WHERE id = ?", (article,)))

    def standing(self, article: str) -> StandingArticle | None:
        """An article as it stands, removed or not."""
        found = self._standing(self._connection.rows(f"{_CURRENT} WHERE article = ?", (article,)))
        return found[0] if found else None

    def loaded(self) -> tuple[str, ...]:
        """The ids of all articles, removed ones among them, in the order of loading."""
        return tuple(row["id"] for row in self._connection.rows("SELECT id FROM articles ORDER BY rowid"))

    def all_standing(self) -> tuple[StandingArticle, ...]:
        """All articles that were not removed, in the order of loading."""
        return self._standing(self._connection.rows(f"{_CURRENT} WHERE NOT removed ORDER BY loaded"))

    def touched(self, act: str) -> tuple[tuple[str, ArticleRuling, ArticleRuling | None], ...]:
        """The articles that an act ruled on, each with its ruling and the one before it (None: the act brought it)."""
        found = self._connection.rows(
            "SELECT article, id, follows FROM article_decisions WHERE act = ? ORDER BY rowid", (act,)
        )
        return tuple((row["article"], self._ruled_by(row["id"]), self._former(row["follows"])) for row in found)

    def _former(self, decision: str | None) -> ArticleRuling | None:
        return self._ruled_by(decision) if decision else None

    def _ruled_by(self, decision: str) -> ArticleRuling:
        row = self._connection.rows("SELECT * FROM article_decisions WHERE id = ?", (decision,))[0]
        return _ruling(row, self._settled([decision])[decision])

    def _standing(self, found: Sequence[sqlite3.Row]) -> tuple[StandingArticle, ...]:
        settled = self._settled([row["decision"] for row in found])
        return tuple(
            StandingArticle(
                row["article"],
                row["name"],
                row["headline"],
                row["opening"],
                _ruling(row, settled[row["decision"]]),
                row["decision"],
            )
            for row in found
        )

    def _settled(self, decisions: Sequence[str]) -> Children:
        return self._connection.children("settled_doubts", "decision", decisions)

    def act_of(self, decision: str) -> str:
        """The id of the act to which a decision on an article belongs."""
        return str(self._connection.value("SELECT act FROM article_decisions WHERE id = ?", (decision,)))


def _columns(act: Act, article: Article) -> rows.Columns:
    row = {
        "id": article.id,
        "name": article.name,
        "original": article.original,
        "sha256": article.sha256,
        "text": article.text,
        "encoding": article.encoding,
        "outlet": article.outlet,
        "published": article.published and article.published.isoformat(),
        "headline": article.headline,
        "byline": article.byline,
        "url": article.url,
        "act": act.id,
    }
    return hashes.with_hash("articles", row)


def _article(row: sqlite3.Row) -> Article:
    return Article(
        id=row["id"],
        name=row["name"],
        original=row["original"],
        text=row["text"],
        encoding=row["encoding"],
        headline=row["headline"],
        byline=row["byline"],
        url=row["url"],
    )


def _ruling(row: sqlite3.Row, settled: Sequence[sqlite3.Row]) -> ArticleRuling:
    return ArticleRuling(
        outlet=row["outlet"],
        published=rows.to_date(row["published"]),
        removed=bool(row["removed"]),
        closed=bool(row["closed"]),
        settled=tuple(Settled(Span(one["start"], one["end"]), one["reason"]) for one in settled),
    )


def _settled_rows(decision: str, settled: Sequence[Settled]) -> list[rows.Columns]:
    return [
        {
            "decision": decision,
            "number": number,
            "start": one.place.start,
            "end": one.place.end,
            "reason": one.reason,
        }
        for number, one in enumerate(settled, 1)
    ]
