"""What editors ruled of an article as a whole, as far as it holds in another edition of it, or in another reading."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from quotereview.counting import agreeing, counted
from quotereview.model import ArticleRuling, Settled, SourceKind, StandingArticle, Stretch
from quotereview.review.blocks import Blocks, Moved, kept, stretches
from quotereview.review.rulings import in_marks

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Whole:
    """An article as it stands, in its blocks, and the outlet that its file says."""

    standing: StandingArticle
    blocks: Blocks
    outlet: str | None

    @property
    def ruling(self) -> ArticleRuling:
        """What stands of it as a whole."""
        return self.standing.ruling


@dataclass(frozen=True, slots=True)
class Carried:
    """What is to stand of the newer article as a whole.

    ``taken`` are the things that it has from the older one, ``left`` those that it has not, each with the reason.
    """

    ruling: ArticleRuling
    taken: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Both at the end of a sentence; empty where there is nothing to tell."""
        taken = f"; taken over, too: {', '.join(self.taken)}" if self.taken else ""
        return f"{taken}; not taken over: {', '.join(self.left)}" if self.left else taken


def says_anything(ruling: ArticleRuling) -> bool:
    """Whether anything is ruled of an article as a whole that could hold in another edition of it."""
    return bool(ruling.settled or ruling.zones or ruling.told_with or ruling.story or ruling.document)


def carried(older: Whole, newer: Whole, moved: Moved, *, same_bytes: bool = False) -> Carried:
    """What is ruled of the older article, as far as nothing else is ruled of the newer one already.

    ``same_bytes``: both are readings of the same bytes, of which the older one was ruled on last, and stands.
    """
    carrying = _Carrying(older, newer, moved, same_bytes)
    ruling = replace(
        newer.ruling,
        outlet=carrying.outlet(),
        settled=carrying.settled(),
        zones=carrying.zones(),
        told_with=carrying.told_with(),
        story=carrying.either("the name of its story", newer.ruling.story, older.ruling.story),
        document=carrying.document(),
    )
    return Carried(ruling, tuple(carrying.taken), tuple(carrying.left))


class _Carrying:
    """One thing after another, with what is to be said of it."""

    def __init__(self, older: Whole, newer: Whole, moved: Moved, same_bytes: bool) -> None:
        self._older, self._newer = older, newer
        self._moved, self._same_bytes = moved, same_bytes
        self.taken: list[str] = []
        self.left: list[str] = []

    def outlet(self) -> str | None:
        """The outlet, corrected likewise where both files say the same; that of the older where the newer says none."""
        mine, theirs = self._newer.ruling.outlet, self._older.ruling.outlet
        corrected = theirs != self._older.outlet and mine == self._newer.outlet == self._older.outlet
        return theirs if corrected else mine or theirs

    def settled(self) -> tuple[Settled, ...]:
        """The marks that an editor explained."""
        own = self._newer.ruling.settled
        places = {one: self._moved(one.place) for one in self._older.ruling.settled}
        lost = sum(place is None for place in places.values())
        if lost:
            self.left.append(
                f"{counted(lost, 'explained mark')}, with other words around {agreeing(lost, 'it', 'them')}"
            )
        known = {one.place for one in own}
        found = (Settled(place, one.reason) for one, place in places.items() if place and place not in known)
        return tuple(sorted((*own, *found), key=lambda one: (one.place.start, one.place.end)))

    def zones(self) -> tuple[Stretch, ...]:
        """What is body and what is not, the last said of a block counting."""
        older, newer = self._older.blocks, self._newer.blocks
        found, own = kept(older, newer, self._moved, same_bytes=self._same_bytes), newer.ruled()
        new = {number: zone for number, zone in found.zones.items() if own.get(number) is not zone}
        if new:
            self.taken.append(counted(len(new), "block"))
        self._leave_blocks(found.gone, "not there with the same words")
        self._leave_blocks(found.otherwise, "ruled otherwise there already")
        return (*newer.zones, *stretches(newer, new))

    def _leave_blocks(self, words: Sequence[str], why: str) -> None:
        if words:
            self.left.append(f"{counted(len(words), 'block')}, {why}: {in_marks(words[0])}")

    def told_with(self) -> str | None:
        """With which article it tells its story, which is its own where the older one told its own."""
        older, newer = self._older.standing.id, self._newer.standing.id
        mine, theirs = self._newer.ruling.told_with, self._older.ruling.told_with
        at_home = {older: newer, newer: None}
        return self.either("its story", None if mine == older else mine, at_home.get(theirs or "", theirs))

    def document(self) -> SourceKind | None:
        """What kind of document it is."""
        return self.either("the kind of text", self._newer.ruling.document, self._older.ruling.document)

    def either(self, what: str, mine: _Value, theirs: _Value) -> _Value:
        """What is ruled of the one or of the other."""
        if self._same_bytes or not mine:
            if theirs and theirs != mine:
                self.taken.append(what)
            return theirs
        if theirs and theirs != mine:
            self.left.append(f"{what}, ruled otherwise there already")
        return mine
