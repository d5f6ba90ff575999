"""Which quotes of the queue are shown: a filter as an editor writes it, in one line."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from quotereview.folding import bare, typed
from quotereview.review.dates import in_iso

NONE = "-"
BETWEEN = ".."
UNREAD = "unread"
"""What a filter by verdict calls a quote that was accepted in bulk, beside its verdict."""
CONFLICT = "conflict"
"""What it calls a quote, beside its verdict, on which editors ruled differently."""
OPEN, SETTLED = "open", "settled"
"""What a filter by conflict calls what outlets tell differently, before the field in which they do."""


class Field(StrEnum):
    """What a filter can look at, by the name that an editor writes before a colon."""

    WORDS = "words"
    VERDICT = "verdict"
    CONFIDENCE = "confidence"
    SPEAKER = "speaker"
    SOURCE = "source"
    OUTLET = "outlet"
    DATE = "date"
    NOTE = "note"
    ARTICLE = "article"
    STORY = "story"
    EDITOR = "editor"
    CONFLICT = "conflict"


_CLOSED = (Field.VERDICT, Field.CONFIDENCE, Field.CONFLICT)
_TEXTS = (Field.WORDS, Field.NOTE)
"""What the store itself looks at, folded as it keeps it."""
_NAME = re.compile(rf"\b({'|'.join(Field)}):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """A field and what it has to hold: each of the words, folded, dates in ISO form; without words, anything at all."""

    field: Field
    words: tuple[str, ...]

    @property
    def wanted(self) -> tuple[str, ...]:
        """The words that have to be there."""
        return tuple(word for word in self.words if not word.startswith(NONE))

    @property
    def unwanted(self) -> tuple[str, ...]:
        """The words that must not be there."""
        return tuple(word.removeprefix(NONE) for word in self.words if word.startswith(NONE) and word != NONE)

    @property
    def filled(self) -> bool | None:
        """Whether the field has to hold anything at all, or nothing; None where that is not asked."""
        return NONE not in self.words if NONE in self.words or not self.words else None

    def holds(self, value: str) -> bool:
        """Whether a folded value of the field will do."""
        if self.filled is not None and bool(value) is not self.filled:
            return False
        return all(self._found(word, value) for word in self.wanted) and not any(
            self._found(word, value) for word in self.unwanted
        )

    def admits(self, values: Collection[str]) -> bool:
        """Whether folded values, where a field holds several, will do: one has all that is wanted, none what is not."""
        if not values:
            return self.holds("")
        if self.filled is False or any(self._found(word, value) for word in self.unwanted for value in values):
            return False
        return any(all(self._found(word, value) for word in self.wanted) for value in values)

    def _found(self, word: str, value: str) -> bool:
        if self.field is Field.DATE:
            return _dated(word, value)
        if self.field in _CLOSED:
            return any(part.startswith(word) for part in value.split())
        return word in value


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter and the line it was written in; without terms it shows everything."""

    text: str = ""
    terms: tuple[Term, ...] = ()

    def asks(self, *fields: Field) -> bool:
        """Whether it looks at one of these fields."""
        return any(term.field in fields for term in self.terms)


def read_filter(text: str) -> Filter:
    """The filter that an editor wrote; any line is one.

    First come words of the quote, then ``speaker:``, ``note:`` and so on, each with words of its own up to the next
    field: all have to be there, whatever their case and accents. ``-word`` must not be there, ``-`` alone asks for
    quotes where the field is empty, and a field with nothing after it for those where it is not. ``date:2026-03`` is a
    month, as is ``date:Nov-2026`` and, in any year, ``date:Nov``; ``date:2026-03-02..2026-03-09`` is a week; either end
    may be left out. ``editor:`` is who ruled, ``story:`` what a story is called that several articles tell,
    ``article:`` the title or the file of one. ``conflict:open speaker`` asks for what outlets tell of another speaker,
    and nobody has settled.
    """
    words, *named = _NAME.split(text)
    terms = [_term(Field(name.lower()), value) for name, value in zip(named[::2], named[1::2], strict=True)]
    if words.strip():
        terms.append(Term(Field.WORDS, _words(words)))
    return Filter(text, tuple(terms))


def last_field(text: str) -> tuple[Field, int]:
    """The field to which the end of a line belongs, and where its words begin."""
    named = list(_NAME.finditer(text))
    return (Field(named[-1][1].lower()), named[-1].end()) if named else (Field.WORDS, 0)


def _term(field: Field, text: str) -> Term:
    words = _words(text) if field in _TEXTS else tuple(typed(text).split())
    return Term(field, tuple(map(_iso_word, words)) if field is Field.DATE else words)


def _iso_word(word: str) -> str:
    """A word of a date, a dash before it or two dots within, in ISO form."""
    forbidden = NONE if word.startswith(NONE) else ""
    return forbidden + BETWEEN.join(map(in_iso, word.removeprefix(NONE).split(BETWEEN, 1)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(bare(text).split())


def _dated(word: str, day: str) -> bool:
    """Whether a day begins as a word in ISO form does, or lies between two; "?" stands for any digit."""
    if BETWEEN in word:
        first, last = word.split(BETWEEN, 1)
        return _between(day, first, last)
    return len(word) <= len(day) and all(digit in ("?", there) for digit, there in zip(word, day, strict=False))


def _between(day: str, first: str, last: str) -> bool:
    """Whether a day lies between two, each a day, a month or a year in ISO form, or empty."""
    return bool(day) and first <= day and (not last or day[: len(last)] <= last)
