"""The paragraphs of all articles, found by their words."""

import json
from collections.abc import Collection, Iterable, Sequence

from quotereview.model import Span
from quotereview.store.database import Connection
from quotereview.store.searching import found_by, paragraphs, query_for, query_for_any

Found = tuple[str, Span]
"""A paragraph that was found: its article's id and its place in it."""

_FOUND = """
    SELECT paragraphs.article, paragraphs.start, paragraphs.end FROM paragraph_words
    JOIN paragraphs ON paragraphs.id = paragraph_words.rowid
    JOIN articles_current ON articles_current.article = paragraphs.article
    WHERE paragraph_words MATCH ? AND NOT articles_current.removed
"""
_AMONG = "AND paragraphs.article IN (SELECT value FROM json_each(?))"


class Paragraphs:
    """The paragraphs of one store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, article: str, text: str) -> None:
        """Take in the paragraphs of an article."""
        for span in paragraphs(text):
            self._connection.insert("paragraphs", [{"article": article, "start": span.start, "end": span.end}])
            place = self._connection.value("SELECT last_insert_rowid()")
            self._connection.insert("paragraph_words", [{"rowid": place, "words": found_by(span.of(text))}])

    def catch_up(self) -> None:
        """Take in the paragraphs of all articles of which none is known."""
        found = self._connection.rows(
            """SELECT id, text FROM articles
            WHERE NOT EXISTS (SELECT 1 FROM paragraphs WHERE article = articles.id) ORDER BY rowid"""
        )
        for row in found:
            self.add(row["id"], row["text"])

    def holding(self, words: str, limit: int) -> tuple[Found, ...]:
        """The paragraphs that hold all of some words, the last of which may go on; those loaded last come first.

        Case, accents and typography make no difference; in scripts that do not part words, all characters have to stand
        side by side. Not those of removed articles. Nothing for no word.
        """
        return self._found(query_for(words), "paragraph_words.rowid DESC", limit)

    def sharing(
        self, phrases: Iterable[Sequence[str]], limit: int, among: Collection[str] | None = None
    ) -> tuple[Found, ...]:
        """The paragraphs that hold any of some phrases, those that hold most of them and the rarest first.

        A phrase is one stretch of words, or several that stand near each other. Not those of removed articles, and of
        no others than those ``among`` which to look (ids), where they are given.
        """
        return self._found(query_for_any(phrases), "paragraph_words.rank", limit, among)

    def _found(self, query: str, order: str, limit: int, among: Collection[str] | None = None) -> tuple[Found, ...]:
        if not query:
            return ()
        only, given = ("", ()) if among is None else (_AMONG, (json.dumps(list(among)),))
        found = self._connection.rows(f"{_FOUND} {only} ORDER BY {order} LIMIT ?", (query, *given, limit))
        return tuple((row["article"], Span(row["start"], row["end"])) for row in found)
