"""How far two editors who read the same quotes agree, field by field, beyond what chance would give."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from quotereview.model import RIGHT, Decision, Ruling, RulingConflict, alike

Pairs = Sequence[tuple[Hashable, Hashable]]

FIELDS: tuple[tuple[str, Callable[[Ruling], Hashable]], ...] = (
    ("verdict", lambda ruling: "right" if ruling.verdict in RIGHT else ruling.verdict.value),
    ("words", lambda ruling: tuple(passage.span for passage in ruling.passages)),
    ("kind", lambda ruling: ruling.kind),
    ("speaker", lambda ruling: ruling.speaker and ruling.speaker.name),
    ("source", lambda ruling: ruling.source and ruling.source.name),
)
"""The fields that are compared, and what of a ruling each one is; confirmed and corrected are one verdict."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one field, how many quotes both ruled on, and how far they agree: from 0 to 1, or from below 0 where chance
    is taken into account.

    ``kappa`` and ``alpha`` are None where neither ever gave two values, so that nothing tells agreement from chance.
    """

    field: str
    compared: int
    percent: float
    kappa: float | None
    alpha: float | None


def by_field(pairs: Sequence[tuple[Decision, Decision]]) -> tuple[Agreement, ...]:
    """The agreement of two editors in each field, from what each ruled on the same quotes; nothing without any."""
    if not pairs:
        return ()
    read = ((name, [(value(one.ruling), value(other.ruling)) for one, other in pairs]) for name, value in FIELDS)
    return tuple(Agreement(name, len(pairs), percent(both), kappa(both), alpha(both)) for name, both in read)


def differing(pairs: Sequence[tuple[Decision, Decision]]) -> tuple[RulingConflict, ...]:
    """The quotes on which two editors ruled differently, in the order of their pairs."""
    return tuple(RulingConflict(one.quote, one.article, one, (other,)) for one, other in pairs if not alike(one, other))


def apart(one: Ruling, other: Ruling) -> tuple[str, ...]:
    """The fields in which two rulings differ."""
    return tuple(name for name, value in FIELDS if value(one) != value(other))


def percent(pairs: Pairs) -> float:
    """The share of pairs that are the same, from 0 to 1; at least one pair is needed."""
    return sum(one == other for one, other in pairs) / len(pairs)


def kappa(pairs: Pairs) -> float | None:
    """Cohen's kappa: agreement beyond what the two would reach by giving each value as often as they do, at random.

    At most 1, and 0 for what chance gives; at least one pair is needed. J. Cohen, "A coefficient of agreement for
    nominal scales" (1960).
    """
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(count * others[value] for value, count in ones.items()) / len(pairs) ** 2
    return None if by_chance == 1 else (percent(pairs) - by_chance) / (1 - by_chance)


def alpha(units: Sequence[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal values; each unit holds the values that it was given, by any number of readers.

    Units with fewer than two values tell nothing. K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011).
    """
    told = [Counter(unit) for unit in units if len(unit) > 1]
    given = sum(told, Counter[Hashable]())
    number = given.total()
    expected = number * (number - 1) - sum(count * (count - 1) for count in given.values())
    if not expected:
        return None
    alike = sum(count * (count - 1) / (unit.total() - 1) for unit in told for count in unit.values())
    return 1 - (number - alike) * (number - 1) / expected
