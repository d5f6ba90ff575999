"""What an article says of itself, collected while its file is read."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from quotereview.model import Described, Field, Span

LONGEST = 1_000  # characters; a longer value is no field
_MOMENTS = frozenset({Field.PUBLISHED, Field.UPDATED})
_HALVES = re.compile("[\ud800-\udfff]")  # of an escaped pair: no character, cannot be stored


class Telling:
    """The fields of one article; of what is told twice the first counts, and what cannot be understood is missing."""

    def __init__(self) -> None:
        self._told: dict[Field, Described] = {}

    def tell(self, field: Field, value: object, origin: str, place: Span | None = None) -> None:
        """Take a value for a field unless it has one; whatever is no words, and no moment where one is due, is none."""
        words = cleaned(value)
        if words and field in _MOMENTS:
            words = moment(words)
        if words and len(words) <= LONGEST:
            self._told.setdefault(field, Described(field, words, origin, place))

    def said(self, field: Field) -> str | None:
        """The value of a field so far."""
        return self._told[field].value if field in self._told else None

    def described(self) -> tuple[Described, ...]:
        """What was told, in the order of the fields."""
        return tuple(self._told[field] for field in Field if field in self._told)


def cleaned(value: object) -> str | None:
    """A value as words in one line, None where it holds none."""
    if not isinstance(value, str):
        return None
    return " ".join(whole(value).replace("\0", "").split()) or None


def whole(words: str) -> str:
    """Words without halves of characters, each of which has a stand-in, so that every offset is kept."""
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", words)


def moment(words: str) -> str | None:
    """A day, or a day and time, in ISO 8601; None where the words are none, so that no date is guessed."""
    for read in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(words).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
