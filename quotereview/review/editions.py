"""Newer editions of articles: found, compared quote by quote, and given the rulings of the older one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quotereview import traces
from quotereview.counting import counted
from quotereview.errors import NotPossible
from quotereview.matching import differ, versions
from quotereview.model import (
    AlignedWords,
    Decision,
    EditionDecision,
    EditionRuling,
    StandingArticle,
    StandingQuote,
    TakenOver,
)
from quotereview.review import taking_over
from quotereview.review.carrying import Carried, says_anything
from quotereview.review.change import Change, ChangeKind, nothing
from quotereview.review.compared_editions import Comparison, compare
from quotereview.review.ingest import Read
from quotereview.review.keeper import Keeper
from quotereview.review.reanchoring import most_like
from quotereview.review.rulings import described, in_marks
from quotereview.review.waiting import waiting
from quotereview.store import Act

ENOUGH = 0.6
"""The share of the shorter text, by runs of five words, from which on two articles may be editions of one."""


@dataclass(frozen=True, slots=True)
class Likely:
    """Two articles that may be editions of one, the newer and the older: the same address, and how much of the text.

    ``same_text``: all of it, but for white space.
    """

    article: StandingArticle
    older: StandingArticle
    same_address: bool
    shared: float
    same_text: bool = False

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of both, the newer one first."""
        return self.article.id, self.older.id

    @property
    def why(self) -> str:
        """What speaks for it."""
        text = "the same text" if self.same_text else f"{self.shared:.0%} of its text"
        return f"the same address, {text}" if self.same_address else text


@dataclass(frozen=True, slots=True)
class _Known:
    """An article by what it is known again."""

    standing: StandingArticle
    address: str | None
    runs: frozenset[int]
    words: tuple[str, ...]

    @property
    def outlet(self) -> str | None:
        """The outlet as it stands."""
        return self.standing.ruling.outlet


@dataclass(frozen=True, slots=True)
class Aside:
    """A ruling on the older edition that waits for an editor, and why.

    ``like`` is the quote of the newer edition that is most like it, if any, ``alignment`` the words of both.
    """

    ruled: Decision
    why: str
    like: StandingQuote | None
    alignment: tuple[AlignedWords, ...] = ()


