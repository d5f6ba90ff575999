"""Which articles report independently of each other: those of a story, and those that print one utterance."""

from collections.abc import Iterable
from typing import Any

from quotereview import matching
from quotereview.errors import NotPossible
from quotereview.model import Group, Lines, PrintedText, SharedText, Span
from quotereview.review.outline import Outline
from quotereview.store import Store

AT_HAND = 200
"""Of how many articles the runs of words are kept in memory, and of how many sets of articles the lines."""


class IndependentLines:
    """Tells articles by the texts that they go back to; what was told is known until one of them changes."""

    def __init__(self, store: Store, outline: Outline) -> None:
        self._store = store
        self._outline = outline
        self._known: dict[tuple[tuple[str, int], ...], Lines] = {}
        self._runs: dict[str, tuple[tuple[Span, ...], frozenset[int]]] = {}

    def of(self, articles: Iterable[str]) -> Lines:
        """Some articles (ids) by their lines; those that were removed are left out."""
        found = (self._outline.get(article) for article in articles)
        stamps = tuple(sorted({(article.id, article.stamp) for article in found if article}))
        if stamps not in self._known:
            _make_room(self._known)
            printed = self._store.texts.of(article for article, _ in stamps)
            self._known[stamps] = matching.lines(printed, {one.article: self._runs_of(one) for one in printed})
        return self._known[stamps]

    def printing(self, group: Group) -> Lines:
        """The articles that print one utterance by their lines."""
        return self.of(wording.article for wording in group.wordings)

    def shared(self, article: str, other: str) -> SharedText:
        """What two articles (ids) share outside their quotes; raises NotPossible where one was removed."""
        found = {one.article: one for one in self._store.texts.of({article, other})}
        if len(found) < 2:
            raise NotPossible("To compare two articles, choose two that are in the store and were not removed.")
        return matching.shared(found[article], found[other])

    def _runs_of(self, printed: PrintedText) -> frozenset[int]:
        left_out, runs = self._runs.get(printed.article, ((), frozenset()))
        if left_out != printed.left_out or not runs:
            _make_room(self._runs)
            runs = matching.own_runs(printed)
            self._runs[printed.article] = printed.left_out, runs
        return runs


def _make_room(known: dict[Any, Any]) -> None:
    if len(known) >= AT_HAND:
        known.clear()
