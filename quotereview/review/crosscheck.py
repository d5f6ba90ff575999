"""The same words in other articles, kept current with what stands; derived, nothing is stored."""

from collections.abc import Iterable

from quotereview import matching
from quotereview.matching import other_outlet
from quotereview.model import Group, Kind, Match, QuoteSummary, StandingArticle, Verdict, Wording, Zone
from quotereview.review.outline import Outline, Outlined

__all__ = ["CrossCheck", "other_outlet"]

_COMPARED_ZONES = (Zone.BODY, Zone.CAPTION)


class CrossCheck:
    """Compares the quotes of all articles in an outline: speech in body and captions that nobody rejected."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._index = matching.Index()
        self._seen: dict[str, Outlined] = {}
        self._taken_in: tuple[Outlined, ...] = ()
        self._last: tuple[str, tuple[Match, ...]] | None = None
        self._disputed: dict[str, bool] = {}

    def partners(self, quote: str) -> tuple[Match, ...]:
        """The matches of a quote, best first; none for one that is not compared."""
        index = self._current()
        if self._last is None or self._last[0] != quote:
            self._last = quote, index.partners(quote)
        return self._last[1]

    def disputed(self, quotes: Iterable[str]) -> frozenset[str]:
        """Those of which another article has the words from somebody else, through another source, or turned round."""
        index, known = self._current(), self._disputed
        asked = tuple(quotes)
        for quote in asked:
            if quote not in known:
                known[quote] = any(matching.disputes(match) for match in index.partners(quote))
        return frozenset(quote for quote in asked if known[quote])

    def groups(self) -> tuple[Group, ...]:
        """The utterances that several articles print."""
        return self._current().groups()

    def stories(self) -> tuple[tuple[str, ...], ...]:
        """The articles (ids) that hold compared quotes, grouped by the story that they tell, by date."""
        return self._current().stories()

    def catch_up(self, most: int | None = None) -> bool:
        """Take in what changed, in at most so many articles; says whether all is taken in now."""
        if self._outline.articles() is self._taken_in:
            return True
        articles = {outlined.article.id: outlined for outlined in self._outline.articles()}
        changed = [
            article
            for article in self._seen.keys() | articles.keys()
            if self._seen.get(article) is not articles.get(article)
        ]
        for article in changed[:most]:
            before, after = self._seen.pop(article, None), articles.get(article)
            same = _unchanged(before, after)
            self._exchange(_wordings(before, same), _wordings(after, same))
            if article in articles:
                self._seen[article] = articles[article]
        if most is not None and len(changed) > most:
            return False
        self._taken_in = self._outline.articles()
        return True

    def _current(self) -> matching.Index:
        self.catch_up()
        return self._index

    def _exchange(self, before: set[Wording], after: set[Wording]) -> None:
        if before != after:
            self._last = None
            self._disputed.clear()
        for wording in before - after:
            self._index.drop(wording.quote)
        for wording in after - before:
            self._index.add(wording)


def _unchanged(before: Outlined | None, after: Outlined | None) -> frozenset[str]:
    """The quotes (ids) that an article holds as it held them before; mostly all but one."""
    if before is None or after is None or _printed(before.article) != _printed(after.article):
        return frozenset()
    pairs = zip(before.quotes, after.quotes, strict=False)
    return frozenset(now.id for was, now in pairs if was == now)


def _printed(article: StandingArticle) -> tuple[object, ...]:
    """What the wordings of an article say of it."""
    return article.title, article.ruling.outlet, article.ruling.published


def _wordings(outlined: Outlined | None, but: frozenset[str]) -> set[Wording]:
    if outlined is None:
        return set()
    left = (quote for quote in outlined.quotes if quote.id not in but)
    return {_wording(outlined.article, quote) for quote in left if _compared(quote)}


def _compared(quote: QuoteSummary) -> bool:
    speech = quote.kind is Kind.SPEECH and quote.zone in _COMPARED_ZONES
    return speech and quote.verdict is not Verdict.NOT_A_QUOTE


def _wording(article: StandingArticle, quote: QuoteSummary) -> Wording:
    return Wording(
        quote=quote.id,
        article=article.id,
        title=article.title,
        outlet=article.ruling.outlet,
        published=article.ruling.published,
        words=quote.words,
        speaker=quote.person,
        source=quote.source,
    )
