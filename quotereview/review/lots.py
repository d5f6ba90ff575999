"""Articles that may be editions of others, or are the same text, decided on together: each as is chosen, in one act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quotereview.model import EditionRuling
from quotereview.review.change import Change, ChangeKind, nothing
from quotereview.review.editions import ENOUGH, Editions, Likely
from quotereview.review.keeper import Keeper
from quotereview.store import Act


class Choice(StrEnum):
    """What an editor chooses for two articles that may be editions of one."""

    EDITION = "newer edition"
    COPY = "same text"
    APART = "two articles"
    LATER = "later"


_COUNTED = {Choice.EDITION: "newer", Choice.COPY: "the same text", Choice.APART: "kept apart"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Two articles that may be editions of one, and what is chosen for them."""

    likely: Likely
    choice: Choice


def proposed(likely: Likely) -> Choice:
    """What is proposed for two articles: what shares only an address is to be looked at by itself."""
    if likely.same_text:
        return Choice.COPY
    return Choice.EDITION if likely.shared >= ENOUGH else Choice.LATER


class Lots:
    """What an editor does about many such articles at once."""

    def __init__(self, keeper: Keeper, editions: Editions) -> None:
        self._keeper, self._editions = keeper, editions

    def settle(self, lot: Sequence[Chosen]) -> Change:
        """Do what is chosen for each pair, in one act, so that nobody is asked about it again.

        A newer edition takes over the rulings that hold in it, and the older one leaves the desk; of the same text what
        was loaded later leaves it, and its rulings are taken over likewise. What is left for later stays as it is.
        Where several belong together, the one that stays at last has all of it.
        """
        self._keeper.refuse_blind()
        wanted = self._oldest_first([one for one in lot if one.choice is not Choice.LATER])
        ids = tuple(dict.fromkeys(id for one in wanted for id in (one.likely.older.id, one.likely.article.id)))
        if not wanted:
            return nothing((), ())
        label = f"editions: {_counted(wanted)}"
        with self._keeper.act(ChangeKind.ARTICLES, label) as act:
            for one in wanted:
                self._do(act, one)
        quotes = tuple(quote for article in ids for quote in self._keeper.store.proposals.quotes(article))
        return self._keeper.done(ChangeKind.ARTICLES, ids, quotes, label)

    def _do(self, act: Act, one: Chosen) -> None:
        article, older = one.likely.article.id, one.likely.older.id
        if one.choice is Choice.APART:
            self._keep_apart(act, article, older)
            return
        article, older = self._on_desk(article), self._on_desk(older)
        if article == older:
            return
        if one.choice is Choice.COPY and self._keeper.store.articles.loaded_first(older, article):
            article, older = older, article
        self._editions.add_to(act, article, older)

    def _keep_apart(self, act: Act, article: str, older: str) -> None:
        editions = self._keeper.store.editions
        newest = editions.newest(article, older)
        editions.rule(act, article, older, EditionRuling(False), newest.id if newest else None)

    def _on_desk(self, article: str) -> str:
        """That article, or the one that has taken its place."""
        standing = self._keeper.store.articles.standing(article)
        newer = self._editions.newer(article) if standing and standing.ruling.removed else None
        return newer.id if newer else article

    def _oldest_first(self, lot: Sequence[Chosen]) -> list[Chosen]:
        """By the day of the newer article of each pair, then in the order of loading."""
        loaded = {article: number for number, article in enumerate(self._keeper.store.articles.loaded())}
        by_loading = sorted(lot, key=lambda one: loaded[one.likely.article.id])
        return sorted(by_loading, key=lambda one: one.likely.article.ruling.published or date.min)


def _counted(wanted: Sequence[Chosen]) -> str:
    numbers = {choice: sum(one.choice is choice for one in wanted) for choice in _COUNTED}
    return ", ".join(f"{number} {_COUNTED[choice]}" for choice, number in numbers.items() if number)
