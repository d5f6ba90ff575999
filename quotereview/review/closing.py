"""Nothing is missed: marks that nobody explained are settled, and an article with none left is closed."""

from dataclasses import replace

from quotereview.errors import NotPossible
from quotereview.model import ArticleSummary, Doubt, QuoteSummary, Settled, Span
from quotereview.review import rulings
from quotereview.review.change import Change, ChangeKind, nothing
from quotereview.review.keeper import Keeper

USUAL = ("inches or feet", "minutes or seconds", "an apostrophe", "a misprint", "its other mark is missing", "no quote")
"""What marks that quote nothing often are."""


class Closing:
    """What an editor does with an article's unexplained marks, and with the article when it is done."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def doubts(self, article: str) -> tuple[Doubt, ...]:
        """The marks of an article that nobody has explained, in the order of its text."""
        return tuple(one.doubt for one in self._keeper.outline.contents(article).unexplained)

    def quote_at(self, article: str, doubt: Doubt) -> str | None:
        """The id of the open quote at which such a mark stands."""
        unexplained = self._keeper.outline.contents(article).unexplained
        return next((one.quote for one in unexplained if one.doubt == doubt and one.quote), None)

    def open_quote(self, article: str) -> QuoteSummary | None:
        """The first quote of an article that waits for a ruling."""
        return next((quote for quote in self._keeper.outline.contents(article).asked if not quote.decided), None)

    def settle(self, article: str, place: Span, reason: str) -> Change:
        """Say what the mark at a place is; raises NotPossible without a reason, and where there is no such doubt."""
        standing = self._keeper.article(article)
        told = rulings.tidy(reason)
        if not told:
            raise NotPossible("Say what this mark is, such as inches or a misprint.")
        if place not in {doubt.place for doubt in self.doubts(article)}:
            raise NotPossible("This mark is explained already.")
        settled = tuple(sorted((*standing.ruling.settled, Settled(place, told)), key=lambda one: one.place))
        ruling = replace(standing.ruling, settled=settled)
        return self._keeper.rule_articles(ChangeKind.CLOSING, f"mark: {told}", [(standing, ruling)])

    def close(self, article: str) -> Change:
        """All of it was looked at; raises NotPossible while a mark is unexplained or a quote is open."""
        standing = self._keeper.article(article)
        if found := self._keeper.outline.get(article):
            _refuse_open(found.summary)
        label = f"close {rulings.titled(standing)}"
        wanted = replace(standing.ruling, closed=True)
        return self._keeper.rule_articles(ChangeKind.CLOSING, label, [(standing, wanted)])

    def reopen(self, article: str) -> Change:
        """It is not done with after all; one in which something is open again is not closed as it is."""
        standing = self._keeper.article(article)
        found = self._keeper.outline.get(article)
        if found is None or not found.summary.closed:
            return nothing((article,), ())
        label = f"open {rulings.titled(standing)} again"
        wanted = replace(standing.ruling, closed=False)
        return self._keeper.rule_articles(ChangeKind.CLOSING, label, [(standing, wanted)])


def _refuse_open(article: ArticleSummary) -> None:
    if quotes := article.quotes - article.decided:
        left = "One quote is" if quotes == 1 else f"{quotes} quotes are"
        raise NotPossible(f"{left} still open in this article; rule on them before you close it.")
    if marks := article.doubts:
        left = "A mark is" if marks == 1 else f"{marks} marks are"
        raise NotPossible(f"{left} not explained yet: add the quote that begins there, or say what it is.")
