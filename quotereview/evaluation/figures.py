"""Figures over articles, each of which may be counted any number of times: what a bootstrap asks for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.float64]
"""One number for each article."""

SURE = 0.98  # right of all that are confirmed unseen
BANDS = (0.0, 0.5, 0.7, 0.9, 0.97, 1.01)
"""The bounds of the bands of confidence, the lower one belonging to a band."""


class Figure(Protocol):
    """A number that the articles together give."""

    def value(self, times: Counts) -> float:
        """The figure with each article counted so many times; not a number where there is nothing to count."""

    @property
    def of(self) -> int:
        """How many passages it rests on."""


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """How large a part of the whole is; with a sum as the part, a mean."""

    part: Counts
    whole: Counts

    def value(self, times: Counts) -> float:
        """The part over the whole."""
        return _ratio(float(times @ self.part), float(times @ self.whole))

    @property
    def of(self) -> int:
        """The whole."""
        return int(self.whole.sum())


@dataclass(frozen=True, slots=True, eq=False)
class Balance:
    """F1, the harmonic mean of precision (hits of what was said) and recall (hits of what was wanted)."""

    hits: Counts
    said: Counts
    wanted: Counts

    def value(self, times: Counts) -> float:
        """Twice the hits over what was said and what was wanted together."""
        return _ratio(2 * float(times @ self.hits), float(times @ (self.said + self.wanted)))

    @property
    def of(self) -> int:
        """What was wanted."""
        return int(self.wanted.sum())


@dataclass(frozen=True, slots=True)
class Outcome:
    """With how much confidence something was proposed in an article (by its number), and whether it was right."""

    article: int
    confidence: float
    right: bool


class Outcomes:
    """All proposals with their confidence, the surest first."""

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        ranked = sorted(outcomes, key=lambda outcome: -outcome.confidence)
        self.article = np.array([outcome.article for outcome in ranked], dtype=np.intp)
        self.confidence = np.array([outcome.confidence for outcome in ranked])
        self.right = np.array([outcome.right for outcome in ranked], dtype=np.float64)
        self.band = np.digitize(self.confidence, BANDS[1:-1])

    def __len__(self) -> int:
        return len(self.article)


@dataclass(frozen=True, slots=True, eq=False)
class SureShare:
    """How many of the proposals could be confirmed unseen, the surest first, so that 98 in 100 of them are right."""

    outcomes: Outcomes

    def value(self, times: Counts) -> float:
        """The share of all proposals up to the last place at which enough are right."""
        counted = times[self.outcomes.article]
        whole, right = np.cumsum(counted), np.cumsum(counted * self.outcomes.right)
        enough = whole[(right >= SURE * whole) & (whole > 0)]
        return _ratio(float(enough[-1]) if len(enough) else 0.0, float(counted.sum()))

    @property
    def of(self) -> int:
        """All proposals."""
        return len(self.outcomes)


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """The expected calibration error: how far belief and truth lie apart in each band, on average over proposals."""

    outcomes: Outcomes

    def value(self, times: Counts) -> float:
        """The sum over the bands of what was believed too much or too little, over all proposals."""
        counted = times[self.outcomes.article]
        beyond = counted * (self.outcomes.confidence - self.outcomes.right)
        bands = np.bincount(self.outcomes.band, weights=beyond, minlength=len(BANDS) - 1)
        return _ratio(float(np.abs(bands).sum()), float(counted.sum()))

    @property
    def of(self) -> int:
        """All proposals."""
        return len(self.outcomes)


class OfArticle(Protocol):
    """Anything that stands in an article, which is told by its number."""

    @property
    def article(self) -> int:
        """The article's number, from 0."""


Item = TypeVar("Item", bound=OfArticle)


def counts(articles: int, items: Iterable[Item], amount: Callable[[Item], float] = lambda _: 1.0) -> Counts:
    """How many of the items each of so many articles has, or the sum of what each of these amounts to."""
    found = np.zeros(articles)
    for item in items:
        found[item.article] += amount(item)
    return found


def share(articles: int, items: Sequence[Item], part: Callable[[Item], float]) -> Share:
    """The share of the items for which ``part`` holds, or the mean of what it gives."""
    return Share(counts(articles, items, part), counts(articles, items))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")
