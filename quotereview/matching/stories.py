"""Which articles tell of one event: by the words of their openings, the quotes that they print, and their dates."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

ALIKE = 0.16
"""From which likeness of their openings on two articles of the same days tell one story."""

ALIKE_UNDATED = 0.2
"""From which on they do if one of them does not say when it appeared."""

ALIKE_WITH_QUOTES = 0.08
"""From which on they do if they print one utterance."""

NEAR, NEAR_WITH_QUOTES = timedelta(days=3), timedelta(days=7)
"""How far apart two articles of one event appear; with the same utterance in them."""

Pair = frozenset[str]


def stories(
    published: Mapping[str, date | None],
    alike: Iterable[tuple[str, str, float]],
    quoting: AbstractSet[Pair],
    ruled: Mapping[str, str],
) -> tuple[tuple[str, ...], ...]:
    """All articles (ids) in their stories, each in one.

    ``published`` holds the articles in the order of loading with the days on which they appeared, ``alike`` how alike
    two openings are, 0 to 1, ``quoting`` the pairs of articles that print one utterance. ``ruled`` says of articles
    with which other one they tell their story, or with themselves: that alone puts them where they are. A story's
    articles are by date, then as loaded, those of unknown date last, and so are the stories, by their first.
    """
    home = {article: {article} for article in (*published, *ruled.values())}
    free = published.keys() - ruled.keys()
    likely = {(one, other): likeness for one, other, likeness in alike if one in free and other in free}
    for one, other in _linked(published, likely, quoting):
        _bring_together(home, one, other)
    for article, other in ruled.items():
        _bring_together(home, article, other)
    order = {article: (day or date.max, place) for place, (article, day) in enumerate(published.items())}
    found = {id(told): sorted(told & published.keys(), key=order.__getitem__) for told in home.values()}
    told = sorted(filter(None, found.values()), key=lambda story: order[story[0]])
    return tuple(map(tuple, told))


def one_story(likeness: float, apart: timedelta | None, *, quoting: bool) -> bool:
    """Whether two articles tell of one event: how alike they are, how far apart, if that is known, with one quote."""
    near, alike = (NEAR_WITH_QUOTES, ALIKE_WITH_QUOTES) if quoting else (NEAR, ALIKE)
    if apart is None:
        return likeness >= (alike if quoting else ALIKE_UNDATED)
    return likeness >= alike and apart <= near


def _linked(
    published: Mapping[str, date | None], alike: Mapping[tuple[str, str], float], quoting: AbstractSet[Pair]
) -> Iterator[tuple[str, str]]:
    """The pairs that tell one story; of one without a date and others with one, the likeliest.

    So an article without a date leads from no story to another one.
    """
    best: dict[str, tuple[float, str]] = {}
    for (one, other), likeness in alike.items():
        mine, theirs = published[one], published[other]
        if not one_story(likeness, _apart(mine, theirs), quoting=frozenset((one, other)) in quoting):
            continue
        if (mine is None) == (theirs is None):
            yield one, other
        else:
            undated, dated = (one, other) if mine is None else (other, one)
            best[undated] = max(best.get(undated, (0.0, "")), (likeness, dated))
    yield from ((undated, dated) for undated, (_, dated) in best.items())


def _apart(one: date | None, other: date | None) -> timedelta | None:
    return abs(one - other) if one and other else None


def _bring_together(home: dict[str, set[str]], one: str, other: str) -> None:
    mine, theirs = sorted((home[one], home[other]), key=len, reverse=True)
    if mine is not theirs:
        mine |= theirs
        home.update(dict.fromkeys(theirs, mine))
