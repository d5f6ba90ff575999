"""The quotes that render one utterance: the partners of one, and all of them in groups."""

from collections.abc import Iterable, Sequence
from datetime import date

from quotereview.matching.compare import compare
from quotereview.matching.decide import decide
from quotereview.matching.outlets import other_outlet
from quotereview.model import Group, Match, Wording
from quotereview.wording.words import folded


def alike(here: Wording, likely: Iterable[Wording]) -> list[Wording]:
    """Those of some quotes of other articles that render the same utterance.

    Where the words of one stand in another of the same article, with more around them, only the one that is nearer.
    """
    found = [there for there in likely if decide(here, there).match]
    return [there for there in found if not any(_encloses(there, other) for other in found)]


def partners(here: Wording, found: Iterable[Wording]) -> tuple[Match, ...]:
    """How quotes that render the same utterance match it, best first, those of other outlets before all."""
    matches = (compare(here, there) for there in found)
    return tuple(sorted(matches, key=lambda match: (not other_outlet(match.here, match.there), -match.score)))


def groups(found: Iterable[tuple[Wording, Sequence[Wording]]]) -> tuple[Group, ...]:
    """Every utterance that stands in more than one article, the most printed first, from what is alike to each quote.

    Only quotes that are each other's partners hold a group together, so that words which a speaker repeats from
    somebody else do not bring in the rest of what that speaker said.
    """
    wordings: dict[str, Wording] = {}
    ways: set[tuple[str, str]] = set()
    for here, others in found:
        if others:
            wordings[here.quote] = here
            ways.update((here.quote, there.quote) for there in others)
    pairs = {frozenset(way) for way in ways if way[::-1] in ways}
    made = [_group([wordings[quote] for quote in quotes], pairs) for quotes in _connected(pairs)]
    return tuple(sorted(made, key=lambda group: (-len(group.wordings), age(group.wordings[0]))))


def _group(wordings: Iterable[Wording], pairs: set[frozenset[str]]) -> Group:
    byage = sorted(wordings, key=age)
    matched = [
        compare(here, there)
        for place, here in enumerate(byage)
        for there in byage[place + 1 :]
        if frozenset((here.quote, there.quote)) in pairs
    ]
    return Group(tuple(byage), tuple(matched))


def _encloses(wording: Wording, other: Wording) -> bool:
    """Whether a quote of the same article is the same words with more around them, such as a quote that it nests in."""
    if other is wording or other.article != wording.article:
        return False
    inner, outer = folded(other.words), folded(wording.words)
    return len(inner) < len(outer) and f" {' '.join(inner)} " in f" {' '.join(outer)} "


def age(wording: Wording) -> tuple[date, str, str]:
    """By which quotes are put in order, the oldest first, those of unknown date last."""
    return wording.published or date.max, wording.article, wording.quote


def _connected(pairs: Iterable[frozenset[str]]) -> list[list[str]]:
    """The quotes that hang together by pairs."""
    leads: dict[str, str] = {}

    def first(quote: str) -> str:
        while (before := leads.setdefault(quote, quote)) != quote:
            leads[quote] = quote = leads[before]
        return quote

    for one, other in pairs:
        leads[first(one)] = first(other)
    together: dict[str, list[str]] = {}
    for quote in leads:
        together.setdefault(first(quote), []).append(quote)
    return list(together.values())
