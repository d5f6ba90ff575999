"""What an article says of itself, field by field, and where it says so."""

from dataclasses import dataclass
from enum import StrEnum

from quotereview.model.values import Span


class Field(StrEnum):
    """What an article may say of itself; days and times are kept as ISO 8601."""

    OUTLET = "outlet"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    PUBLISHED = "published"
    UPDATED = "updated"
    URL = "url"
    EDITION = "edition"
    WIRE_CREDIT = "wire credit"
    LANGUAGE = "language"
    ENCODING = "encoding"


EXPECTED = tuple(field for field in Field if field is not Field.ENCODING)
"""The fields that every article should tell; those that it does not are missing, and none is guessed."""


@dataclass(frozen=True, slots=True)
class Described:
    """One field of an article, its value, where that came from ("meta property og:site_name"), and its place.

    ``place`` is where the value stands in the article's text, or None where it stands in what is around the text.
    """

    field: Field
    value: str
    origin: str
    place: Span | None = None
