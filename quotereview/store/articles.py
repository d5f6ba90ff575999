"""Articles, exactly as loaded, and what editors ruled of them as a whole."""

import json
import sqlite3
from collections.abc import Sequence

from quotereview.errors import NotPossible
from quotereview.model import Article, ArticleDecision, ArticleRuling, Settled, SourceKind, Span, StandingArticle
from quotereview.store import acts, describing, hashes, rows
from quotereview.store.acts import Act
from quotereview.store.database import Children, Connection
from quotereview.store.paragraphs import Paragraphs
from quotereview.store.traces import Traces

_CURRENT = """
    SELECT article, name, headline, opening, outlet, published, removed, closed, told_with, story, document,
        ruled_zones, decision
    FROM articles_current
"""


_TOLD = """
    SELECT article, told_with, story FROM articles_current WHERE article IN (
        SELECT article FROM main.article_decisions WHERE told_with IS NOT NULL OR story != ''
    )
"""
_PARTS = ("settled_doubts", "article_overrulings")
Parts = dict[str, Children]
RULED = "an editor’s ruling"


class Articles:
    """The articles of one store."""

    def __init__(self, connection: Connection, paragraphs: Paragraphs, traces: Traces) -> None:
        self._connection = connection
        self._paragraphs = paragraphs
        self._traces = traces

    def add(self, act: Act, article: Article) -> None:
        """Keep an article that is not there yet, described as its file describes itself.

        Raises NotPossible where it is there, kept by another program a moment ago.
        """
        if self.standing(article.id):
            raise NotPossible(f"“{article.headline or article.name}” is in the store already.")
        self._connection.insert("articles", [_columns(act, article)])
        self._paragraphs.add(article.id, article.text)
        self._traces.add(article.id, article.text, article.url)
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
            "told_with": ruling.told_with,
            "story": ruling.story,
            "document": ruling.document,
            "ruled_zones": describing.written_zones(ruling.zones),
            "editor": act.editor,
            "decided_at": act.done_at,
        }
        decision = str(content["id"])
        parts = {
            "settled_doubts": _settled_rows(decision, ruling.settled),
            "article_overrulings": rows.overruling_rows({"decision": decision}, ruling.overrules),
        }
        hashed = hashes.content(hashes.BY_TABLE["article_decisions"], content, parts)
        chain = acts.chained(self._connection, "article_decisions", hashed, follows)
        self._connection.insert("article_decisions", [{**content, **chain, "act": act.id}])
        for table, found in parts.items():
            self._connection.insert(table, found)

    def get(self, article: str) -> Article | None:
        """An article with its outlet, date and zones as they stand, removed or not."""
        row = self._connection.row("SELECT * FROM articles WHERE id = ?", (article,))
        standing = self.standing(article)
        if row is None or standing is None:
            return None
        return _article(row).ruled(standing.ruling, RULED)

    def text(self, article: str) -> str:
        """The text of an article that is there."""
        return str(self._connection.value("SELECT text FROM articles WHERE id = ?", (article,)))

    def standing(self, article: str) -> StandingArticle | None:
        """An article as it stands, removed or not."""
        found = self._standing(self._connection.rows(f"{_CURRENT} WHERE article = ?", (article,)))
        return found[0] if found else None

    def titled(self, article: str) -> str:
        """What a list calls an article, removed or not; one that is not there by its id."""
        found = self.standing(article)
        return found.title if found else article

    def loaded(self) -> tuple[str, ...]:
        """The ids of all articles, removed ones among them, in the order of loading."""
        return tuple(row["id"] for row in self._connection.rows("SELECT id FROM articles ORDER BY rowid"))

    def loaded_first(self, one: str, other: str) -> bool:
        """Whether one article was loaded before another."""
        first = self._connection.value("SELECT id FROM articles WHERE id IN (?, ?) ORDER BY rowid", (one, other))
        return bool(first == one)

    def documents(self) -> frozenset[str]:
        """The ids of the texts that are documents and were not removed."""
        return frozenset(row["article"] for row in self._connection.rows("SELECT article FROM documents_current"))

    def told(self) -> dict[str, tuple[str | None, str]]:
        """The articles (ids) of whose stories editors ruled, as they stand: with which other, and what it is called."""
        found = self._connection.rows(_TOLD)
        return {row["article"]: (row["told_with"], row["story"]) for row in found if row["told_with"] or row["story"]}

    def touched(self, act: str) -> tuple[tuple[str, ArticleRuling, ArticleRuling | None], ...]:
        """The articles that an act ruled on, each with its ruling and the one before it (None: the act brought it).

        Of one on which it ruled more than once, the last ruling, and what stood before the first.
        """
        found = self._connection.rows(
            "SELECT article, id, follows FROM article_decisions WHERE act = ? ORDER BY rowid", (act,)
        )
        last = {row["article"]: row["id"] for row in found}
        before = {row["article"]: row["follows"] for row in reversed(found)}
        return tuple((article, self._ruled_by(id), self._former(before[article])) for article, id in last.items())

    def _former(self, decision: str | None) -> ArticleRuling | None:
        return self._ruled_by(decision) if decision else None

    def _ruled_by(self, decision: str) -> ArticleRuling:
        row = self._connection.rows("SELECT *, id AS decision FROM article_decisions WHERE id = ?", (decision,))[0]
        return _ruling(row, self._parts([decision]))

    def _standing(self, found: Sequence[sqlite3.Row]) -> tuple[StandingArticle, ...]:
        parts = self._parts([row["decision"] for row in found])
        return tuple(
            StandingArticle(
                row["article"],
                row["name"],
                row["headline"],
                row["opening"],
                _ruling(row, parts),
                row["decision"],
            )
            for row in found
        )

    def _parts(self, decisions: Sequence[str]) -> Parts:
        return {table: self._connection.children(table, "decision", decisions) for table in _PARTS}

    def decisions(self, ids: Sequence[str]) -> tuple[ArticleDecision, ...]:
        """Decisions on articles by their ids, in that order."""
        found = self._connection.rows(
            "SELECT *, id AS decision FROM article_decisions WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        )
        parts = self._parts(ids)
        read = {
            row["id"]: ArticleDecision(
                row["id"], row["article"], _ruling(row, parts), row["editor"], row["decided_at"], row["follows"]
            )
            for row in found
        }
        return tuple(read[id] for id in ids)

    def of(self, article: str) -> tuple[ArticleDecision, ...]:
        """All decisions on an article, oldest first."""
        found = self._connection.rows(
            "SELECT id FROM article_decisions WHERE article = ? ORDER BY revision, decided_at, id", (article,)
        )
        return self.decisions([row["id"] for row in found])

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
        **describing.columns(article.described, article.zones),
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
        described=describing.described(row),
        zones=describing.read_zones(row["told_zones"]),
    )


def _ruling(row: sqlite3.Row, parts: Parts) -> ArticleRuling:
    """The ruling of a row with the id of its decision, from the rows of its parts by their tables."""
    settled, overruled = (parts[table][row["decision"]] for table in _PARTS)
    return ArticleRuling(
        outlet=row["outlet"],
        published=rows.to_date(row["published"]),
        removed=bool(row["removed"]),
        closed=bool(row["closed"]),
        settled=tuple(Settled(Span(one["start"], one["end"]), one["reason"]) for one in settled),
        overrules=tuple(one["overruled"] for one in overruled),
        told_with=row["told_with"],
        story=row["story"],
        document=SourceKind(row["document"]) if row["document"] else None,
        zones=describing.read_zones(row["ruled_zones"]),
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
