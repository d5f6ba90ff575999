"""Which quote comes next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from quotereview.folding import bare
from quotereview.model import ArticleSummary
from quotereview.review.change import Change, ChangeKind
from quotereview.review.conditions import Conditions
from quotereview.review.filtering import Field, Filter
from quotereview.review.keeper import Keeper
from quotereview.review.listed import listed
from quotereview.review.stories import Stories
from quotereview.store.outlines import Column

_RULED = (ChangeKind.RULINGS, ChangeKind.PEOPLE, ChangeKind.MATCHES, ChangeKind.COMPARED)


class Order(StrEnum):
    """How the queue is ordered."""

    ARTICLE = "article"
    UNSURE_FIRST = "unsure first"
    SPEAKER = "speaker"
    STORY = "story"
    LOADED = "loaded"


class QueueItem(NamedTuple):
    """A place in the queue: a quote's id and its article's."""

    article: str
    quote: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many quotes of the queue a filter shows, how many of these are open, and how many there are in all."""

    left: int
    shown: int
    total: int


class Queue:
    """All quotes that an editor is asked about, decided ones in their place among them, and which a filter shows.

    Read off the store's outline in two statements; after a ruling only its articles are looked at again, and nothing is
    ordered anew, so that a speaker who is corrected does not carry the editor off to another place.
    """

    def __init__(self, keeper: Keeper, conditions: Conditions, stories: Stories, order: Order) -> None:
        self._keeper = keeper
        self._stories = stories
        self._conditions = conditions
        self.order = order
        self.filter = Filter()
        self._place()
        self._sift()

    # Looking

    @property
    def items(self) -> tuple[QueueItem, ...]:
        """All of the queue in its order, hidden quotes among those that the filter shows."""
        return tuple(map(self._item, range(len(self._items))))

    @property
    def shown(self) -> AbstractSet[str]:
        """The ids of the quotes that the filter shows."""
        return self._shown.quotes if self.filter.terms else self._places.keys()

    def counts(self) -> Counts:
        """How many quotes are left, shown and there."""
        return Counts(len(self._shown.waiting), len(self.shown), len(self._items))

    def place(self, quote: str) -> int | None:
        """Where in the queue a quote (its id) is, from 0; None where it is not in it."""
        return self._places.get(quote)

    def item(self, quote: str) -> QueueItem | None:
        """The place of a quote (its id) in the queue."""
        at = self.place(quote)
        return None if at is None else self._item(at)

    def edge(self, article: str) -> int:
        """Where in the queue the first quote of an article is, 0 for none."""
        return min(self._places_of(article), default=0)

    def best(self, article: str) -> str:
        """The quote (its id) at which to begin with an article: an open one that is shown, one that is shown, any one.

        Nothing where the article has none in the queue.
        """
        quotes = [self._items[place][1] for place in self._places_of(article)]
        open_quotes = {quote.id for quote in self._keeper.outline.contents(article).asked if not quote.decided}
        wanted = (self._shown.waiting, self.shown, open_quotes, self._places)
        return next((quote for some in wanted for quote in quotes if quote in some), "")

    def shows(self, article: str) -> bool:
        """Whether the filter shows any quote of an article; without one, all are as good as shown."""
        if not self.filter.terms:
            return True
        if article not in self._showing:
            self._showing[article] = any(self._items[place][1] in self.shown for place in self._places_of(article))
        return self._showing[article]

    def following(self, focus: str) -> QueueItem | None:
        """The next open quote that the filter shows, going round, the one in focus last, else the next unread one."""
        return self._next(focus, self._shown.waiting) or self._next(focus, self._shown.unread)

    def stepped(self, at: int, steps: int) -> QueueItem | None:
        """The item so many steps from place ``at`` along what the filter shows (one before the first is -1).

        Without going round: the last one there is, where there are fewer; None where there is none that way.
        """
        ahead = range(at + 1, len(self._items)) if steps > 0 else range(min(at, len(self._items)) - 1, -1, -1)
        found, left, shown = None, abs(steps), self.shown
        for number in ahead:
            if self._items[number][1] in shown:
                found, left = number, left - 1
                if not left:
                    break
        return None if found is None else self._item(found)

    def ahead(self, focus: str) -> tuple[QueueItem, ...]:
        """What the filter shows, from the quote after the one in focus round to the one before it."""
        at = self._places.get(focus, len(self._items))
        shown = self.shown
        around = chain(range(at + 1, len(self._items)), range(at))
        return tuple(self._item(number) for number in around if self._items[number][1] in shown)

    def nearest(self, article: str, at: int) -> str:
        """The quote (its id) of an article that comes next from a place on, else before it; nothing for none."""
        places = self._places_of(article)
        ahead = [place for place in places if place >= at] or places[-1:]
        return self._items[ahead[0]][1] if ahead else ""

    # Changing

    def set_order(self, order: Order) -> None:
        """Order the queue otherwise."""
        self.order = order
        self._place()

    def set_filter(self, chosen: Filter) -> None:
        """Show other quotes of the queue."""
        self.filter = chosen
        self._sift()

    def follow(self, change: Change) -> None:
        """Bring the queue up to a change of the store."""
        asked = self._keeper.store.outlines.asked(change.articles)
        same = change.kind in _RULED and self._holds_the_same(asked)
        if not same:
            self._place()
        if not same or change.kind is ChangeKind.PEOPLE or self._looks_elsewhere():
            self._sift()
        else:
            self._sift_again(change.articles, asked)

    def _place(self) -> None:
        self._items = self._ordered(self.order)
        self._places = {item[1]: number for number, item in enumerate(self._items)}

    def _ordered(self, order: Order) -> list[tuple[Any, ...]]:
        """The ids of articles and quotes.

        By article: as the articles are listed, then as they stand in the text. Unsure first: by rising confidence. By
        speaker: by name, nobody last. By story: the articles of one event together, by date. Equal ones as loaded.
        """
        queue = self._keeper.store.outlines.queue
        match order:
            case Order.ARTICLE:
                return _by_article(queue(), [one.id for one in listed(self._summaries())])
            case Order.UNSURE_FIRST:
                return sorted(queue("confidence"), key=itemgetter(2))
            case Order.SPEAKER:
                names = self._names_of_speakers()
                return sorted(queue("speaker"), key=lambda item: names[item[2]])
            case Order.STORY:
                return _by_article(queue(), chain.from_iterable(story.articles for story in self._stories.all()))
            case Order.LOADED:
                return queue()

    def _summaries(self) -> Iterator[ArticleSummary]:
        return (one.summary for one in self._keeper.outline.articles())

    def _names_of_speakers(self) -> Mapping[str | None, tuple[bool, str]]:
        person = self._keeper.outline.identities().person
        used = self._keeper.store.outlines.used(Column.SPEAKER)
        return {None: _by_name(None), **{name: _by_name(person(name)) for name, _ in used}}

    def _sift(self) -> None:
        self._terms = self._conditions.of(self.filter)
        self._shown = self._keeper.store.outlines.shown(self._terms)
        self._showing: dict[str, bool] = {}

    def _sift_again(self, articles: Sequence[str], asked: AbstractSet[str]) -> None:
        self._terms = self._conditions.of(self.filter)  # a name that was never used may be now
        found = self._keeper.store.outlines.shown(self._terms, articles)
        for held, now in zip(self._shown, found, strict=True):
            held.difference_update(asked)
            held.update(now)
        for article in articles:
            self._showing.pop(article, None)

    def _holds_the_same(self, asked: AbstractSet[str]) -> bool:
        """Whether no quote has come or gone; ``asked`` are those of the articles that changed."""
        total = sum(one.summary.quotes for one in self._keeper.outline.articles())
        return total == len(self._items) and asked <= self._places.keys()

    def _looks_elsewhere(self) -> bool:
        """Whether what the filter shows of an article depends on others, such as what these tell differently."""
        return self.filter.asks(Field.CONFLICT, Field.STORY)

    def _places_of(self, article: str) -> list[int]:
        """Where in the queue the quotes of an article are, in its order."""
        asked = self._keeper.outline.contents(article).asked
        return sorted(self._places[quote.id] for quote in asked if quote.id in self._places)

    def _item(self, number: int) -> QueueItem:
        article, quote, *_ = self._items[number]
        return QueueItem(article, quote)

    def _next(self, focus: str, among: AbstractSet[str]) -> QueueItem | None:
        if not among:
            return None
        at = self._places.get(focus, -1)
        around = chain(range(at + 1, len(self._items)), range(at + 1))
        found = next((number for number in around if self._items[number][1] in among), None)
        return None if found is None else self._item(found)


def _by_name(name: str | None) -> tuple[bool, str]:
    return not name, bare(name or "")


def _by_article(items: list[tuple[Any, ...]], articles: Iterable[str]) -> list[tuple[Any, ...]]:
    """The queue's items in the order of some articles (ids); those of others, which came at this moment, last."""
    places = {article: number for number, article in enumerate(articles)}
    return sorted(items, key=lambda item: places.get(item[0], len(places)))
