"""The weights that come with the package, and how they are added up."""

import json
from collections.abc import Iterable, Mapping
from functools import cache

from quotereview.paths import resource


@cache
def features(file: str) -> Mapping[str, float]:
    """The weight of each feature in one of the shipped files."""
    held: dict[str, float] = json.loads(resource("weights", file).read_text(encoding="utf-8"))["features"]
    return held


def total(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """What the named features weigh together; what has no weight counts nothing."""
    return sum(weights[name] for name in names if name in weights)
