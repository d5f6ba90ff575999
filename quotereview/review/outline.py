"""All articles and quotes of a store in a few words each, in memory and current: for lists, counts and the queue."""

from collections.abc import Iterable
from dataclasses import dataclass

from quotereview.model import ArticleSummary, QuoteSummary, StandingArticle
from quotereview.store import Store


@dataclass(frozen=True, slots=True)
class Outlined:
    """An article as it stands with its quotes in the order of its text."""

    article: StandingArticle
    quotes: tuple[QuoteSummary, ...]

    def summary(self) -> ArticleSummary:
        """The article as a list shows it, counting the quotes that an editor is asked about."""
        asked = [quote for quote in self.quotes if quote.asked]
        article, ruling = self.article, self.article.ruling
        decided = sum(quote.decided for quote in asked)
        return ArticleSummary(
            article.id, article.name, article.title, ruling.outlet, ruling.published, len(asked), decided
        )


class Outline:
    """The articles that were not removed, in the order of loading.

    Derived from the store alone: read at the first look, article by article when this session changes one, and wholly
    when another program has written to the file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version: int | None = None
        self._articles: dict[str, Outlined] = {}

    def articles(self) -> tuple[Outlined, ...]:
        """All articles."""
        return tuple(self._current().values())

    def get(self, article: str) -> Outlined | None:
        """One article, None when it was removed or never there."""
        return self._current().get(article)

    def quotes(self) -> tuple[QuoteSummary, ...]:
        """All quotes, by article, then as they stand in its text."""
        return tuple(quote for outlined in self._current().values() for quote in outlined.quotes)

    def refresh(self, articles: Iterable[str]) -> None:
        """Read some articles again, after a change to them by this session."""
        changed = set(articles)
        before = self._current()
        self._articles = {
            article.id: Outlined(article, self._store.standing.outline_of(article.id))
            if article.id in changed or article.id not in before
            else before[article.id]
            for article in self._store.articles.all_standing()
        }

    def _current(self) -> dict[str, Outlined]:
        version = self._store.version()
        if version != self._version:
            self._version = version
            self._read_all()
        return self._articles

    def _read_all(self) -> None:
        quotes: dict[str, list[QuoteSummary]] = {}
        for quote in self._store.standing.outline():
            quotes.setdefault(quote.article, []).append(quote)
        self._articles = {
            article.id: self._kept(Outlined(article, tuple(quotes.get(article.id, ()))))
            for article in self._store.articles.all_standing()
        }

    def _kept(self, read: Outlined) -> Outlined:
        """The same object as before for an article that did not change, so that nothing is derived from it anew."""
        before = self._articles.get(read.article.id)
        return before if before == read else read
