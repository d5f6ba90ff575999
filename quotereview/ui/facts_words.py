"""What an article says of itself, row by row: each field with where it comes from, what is missing, and its file."""

from collections.abc import Sequence
from dataclasses import dataclass

from quotereview.counting import agreeing
from quotereview.model import EXPECTED, Article, Described, Field, Span
from quotereview.review.encodings import Offer
from quotereview.ui.rows import Row
from quotereview.ui.theme import State
from quotereview.ui.wording import isolated

MISSING = State("–", "missing", "unsure")
NOT_SAID = "The file does not say it, and nothing is guessed."
FILL_IN = f"{NOT_SAID} Enter fills it in."
CORRECTED = {Field.OUTLET: "Enter corrects it", Field.PUBLISHED: "Enter corrects it"}
READ_OTHERWISE = "Enter reads it otherwise"
AS_IT_IS = "as it is read now"


@dataclass(frozen=True)
class Fact:
    """A row: what it says, the value to copy, where that comes from, and its place in the text, if it stands there.

    ``field`` is None for what is told of the file.
    """

    row: Row
    value: str
    origin: str
    field: Field | None = None
    place: Span | None = None
    offer: Offer | None = None


def facts(article: Article) -> list[Fact]:
    """The fields of an article in their order, those that it does not say among them, then its file."""
    told = {one.field: one for one in article.described}
    fields = [_field(field, told.get(field)) for field in Field if field in told or field in article.missing]
    return [*fields, *_file(article)]


def counted(article: Article) -> str:
    """How many fields it tells, and which it does not."""
    missing = ", ".join(map(_name, article.missing))
    told = len(EXPECTED) - len(article.missing)
    are = agreeing(told, "is", "are")
    return f"{told} of {len(EXPECTED)} fields {are} told; missing: {missing}." if missing else "All fields are told."


def offers(found: Sequence[Offer], now: str) -> list[Fact]:
    """The encodings in which an article can be read, each with words as they would look."""
    return [_offer(one, now) for one in found]


def _field(field: Field, told: Described | None) -> Fact:
    name = _name(field)[0].upper() + _name(field)[1:]
    if told is None:
        return Fact(Row(name, NOT_SAID, state=MISSING), "", FILL_IN if field in CORRECTED else NOT_SAID, field)
    beside = READ_OTHERWISE if field is Field.ENCODING else CORRECTED.get(field, "")
    return Fact(Row(f"{name}: {isolated(told.value)}", told.origin, beside), told.value, told.origin, field, told.place)


def _name(field: Field) -> str:
    return "URL" if field is Field.URL else field


def _file(article: Article) -> list[Fact]:
    size = f"{len(article.original):,} bytes, kept bit for bit as they were loaded"
    name = Row(f"File: {isolated(article.name)}", size)
    seal = Row(f"SHA-256: {article.sha256}", "of these bytes")
    return [Fact(name, article.name, size), Fact(seal, article.sha256, "of these bytes")]


def _offer(offer: Offer, now: str) -> Fact:
    row = Row(offer.encoding, isolated(offer.sample), AS_IT_IS if offer.encoding == now else "")
    return Fact(row, offer.sample, f"read as {offer.encoding}", Field.ENCODING, offer=offer)
