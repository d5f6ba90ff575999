"""Fits the ranker's weights: those under which the right claims of all lessons are likeliest, each kept small.

The model is the conditional logit of D. McFadden ("Conditional logit analysis of qualitative choice behavior", 1974)
with a penalty on the squares of the weights. Its loss is brought to its least by L-BFGS (J. Nocedal, "Updating
quasi-Newton matrices with limited storage", 1980), each step halved until it pays by Armijo's rule (1966).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
Loss = Callable[[Vector], tuple[float, Vector]]

SMALL = 10.0  # how strongly weights are held near zero
LEAST = 8  # lessons in which a feature must occur to get a weight
ROUNDS = 120
REMEMBERED = 10  # steps from which the curvature is read
HALVINGS = 30  # of a step that does not pay
DIGITS = 3  # decimals kept of a weight


@dataclass(frozen=True, slots=True)
class Lesson:
    """The features of each claim on one passage, which of the claims are right (at least one), and what is given.

    ``given`` is the score that each claim has before any weight is added.
    """

    claims: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    given: tuple[float, ...]


def fit(lessons: Sequence[Lesson]) -> dict[str, float]:
    """The weight of each feature that is common enough and counts for something, by name in alphabetical order."""
    seen = Counter(name for lesson in lessons for name in {name for claim in lesson.claims for name in claim})
    names = sorted(name for name, count in seen.items() if count >= LEAST)
    weights = _least(_loss(lessons, names), np.zeros(len(names)))
    rounded = ((name, round(float(weight), DIGITS)) for name, weight in zip(names, weights, strict=True))
    return {name: weight for name, weight in rounded if weight}


def _loss(lessons: Sequence[Lesson], names: Sequence[str]) -> Loss:
    """The loss of a vector of weights and its slope: how unlikely the right claims are, plus the weights' size."""
    place = {name: index for index, name in enumerate(names)}
    rows = [[place[name] for name in claim if name in place] for lesson in lessons for claim in lesson.claims]
    columns = np.fromiter((column for row in rows for column in row), np.intp)
    row_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    sizes = [len(lesson.claims) for lesson in lessons]
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    given = np.fromiter((score for lesson in lessons for score in lesson.given), np.float64)
    right = np.fromiter((ok for lesson in lessons for ok in lesson.right), np.float64)

    def loss(weights: Vector) -> tuple[float, Vector]:
        scores = given + np.bincount(row_of, weights[columns], minlength=len(rows))
        parts = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        wholes, rights = np.add.reduceat(parts, starts), np.add.reduceat(parts * right, starts)
        rights = np.maximum(rights, 1e-300)
        surplus = parts / np.repeat(wholes, sizes) - parts * right / np.repeat(rights, sizes)
        slope = np.bincount(columns, surplus[row_of], minlength=len(names)) + SMALL * weights
        return float(np.sum(np.log(wholes / rights)) + SMALL / 2 * weights @ weights), slope

    return loss


@dataclass(frozen=True, slots=True)
class _Point:
    """A vector of weights with the loss there and its slope."""

    at: Vector
    value: float
    slope: Vector


def _least(loss: Loss, at: Vector) -> Vector:
    """Where ``loss`` is least, sought from ``at`` along its slope, bent by the curvature seen so far (L-BFGS)."""
    here = _Point(at, *loss(at))
    steps: list[tuple[Vector, Vector]] = []
    for _ in range(ROUNDS):
        there = _onward(loss, here, -_bent(here.slope, steps), 1.0 if steps else 0.01)
        if here.value - there.value < 1e-6 * abs(here.value):
            return there.at
        step, change = there.at - here.at, there.slope - here.slope
        if step @ change > 0:
            steps = [*steps, (step, change)][-REMEMBERED:]
        here = there
    return here.at


def _bent(slope: Vector, steps: Sequence[tuple[Vector, Vector]]) -> Vector:
    """The slope divided by the curvature that the last ``steps`` (way, change of slope) show."""
    bent = slope.copy()
    shares = []
    for step, change in reversed(steps):
        share = (step @ bent) / (step @ change)
        bent -= share * change
        shares.append(share)
    if steps:
        step, change = steps[-1]
        bent *= (step @ change) / (change @ change)
    for (step, change), share in zip(steps, reversed(shares), strict=True):
        bent += (share - (change @ bent) / (step @ change)) * step
    return bent


def _onward(loss: Loss, here: _Point, direction: Vector, length: float) -> _Point:
    """The point reached along ``direction``, the step halved until it pays; ``here`` if none does."""
    gain = float(here.slope @ direction)
    for _ in range(HALVINGS):
        at = here.at + length * direction
        there = _Point(at, *loss(at))
        if there.value <= here.value + 1e-4 * length * gain:
            return there
        length /= 2
    return here
