"""Whatever editors ruled on side by side and not alike, in one form: to be read side by side, and settled."""

from dataclasses import dataclass
from enum import StrEnum

from quotereview.errors import NotPossible
from quotereview.model import ArticleConflict, MatchConflict, NameConflict, NameDecision, RulingConflict
from quotereview.review import differences
from quotereview.review.change import Change
from quotereview.review.conflicts import Conflicts
from quotereview.review.differences import Values
from quotereview.review.rulings import in_marks

GOES_BY = "goes by the name"
OTHER = "the other quote"


class Sort(StrEnum):
    """What was ruled on."""

    QUOTE = "quote"
    ARTICLE = "article"
    NAME = "name"
    MATCH = "match"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the rulings: its id, by whom and when (UTC, ISO 8601), and all that it says, field by field in words."""

    decision: str
    editor: str
    decided_at: str
    values: Values


@dataclass(frozen=True, slots=True)
class Matter:
    """What was ruled on: its id (of a name, the name), what to call it, and the rulings, the one that stands first.

    ``article`` is the id of the article that it is or stands in; a name stands in none. ``quote`` is the id of the
    quote that it is, or of the first one of a match, whose own id are those of both.
    """

    sort: Sort
    id: str
    title: str
    article: str
    sides: tuple[Side, ...]
    quote: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields of the rulings, in their order, those in which they differ first."""
        named = dict.fromkeys(field for side in self.sides for field in side.values)
        return tuple(sorted(named, key=lambda field: not self.differs(field)))

    def differs(self, field: str) -> bool:
        """Whether the rulings say different things of a field."""
        return len({side.values.get(field, "") for side in self.sides}) > 1


class Matters:
    """All conflicts of rulings of a store in one form, and the verb that settles any of them."""

    def __init__(self, conflicts: Conflicts) -> None:
        self._conflicts = conflicts

    def all(self) -> tuple[Matter, ...]:
        """Quotes as they stand in the articles, then articles as loaded, then names by the alphabet, then matches."""
        return (
            *map(_of_quote, self._conflicts.all()),
            *map(self._of_article, self._conflicts.of_articles()),
            *map(_of_name, self._conflicts.of_names()),
            *map(_of_match, self._conflicts.of_matches()),
        )

    def of_quote(self, quote: str) -> Matter | None:
        """The matter of one quote, if editors ruled differently on it."""
        conflict = self._conflicts.of(quote)
        return _of_quote(conflict) if conflict else None

    def settle(self, matter: Matter, decision: str, reason: str) -> Change:
        """One of the rulings (its id) holds, and no other one; raises NotPossible without a reason."""
        if matter.sort is Sort.QUOTE:
            return self._conflicts.settle(matter.id, decision, reason)
        if matter.sort is Sort.ARTICLE:
            return self._conflicts.settle_article(decision, reason)
        if matter.sort is Sort.MATCH:
            return self._conflicts.settle_match(decision, reason)
        return self._conflicts.settle_name(decision, reason)

    def _of_article(self, conflict: ArticleConflict) -> Matter:
        rulings = (conflict.standing, *conflict.others)
        values = (differences.of_article(one.ruling, {}, self._conflicts.titled) for one in rulings)
        sides = (Side(one.id, one.editor, one.decided_at, said) for one, said in zip(rulings, values, strict=True))
        article = conflict.standing.article
        return Matter(Sort.ARTICLE, article, conflict.title, article, tuple(sides))


def by_editor(matter: Matter, editor: str) -> Side:
    """The one ruling of an editor; raises NotPossible where there is none, or more."""
    found = [side for side in matter.sides if side.editor == editor]
    if len(found) > 1:
        raise NotPossible(
            f"“{editor}” ruled in more than one way: choose between these rulings in the window (Shift+C)."
        )
    if not found:
        raise NotPossible(f"“{editor}” is not the name of one who ruled; `quotereview conflicts` lists who did.")
    return found[0]


def _of_quote(conflict: RulingConflict) -> Matter:
    rulings = (conflict.standing, *conflict.others)
    words = " ".join(conflict.standing.ruling.passages[0].words.split())
    sides = (
        Side(one.id, one.editor, one.decided_at, differences.of_ruling(one.ruling, withdrawn=one.withdrawn))
        for one in rulings
    )
    return Matter(Sort.QUOTE, conflict.quote, words, conflict.article, tuple(sides), conflict.quote)


def _of_name(conflict: NameConflict) -> Matter:
    sides = tuple(map(_name_side, (conflict.standing, *conflict.others)))
    return Matter(Sort.NAME, conflict.name, conflict.name, "", sides)


def _of_match(conflict: MatchConflict) -> Matter:
    rulings = (conflict.standing, *conflict.others)
    with_it = f"{in_marks(conflict.other_words)} in {in_marks(conflict.title)}"
    sides = tuple(
        Side(one.id, one.editor, one.decided_at, {**differences.of_match(one.ruling), OTHER: with_it})
        for one in rulings
    )
    words = " ".join(conflict.words.split())
    return Matter(Sort.MATCH, conflict.pair, words, conflict.article, sides, conflict.standing.quote)


def _name_side(one: NameDecision) -> Side:
    return Side(one.id, one.editor, one.decided_at, {GOES_BY: one.same_as or one.name})
