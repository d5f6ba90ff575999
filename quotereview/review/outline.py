"""What stands in a store in a few words: all articles in memory and current, the quotes of an article as one asks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quotereview.model import OutlinedArticle, QuoteSummary, StandingDoubt
from quotereview.review.identities import Identities
from quotereview.store import Store

AT_HAND = 50
"""Of how many articles the quotes are kept in memory."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The quotes of an article in the order of its text, and what is left to do in it.

    ``asked`` are the quotes that an editor is asked about. ``unexplained`` are the doubts of the article that nobody
    has settled and that stand at no decided quote.
    """

    quotes: tuple[QuoteSummary, ...]
    asked: tuple[QuoteSummary, ...]
    unexplained: tuple[StandingDoubt, ...]


class Outline:
    """The articles that were not removed, in the order of loading.

    Derived from the store alone: read at the first look, and what has changed when this session changed it, or another
    program has written to the file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version: int | None = None
        self._stamp = 0
        self._articles: dict[str, OutlinedArticle] = {}
        self._all: tuple[OutlinedArticle, ...] | None = None
        self._contents: dict[str, tuple[OutlinedArticle, Contents]] = {}
        self._identities = Identities({})

    def articles(self) -> tuple[OutlinedArticle, ...]:
        """All articles; the same object until one changes, and an article that does not change is the same object."""
        articles = self._current()
        if self._all is None:
            self._all = tuple(articles.values())
        return self._all

    def get(self, article: str) -> OutlinedArticle | None:
        """One article, None when it was removed or never there."""
        return self._current().get(article)

    def contents(self, article: str) -> Contents:
        """The quotes of an article and what is left to do in it; nothing where it was removed or never there."""
        outlined = self.get(article)
        if outlined is None:
            return Contents((), (), ())
        before, contents = self._contents.get(article, (None, None))
        if contents is None or before is not outlined:
            if len(self._contents) >= AT_HAND:
                self._contents.clear()
            contents = self._read(article)
            self._contents[article] = outlined, contents
        return contents

    def identities(self) -> Identities:
        """Which names belong to one person."""
        self._current()
        return self._identities

    def refresh(self) -> None:
        """Take in what this session changed."""
        self._current()
        self._take_in(self._store.outlines.articles(self._stamp))

    def follow_names(self) -> tuple[str, ...]:
        """Read the names of people again, after a change by this session; the ids of the articles that name them."""
        self._current()
        return self._follow_names()

    def _current(self) -> dict[str, OutlinedArticle]:
        version = self._store.version()
        if version != self._version:
            first, self._version = self._version is None, version
            self._take_in(self._store.outlines.articles(self._stamp))
            if first:
                self._identities = Identities(self._store.people.same())
            else:
                self._follow_names()
        return self._articles

    def _take_in(self, changed: Iterable[OutlinedArticle]) -> None:
        for outlined in changed:
            self._stamp = max(self._stamp, outlined.stamp)
            self._all = None
            if outlined.summary.removed:
                self._articles.pop(outlined.id, None)
            elif outlined.id in self._articles:
                self._articles[outlined.id] = outlined
            else:
                self._add(outlined)

    def _add(self, outlined: OutlinedArticle) -> None:
        """Put an article in its place in the order of loading; mostly it comes last."""
        last = next(reversed(self._articles.values()), None)
        self._articles[outlined.id] = outlined
        if last is not None and last.loaded > outlined.loaded:
            self._articles = dict(sorted(self._articles.items(), key=lambda item: item[1].loaded))

    def _follow_names(self) -> tuple[str, ...]:
        before, self._identities = self._identities, Identities(self._store.people.same())
        others = self._identities.differing(before)
        naming = [article for article in self._store.outlines.naming(others) if article in self._articles]
        for article in naming:  # another object, since another person is named in it
            self._articles[article] = replace(self._articles[article])
            self._all = None
        return tuple(naming)

    def _read(self, article: str) -> Contents:
        reads = self._store.outlines
        quotes = self._identities.named(reads.of(article))
        return Contents(quotes, tuple(quote for quote in quotes if quote.asked), reads.unexplained(article))
