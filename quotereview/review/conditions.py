"""What a filter asks of quotes, in the terms of the store."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from quotereview.folding import typed
from quotereview.model import CHECK_FROM, SURE_FROM, Band, OutlinedArticle, Verdict
from quotereview.review.conflicts import Conflicts
from quotereview.review.crosscheck import CrossCheck
from quotereview.review.filtering import CONFLICT, UNREAD, Field, Filter, Term
from quotereview.review.keeper import Keeper
from quotereview.review.stories import Stories
from quotereview.store.outlines import Among, Column, Condition, Holding, OneOf, Ruled, SureWithin

_STRETCHES = {
    Band.SURE: (SURE_FROM, float("inf")),
    Band.CHECK: (CHECK_FROM, SURE_FROM),
    Band.UNSURE: (float("-inf"), CHECK_FROM),
}


class Conditions:
    """Tells which of the names, outlets and days that there are a filter admits; texts are looked at by the store."""

    def __init__(self, keeper: Keeper, crosscheck: CrossCheck, stories: Stories) -> None:
        self._store = keeper.store
        self._outline = keeper.outline
        self._contested = Conflicts(keeper).quotes
        self._told_differently = crosscheck.told_differently
        self._stories = stories
        self._asked: Mapping[Field, Callable[[Term], Condition]] = {
            Field.WORDS: partial(_holding, Column.WORDS),
            Field.NOTE: partial(_holding, Column.NOTE),
            Field.VERDICT: self._ruled,
            Field.CONFIDENCE: _sure,
            Field.SPEAKER: self._named,
            Field.SOURCE: self._named,
            Field.OUTLET: partial(self._printed, _outlet),
            Field.DATE: partial(self._printed, _day),
            Field.ARTICLE: partial(self._printed, _title),
            Field.STORY: self._telling,
            Field.EDITOR: self._decided_by,
            Field.CONFLICT: self._differing,
        }

    def used(self, field: Field) -> Counter[str]:
        """What a field can name: people, sources, stories or editors, each with how many quotes are theirs."""
        match field:
            case Field.SPEAKER | Field.SOURCE:
                return self._names(field)
            case Field.STORY:
                asked = {one.id: one.summary.quotes for one in self._outline.articles()}
                return _counted((name, asked.get(article, 0)) for article, name in self._stories.names().items())
            case Field.EDITOR:
                return _counted(self._store.outlines.used(Column.EDITOR))
            case _:
                return Counter()

    def _names(self, field: Field) -> Counter[str]:
        """Speakers by the names that they go by, or sources."""
        person = self._outline.identities().person if field is Field.SPEAKER else str
        return _counted((person(name), number) for name, number in self._store.outlines.used(Column(field)))

    def of(self, chosen: Filter) -> tuple[Condition, ...]:
        """What a filter asks, as it is to be understood now; nothing where it shows everything."""
        return tuple(self._asked[term.field](term) for term in chosen.terms)

    def _ruled(self, term: Term) -> Ruled:
        """The verdicts that do, and those that do of a quote on which editors ruled differently, where that matters."""
        plain = tuple(one for one in _verdicts() if term.holds(_told(*one)))
        apart = tuple(one for one in _verdicts() if term.holds(f"{_told(*one)} {CONFLICT}"))
        return Ruled(plain) if plain == apart else Ruled(plain, tuple(self._contested()), apart)

    def _named(self, term: Term) -> OneOf:
        """The names that do; of a speaker all names of the person are looked at."""
        column, names = Column(term.field), self._outline.identities().names
        known_as = {
            name: "\n".join((term.field is Field.SPEAKER and names(name)) or (name,))
            for name, _ in self._store.outlines.used(column)
        }
        admitted = tuple(name for name, known in known_as.items() if term.holds(typed(known)))
        return OneOf(column, admitted, term.holds(""))

    def _differing(self, term: Term) -> Among:
        """The quotes that outlets tell differently in what does; all others, too, where that will do."""
        admits = cache(term.admits)  # most differ in one of a few ways
        told, others = self._told_differently(), term.holds("")
        found = (quote for quote, values in told.items() if admits(frozenset(values)) is not others)
        return Among(tuple(found), without=others)

    def _decided_by(self, term: Term) -> OneOf:
        """The editors who do; all that is open, too, where nobody will do."""
        editors = [name for name, _ in self._store.outlines.used(Column.EDITOR)]
        return OneOf(Column.EDITOR, tuple(one for one in editors if term.holds(typed(one))), term.holds(""))

    def _telling(self, term: Term) -> OneOf:
        """The articles that tell a story which does."""
        names = self._stories.names()
        return self._printed(lambda article: names.get(article.id, ""), term)

    def _printed(self, value: Callable[[OutlinedArticle], str], term: Term) -> OneOf:
        """The articles of which what is told does."""
        articles = self._outline.articles()
        return OneOf(Column.ARTICLE, tuple(one.id for one in articles if term.holds(typed(value(one)))))


def _holding(text: Column, term: Term) -> Holding:
    return Holding(text, term.wanted, term.unwanted, term.filled)


def _sure(term: Term) -> SureWithin:
    return SureWithin(tuple(stretch for band, stretch in _STRETCHES.items() if term.holds(band.value)))


def _counted(numbers: Iterable[tuple[str, int]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for name, number in numbers:
        found[name] += number
    return found


def _outlet(article: OutlinedArticle) -> str:
    return article.summary.outlet or ""


def _title(article: OutlinedArticle) -> str:
    return f"{article.summary.title}\n{article.summary.name}\n{article.id}"


def _verdicts() -> Iterator[tuple[Verdict, bool]]:
    return ((verdict, unread) for verdict in Verdict for unread in (False, True))


def _told(verdict: Verdict, unread: bool) -> str:
    return f"{verdict.value} {UNREAD}" if unread else verdict.value


def _day(article: OutlinedArticle) -> str:
    return article.summary.published.isoformat() if article.summary.published else ""
