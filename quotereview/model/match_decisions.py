"""Rulings on matches as they were kept."""

from dataclasses import dataclass

from quotereview.model.matches import MatchRuling


@dataclass(frozen=True, slots=True)
class MatchDecision:
    """A ruling on two quotes (ids) that was kept, told from the one whose id comes first; ``follows`` the one before.

    Who, when (UTC, ISO 8601).
    """

    id: str
    quote: str
    other: str
    ruling: MatchRuling
    editor: str
    decided_at: str
    follows: str | None

    @property
    def pair(self) -> str:
        """The two quotes in one word, as branches of rulings go by it."""
        return pair_of(self.quote, self.other)


@dataclass(frozen=True, slots=True)
class MatchConflict:
    """Two quotes on which editors ruled side by side and not alike: the decision that stands, and the others.

    ``article`` and ``words`` are those of the first quote, ``other_words`` those of the other, and ``title`` what the
    article of that is called.
    """

    article: str
    words: str
    other_words: str
    title: str
    standing: MatchDecision
    others: tuple[MatchDecision, ...]

    @property
    def pair(self) -> str:
        """The two quotes in one word."""
        return self.standing.pair


def pair_of(quote: str, other: str) -> str:
    """Two quotes (ids) in one word, whichever comes first."""
    return " ".join(sorted((quote, other)))


def ruled_alike(one: MatchRuling, other: MatchRuling) -> bool:
    """Whether two rulings say the same, whoever said so and why."""
    return _said(one) == _said(other)


def _said(ruling: MatchRuling) -> tuple[object, ...]:
    return ruling.label, frozenset((one.field, one.here, one.there) for one in ruling.settled)
