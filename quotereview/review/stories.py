"""Which articles tell one story: as proposed, and as editors correct it."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from itertools import groupby

from quotereview import matching
from quotereview.counting import counted
from quotereview.errors import NotPossible
from quotereview.model import OutlinedArticle, StandingArticle, Story, Timeline
from quotereview.review import rulings
from quotereview.review.change import Change, ChangeKind
from quotereview.review.crosscheck import CrossCheck
from quotereview.review.keeper import ArticleWish, Keeper
from quotereview.wording.topics import in_common

MOST = 5
"""So many words that two articles share are named."""

Told = Mapping[str, tuple[str | None, str]]
"""What editors ruled of articles: with which other one they tell their story, and what it is called."""


class Stories:
    """The stories of a store, and the verbs that correct them."""

    def __init__(self, keeper: Keeper, crosscheck: CrossCheck) -> None:
        self._keeper = keeper
        self._crosscheck = crosscheck
        self._depends: tuple[object, ...] = ()
        self._stories: tuple[Story, ...] = ()
        self._of: dict[str, Story] = {}

    # Looking

    def all(self) -> tuple[Story, ...]:
        """All stories, each article in one, by the first article that appeared; the same object until one changes."""
        self._catch_up()
        return self._stories

    def several(self) -> tuple[Story, ...]:
        """Those that several articles tell."""
        return tuple(story for story in self.all() if len(story.articles) > 1)

    def names(self) -> dict[str, str]:
        """What the story of each article (its id) is called that several articles tell."""
        return {article: story.name for story in self.several() for article in story.articles}

    def of(self, article: str) -> Story:
        """The story that an article (its id) tells; raises NotPossible where it was removed."""
        self._catch_up()
        story = self._of.get(article)
        if story is None:
            raise NotPossible("This article is no longer there; it was removed.")
        return story

    def timeline(self, articles: Iterable[str]) -> Timeline:
        """When some articles (ids) appeared, such as those that print one utterance; not those that were removed."""
        found = (self._keeper.outline.get(article) for article in set(articles))
        return _timeline(article for article in found if article)

    def why(self, article: str, other: str) -> str:
        """In a sentence, what speaks for it that two articles (ids) tell one story; raises NotPossible without one."""
        here, there = self._keeper.article(article), self._keeper.article(other)
        ruled = [one.title for one in (here, there) if one.ruling.told_with is not None]
        if ruled:
            return f"An editor said with which article {' and '.join(map(rulings.in_marks, ruled))} goes."
        words = self._words_of_both(article, other)
        quoting = frozenset((article, other)) in self._crosscheck.printing_together()
        told = [
            f"Both begin with {', '.join(words)}" if words else "Their openings have no telling word in common",
            *(["both print the same words of somebody"] if quoting else []),
            _apart(here.ruling.published, there.ruling.published),
        ]
        return f"{'; '.join(told)}."

    # Correcting

    def join(self, article: str, other: str) -> Change:
        """An article tells the same story as another one, whatever is proposed for it."""
        standing, there = self._keeper.article(article), self._keeper.article(other)
        if article == other:
            raise NotPossible("An article tells its own story: choose another article to join it to.")
        label = f"one story with {rulings.titled(there)}: {rulings.titled(standing)}"
        return self._rule(standing, label, told_with=other)

    def part(self, article: str) -> Change:
        """An article tells a story of its own, with those alone that editors join to it."""
        standing = self._keeper.article(article)
        return self._rule(standing, f"a story of its own: {rulings.titled(standing)}", told_with=article)

    def release(self, article: str) -> Change:
        """An article tells the story that is proposed for it, whatever an editor said."""
        standing = self._keeper.article(article)
        return self._rule(standing, f"story as proposed: {rulings.titled(standing)}", told_with=None)

    def rename(self, article: str, name: str) -> Change:
        """The story that an article tells is called so; without a name as its first article."""
        story, said = self.of(article), rulings.tidy(name)
        first, *others = (self._keeper.article(one) for one in story.articles)
        named = [(first, said), *((one, "") for one in others)]
        label = f"story: {rulings.in_marks(said or first.title)}"
        wanted = [(standing, replace(standing.ruling, story=name)) for standing, name in named]
        return self._keeper.rule_articles(ChangeKind.STORIES, label, wanted)

    def heirs(self, leaving: Sequence[str]) -> list[ArticleWish]:
        """What is to be ruled so that stories keep their names when articles (ids) leave them that bear these."""
        standing = [self._keeper.article(article) for article in leaving]
        found = ((one.ruling.story, self._heir(one.id, leaving)) for one in standing if one.ruling.story)
        return [(heir, replace(heir.ruling, story=name)) for name, heir in found if heir]

    # How it is done

    def _heir(self, article: str, leaving: Sequence[str]) -> StandingArticle | None:
        """The first article that stays in a story; None where nothing does, or another one bears its name."""
        others = [self._keeper.article(one) for one in self.of(article).articles if one not in leaving]
        return next(iter(others), None) if not any(one.ruling.story for one in others) else None

    def _rule(self, standing: StandingArticle, label: str, told_with: str | None) -> Change:
        heirs = self.heirs([standing.id]) if told_with else []
        ruling = replace(standing.ruling, told_with=told_with, story="" if heirs else standing.ruling.story)
        return self._keeper.rule_articles(ChangeKind.STORIES, label, [(standing, ruling), *heirs])

    def _words_of_both(self, article: str, other: str) -> list[str]:
        """The telling words that two articles begin with, the rarest in this store first, and only some."""
        words = in_common(self._opening(article), self._opening(other))
        holding = self._keeper.store.topics.holding(words)
        return [words[number] for number in sorted(words, key=lambda number: holding[number])[:MOST]]

    def _opening(self, article: str) -> tuple[str | None, str]:
        found = self._keeper.store.articles.get(article)
        return (found.headline, found.text) if found else (None, "")

    def _catch_up(self) -> None:
        """Work the stories out anew where anything changed that they depend on."""
        store, articles = self._keeper.store, self._keeper.outline.articles()
        published = {article.id: article.summary.published for article in articles}
        printed, told = self._crosscheck.printing_together(), self._told(published.keys())
        depends = published, store.topics.number(), printed, told
        if depends != self._depends:
            self._depends, self._stories = depends, self._worked_out(articles, printed, told)
            self._of = {article: story for story in self._stories for article in story.articles}

    def _told(self, there: AbstractSet[str]) -> Told:
        """What editors ruled, of each article that was replaced by the one that took its place on the desk."""
        told = self._keeper.store.articles.told()
        newer = self._keeper.store.editions.replaced() if told else {}
        now = {article: _on_desk(other, there, newer) for article, (other, _) in told.items()}
        # What was told with an edition whose place it took itself is left to what is proposed.
        own = {article for article, (other, _) in told.items() if now[article] == article != other}
        return {article: (None if article in own else now[article], name) for article, (_, name) in told.items()}

    def _worked_out(
        self, articles: Sequence[OutlinedArticle], quoting: AbstractSet[frozenset[str]], told: Told
    ) -> tuple[Story, ...]:
        known = {article.id: article for article in articles}
        published = {article.id: article.summary.published for article in articles}
        ruled = {article: other for article, (other, _) in told.items() if other and article in known}
        found = matching.stories(published, self._keeper.store.topics.alike(), quoting, ruled)
        return tuple(_story([known[article] for article in story], told) for story in found)


def _on_desk(article: str | None, there: AbstractSet[str], newer: Mapping[str, str]) -> str | None:
    """An article (its id), or the one on the desk that took its place, or the place of what did first, if any."""
    met, at = set[str](), article
    while at and at not in there and at in newer and at not in met:
        met.add(at)
        at = newer[at]
    return at if at in there else article


def _story(articles: Sequence[OutlinedArticle], told: Told) -> Story:
    """A story, from its articles by date."""
    said = (told[article.id][1] for article in articles if article.id in told)
    placed = frozenset(article.id for article in articles if told.get(article.id, (None, ""))[0])
    return Story(next(filter(None, said), articles[0].summary.title), _timeline(articles), placed)


def _timeline(articles: Iterable[OutlinedArticle]) -> Timeline:
    in_order = sorted(articles, key=lambda article: (article.summary.published or date.max, article.loaded))
    days = groupby(in_order, lambda article: article.summary.published)
    found = {day: tuple(article.id for article in those) for day, those in days}
    return Timeline(tuple((day, those) for day, those in found.items() if day), found.get(None, ()))


def _apart(one: date | None, other: date | None) -> str:
    if one is None or other is None:
        return "when they appeared is not known of both"
    days = abs(one - other).days
    return "they appeared on one day" if not days else f"they appeared {counted(days, 'day')} apart"
