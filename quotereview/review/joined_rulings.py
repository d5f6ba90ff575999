"""Rulings on an article made side by side, brought together: what only one editor said holds beside the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from quotereview.model import ArticleDecision, ArticleRuling

_Part = TypeVar("_Part")


def as_one(chosen: ArticleRuling, others: Sequence[ArticleRuling], before: ArticleRuling) -> ArticleRuling:
    """A ruling with what others say of that on which it says nothing else than stood ``before``.

    Whether the article is on the desk is not taken from others: whoever removed it is contradicted by all they ruled.
    """
    return replace(
        chosen,
        outlet=_said(chosen.outlet, [one.outlet for one in others], before.outlet),
        published=_said(chosen.published, [one.published for one in others], before.published),
        closed=_said(chosen.closed, [one.closed for one in others], before.closed),
        told_with=_said(chosen.told_with, [one.told_with for one in others], before.told_with),
        story=_said(chosen.story, [one.story for one in others], before.story),
        document=_said(chosen.document, [one.document for one in others], before.document),
        zones=tuple(_together(chosen.zones, [one.zones for one in others], before.zones)),
        settled=tuple(
            sorted(
                _together(chosen.settled, [one.settled for one in others], before.settled),
                key=lambda one: (one.place.start, one.place.end),
            )
        ),
    )


def before(decisions: Sequence[ArticleDecision], ends: Sequence[str]) -> ArticleRuling:
    """What stood when rulings (ids) parted, of all ``decisions`` on an article; else the first before the first one."""
    known = {one.id: one for one in decisions}
    ways = [_way(end, known) for end in ends]
    shared = next((one for one in ways[0] if all(one in way for way in ways[1:])), ways[0][-1])
    return known[shared].ruling


def _way(end: str, known: dict[str, ArticleDecision]) -> list[str]:
    """A decision and all that it goes back to."""
    way: list[str] = []
    at: str | None = end
    while at in known:
        way.append(at)
        at = known[at].follows
    return way


def _said(mine: _Part, theirs: Iterable[_Part], before: _Part) -> _Part:
    return next((one for one in theirs if one != before), mine) if mine == before else mine


def _together(mine: Sequence[_Part], theirs: Sequence[Sequence[_Part]], before: Sequence[_Part]) -> list[_Part]:
    """What stood and nobody took away, then what others added, then what the first did, each once."""
    kept = [one for one in before if all(one in said for said in (mine, *theirs))]
    added = [one for said in (*theirs, mine) for one in said if one not in before]
    return list(dict.fromkeys((*kept, *added)))
