"""The same words in other articles, found by what the store keeps of the words of each quote, as editors ruled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from quotereview import matching
from quotereview.matching import other_outlet
from quotereview.model import Group, Label, Match, MatchDecision, OutlinedArticle, Wording
from quotereview.review.identities import Identities
from quotereview.review.outline import Outline
from quotereview.review.ruled_matches import RuledMatches, as_ruled
from quotereview.store import Store

__all__ = ["CrossCheck", "other_outlet"]

_Told = tuple[list[tuple[int, str, str]], dict[str, date | None]]
"""What the stories depend on: the compared quotes with their words and articles, and when these appeared."""

_Seen = tuple[tuple[OutlinedArticle, ...], Mapping[str, MatchDecision]]
"""What matches depend on: the articles, and what editors ruled of matches; other objects once anything changed."""


class CrossCheck:
    """Compares the quotes of a store: speech in body and captions that nobody rejected."""

    def __init__(self, store: Store, outline: Outline, rulings: RuledMatches) -> None:
        self._store = store
        self._outline = outline
        self._rulings = rulings
        self._seen: _Seen = ((), {})
        self._known: dict[str, tuple[Match, ...]] = {}
        self._told_of: tuple[OutlinedArticle, ...] | None = None
        self._told: _Told = ([], {})
        self._stories: tuple[tuple[str, ...], ...] = ()

    def partners(self, quote: str) -> tuple[Match, ...]:
        """The matches of a quote, best first; none for one that is not compared.

        What editors ruled to be a match is one, and what they ruled to be none is not.
        """
        known = self._current()
        if quote not in known:
            known[quote] = self._partners(quote)
        return known[quote]

    def apart(self, quote: str) -> tuple[Match, ...]:
        """What would match a quote, or would not, and of which editors ruled that it does not."""
        ruled = self._rulings.of(quote)
        others = [other for other, ruling in ruled.items() if ruling.label is Label.DIFFERENT]
        return tuple(filter(None, (self.between(quote, other) for other in others)))

    def between(self, quote: str, other: str) -> Match | None:
        """How two quotes match, whether they do or not; None where either is not compared."""
        found = self._by_ids((quote, other))
        if len(found) < 2:
            return None
        return self._as_ruled(matching.compare(found[quote], found[other]))

    def disputed(self, quotes: Iterable[str]) -> frozenset[str]:
        """Those of which another article has the words from somebody else, through another source, or turned round.

        Not where an editor settled all of that.
        """
        return frozenset(quote for quote in quotes if any(map(matching.disputes, self.partners(quote))))

    def groups(self) -> tuple[Group, ...]:
        """The utterances that several articles print."""
        found = matching.groups(self._alike(number) for number in self._store.compared.numbers())
        return tuple(replace(group, matches=tuple(map(self._as_ruled, group.matches))) for group in found)

    def quoted(self, article: str) -> tuple[Wording, ...]:
        """The compared quotes of an article in the order of its text, without the words around them."""
        numbers = self._store.compared.of(article)
        found = self._wordings(numbers)
        return tuple(found[number] for number in numbers)

    def group(self, quote: str) -> Group | None:
        """The utterance of a quote, of its version alone where no other article has one; None if it is not compared."""
        number = self._store.compared.number(quote)
        if number is None:
            return None
        found = (group for group in self.groups() if quote in {wording.quote for wording in group.wordings})
        return next(found, None) or Group(tuple(self._wordings([number]).values()), ())

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
        return () if number is None else tuple(map(self._as_ruled, matching.partners(*self._alike(number))))

    def _alike(self, number: int) -> tuple[Wording, list[Wording]]:
        """A compared quote, and those of other articles that render the same utterance, or do as editors ruled."""
        [here] = self._wordings([number]).values()
        likely, found = self.likeliest(here, number), list[Wording]()
        if likely:
            around = self._store.compared.around
            here = around(here)
            found = matching.alike(here, map(around, likely))
        ruled = {other: ruling.label for other, ruling in self._rulings.of(here.quote).items() if ruling.label}
        left = [there for there in found if there.quote not in ruled]
        brought = self._by_ids([other for other, label in ruled.items() if label is not Label.DIFFERENT])
        return here, [*left, *brought.values()]

    def _as_ruled(self, match: Match) -> Match:
        ruling = self._rulings.of(match.here.quote).get(match.there.quote)
        return as_ruled(match, ruling, self._outline.identities().named_as)

    def _by_ids(self, quotes: Sequence[str]) -> dict[str, Wording]:
        """Compared quotes by their ids, with the words around them; none that is not compared."""
        numbers = [number for number in map(self._store.compared.number, quotes) if number is not None]
        found = map(self._store.compared.around, self._wordings(numbers).values())
        return {wording.quote: wording for wording in found}

    def _wordings(self, numbers: Sequence[int]) -> dict[int, Wording]:
        """Compared quotes, each by the name that its speaker goes by."""
        identities = self._outline.identities()
        found = self._store.compared.wordings(numbers)
        return {number: _named(wording, identities) for number, wording in found.items()}

    def _current(self) -> dict[str, tuple[Match, ...]]:
        """What was found since anything changed."""
        articles, rulings = self._outline.articles(), self._rulings.standing()
        if articles is not self._seen[0] or rulings is not self._seen[1]:
            self._seen, self._known = (articles, rulings), {}
        return self._known


def _named(wording: Wording, identities: Identities) -> Wording:
    return replace(wording, speaker=identities.named_as(wording.speaker))
