"""What a filter asks of quotes, in the terms of the store."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache

from quotereview.folding import bare
from quotereview.model import CHECK_FROM, SURE_FROM, Band, OutlinedArticle, Verdict
from quotereview.review.filtering import CONFLICT, UNREAD, Field, Filter, Term
from quotereview.review.outline import Outline
from quotereview.store import Store
from quotereview.store.outlines import Among, Column, Condition, Holding, OneOf, Ruled, SureWithin

_TEXTS = {Field.WORDS: Column.WORDS, Field.NOTE: Column.NOTE}
_STRETCHES = {
    Band.SURE: (SURE_FROM, float("inf")),
    Band.CHECK: (CHECK_FROM, SURE_FROM),
    Band.UNSURE: (float("-inf"), CHECK_FROM),
}

Told = Callable[[], Mapping[str, Collection[str]]]
"""Gives, for each quote (its id) that outlets tell differently, in what: "open speaker", "settled source" ..."""


class Conditions:
    """Tells which of the names, outlets and days that there are a filter admits; texts are looked at by the store."""

    def __init__(
        self, store: Store, outline: Outline, contested: Callable[[], Collection[str]], told_differently: Told
    ) -> None:
        """``contested`` gives the ids of the quotes on which editors ruled differently."""
        self._store = store
        self._outline = outline
        self._contested = contested
        self._told_differently = told_differently

    def of(self, chosen: Filter) -> tuple[Condition, ...]:
        """What a filter asks, as it is to be understood now; nothing where it shows everything."""
        return tuple(map(self._of_term, chosen.terms))

    def _of_term(self, term: Term) -> Condition:
        match term.field:
            case Field.WORDS | Field.NOTE:
                return Holding(_TEXTS[term.field], term.wanted, term.unwanted, term.filled)
            case Field.VERDICT:
                return self._ruled(term)
            case Field.CONFIDENCE:
                return SureWithin(tuple(stretch for band, stretch in _STRETCHES.items() if term.holds(band.value)))
            case Field.SPEAKER | Field.SOURCE:
                return self._named(term)
            case Field.OUTLET | Field.DATE:
                return self._printed(term)
            case Field.CONFLICT:
                return self._differing(term)

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
        admitted = tuple(name for name, known in known_as.items() if term.holds(bare(known)))
        return OneOf(column, admitted, term.holds(""))

    def _differing(self, term: Term) -> Among:
        """The quotes that outlets tell differently in what does; all others, too, where that will do."""
        admits = cache(term.admits)  # most differ in one of a few ways
        told, others = self._told_differently(), term.holds("")
        found = (quote for quote, values in told.items() if admits(frozenset(values)) is not others)
        return Among(tuple(found), without=others)

    def _printed(self, term: Term) -> OneOf:
        """The articles of which the outlet, or the day, does."""
        value = _outlet if term.field is Field.OUTLET else _day
        articles = self._outline.articles()
        return OneOf(Column.ARTICLE, tuple(one.id for one in articles if term.holds(bare(value(one)))))


def _outlet(article: OutlinedArticle) -> str:
    return article.summary.outlet or ""


def _verdicts() -> Iterator[tuple[Verdict, bool]]:
    return ((verdict, unread) for verdict in Verdict for unread in (False, True))


def _told(verdict: Verdict, unread: bool) -> str:
    return f"{verdict.value} {UNREAD}" if unread else verdict.value


def _day(article: OutlinedArticle) -> str:
    return article.summary.published.isoformat() if article.summary.published else ""
