"""What editors decided on the names of people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameDecision:
    """A decision on a name that was kept: the name by which its person goes, None for a name that stands for itself.

    Who, when (UTC, ISO 8601), and the decision before it, None for the first. ``overrules`` are the ids of decisions
    that were made beside those it goes back to, and that somebody has settled.
    """

    id: str
    name: str
    same_as: str | None
    editor: str
    decided_at: str
    follows: str | None
    overrules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameConflict:
    """A name on which several decisions were made side by side that differ: the one that stands, and the others."""

    name: str
    standing: NameDecision
    others: tuple[NameDecision, ...]
