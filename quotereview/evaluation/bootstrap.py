"""How far a figure would move with other articles of the same sort: a percentile bootstrap with articles as the unit.

Passages of one article share speakers, outlet and style, so they are drawn together (Efron and Tibshirani, An
Introduction to the Bootstrap, 1993, chapters 8 and 13).
"""

from collections.abc import Sequence

import numpy as np

from quotereview.evaluation.figures import Counts, Figure

RESAMPLES = 1000
SEED = 20
OUTSIDE = 2.5  # percent on either side of an interval


def resamples(articles: int) -> list[Counts]:
    """How often each article is drawn, in each resample of as many articles; the same every time."""
    drawn = np.random.default_rng(SEED).integers(articles, size=(RESAMPLES, articles))
    return [np.bincount(row, minlength=articles).astype(np.float64) for row in drawn]


def interval(figure: Figure, drawn: Sequence[Counts]) -> tuple[float, float]:
    """The bounds between which 95 of 100 resamples lie; those in which there is nothing to count are left out."""
    values = np.array([figure.value(times) for times in drawn])
    values = values[~np.isnan(values)]
    if not len(values):
        return float("nan"), float("nan")
    low, high = np.percentile(values, (OUTSIDE, 100 - OUTSIDE))
    return float(low), float(high)
