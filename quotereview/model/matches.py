"""Quotes of different articles that hold the same words."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from quotereview.model.values import Span


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote's words with what is compared across articles; ``outlet`` is None when unknown.

    ``before`` and ``after`` are the article's words on either side of it, ``between`` those between its passages, all
    empty where they are not at hand. ``role`` is the speaker's, ``hands`` how many carriers passed the words on (None
    when unknown), ``addressee`` to whom they were spoken, each as the article has it.
    """

    quote: str
    article: str
    title: str
    outlet: str | None
    published: date | None
    words: str
    speaker: str | None
    source: str | None
    before: str = ""
    after: str = ""
    between: str = ""
    role: str | None = None
    hands: int | None = None
    addressee: str | None = None


class Sketch(NamedTuple):
    """What tells at a glance that a compared quote cannot match another.

    ``words`` are those as they are weighed, and ``rarity`` is how rare they are in all, in bits.
    """

    article: str
    published: date | None
    speaker: str | None
    words: tuple[str, ...]
    rarity: int


class Relation(StrEnum):
    """How the words of two versions of one quote relate."""

    EQUAL = "equal"
    FRAGMENT = "fragment"
    OVERLAP = "overlap"
    EDITED = "edited"
    TRANSLATION = "translation"


class Label(StrEnum):
    """What two quotes are to each other: one utterance, one that was said again, or no more than like words."""

    SAME = "same"
    REPEAT = "repeat"
    DIFFERENT = "different"


class Edit(StrEnum):
    """What a stretch of aligned words is."""

    SAME = "same"
    ONLY_HERE = "only here"
    ONLY_THERE = "only there"


@dataclass(frozen=True, slots=True)
class AlignedWords:
    """A run of words in an alignment of two versions."""

    edit: Edit
    words: str


@dataclass(frozen=True, slots=True)
class Located:
    """Where the words of a quote (here) stand in a text (there), how they differ, and some words on either side."""

    place: Span
    before: str
    after: str
    alignment: tuple[AlignedWords, ...]

    @property
    def word_for_word(self) -> bool:
        """Whether the words are the same, and no others between them."""
        return all(part.edit is Edit.SAME for part in self.alignment)


CREDITS = ("speaker", "role", "source", "hands", "date said", "place", "addressee")
"""The fields of a conflict that are no words of the quote."""

PARAPHRASE = "paraphrase"
"""The field of a conflict in which one version has between marks what another tells in words of its own."""


@dataclass(frozen=True, slots=True)
class SettledConflict:
    """A conflict that an editor settled: the field, both values as they were then, why it may stay, and who says so."""

    field: str
    here: str | None
    there: str | None
    reason: str
    editor: str

    def turned(self) -> "SettledConflict":
        """The same as told from the other quote."""
        return replace(self, here=self.there, there=self.here)