class Editions:
    """What an editor does about articles that are editions of one."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    # Looking

    def likely(self, article: str) -> Likely | None:
        """What an article may be a newer or an older edition of; None where nothing is, or somebody has said."""
        store = self._keeper.store
        here = store.articles.standing(article)
        if here is None or here.ruling.removed or store.blind_read is not None:
            return None
        said = {id for one in store.editions.of(article) for id in (one.article, one.older)} | self._apart(article)
        others = [other for other in store.traces.like(article) if said.isdisjoint(self._with_older(other))]
        known = self._known(here) if others else None
        found = (self._alike(known, other) for other in others if known)
        return max(filter(None, found), key=lambda one: (one.same_address, one.shared), default=None)

    def all_likely(self) -> Iterator[Likely]:
        """All articles that may be editions of one, each pair once, by the newer one as loaded."""
        told = set()
        for outlined in self._keeper.outline.articles():
            found = self.likely(outlined.id)
            if found and (pair := (found.article.id, found.older.id)) not in told:
                told.add(pair)
                yield found

    def decided(self) -> tuple[tuple[EditionDecision, StandingArticle, StandingArticle], ...]:
        """What editors said of pairs of articles, each with the newer and the older one as they stand."""
        stands = self._keeper.store.articles.standing
        found = ((one, stands(one.article), stands(one.older)) for one in self._keeper.store.editions.all())
        return tuple((one, article, older) for one, article, older in found if article and older)

    def compare(self, article: str, older: str) -> Comparison:
        """Two articles quote by quote, the older one as it stood when it left the desk.

        Raises NotPossible where either is not in the store.
        """
        return compare(self._keeper, article, older)

    def standing(self, article: str) -> StandingArticle:
        """An article of the desk as it stands; raises NotPossible where it was removed."""
        return self._keeper.article(article)

    def asides(self, article: str) -> tuple[Aside, ...]:
        """The rulings on older editions of an article that wait for an editor, edition by edition, as they stood."""
        if self._keeper.store.blind_read is not None:
            return ()
        quotes = [quote for quote in self._keeper.at_hand.quotes(article) if quote.asked]
        found = []
        for edition in self._taken_over(article):
            why = waiting(self._keeper.store, edition)
            ruled = self._keeper.store.decisions.get(list(why))
            for one in sorted(ruled, key=lambda one: one.ruling.passages[0].span):
                words = one.ruling.words
                like = most_like(words, quotes)
                aligned = versions(words, like.ruling.words) if like else ()
                found.append(Aside(one, why[one.id], like, aligned))
        return tuple(found)

    # Deciding

    def take_over(self, article: str, older: str) -> Change:
        """An article is a newer edition: it takes over the rulings that hold in it, and the older one leaves the desk.

        One act. Rulings that may not hold wait to be looked at (``asides``). Raises NotPossible where either article
        is not on the desk.
        """
        self._keeper.refuse_blind()
        for one in (article, older):
            self._keeper.article(one)
        compared = self.compare(article, older)
        taken = counted(len(compared.kept), "ruling")
        label = f"new edition: {taken} taken over, {len(compared.asked)} to be asked about"
        with self._keeper.act(ChangeKind.ARTICLES, label) as act:
            self._take_over(act, compared)
        return self._done(ChangeKind.ARTICLES, (article, older), f"{label}{compared.whole.told}")

    def bring(self, read: Read, older: str, label: str) -> Change:
        """The same bytes read otherwise come in as the newer edition of an article, as by ``take_over``, in one act.

        Raises NotPossible where the older one is not on the desk, or what comes in is there already.
        """
        self._keeper.refuse_blind()
        self._keeper.article(older)
        with self._keeper.act(ChangeKind.ARTICLES, label) as act:
            there = self._brought(act, read)
            self._describe_alike(act, there, older)
            compared = compare(self._keeper, there.id, older, same_bytes=True)
            self._take_over(act, compared)
        return self._done(ChangeKind.ARTICLES, (there.id, older), f"{label}{compared.whole.told}")

    def add_to(self, act: Act, article: str, older: str) -> Carried:
        """Add to an act that an article is a newer edition, as by ``take_over``; what it has from the older one."""
        there, before = self._keeper.article(article), self._keeper.article(older)
        if self._untouched(before):
            whole = replace(there.ruling, outlet=there.ruling.outlet or before.ruling.outlet)
            taking_over.take_over(self._keeper.store, act, taking_over.Places(there, before, whole), (), ())
            return Carried(whole)
        compared = self.compare(article, older)
        self._take_over(act, compared)
        return compared.whole

    def _untouched(self, article: StandingArticle) -> bool:
        """Whether nobody ruled on an article, on a quote of it or on a match of one, but for what it is called."""
        store = self._keeper.store
        ruled = says_anything(article.ruling) or len(store.articles.of(article.id)) > 1
        quotes = self._keeper.ruled_matches.quotes()
        return not (
            ruled
            or store.decisions.standing(article.id)
            or any(quote in quotes for quote in store.proposals.quotes(article.id))
        )

    def _take_over(self, act: Act, compared: Comparison) -> None:
        places = taking_over.Places(compared.article, compared.older, compared.whole.ruling)
        taking_over.take_over(self._keeper.store, act, places, compared.kept, compared.asked)
        taking_over.take_matches_over(self._keeper.store, act, compared.same)

    def keep_apart(self, article: str, older: str) -> Change:
        """Two articles are no editions of one, or are to be reviewed each for itself; nobody is asked again."""
        self._keeper.refuse_blind()
        label = f"two articles: {in_marks(self._keeper.article(article).title)}"
        self._keeper.article(older)
        newest = self._keeper.store.editions.newest(article, older)
        if newest and newest.ruling.same is False:
            return nothing((article, older), ())
        with self._keeper.act(ChangeKind.EDITIONS, label) as act:
            self._keeper.store.editions.rule(act, article, older, EditionRuling(False), newest.id if newest else None)
        return self._done(ChangeKind.EDITIONS, (article,), label)

    def apply(self, article: str, ruled: str, quote: str) -> Change:
        """A ruling that waits (its id) holds for a quote of the newer edition, whose words and places stay its own."""
        self._keeper.refuse_blind()
        decision, one = self._waiting(article, ruled)
        standing = self._keeper.quote(quote)
        published = self._keeper.store.articles.standing(decision.older)
        ruling = taking_over.applied(one, standing, published.ruling.published if published else None)
        label = f"as in the older edition: {in_marks(standing.ruling.passages[0].words)}"
        with self._keeper.act(ChangeKind.RULINGS, label) as act:
            self._keeper.decide(act, standing, ruling)
            taking_over.take_matches_over(self._keeper.store, act, {one.quote: quote})
            self._settle(act, decision, TakenOver(ruled, quote))
        return self._keeper.done(ChangeKind.RULINGS, (article,), (quote,), label)

    def leave(self, article: str, ruled: str) -> Change:
        """A ruling that waits (its id) does not hold in the newer edition; it stays in the history alone."""
        self._keeper.refuse_blind()
        decision, one = self._waiting(article, ruled)
        label = f"not in this edition: {in_marks(one.ruling.passages[0].words)}"
        with self._keeper.act(ChangeKind.EDITIONS, label) as act:
            self._settle(act, decision, TakenOver(ruled, None))
        return self._done(ChangeKind.EDITIONS, (article,), label)

    def newer(self, article: str) -> StandingArticle | None:
        """The article on the desk that took the place of one, or of what took it first, and so on, if any did."""
        wanted, seen = [article], {article}
        while wanted:
            older = wanted.pop()
            for one in self._keeper.store.editions.of(older):
                if one.older == older and one.ruling.same and one.article not in seen:
                    standing = self._keeper.store.articles.standing(one.article)
                    if standing and not standing.ruling.removed:
                        return standing
                    wanted.append(one.article)
                    seen.add(one.article)
        return None

    # How it is done

    def _brought(self, act: Act, read: Read) -> StandingArticle:
        """An article that an act brings to the desk, or brings back."""
        store, id = self._keeper.store, read.article.id
        former = store.articles.standing(id)
        if former and former.ruling.removed:
            store.articles.rule(act, id, replace(former.ruling, removed=False), former.decision)
        else:
            store.articles.add(act, read.article)
            store.proposals.add(act, id, read.detection)
        return self._keeper.article(id)

    def _describe_alike(self, act: Act, there: StandingArticle, older: str) -> None:
        """An outlet or a date that an editor gave the older one holds for what else is read from its bytes."""
        told, given = self._keeper.store.articles.of(older)[0].ruling, self._keeper.article(older).ruling
        outlet = given.outlet if given.outlet != told.outlet else ...
        published = given.published if given.published != told.published else ...
        ruling = described(there.ruling, outlet, published)
        if ruling != there.ruling:
            self._keeper.store.articles.rule(act, there.id, ruling, there.decision)

    def _with_older(self, article: str) -> set[str]:
        """An article (its id) and those whose place it took."""
        return {article, *(one.older for one in self._taken_over(article))}

    def _apart(self, article: str) -> set[str]:
        """Articles (ids) from which one was kept apart, or one whose place it took."""
        all_said = (one for mine in self._with_older(article) for one in self._keeper.store.editions.of(mine))
        return {id for one in all_said if one.ruling.same is False for id in (one.article, one.older)}

    def _known(self, standing: StandingArticle) -> _Known | None:
        found = self._keeper.store.articles.get(standing.id)
        if found is None:
            return None
        return _Known(standing, traces.address(found.url), traces.runs(found.text), tuple(found.text.split()))

    def _alike(self, here: _Known, other: str) -> Likely | None:
        standing = self._keeper.store.articles.standing(other)
        there = self._known(standing) if standing else None
        if there is None:
            return None
        same = here.address is not None and here.address == there.address
        shared = traces.shared(here.runs, there.runs)
        if not same and (shared < ENOUGH or differ(here.outlet, there.outlet)):
            return None
        older, newer = self._by_age(here.standing, there.standing)
        return Likely(newer, older, same, shared, here.words == there.words)

    def _by_age(self, one: StandingArticle, other: StandingArticle) -> tuple[StandingArticle, StandingArticle]:
        """The older of two articles and the newer: by their dates, else in the order of loading."""
        mine, theirs = one.ruling.published, other.ruling.published
        if mine and theirs and mine != theirs:
            return (one, other) if mine < theirs else (other, one)
        return (one, other) if self._keeper.store.articles.loaded_first(one.id, other.id) else (other, one)

    def _taken_over(self, article: str) -> Iterator[EditionDecision]:
        """What was taken over to an article from its older editions, the newest of these first."""
        wanted, seen = [article], set()
        while wanted:
            newer = wanted.pop()
            found = [one for one in self._keeper.store.editions.of(newer) if one.article == newer and one.ruling.same]
            seen.add(newer)
            wanted += [one.older for one in found if one.older not in seen]
            yield from found

    def _waiting(self, article: str, ruled: str) -> tuple[EditionDecision, Decision]:
        self._keeper.article(article)
        for decision in self._taken_over(article):
            if ruled in waiting(self._keeper.store, decision):
                return decision, self._keeper.store.decisions.get([ruled])[0]
        raise NotPossible("This ruling on the older edition waits for nobody any more.")

    def _settle(self, act: Act, decision: EditionDecision, taken: TakenOver) -> None:
        ruling = decision.ruling
        left = tuple(one for one in ruling.aside if one.ruled != taken.ruled)
        settled = replace(ruling, taken=(*ruling.taken, taken), aside=left)
        self._keeper.store.editions.rule(act, decision.article, decision.older, settled, decision.id)

    def _done(self, kind: ChangeKind, articles: tuple[str, ...], label: str) -> Change:
        quotes = tuple(quote for article in articles for quote in self._keeper.store.proposals.quotes(article))
        return self._keeper.done(kind, articles, quotes, label)
