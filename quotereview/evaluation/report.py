"""What an evaluation found, ready to be printed: tables of figures, each with its interval, and reliability."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import isnan
from typing import TypeVar

import numpy as np

from quotereview.evaluation import bootstrap
from quotereview.evaluation.figures import BANDS, Counts, Figure, Outcomes
from quotereview.model import UNTOLD

DIGITS = 3

Item = TypeVar("Item")
Sort = TypeVar("Sort", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Row:
    """A figure with the bounds of its interval and the number of passages it rests on; None where nothing counts."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    of: int

    @property
    def printed(self) -> str:
        """The figure as it is printed."""
        return number(self.value)

    @property
    def interval(self) -> str:
        """Its interval as it is printed."""
        return f"{number(self.low)} to {number(self.high)}"


@dataclass(frozen=True, slots=True)
class Table:
    """Figures under one heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Reliability:
    """Proposals of about the same confidence: how many, how much was believed on average, how many were right."""

    low: float
    high: float
    count: int
    believed: float
    right: float

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The band as it is printed: its bounds, how many, believed, right."""
        return f"{self.low:.2f} to {self.high:.2f}", f"{self.count:,}", number(self.believed), number(self.right)


@dataclass(frozen=True, slots=True)
class Report:
    """All figures on one gold; ``measured`` says on how much of what, ``detector`` and ``language_model`` of which.

    ``drawn`` is what the intervals draw anew, ``counted`` what the figures rest on.
    """

    title: str
    measured: str
    detector: str
    language_model: str
    tables: tuple[Table, ...]
    bands: tuple[Reliability, ...]
    drawn: str = "articles"
    counted: str = "passages"


def table(heading: str, figures: Iterable[tuple[str, Figure]], articles: int) -> Table:
    """A table of named figures, each with its interval; those that rest on nothing are left out."""
    drawn = bootstrap.resamples(articles)
    every = np.ones(articles)
    rows = (
        Row(name, _known(figure.value(every)), *_interval(figure, drawn), figure.of)
        for name, figure in figures
        if figure.of
    )
    return Table(heading, tuple(rows))


def grouped(
    items: Iterable[Item], sorts: Iterable[Sort], sort: Callable[[Item], Sort | None]
) -> list[tuple[str, list[Item]]]:
    """The items of each sort, in the order of the sorts; those of none are left out."""
    found: dict[Sort | None, list[Item]] = {one: [] for one in (*sorts, None)}
    for item in items:
        found[sort(item)].append(item)
    return [(one, some) for one, some in found.items() if one is not None]


def bands(outcomes: Outcomes) -> tuple[Reliability, ...]:
    """The reliability of proposals, band by band, empty ones left out."""
    found = []
    for place, (low, high) in enumerate(pairwise(BANDS)):
        here = outcomes.band == place
        if here.any():
            believed, right = float(outcomes.confidence[here].mean()), float(outcomes.right[here].mean())
            found.append(Reliability(low, min(high, 1.0), int(here.sum()), believed, right))
    return tuple(found)


def number(value: float | None) -> str:
    """A figure as it is printed."""
    return UNTOLD if value is None else f"{value:.{DIGITS}f}"


def _interval(figure: Figure, drawn: Sequence[Counts]) -> tuple[float | None, float | None]:
    low, high = bootstrap.interval(figure, drawn)
    return _known(low), _known(high)


def _known(value: float) -> float | None:
    return None if isnan(value) else value
