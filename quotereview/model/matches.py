"""Quotes of different articles that hold the same words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quotereview.model.values import Span


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote's words with what is compared across articles; ``outlet`` is None when unknown.

    ``before`` and ``after`` are the article's words on either side of it, empty where they are not at hand.
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


CREDITS = ("speaker", "source")
"""The fields of a conflict that are no words of the quote."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which two articles disagree about one quote, with both values."""

    field: str
    here: str | None
    there: str | None

    @property
    def shown(self) -> tuple[str | None, str | None]:
        """Both values as an editor reads them, words of the quote between marks."""
        if self.field in CREDITS:
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


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two versions of a quote differ, with the words of each, empty where it has none."""

    kind: Deviation
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Match:
    """Two quotes of different articles that hold the same words, with how they differ."""

    here: Wording
    there: Wording
    label: Label
    relation: Relation
    score: float
    reason: str
    alignment: tuple[AlignedWords, ...]
    differences: tuple[Difference, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def holds(self) -> bool:
        """Whether they are of one utterance, or of one that was said again."""
        return self.label is not Label.DIFFERENT


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
