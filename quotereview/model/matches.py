"""Quotes of different articles that hold the same words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quotereview.model.values import Span


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote's words with what is compared across articles; ``outlet`` is None when unknown."""

    quote: str
    article: str
    title: str
    outlet: str | None
    published: date | None
    words: str
    speaker: str | None
    source: str | None


class Relation(StrEnum):
    """How the words of two versions of one quote relate."""

    EQUAL = "equal"
    FRAGMENT = "fragment"
    OVERLAP = "overlap"
    EDITED = "edited"
    TRANSLATION = "translation"


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


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which two articles disagree about one quote, with both values as an editor reads them."""

    field: str
    here: str | None
    there: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """Two quotes of different articles that hold the same words, with how they differ."""

    here: Wording
    there: Wording
    relation: Relation
    score: float
    reason: str
    alignment: tuple[AlignedWords, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One utterance as several articles print it: each version, oldest first, and how any two of them differ."""

    wordings: tuple[Wording, ...]
    matches: tuple[Match, ...]