@dataclass(frozen=True, slots=True)
class MatchRuling:
    """What editors ruled of two quotes; complete, so that any earlier ruling can be put back.

    ``label`` is None where nobody says what they are to each other; ``reason`` may be empty; ``by`` is the editor who
    said so. ``overrules`` are the ids of decisions made beside those that it goes back to, which no longer count.
    """

    label: Label | None = None
    settled: tuple[SettledConflict, ...] = ()
    reason: str = ""
    by: str = ""
    overrules: tuple[str, ...] = ()

    def turned(self) -> "MatchRuling":
        """The same as told from the other quote."""
        return replace(self, settled=tuple(one.turned() for one in self.settled))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which two articles disagree about one quote, with both values.

    ``settled`` tells why it may stay so. ``outdated`` is what an editor settled of this field when an article had
    another value in it: the conflict is open again.
    """

    field: str
    here: str | None
    there: str | None
    settled: SettledConflict | None = None
    outdated: SettledConflict | None = None

    @property
    def shown(self) -> tuple[str | None, str | None]:
        """Both values as an editor reads them, words of the quote between marks."""
        if self.field in (*CREDITS, PARAPHRASE):
            return self.here, self.there
        return self.here and f"“{self.here}”", self.there and f"“{self.there}”"


class Deviation(StrEnum):
    """In what two versions of a quote differ; the first three change nothing that was said."""

    PUNCTUATION = "punctuation"
    SPELLING = "spelling"
    CONTRACTION = "contraction"
    TRIMMED = "trimmed"
    MARKED_TRIM = "trimmed with a mark"
    ELLIPSIS = "ellipsis"
    INSERTION = "insertion"
    ORDER = "order"
    NEGATION = "negation"
    NUMBER = "number"
    HEDGE = "hedge"
    DATE = "date"
    NAME = "name"
    TENSE = "tense"
    WORDS = "words"


TURNING = (Deviation.NEGATION, Deviation.NUMBER, Deviation.HEDGE, Deviation.DATE)
"""The differences by which a version says something else."""
CONFLICTS = (*CREDITS, *(kind.value for kind in (*TURNING, Deviation.ELLIPSIS, Deviation.WORDS)), PARAPHRASE)
"""All fields of a conflict."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two versions of a quote differ, with the words of each, empty where it has none."""

    kind: Deviation
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Match:
    """Two quotes of different articles that hold the same words, with how they differ.

    ``ruling`` is what editors ruled of them, from which the label comes if they said one.
    """

    here: Wording
    there: Wording
    label: Label
    relation: Relation
    score: float
    reason: str
    alignment: tuple[AlignedWords, ...]
    differences: tuple[Difference, ...]
    conflicts: tuple[Conflict, ...]
    ruling: MatchRuling | None = None

    @property
    def holds(self) -> bool:
        """Whether they are of one utterance, or of one that was said again."""
        return self.label is not Label.DIFFERENT

    @property
    def open_conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts that nobody has settled as they are."""
        return tuple(conflict for conflict in self.conflicts if conflict.settled is None)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near two quotes are in meaning, from 0 to 1, and the words of each that are nearest, of one all of them."""

    value: float
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two quotes of different articles that may render one utterance in other words: no match until an editor says so.

    ``differences`` are of what is checked apart from the meaning: negation, number, name.
    """

    here: Wording
    there: Wording
    nearness: Nearness
    reason: str
    differences: tuple[Difference, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def relation(self) -> Relation:
        """How the words relate, if it holds: never equal or edited."""
        return Relation.TRANSLATION


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two quotes with what somebody judged them to be; ``relation`` is None for different ones."""

    here: Wording
    there: Wording
    label: Label
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class Group:
    """One utterance as several articles print it: each version, oldest first, and how any two of them differ."""

    wordings: tuple[Wording, ...]
    matches: tuple[Match, ...]

    @property
    def id(self) -> str:
        """By what the group goes: the id of its oldest version."""
        return self.wordings[0].quote

    @property
    def fullest(self) -> Wording:
        """The version that says most, the oldest of several."""
        return max(self.wordings, key=lambda wording: len(" ".join(wording.words.split())))


class Form(StrEnum):
    """How a version has the words of a column, against the base; before and after this, the longest one there.

    ``PRINT``: the same words, punctuated or spelled otherwise. ``BEYOND``: it begins later, or has ended.
    ``MISSING``: it leaves words of the base out and goes on. ``NOTHING``: like the base it lacks what others add.
    """

    SAME = "same"
    PRINT = "same but for print"
    CHANGED = "changed"
    ADDED = "added"
    MISSING = "missing"
    BEYOND = "beyond"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class VersionCell:
    """The words that one version has in a column, with their marks, as it prints them.

    Where it has none they are empty, or the ellipsis that stands in their place.
    """

    form: Form
    words: str


@dataclass(frozen=True, slots=True)
class VersionColumn:
    """What stands in one place of an utterance: a cell for each version, the base's first."""

    cells: tuple[VersionCell, ...]

    @property
    def differs(self) -> bool:
        """Whether some version has other words here; how long each one is, and its print, make no difference."""
        return any(cell.form in (Form.CHANGED, Form.ADDED, Form.MISSING) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class VersionTable:
    """Several versions of one utterance side by side, in columns of words that belong together.

    ``wordings`` are in the order of the cells: the base, which is the longest (of these the oldest), then the others,
    oldest first. The cells of a version, read in turn, are all its words. ``apart`` have too few words in common with
    the base to stand beside it, such as other translations.
    """

    wordings: tuple[Wording, ...]
    columns: tuple[VersionColumn, ...]
    apart: tuple[Wording, ...]
