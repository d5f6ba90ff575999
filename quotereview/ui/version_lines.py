"""How each version of an utterance is told in a line: who printed it and when, who is credited, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quotereview.model import Label, Match, Relation, Suggestion, Verdict, VersionTable, Wording
from quotereview.ui import listing
from quotereview.ui.aligned import Weight
from quotereview.ui.rows import Row
from quotereview.ui.theme import VERDICTS, State
from quotereview.ui.version_words import ALL_SAME, Sort, Stretch, Stroke, against, alike, disputed, spoken, strokes
from quotereview.ui.wording import NOBODY_NAMED, isolated

HERE = "here"
NO_SOURCE = "no source"
RELATIONS = {
    Relation.EQUAL: "the same words",
    Relation.FRAGMENT: "a part of the words",
    Relation.OVERLAP: "partly the same words",
    Relation.EDITED: "edited",
    Relation.TRANSLATION: "the same in other words",
}
PERHAPS = "perhaps the same"
RULED = {Label.SAME: "the same utterance", Label.REPEAT: "said again", Label.DIFFERENT: "not the same"}


@dataclass(frozen=True)
class Line:
    """A version in the list, with its match to the quote in focus; that quote itself has none."""

    wording: Wording
    match: Match | None
    stretches: tuple[Stretch, ...]
    whole: bool = False
    perhaps: bool = False
    """Whether it is suggested to be the same in other words, and no match until an editor says so."""

    @property
    def outlet(self) -> str:
        """Whose version it is."""
        return self.wording.outlet or listing.NO_OUTLET

    @property
    def state(self) -> State | None:
        """What disagrees, in the words of the fields, or that what did is settled, or that it is but suggested."""
        if self.perhaps:
            return State(VERDICTS[Verdict.CANNOT_VERIFY].glyph, PERHAPS, "unsure")
        if self.match is not None and not self.match.holds:
            return State(VERDICTS[Verdict.NOT_A_QUOTE].glyph, RULED[Label.DIFFERENT], "rejected")
        if self.match is None or not self.match.conflicts:
            return None
        if not self.disputed:
            return State(VERDICTS[Verdict.CONFIRMED].glyph, "settled", "confirmed")
        return State(VERDICTS[Verdict.DISPUTED].glyph, ", ".join(self.disputed), "disputed")

    @property
    def disputed(self) -> tuple[str, ...]:
        """The fields that are told differently, and that nobody has settled."""
        match = self.match
        return tuple(dict.fromkeys(one.field for one in match.open_conflicts)) if match and match.holds else ()

    @property
    def about(self) -> str:
        """When it was printed, how its words relate, what an editor ruled, and under which headline."""
        relation = HERE if self.match is None else "" if self.perhaps else RELATIONS[self.match.relation]
        ruling = self.match.ruling if self.match else None
        ruled = f"ruled {RULED[ruling.label]}" if ruling and ruling.label else ""
        return " · ".join(filter(None, (listing.day(self.wording.published), relation, ruled, self.wording.title)))

    @property
    def credited(self) -> tuple[tuple[str, bool], ...]:
        """Speaker and source as this article names them, each with whether the quote in focus has it otherwise."""
        apart = {one.field for one in self.match.conflicts} if self.match else set()
        speaker = isolated(self.wording.speaker) if self.wording.speaker else NOBODY_NAMED
        source = f"source {isolated(self.wording.source)}" if self.wording.source else NO_SOURCE
        return (speaker, "speaker" in apart), (source, "source" in apart)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The words as they are set; of a version that has the same, only that it has."""
        if not self.stretches:  # too few words in common to stand beside the others
            return (Stroke(self.wording.words, Weight.SHARED),)
        if self.match is not None and not self.whole and alike(self.stretches):
            return (Stroke(ALL_SAME, Weight.QUIET),)
        return strokes(self.stretches, whole=self.whole or self.match is None)

    @property
    def reworded(self) -> bool:
        """Whether it has other words than the quote in focus, as far as both have any."""
        return any(one.sort in (Sort.CHANGED, Sort.ADDED, Sort.MISSING) for one in self.stretches)

    @property
    def row(self) -> Row:
        """The version in one line, for those who hear it."""
        credited = ", ".join(f"≠ {name}" if apart else name for name, apart in self.credited)
        same = self.match is not None and alike(self.stretches)
        said = ALL_SAME if same else spoken(self.stretches) or self.wording.words
        return Row(f"{self.outlet} · {self.about}", f"{credited}: {said}", state=self.state)


def lines(
    found: Sequence[tuple[Match, VersionTable]], suggested: Sequence[Suggestion] = (), *, whole: bool = False
) -> list[Line]:
    """The quote in focus, then the versions: those that tell it differently first, of each sort the oldest first.

    Last what is suggested, the nearest in meaning first. Nothing without any version.
    """
    if not found and not suggested:
        return []
    here = found[0][0].here if found else suggested[0].here
    ordered = sorted(found, key=lambda one: _weight(one[0]))
    versions = [Line(match.there, match, against(table, here.quote), whole) for match, table in ordered]
    suggestions = [Line(one.there, _unruled(one), (), whole, perhaps=True) for one in suggested]
    focus = Line(here, None, disputed(here.words, (one.stretches for one in versions)), whole)
    return [focus, *versions, *suggestions]


def _unruled(suggestion: Suggestion) -> Match:
    """A suggestion as the two quotes on which an editor may rule: no match yet."""
    one = suggestion
    score = round(one.nearness.value, 3)
    return Match(
        one.here, one.there, Label.DIFFERENT, one.relation, score, one.reason, (), one.differences, one.conflicts
    )


def _weight(match: Match) -> tuple[bool, bool, date, str]:
    there = match.there
    equal = match.relation is Relation.EQUAL
    return not match.conflicts, equal, there.published or date.max, (there.outlet or "").casefold()
