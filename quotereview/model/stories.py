"""Stories: the articles on one event."""

from dataclasses import dataclass
from datetime import date
from itertools import chain


@dataclass(frozen=True, slots=True)
class Timeline:
    """Articles (ids) day by day as they appeared, those of a day as loaded, and apart those of unknown date."""

    days: tuple[tuple[date, tuple[str, ...]], ...]
    undated: tuple[str, ...]

    @property
    def first_seen(self) -> date | None:
        """The day of the first of which the day is known."""
        return self.days[0][0] if self.days else None

    @property
    def articles(self) -> tuple[str, ...]:
        """All of them in that order."""
        return (*chain.from_iterable(articles for _, articles in self.days), *self.undated)


@dataclass(frozen=True, slots=True)
class Story:
    """The articles (ids) that tell of one event: what it is called, and when they appeared.

    ``placed`` are those that an editor put there.
    """

    name: str
    timeline: Timeline
    placed: frozenset[str]

    @property
    def articles(self) -> tuple[str, ...]:
        """All of them by date, then as loaded, those of unknown date last."""
        return self.timeline.articles
