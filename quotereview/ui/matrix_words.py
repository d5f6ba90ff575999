"""What the matrix of a story says: of the story, of an outlet, of an utterance, of a version."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

from quotereview.counting import counted
from quotereview.model import CREDITS, ArticleSummary, Conflict, Line, Lines, Relation, SharedText, Verdict
from quotereview.review.matrix import Column, Matrix, Row, Version
from quotereview.ui.crosscheck import UNKNOWN
from quotereview.ui.listing import MONTHS, day
from quotereview.ui.theme import UNREAD, VERDICTS, State
from quotereview.ui.wording import NOBODY_NAMED, isolated

IN_FULL = State("■", "in full", "text")
"""The version that the others are held against."""

MORE = State("⊃", "more of it", "text")
RELATIONS = {
    Relation.EQUAL: State("=", "the same", "text"),
    Relation.FRAGMENT: State("⊂", "a part", "text"),
    Relation.OVERLAP: State("∩", "overlaps", "text"),
    Relation.EDITED: State("≠", "edited", "corrected"),
    Relation.TRANSLATION: State("⇄", "translated", "text"),
}
DIFFERENTLY = State("!", "told differently", "disputed")
CHANGED = State("≠", "other words", "corrected")
SLIGHT = State("·", "changed", "quiet")
SHARED = State("⧉", "a text that others print, too", "unsure")
OWN = State("", "a text of its own", "quiet")
BY_HAND = " · ✎ put here"
TEXTS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FIRST = "1st"
SETTLED = State("✓", "settled", "confirmed")
NOT_PRINTED = "not printed"
NO_DATE = "no date"
NOTES = 2
"""How many lines of a cell tell how it differs."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing in which a version differs: the field, what is told of it, and how."""

    field: str
    words: str
    state: State

    @property
    def line(self) -> str:
        """Its glyph and its words."""
        return f"{self.state.glyph} {self.words}".strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows: how the words relate, at its right a few signs, below it how it differs."""

    states: tuple[State, ...]
    signs: str
    notes: tuple[Note, ...]
    spoken: str

    @property
    def title(self) -> str:
        """How the words of its versions relate to those of the row."""
        return ", ".join(f"{state.glyph} {state.word}" for state in self.states)

    @property
    def lit(self) -> bool:
        """Whether it is told differently here."""
        return any(note.state is DIFFERENTLY for note in self.notes)


def cell(row: Row, column: int) -> Cell | None:
    """What is shown of an utterance in a column; None where it is not printed."""
    versions = row.cells[column]
    if not versions:
        return None
    states = tuple(dict.fromkeys(map(relation, versions)))
    notes = tuple(dict.fromkeys(note for version in versions for note in notes_of(version)))
    first = any(version.wording in row.first for version in versions) and not row.single
    verdicts = [state for version in versions if (state := verdict(version)) is not None]
    signs = " ".join([*([FIRST] if first else []), *dict.fromkeys(state.glyph for state in verdicts)])
    told = [*(state.word for state in (*states, *verdicts)), *(f"{note.state.word}: {note.words}" for note in notes)]
    spoken = ", ".join([*told, *(["printed first"] if first else [])])
    return Cell(states, signs, folded(notes), spoken)


def folded(notes: Sequence[Note]) -> tuple[Note, ...]:
    """No more notes than there is room for: the last one names the fields of those that are left."""
    if len(notes) <= NOTES:
        return tuple(notes)
    rest = notes[NOTES - 1 :]
    fields = ", ".join(dict.fromkeys(note.field for note in rest))
    return (*notes[: NOTES - 1], Note("", f"{len(rest)} more: {fields}", rest[0].state))


def relation(version: Version) -> State:
    """How the words of a version relate to those of its row."""
    match = version.match
    if match is None:
        return IN_FULL
    longer = len(match.there.words) > len(match.here.words)
    return MORE if match.relation is Relation.FRAGMENT and longer else RELATIONS[match.relation]


def verdict(version: Version) -> State | None:
    """What an editor ruled of it, None while it is open."""
    if version.unread:
        return UNREAD
    return VERDICTS[version.verdict] if version.verdict is not Verdict.OPEN else None


def notes_of(version: Version) -> list[Note]:
    """In what a version differs from the words of its row: what is open, then other words, then what is settled.

    Where that is nothing, what was left out or added of words that were edited.
    """
    match = version.match
    if match is None:
        return []
    notes = [Note(one.field, difference(one), told_as(one)) for one in match.conflicts]
    if not notes and match.relation in (Relation.EDITED, Relation.OVERLAP):
        return [
            Note(one.kind.value, in_place(quoted(one.here), quoted(one.there)), SLIGHT) for one in match.differences
        ]
    return sorted(notes, key=lambda note: (DIFFERENTLY, CHANGED, SETTLED).index(note.state))


def told_as(conflict: Conflict) -> State:
    """How a conflict is told: open, settled, or no more than a choice of words."""
    if conflict.settled:
        return SETTLED
    return CHANGED if conflict.field == "words" else DIFFERENTLY


def difference(conflict: Conflict) -> str:
    """What stands here of a field; of words, in place of which others."""
    base, own = conflict.shown
    if conflict.field in CREDITS:
        return f"{isolated(own)} ({conflict.field})" if own else f"no {conflict.field}"
    return in_place(base or "", own or "")


def in_place(base: str, own: str) -> str:
    """Which words stand here in place of which others, or are here alone, or missing."""
    if own and base:
        return f"{isolated(own)} for {isolated(base)}"
    return f"adds {isolated(own)}" if own else f"without {isolated(base)}"


def quoted(words: str) -> str:
    """Words between marks, or nothing."""
    return f"“{words}”" if words else ""


def outlet(column: Column) -> str:
    """What a column is called."""
    return column.outlet or UNKNOWN


def days(column: Column, matrix: Matrix) -> str:
    """When the articles of a column appeared, and whether that was the first that was seen of the story."""
    known = [article.published for article in column.articles if article.published]
    told = [between(known[0], known[-1])] if known else []
    if len(known) < len(column.articles):
        told.append(NO_DATE)
    return f"{', '.join(told)}{' · first' if column in matrix.first else ''}"


def between(first: date, last: date) -> str:
    """Some days without their year, "12 Sept" or "12–14 Sept"."""
    if first == last:
        return f"{first.day} {MONTHS[first.month - 1]}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[last.month - 1]}"
    return f"{between(first, first)} – {between(last, last)}"


def text(column: Column, matrix: Matrix, placed: Set[str] = frozenset()) -> Note:
    """Whether the articles of a column go back to a text that others print, too, and to which.

    ``placed`` are the articles (ids) that an editor put into the story.
    """
    shared = [
        TEXTS[number % len(TEXTS)]
        for number, line in enumerate(several(matrix.lines))
        if any(column.holds(article) for article in line.articles)
    ]
    by_hand = BY_HAND if any(column.holds(article) for article in placed) else ""
    return (
        Note("text", f"shared text {', '.join(shared)}{by_hand}", SHARED)
        if shared
        else Note("text", f"own text{by_hand}", OWN)
    )


def several(lines: Lines) -> list[Line]:
    """The lines that hold several articles."""
    return [line for line in lines.lines if len(line.articles) > 1]


def speakers(row: Row) -> Note | None:
    """Who is said to have spoken; with how many versions say so, where they do not agree."""
    named = row.speakers
    if len(named) == 1:
        return None
    told = ", ".join(f"{isolated(name or NOBODY_NAMED)} {count}" for name, count in named.items())
    return Note("speaker", told, DIFFERENTLY)


def extent(row: Row) -> str:
    """How many outlets print an utterance, and how many of these report independently."""
    unknown = sum(version.wording.outlet is None for version in row.versions)
    told = [counted(row.outlets, "outlet")] if row.outlets else []
    printed = " and ".join([*told, *([f"{unknown} unknown"] if unknown else [])])
    return printed if row.single else f"{printed}, {counted(row.lines, 'line')}"


def story(matrix: Matrix) -> str:
    """How many articles and outlets tell a story, and who was the first that was seen."""
    unknown = f" and {matrix.unknown} unknown" if matrix.unknown else ""
    told = f"{counted(len(matrix.articles), 'article')}, {counted(matrix.lines.outlets, 'outlet')}{unknown}"
    return f"{told}, {counted(matrix.lines.independent, 'independent line')} · {first_seen(matrix)}"


def first_seen(matrix: Matrix) -> str:
    """When the story was first seen, and where."""
    if not matrix.first:
        return "no article says when it appeared"
    return f"first seen {day(matrix.first[0].published)}: {listed(outlet(one) for one in matrix.first)}"


def quotes(matrix: Matrix) -> str:
    """How many utterances are shared, told differently, and printed by one outlet alone."""
    shared = [row for row in matrix.rows if not row.single]
    disputed = sum(row.disputed for row in shared)
    singles = len(matrix.rows) - len(shared)
    told = f"{counted(len(shared), 'quote')} in several outlets, {disputed or 'none'} told differently"
    return f"{told} · {singles or 'none'} in one outlet alone"


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them."""
    *some, last = map(isolated, names)
    return f"{', '.join(some)} and {last}" if some else last


