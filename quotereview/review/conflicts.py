"""What editors ruled on side by side and not alike, and how somebody settles which ruling holds."""

from collections.abc import Sequence
from dataclasses import replace

from quotereview.errors import NotPossible
from quotereview.model import (
    ArticleConflict,
    ArticleDecision,
    ArticleRuling,
    Decision,
    MatchConflict,
    MatchDecision,
    NameConflict,
    NameDecision,
    RulingConflict,
    alike,
    ruled_alike,
)
from quotereview.review.change import Change, ChangeKind
from quotereview.review.joined_rulings import as_one, before
from quotereview.review.keeper import Keeper
from quotereview.review.rulings import in_marks, short, storable
from quotereview.store import Ruled

WHY = "Say why this ruling holds: whoever ruled otherwise will want to know."


class Conflicts:
    """The conflicting rulings of a store, and the verb that settles one."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._looked_after = -1
        self._known = 0, frozenset[str]()
        # What was ruled never changes, so that what lies between the same rulings is read once.
        self._by_ends: dict[tuple[str, ...], RulingConflict | None] = {}

    def number(self) -> int:
        """How many there are, on quotes, articles, names and matches."""
        return self._counted()[0]

    def quotes(self) -> frozenset[str]:
        """The ids of the quotes that are in conflict."""
        return self._counted()[1]

    def _counted(self) -> tuple[int, frozenset[str]]:
        """Counted again after each act, whoever did it, since nothing else changes them."""
        last = self._keeper.store.acts.last()
        if last != self._looked_after:
            quotes = frozenset(conflict.quote for conflict in self.all())
            others = (*self.of_articles(), *self.of_names(), *self.of_matches())
            self._known = len(quotes) + len(others), quotes
            self._looked_after = last
        return self._known

    def all(self) -> tuple[RulingConflict, ...]:
        """The conflicts in articles that were not removed, article by article as loaded."""
        known, ends = self._by_ends, self._keeper.store.branches.all().values()
        self._by_ends = {one: known[one] if one in known else self._conflict(one) for one in ends}
        articles = self._keeper.outline.articles()
        places = {outlined.id: place for place, outlined in enumerate(articles)}
        there = [one for one in self._by_ends.values() if one and one.article in places]
        return tuple(sorted(there, key=lambda one: (places[one.article], _start(one), one.quote)))

    def of(self, quote: str) -> RulingConflict | None:
        """The conflict about one quote, if there is one."""
        ends = self._keeper.store.branches.of(quote)
        return self._conflict(ends) if len(ends) > 1 else None

    def of_articles(self) -> tuple[ArticleConflict, ...]:
        """The articles, as loaded, of which editors ruled another outlet or date, or whether it is removed."""
        ends = self._keeper.store.article_branches.all()
        loaded = [article for article in self._keeper.store.articles.loaded() if article in ends] if ends else ()
        return tuple(filter(None, (self._of_article(article, ends[article]) for article in loaded)))

    def of_names(self) -> tuple[NameConflict, ...]:
        """The names, by the alphabet, on whose person editors decided otherwise."""
        ends = self._keeper.store.name_branches.all()
        return tuple(filter(None, (self._of_name(name, ends[name]) for name in sorted(ends))))

    def of_matches(self) -> tuple[MatchConflict, ...]:
        """The matches on which editors ruled otherwise, the latest ruling last; both quotes have to stand."""
        ends = self._keeper.store.match_branches.all().values()
        found = sorted(filter(None, map(self._of_match, ends)), key=lambda one: (one.standing.decided_at, one.pair))
        return tuple(found)

    def settle_article(self, decision: str, reason: str) -> Change:
        """One of the conflicting rulings on an article holds, and no other one; the act says why."""
        why = _why(reason)
        conflicts = ((conflict, (conflict.standing, *conflict.others)) for conflict in self.of_articles())
        for conflict, rulings in conflicts:
            for chosen in rulings:
                if chosen.id == decision:
                    return self._rule_article(conflict, chosen, why)
        raise NotPossible("Nobody ruled otherwise on this article; there is nothing to settle.")

    def settle_name(self, decision: str, reason: str) -> Change:
        """One of the conflicting decisions on a name holds, and no other one; the act says why."""
        why = _why(reason)
        for conflict in self.of_names():
            for chosen in (conflict.standing, *conflict.others):
                if chosen.id == decision:
                    return self._rule_name(conflict, chosen, why)
        raise NotPossible("Nobody decided otherwise on this name; there is nothing to settle.")

    def settle_match(self, decision: str, reason: str) -> Change:
        """One of the conflicting rulings on a match holds, and no other one; the act says why."""
        why = _why(reason)
        for conflict in self.of_matches():
            for chosen in (conflict.standing, *conflict.others):
                if chosen.id == decision:
                    return self._rule_match(conflict, chosen, why)
        raise NotPossible("Nobody ruled otherwise on this match; there is nothing to settle.")

    def _rule_match(self, conflict: MatchConflict, chosen: MatchDecision, why: str) -> Change:
        store, former = self._keeper.store, conflict.standing
        ends = store.match_branches.of(former.pair)
        overruled = sorted({*former.ruling.overrules, *(end for end in ends if end != former.id)})
        ruling = replace(chosen.ruling, overrules=tuple(overruled))
        label = f"settle the match of {in_marks(conflict.words)}: {short(why)}"
        with self._keeper.act(ChangeKind.MATCHES, label) as act:
            store.match_rulings.rule(act, former.quote, former.other, ruling, former.id)
        quotes = former.quote, former.other
        return self._keeper.done(ChangeKind.MATCHES, tuple(store.proposals.articles(quotes).values()), quotes, label)

    def _of_match(self, ends: Sequence[str]) -> MatchConflict | None:
        store = self._keeper.store
        standing, *others = store.match_branches.as_ruled(store.match_rulings.decisions(ends))
        differing = tuple(other for other in others if not ruled_alike(other.ruling, standing.ruling))
        here, there = map(store.standing.quote, (standing.quote, standing.other))
        if not (here and there and differing):
            return None
        words, other_words = (quote.ruling.passages[0].words for quote in (here, there))
        title = self._keeper.article(there.article).title
        return MatchConflict(here.article, words, other_words, title, standing, differing)

    def titled(self, article: str) -> str:
        """What to call an article (its id), removed or not."""
        return self._keeper.store.articles.titled(article)

    def _rule_name(self, conflict: NameConflict, chosen: NameDecision, why: str) -> Change:
        name, former = conflict.name, conflict.standing
        ends = self._keeper.store.name_branches.of(name)
        overruled = sorted({*former.overrules, *(end for end in ends if end != former.id)})
        label = f"settle the name {in_marks(name)}: {short(why)}"
        with self._keeper.act(ChangeKind.PEOPLE, label) as act:
            self._keeper.store.people.rule(act, name, chosen.same_as, former.id, overruled)
        return self._keeper.done(ChangeKind.PEOPLE, (), (), label)

    def _of_name(self, name: str, ends: Sequence[str]) -> NameConflict | None:
        store = self._keeper.store
        standing, *others = store.name_branches.as_ruled(store.people.decisions(ends))
        differing = tuple(other for other in others if other.same_as != standing.same_as)
        return NameConflict(name, standing, differing) if differing else None

    def _rule_article(self, conflict: ArticleConflict, chosen: ArticleDecision, why: str) -> Change:
        article, former = chosen.article, conflict.standing
        standing = self._keeper.store.articles.standing(article)
        ends = self._keeper.store.article_branches.of(article)
        overruled = {*former.ruling.overrules, *(end for end in ends if end != former.id)}
        assert standing is not None  # an article is never deleted
        ruling = replace(chosen.ruling, overrules=tuple(sorted(overruled)))
        label = f"settle {in_marks(conflict.title)}: {short(why)}"
        return self._keeper.rule_articles(ChangeKind.ARTICLES, label, [(standing, ruling)])

    def _of_article(self, article: str, ends: Sequence[str]) -> ArticleConflict | None:
        store = self._keeper.store
        standing, *others = store.article_branches.as_ruled(store.articles.decisions(ends))
        differing = tuple(other for other in others if _described(other) != _described(standing))
        found = store.articles.standing(article)
        if found is None or not differing:
            return None
        parted = before(store.articles.of(article), ends)
        first, *rest = (_with_others(one, (standing, *others), parted) for one in (standing, *differing))
        return ArticleConflict(found.title, first, tuple(rest))

    def settle(self, quote: str, decision: str, reason: str) -> Change:
        """One of the conflicting rulings holds, and no other one; it is ruled anew with the reason for that."""
        conflict, why = self.of(quote), _why(reason)
        if conflict is None:
            raise NotPossible("Nobody ruled otherwise on this quote; there is nothing to settle.")
        if self._keeper.outline.get(conflict.article) is None:
            raise NotPossible("The article of this quote was removed; load it again.")
        chosen = next((one for one in (conflict.standing, *conflict.others) if one.id == decision), None)
        if chosen is None:
            raise NotPossible("This is none of the rulings between which to choose.")
        return self._rule(conflict, chosen, why)

    def _rule(self, conflict: RulingConflict, chosen: Decision, why: str) -> Change:
        standing = conflict.standing
        ends = self._keeper.store.branches.of(conflict.quote)
        overruled = {*standing.ruling.overrules, *(end for end in ends if end != standing.id)}
        ruling = replace(chosen.ruling, reason=why, overrules=tuple(sorted(overruled)))
        label = f"settle {in_marks(ruling.passages[0].words)}"
        kind = ChangeKind.QUOTES if chosen.withdrawn or standing.withdrawn else ChangeKind.RULINGS
        with self._keeper.act(kind, label) as act:
            ruled = Ruled(conflict.quote, ruling, standing.id, chosen.proposal, chosen.withdrawn)
            self._keeper.store.decisions.add(act, ruled)
        return self._keeper.done(kind, (conflict.article,), (conflict.quote,), label)

    def _conflict(self, ends: Sequence[str]) -> RulingConflict | None:
        store = self._keeper.store
        found = {decision.id: decision for decision in store.branches.as_ruled(store.decisions.get(ends))}
        standing, *others = (found[end] for end in ends)
        differing = tuple(other for other in others if not alike(standing, other))
        return RulingConflict(standing.quote, standing.article, standing, differing) if differing else None


def _why(reason: str) -> str:
    why = storable(reason).strip()
    if not why:
        raise NotPossible(WHY)
    return why


def _described(decision: ArticleDecision) -> tuple[object, ...]:
    ruling = decision.ruling
    told = (ruling.outlet, ruling.published, ruling.removed, ruling.told_with, ruling.story, ruling.document)
    return *told, ruling.zones


def _with_others(one: ArticleDecision, all_ends: Sequence[ArticleDecision], parted: ArticleRuling) -> ArticleDecision:
    """A ruling as it would hold: with what only others said."""
    others = [other.ruling for other in all_ends if other.id != one.id]
    return replace(one, ruling=as_one(one.ruling, others, parted))


def _start(conflict: RulingConflict) -> int:
    return conflict.standing.ruling.span.start
