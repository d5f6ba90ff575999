"""The checklist of a quote: the points that an editor goes through, and how each came out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotereview.model import Check, CheckState


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the list, and how it came out; None while nobody has looked at it."""

    item: str
    state: CheckState | None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The points in their order: those of the template, then those checked in words that it no longer holds."""

    points: tuple[Point, ...]

    @property
    def checks(self) -> tuple[Check, ...]:
        """The points that were looked at."""
        return tuple(Check(point.item, point.state) for point in self.points if point.state)

    @property
    def looked_at(self) -> str:
        """How many of the points were looked at."""
        return f"{len(self.checks)} of {len(self.points)}"

    def with_state(self, number: int, state: CheckState | None) -> "Checklist":
        """The same list with one point, counted from 0, come out so."""
        points = list(self.points)
        points[number] = replace(points[number], state=state)
        return Checklist(tuple(points))


def checklist(template: Sequence[str], checks: Sequence[Check]) -> Checklist:
    """The points of a template as they came out, and those of ``checks`` that are in other words."""
    found = {check.item: check.state for check in checks}
    items = dict.fromkeys((*template, *found))
    return Checklist(tuple(Point(item, found.get(item)) for item in items))


def template_of(lines: str) -> list[str]:
    """The points that an editor wrote, one a line, each once."""
    return list(dict.fromkeys(filter(None, (" ".join(line.split()) for line in lines.splitlines()))))


def with_state(checks: Sequence[Check], state: CheckState) -> tuple[str, ...]:
    """The points that came out so."""
    return tuple(check.item for check in checks if check.state is state)
