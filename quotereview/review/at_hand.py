"""The quotes of the article that was looked at last, with all their evidence, in memory and current."""

from quotereview.model import StandingQuote
from quotereview.review.change import Change, ChangeKind
from quotereview.store import Store

ONE_BY_ONE = 10
"""Up to how many quotes are read one by one after a ruling, rather than the article anew."""


class AtHand:
    """What stands for quotes, for an editor who goes from one to the next in an article.

    Derived from the store alone: read at the first look, and again where this session changed it. What another program
    writes is not seen until ``look_again``, so that a verb rules upon what its editor saw: one who ruled at the same
    time is contradicted side by side, and not unknowingly overruled.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._article = ""
        self._quotes: dict[str, StandingQuote] = {}

    def quotes(self, article: str) -> tuple[StandingQuote, ...]:
        """The quotes of an article in the order of its text."""
        if article != self._article:
            self._quotes = {quote.id: quote for quote in self._store.standing.quotes(article)}
            self._article = article
        return tuple(self._quotes.values())

    def quote(self, quote: str) -> StandingQuote | None:
        """One quote of any article, None where it does not stand."""
        return self._quotes.get(quote) or self._store.standing.quote(quote)

    def refresh(self, change: Change) -> None:
        """Follow a change by this session."""
        if self._article not in change.articles:
            return
        if change.kind is ChangeKind.RULINGS and len(change.quotes) <= ONE_BY_ONE:
            self._read_again(change.quotes)
        else:
            self.look_again()

    def _read_again(self, quotes: tuple[str, ...]) -> None:
        for quote in quotes:
            standing = self._store.standing.quote(quote)
            if quote in self._quotes and standing is not None:
                self._quotes[quote] = standing
            elif standing is None or standing.article == self._article:  # it went, or came back
                self.look_again()
                return

    def look_again(self) -> None:
        """Read everything again at the next look, whoever wrote it."""
        self._article, self._quotes = "", {}
