"""How what an editor does is kept: each deed one act, remembered for undo, and what stands current afterwards."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from quotereview.errors import NotPossible
from quotereview.model import ArticleRuling, NameDecision, Ruling, StandingArticle, StandingQuote
from quotereview.review.at_hand import AtHand
from quotereview.review.change import Change, ChangeKind, nothing
from quotereview.review.history import History, Step, take_back
from quotereview.review.news import News
from quotereview.review.outline import Outline
from quotereview.review.ruled_matches import RuledMatches
from quotereview.store import BLIND, Act, Ruled, Store

ArticleWish = tuple[StandingArticle, ArticleRuling]
QuoteWish = tuple[StandingQuote, Ruling]


class Keeper:
    """One editor's hand at one store, for all verbs of a session."""

    def __init__(self, store: Store, editor: str, now: Callable[[], datetime]) -> None:
        self.store = store
        self.outline = Outline(store)
        self.at_hand = AtHand(store)
        self.ruled_matches = RuledMatches(store)
        self.news = News(store)
        self._now = now
        self.acted = ""
        """The act (id) that was kept last."""
        self.meanwhile = ""
        """Why nothing is ruled now, in a sentence; empty but for the while in which an act is kept apart."""
        self.take_over(editor)

    def take_over(self, editor: str) -> None:
        """Somebody decides from now on, who can undo what they did; raises NotPossible while an act is kept apart."""
        self.refuse_meanwhile()
        self.editor = editor
        self.history = History(self.store, editor)

    def now(self) -> datetime:
        """The time now."""
        return self._now()

    # What stands

    def refuse_blind(self) -> None:
        """Raise NotPossible in a blind read, of which nothing stands, and where nothing else is done."""
        if self.store.blind_read is not None:
            raise NotPossible(BLIND)

    def refuse_meanwhile(self) -> None:
        """Raise NotPossible while an act is kept apart, which nothing of this session is to come before or after."""
        if self.meanwhile:
            raise NotPossible(self.meanwhile)

    def quote(self, quote: str) -> StandingQuote:
        """A quote as it stands; raises NotPossible where it does not."""
        found = self.at_hand.quote(quote)
        if found is None:
            raise NotPossible("This quote is no longer there; its article was removed or its addition undone.")
        return found

    def article(self, article: str) -> StandingArticle:
        """An article as it stands; raises NotPossible where it was removed."""
        standing = self.store.articles.standing(article)
        if standing is None or standing.ruling.removed:
            raise NotPossible("This article is no longer there; it was removed.")
        return standing

    # Keeping

    def rule(self, label: str, *wanted: QuoteWish, by: str | None = None) -> Change:
        """Rule on quotes in one act; those that are so already are left alone.

        ``by`` is whose rulings these are where they are not the editor's, who can undo them all the same.
        """
        changed = [(standing, ruling) for standing, ruling in wanted if standing.ruling != ruling]
        if not changed:
            return nothing(_articles(wanted), tuple(standing.id for standing, _ in wanted))
        with self.act(ChangeKind.RULINGS, label, by=by) as act:
            self.store.decisions.add(act, *(_ruled(standing, ruling) for standing, ruling in changed))
        return self.done(ChangeKind.RULINGS, _articles(changed), tuple(standing.id for standing, _ in changed), label)

    def decide(self, act: Act, standing: StandingQuote, ruling: Ruling, proposal: str | None = None) -> None:
        """Add one decision on a quote to an act, following the one that stood."""
        self.store.decisions.add(act, _ruled(standing, ruling, proposal))

    def withdraw(self, act: Act, standing: StandingQuote) -> None:
        """Add to an act that a quote is none of its own any more."""
        self.store.decisions.add(act, replace(_ruled(standing, standing.ruling), withdrawn=True))

    def rule_articles(self, kind: ChangeKind, label: str, wanted: Sequence[ArticleWish]) -> Change:
        """Rule on articles in one act; those that are so already are left alone."""
        changed = [(standing, ruling) for standing, ruling in wanted if standing.ruling != ruling]
        if not changed:
            return nothing(tuple(standing.id for standing, _ in wanted), ())
        articles = tuple(standing.id for standing, _ in changed)
        quotes = tuple(quote for article in articles for quote in self.store.proposals.quotes(article))
        with self.act(kind, label) as act:
            for standing, ruling in changed:
                self.store.articles.rule(act, standing.id, ruling, standing.decision)
        return self.done(kind, articles, quotes, label)

    def rule_names(self, label: str, wanted: Mapping[str, str | None]) -> Change:
        """Decide in one act by which name the person of each name goes, None for the name itself."""
        people = self.store.people
        standing = {name: people.standing(name) for name in wanted}
        changed = {name: as_one for name, as_one in wanted.items() if as_one != _same_as(standing[name])}
        if not changed:
            return nothing((), ())
        with self.act(ChangeKind.PEOPLE, label) as act:
            for name, as_one in changed.items():
                former = standing[name]
                people.rule(act, name, as_one, former.id if former else None, former.overrules if former else ())
        return self.done(ChangeKind.PEOPLE, (), (), label)

    @contextmanager
    def act(self, kind: ChangeKind, label: str, *, arrived: bool = False, by: str | None = None) -> Iterator[Act]:
        """One act, kept and remembered when all inside it went well; ``arrived``: it came by itself.

        Raises NotPossible while another act is kept apart, but for what came by itself.
        """
        if not arrived:
            self.refuse_meanwhile()
        with self.store.act(kind, label, by or self.editor, self.now()) as act:
            yield act
        self._note(act.id)
        self.history.record(Step(act.id, kind, label, arrived))

    def done(self, kind: ChangeKind, articles: tuple[str, ...], quotes: tuple[str, ...], label: str) -> Change:
        """The Change that an act made, what stands being current."""
        if kind is ChangeKind.PEOPLE:
            articles = self.outline.follow_names()
        else:
            self.outline.refresh()
        change = Change(kind, articles, quotes, label)
        self.at_hand.refresh(change)
        return change

    def _note(self, act: str) -> None:
        """Take in what an act of this editor's did that no Change tells of."""
        self.news.note_own(act)
        self.acted = act
        if self.store.match_rulings.by_act(act):
            self.ruled_matches.look_again()

    def look_again(self) -> None:
        """Read what stands again at the next look, whoever wrote it."""
        self.at_hand.look_again()
        self.ruled_matches.look_again()

    # Undo and redo

    def undo(self) -> Change:
        """Append the state before the last act that stands."""
        return self.take_back(self.history.to_undo(), str(self.history.undo_label))

    def redo(self) -> Change:
        """Append the state after the act that was undone last."""
        return self.take_back(self.history.to_redo(), str(self.history.redo_label))

    def take_back(self, step: Step, label: str) -> Change:
        """Append the state before a step; raises NotPossible, and forgets it, where that cannot be done any more."""
        self.refuse_meanwhile()
        try:
            with self.store.act(step.kind, label, self.editor, self.now(), undoes=step.act) as act:
                articles, quotes = take_back(self.store, self.history, act, step)
        except NotPossible:
            self.history.forget(step)
            raise
        self._note(act.id)
        self.history.follow(self.store.acts.past(act.id))
        return self.done(ChangeKind(step.kind), articles, quotes, label)

    def take_in(self, act: str, change: Change) -> Change:
        """The Change of an act (id) that another connection kept for this editor, what stands being current."""
        self._note(act)
        self.history.follow(self.store.acts.past(act))
        return self.done(change.kind, change.articles, change.quotes, change.label)


def _same_as(decision: NameDecision | None) -> str | None:
    return decision.same_as if decision else None


def _ruled(standing: StandingQuote, ruling: Ruling, proposal: str | None = None) -> Ruled:
    follows = standing.decision.id if standing.decision else None
    return Ruled(standing.id, ruling, follows, proposal or standing.proposal_id)


def _articles(wanted: Sequence[QuoteWish]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(standing.article for standing, _ in wanted))