def in_both(conflict: Conflict, base: str, own: str) -> str:
    """What two outlets say of a field, each by its name, and why it may stay so."""
    lacking = "none given" if conflict.field in CREDITS else "not"
    values = zip(conflict.shown, (base, own), strict=True)
    told = [f"{isolated(value) if value else lacking} in {isolated(name)}" for value, name in values]
    settled = conflict.settled
    why = f" · settled by {isolated(settled.editor)}: {isolated(settled.reason)}" if settled else ""
    return f"{told_as(conflict).glyph} {conflict.field}: {', '.join(told)}{why}"


def nothing_shared(column: Column) -> str:
    """That nobody else in the story prints an outlet's text."""
    return f"{isolated(outlet(column))} has a text of its own: no other article of the story goes back to it."


def shared(found: SharedText, here: ArticleSummary, there: ArticleSummary) -> str:
    """How much of their own words two articles of one text share, and who likely has it from whom."""
    own, other = (isolated(one.outlet or UNKNOWN) for one in (here, there))
    told = (
        f"{found.share_here:.0%} of the text of {own} stands in {other}, too, and {found.share_there:.0%} of that here"
    )
    if found.origin is None:
        return f"{told}."
    origin = own if found.origin == here.id else other
    return f"{told}. It likely comes from {origin}: {found.why}."


def called(articles: Iterable[ArticleSummary]) -> dict[str, str]:
    """The ids of articles by what a list calls them: day, outlet and title, and the file where that is not enough."""
    found: dict[str, str] = {}
    for one in articles:
        name = " · ".join(filter(None, (day(one.published), one.outlet or UNKNOWN, one.title)))
        found[f"{name} · {one.name}" if name in found else name] = one.id
    return found


def waiting(quotes: int) -> str:
    """That quotes of the store are still to be compared, of which some may be of this story."""
    return f"{counted(quotes, 'quote is', 'quotes are')} still being compared" if quotes else ""
