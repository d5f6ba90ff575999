"""The same words in other articles, found by what the store keeps of the words of each quote."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from quotereview import matching
from quotereview.matching import other_outlet
from quotereview.model import Group, Match, OutlinedArticle, Wording
from quotereview.review.identities import Identities
from quotereview.review.outline import Outline
from quotereview.store import Store

__all__ = ["CrossCheck", "other_outlet"]

_Told = tuple[list[tuple[int, str, str]], dict[str, date | None]]
"""What the stories depend on: the compared quotes with their words and articles, and when these appeared."""


class CrossCheck:
    """Compares the quotes of a store: speech in body and captions that nobody rejected."""

    def __init__(self, store: Store, outline: Outline) -> None:
        self._store = store
        self._outline = outline
        self._seen: tuple[OutlinedArticle, ...] = ()
        self._known: dict[str, tuple[Match, ...]] = {}
        self._told_of: tuple[OutlinedArticle, ...] | None = None
        self._told: _Told = ([], {})
        self._stories: tuple[tuple[str, ...], ...] = ()

    def partners(self, quote: str) -> tuple[Match, ...]:
        """The matches of a quote, best first; none for one that is not compared."""
        known = self._current()
        if quote not in known:
            known[quote] = self._partners(quote)
        return known[quote]

    def disputed(self, quotes: Iterable[str]) -> frozenset[str]:
        """Those of which another article has the words from somebody else, through another source, or turned round."""
        return frozenset(quote for quote in quotes if any(map(matching.disputes, self.partners(quote))))

    def groups(self) -> tuple[Group, ...]:
        """The utterances that several articles print."""
        return matching.groups(self._alike(number) for number in self._store.compared.numbers())

    def stories(self) -> tuple[tuple[str, ...], ...]:
        """The articles (ids) that hold compared quotes, grouped by the story that they tell, by date."""
        articles = self._outline.articles()
        if articles is not self._told_of:
            self._stories, self._told_of = self._told_now(), articles
        return self._stories

    def likeliest(self, here: Wording, near: int | None = None) -> list[Wording]:
        """The quotes most like some words, best first, whether they match or not; ``near``: a compared one's number."""
        found = dict(matching.sharing(here.words, partial(self._store.compared.holding, near=near)))
        wordings = self._wordings(list(found))
        return matching.likeliest(here, [(there, found[number]) for number, there in wordings.items()])

    def _told_now(self) -> tuple[tuple[str, ...], ...]:
        """The stories, worked out only where other words are quoted than before, or in other articles."""
        compared = self._store.compared
        told = compared.printed(), compared.published()
        if told == self._told:
            return self._stories
        self._told = told
        return matching.stories(compared.telling(matching.TOO_COMMON), told[1])

    def _partners(self, quote: str) -> tuple[Match, ...]:
        number = self._store.compared.number(quote)
        return () if number is None else matching.partners(*self._alike(number))

    def _alike(self, number: int) -> tuple[Wording, list[Wording]]:
        """A compared quote, and those of other articles that render the same utterance."""
        [here] = self._wordings([number]).values()
        likely = self.likeliest(here, number)
        if not likely:
            return here, []
        around = self._store.compared.around
        return here, matching.alike(around(here), map(around, likely))

    def _wordings(self, numbers: Sequence[int]) -> dict[int, Wording]:
        """Compared quotes, each by the name that its speaker goes by."""
        identities = self._outline.identities()
        found = self._store.compared.wordings(numbers)
        return {number: _named(wording, identities) for number, wording in found.items()}

    def _current(self) -> dict[str, tuple[Match, ...]]:
        """What was found since anything changed."""
        articles = self._outline.articles()
        if articles is not self._seen:
            self._seen, self._known = articles, {}
        return self._known


def _named(wording: Wording, identities: Identities) -> Wording:
    names = identities.names(wording.speaker)
    return replace(wording, speaker=names[0]) if names else wording
