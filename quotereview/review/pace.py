"""How fast an editor is, and what is left at that pace."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta

LAST_WHILE = timedelta(minutes=30)
ENOUGH = 5
AT_LEAST = timedelta(minutes=1)
"""Of less nobody can tell how long the others take: five quotes in four seconds were not read."""

Ruled = tuple[str, datetime]
"""The id of a quote and when an editor ruled on it."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How many quotes an editor decided in how long, and how long the open ones take at that pace."""

    decided: int
    taken: timedelta
    left: timedelta


def pace(lately: Iterable[Ruled], waiting: AbstractSet[str], left: int, now: datetime) -> Pace | None:
    """The pace of what was ruled lately and is not ``waiting`` again, and how long the quotes take that are ``left``.

    None for too little to tell, or nothing left.
    """
    times = {quote: at for quote, at in lately if quote not in waiting}
    if len(times) < ENOUGH or not left:
        return None
    taken = now - min(times.values())
    if taken < AT_LEAST:
        return None
    return Pace(len(times), taken, taken / len(times) * left)
