"""Articles that may be editions of others, or are the same text, decided on together: each as is chosen, in one act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quotereview.model import EditionRuling
from quotereview.review.change import Change, ChangeKind, nothing
from quotereview.review.editions import ENOUGH, Editions, Likely
from quotereview.review.keeper import Keeper
from quotereview.review.rulings import in_marks
from quotereview.store import Act


class TakenFor(StrEnum):
    """For what an editor takes two articles that may be editions of one."""

    EDITION = "newer edition"
    COPY = "same text"
    APART = "two articles"
    LATER = "later"


_COUNTED = {TakenFor.EDITION: "newer", TakenFor.COPY: "the same text", TakenFor.APART: "kept apart"}


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two articles that may be editions of one, and for what they are taken."""

    likely: Likely
    taken_for: TakenFor


def proposed(likely: Likely) -> TakenFor:
    """What is proposed for two articles: what shares only an address is to be looked at by itself."""
    if likely.same_text:
        return TakenFor.COPY
    return TakenFor.EDITION if likely.shared >= ENOUGH else TakenFor.LATER


class Lots:
    """What an editor does about many such articles at once."""

    def __init__(self, keeper: Keeper, editions: Editions) -> None:
        self._keeper, self._editions = keeper, editions

    def settle(self, lot: Sequence[LikelyPair]) -> Change:
        """Do what is chosen for each pair, in one act, so that nobody is asked about it again.

        A newer edition takes over the rulings that hold in it, and the older one leaves the desk; of the same text what
        was loaded later leaves it, and its rulings are taken over likewise. What is left for later stays as it is.
        Where several belong together, the one that stays at last has all of it.
        """
        self._keeper.refuse_blind()
        wanted = self._oldest_first([one for one in lot if one.taken_for is not TakenFor.LATER])
        ids = tuple(dict.fromkeys(id for one in wanted for id in (one.likely.older.id, one.likely.article.id)))
        if not wanted:
            return nothing((), ())
        label = f"editions: {_counted(wanted)}"
        with self._keeper.act(ChangeKind.ARTICLES, label) as act:
            told = [said for one in wanted if (said := self._do(act, one))]
        quotes = tuple(quote for article in ids for quote in self._keeper.store.proposals.quotes(article))
        return self._keeper.done(ChangeKind.ARTICLES, ids, quotes, f"{label}{''.join(told)}")

    def _do(self, act: Act, one: LikelyPair) -> str:
        """Do what is chosen for a pair; what is to be told of the older one as a whole, of which something is lost."""
        article, older = one.likely.article.id, one.likely.older.id
        if one.taken_for is TakenFor.APART:
            self._keep_apart(act, article, older)
            return ""
        article, older = self._on_desk(article), self._on_desk(older)
        if article == older:
            return ""
        if one.taken_for is TakenFor.COPY and self._keeper.store.articles.loaded_first(older, article):
            article, older = older, article
        left = self._editions.add_to(act, article, older).left
        title = in_marks(self._keeper.store.articles.titled(older))
        return f"; not taken over of {title}: {', '.join(left)}" if left else ""

    def _keep_apart(self, act: Act, article: str, older: str) -> None:
        editions = self._keeper.store.editions
        newest = editions.newest(article, older)
        editions.rule(act, article, older, EditionRuling(False), newest.id if newest else None)

    def _on_desk(self, article: str) -> str:
        """That article, or the one that has taken its place."""
        standing = self._keeper.store.articles.standing(article)
        newer = self._editions.newer(article) if standing and standing.ruling.removed else None
        return newer.id if newer else article

    def _oldest_first(self, lot: Sequence[LikelyPair]) -> list[LikelyPair]:
        """By the day of the newer article of each pair, then in the order of loading."""
        loaded = {article: number for number, article in enumerate(self._keeper.store.articles.loaded())}
        by_loading = sorted(lot, key=lambda one: loaded[one.likely.article.id])
        return sorted(by_loading, key=lambda one: one.likely.article.ruling.published or date.min)


def _counted(wanted: Sequence[LikelyPair]) -> str:
    numbers = {taken_for: sum(one.taken_for is taken_for for one in wanted) for taken_for in _COUNTED}
    return ", ".join(f"{number} {_COUNTED[taken_for]}" for taken_for, number in numbers.items() if number)
