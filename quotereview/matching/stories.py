"""Which articles tell of one event, as far as their quotes show it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import combinations

ENOUGH = 4
"""How many pairs of telling words two articles have to share: five such words in a row, or as much in pieces."""

NEAR = timedelta(days=7)
TOO_COMMON = 12
"""Words that the quotes of more articles share are a slogan or a stock phrase."""


def stories(runs: Iterable[frozenset[str]], published: Mapping[str, date | None]) -> tuple[tuple[str, ...], ...]:
    """The articles (ids) in their stories, each in one, those of one article among them.

    ``runs`` holds, for each two telling words with none between, the articles that quote them. Two articles are of one
    story when they share enough of them and appeared within a week of each other, or one does not say when. A story's
    articles are by date, unknown ones last, and so are the stories, by their first.
    """
    shared: Counter[tuple[str, ...]] = Counter()
    for articles, times in Counter(runs).items():
        if 1 < len(articles) <= TOO_COMMON:
            for pair in combinations(sorted(articles), 2):
                shared[pair] += times
    home = {article: {article} for article in published}
    for (one, other), number in shared.items():
        if number >= ENOUGH and _near(published[one], published[other]):
            merged = home[one] | home[other]
            home.update(dict.fromkeys(merged, merged))
    found = {id(articles): _by_date(articles, published) for articles in home.values()}
    return tuple(sorted(found.values(), key=lambda story: _age(story[0], published)))


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= NEAR


def _by_date(articles: Iterable[str], published: Mapping[str, date | None]) -> tuple[str, ...]:
    return tuple(sorted(articles, key=lambda article: _age(article, published)))


def _age(article: str, published: Mapping[str, date | None]) -> tuple[date, str]:
    return published[article] or date.max, article
