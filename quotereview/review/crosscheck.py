"""The same words in other articles, kept current with what stands; derived, nothing is stored."""

from collections.abc import Sequence

from quotereview import matching
from quotereview.model import Group, Kind, Match, QuoteSummary, StandingArticle, Verdict, Wording, Zone
from quotereview.review.outline import Outline, Outlined

_COMPARED_ZONES = (Zone.BODY, Zone.CAPTION)


class CrossCheck:
    """Compares the quotes of all articles in an outline: speech in body and captions that nobody rejected."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._index: matching.Index | None = None
        self._seen: dict[str, Outlined] = {}
        self._compared: dict[str, Wording] = {}

    def partners(self, quote: str) -> tuple[Match, ...]:
        """The matches of a quote, best first; none for one that is not compared."""
        index = self._current()
        return index.partners(quote) if quote in self._compared else ()

    def groups(self) -> tuple[Group, ...]:
        """The utterances that several articles print."""
        return self._current().groups()

    def _current(self) -> matching.Index:
        articles = {outlined.article.id: outlined for outlined in self._outline.articles()}
        if self._index is None:
            wordings = [wording for outlined in articles.values() for wording in _wordings(outlined)]
            self._index = matching.Index(wordings)
            self._compared = {wording.quote: wording for wording in wordings}
        else:
            self._follow(self._index, articles)
        self._seen = articles
        return self._index

    def _follow(self, index: matching.Index, articles: dict[str, Outlined]) -> None:
        for article in self._seen.keys() | articles.keys():
            before, after = self._seen.get(article), articles.get(article)
            if before is not after:
                self._exchange(index, _wordings(before), _wordings(after))

    def _exchange(self, index: matching.Index, before: Sequence[Wording], after: Sequence[Wording]) -> None:
        for wording in set(before).difference(after):
            index.drop(wording.quote)
            del self._compared[wording.quote]
        for wording in after:
            if wording.quote not in self._compared:
                index.add(wording)
                self._compared[wording.quote] = wording


def _wordings(outlined: Outlined | None) -> tuple[Wording, ...]:
    if outlined is None:
        return ()
    return tuple(_wording(outlined.article, quote) for quote in outlined.quotes if _compared(quote))


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
        speaker=quote.speaker,
        source=quote.source,
    )
