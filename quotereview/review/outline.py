"""All articles and quotes of a store in a few words each, in memory and current: for lists, counts and the queue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quotereview.model import ArticleSummary, QuoteSummary, StandingArticle, StandingDoubt
from quotereview.review.identities import Identities
from quotereview.store import Store


@dataclass(frozen=True, slots=True)
class Outlined:
    """An article as it stands, its quotes in the order of its text, its summary, and how many doubts stand in it.

    ``asked`` are the quotes that an editor is asked about, ``queued`` their ids, ``waiting`` the ids of those among
    them that wait for a ruling, ``unread`` of those that were accepted in bulk and nobody has looked at.
    ``unexplained`` are the doubts of the article that nobody has settled and that stand at no decided quote.
    """

    article: StandingArticle
    quotes: tuple[QuoteSummary, ...]
    asked: tuple[QuoteSummary, ...]
    summary: ArticleSummary
    doubts: int
    queued: frozenset[str]
    waiting: frozenset[str]
    unread: frozenset[str]
    unexplained: tuple[StandingDoubt, ...]


def _outlined(article: StandingArticle, quotes: tuple[QuoteSummary, ...], doubts: Sequence[StandingDoubt]) -> Outlined:
    """An article with the quotes counted that an editor is asked about, and the doubts that stand."""
    asked = tuple(quote for quote in quotes if quote.asked)
    waiting = [quote for quote in asked if not quote.decided]
    queued = frozenset(quote.id for quote in asked)
    ruling = article.ruling
    settled = {one.place for one in ruling.settled}
    left = frozenset(quote.id for quote in waiting)
    open_doubts = (one for one in doubts if one.doubt.place not in settled)
    unexplained = tuple(one for one in open_doubts if not one.quotes & (queued - left))
    summary = ArticleSummary(
        id=article.id,
        name=article.name,
        title=article.title,
        outlet=ruling.outlet,
        published=ruling.published,
        quotes=len(asked),
        decided=len(asked) - len(waiting),
        closed=ruling.closed and not waiting and not unexplained,
        doubts=len(unexplained),
    )
    return Outlined(
        article,
        quotes,
        asked,
        summary,
        doubts=sum(quote.doubts for quote in waiting) + sum(not one.quotes & left for one in unexplained),
        queued=queued,
        waiting=left,
        unread=frozenset(quote.id for quote in asked if quote.unread),
        unexplained=unexplained,
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
        self._all: tuple[Outlined, ...] = ()
        self._identities = Identities({})
        self._queued: frozenset[str] | None = None
        self._waiting: frozenset[str] | None = None

    def articles(self) -> tuple[Outlined, ...]:
        """All articles; the same object until one changes."""
        self._current()
        return self._all

    def get(self, article: str) -> Outlined | None:
        """One article, None when it was removed or never there."""
        return self._current().get(article)

    def quotes(self) -> tuple[QuoteSummary, ...]:
        """All quotes, by article, then as they stand in its text."""
        return tuple(quote for outlined in self._current().values() for quote in outlined.quotes)

    def identities(self) -> Identities:
        """Which names belong to one person."""
        self._current()
        return self._identities

    def queued(self) -> frozenset[str]:
        """The ids of all quotes that an editor is asked about; the same object until a quote comes or goes."""
        articles = self._current().values()
        if self._queued is None:
            self._queued = frozenset[str]().union(*(outlined.queued for outlined in articles))
        return self._queued

    def waiting(self) -> frozenset[str]:
        """The ids of all quotes that wait for a ruling."""
        articles = self._current().values()
        if self._waiting is None:
            self._waiting = frozenset[str]().union(*(outlined.waiting for outlined in articles))
        return self._waiting

    def refresh(self, articles: Iterable[str]) -> None:
        """Read some articles again, after a change to them by this session."""
        changed = set(articles)
        before = self._current()
        if changed <= before.keys():
            fresh = {article: self._read(article) for article in changed}
            self._keep(fresh.get(article, outlined) for article, outlined in before.items())
        else:  # one that comes finds its place in the order of loading
            loaded = self._store.articles.loaded()
            self._keep(self._read(article) if article in changed else before.get(article) for article in loaded)

    def follow_names(self) -> tuple[str, ...]:
        """Read the names of people again, after a change by this session; the ids of the articles that name them."""
        before = self._current()
        self._identities = Identities(self._store.people.same())
        self._keep([self._named(outlined) for outlined in before.values()])
        return tuple(article for article, outlined in self._articles.items() if outlined is not before[article])

    def _current(self) -> dict[str, Outlined]:
        version = self._store.version()
        if version != self._version:
            self._version = version
            self._read_all()
        return self._articles

    def _keep(self, outlined: Iterable[Outlined | None]) -> None:
        before, self._articles = self._articles, {one.article.id: one for one in outlined if one is not None}
        self._all, self._waiting = tuple(self._articles.values()), None
        if [one.queued for one in before.values()] != [one.queued for one in self._articles.values()]:
            self._queued = None

    def _read(self, article: str) -> Outlined | None:
        """An article as the store has it now, None where it was removed."""
        standing = self._store.articles.standing(article)
        if standing is None or standing.ruling.removed:
            return None
        reads = self._store.standing
        return _outlined(standing, self._identities.named(reads.outline_of(article)), reads.doubts_of(article))

    def _named(self, outlined: Outlined) -> Outlined:
        quotes = self._identities.named(outlined.quotes)
        if quotes == outlined.quotes:
            return outlined
        return replace(outlined, quotes=quotes, asked=tuple(quote for quote in quotes if quote.asked))

    def _read_all(self) -> None:
        quotes: dict[str, list[QuoteSummary]] = {}
        self._identities = Identities(self._store.people.same())
        for quote in self._identities.named(self._store.standing.outline()):
            quotes.setdefault(quote.article, []).append(quote)
        doubts = self._store.standing.doubts()
        self._keep(
            self._kept(_outlined(article, tuple(quotes.get(article.id, ())), doubts.get(article.id, ())))
            for article in self._store.articles.all_standing()
        )

    def _kept(self, read: Outlined) -> Outlined:
        """The same object as before for an article that did not change, so that nothing is derived from it anew."""
        before = self._articles.get(read.article.id)
        return before if before == read else read
