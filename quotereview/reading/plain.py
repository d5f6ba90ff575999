"""Plain text: one file is one article, and says nothing about itself but perhaps its headline."""

from collections.abc import Iterator
from typing import BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, Described, Field, Span, article_id
from quotereview.reading.decoding import Decoded, check_text, decode
from quotereview.reading.limits import LARGEST, too_large
from quotereview.reading.telling import Telling

ENDINGS: tuple[str, ...] = (".txt", ".text", "")
LONGEST_HEADLINE = 120


def knows(first: bytes) -> bool:  # noqa: ARG001 - any bytes may be text
    """Nothing tells plain text from anything else."""
    return False


def articles(name: str, file: BinaryIO, encoding: str | None = None) -> Iterator[Article | Unreadable]:
    """The one article of the text file called ``name``, or why there is none."""
    try:
        yield article(name, file.read(LARGEST + 1), encoding)
    except Unreadable as error:
        yield error


def article(name: str, original: bytes, encoding: str | None = None) -> Article:
    """The article that the bytes of a text hold; its canonical text is the decoded text itself.

    ``encoding`` is the one that an editor chose. Raises Unreadable if they are too many, no text, or hold no words.
    """
    if len(original) > LARGEST:
        raise too_large(name)
    decoded = decode(name, original, chosen=encoding)
    if len(decoded.text.encode()) > LARGEST:  # some encodings take less room
        raise too_large(name)
    check_text(name, decoded.text)
    called = decoded.named(name)
    return Article(article_id(called, original), called, original, decoded.text, decoded.encoding, _described(decoded))


def _described(decoded: Decoded) -> tuple[Described, ...]:
    telling, text = Telling(), decoded.text
    telling.tell(Field.ENCODING, decoded.encoding, decoded.origin)
    if first := headline(text):
        start = text.index(first)
        telling.tell(Field.HEADLINE, first, "first line", Span(start, start + len(first)))
    return telling.described()


def headline(text: str) -> str | None:
    """The first line where it looks like a headline: short, no sentence, with copy below it."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    sentence = first.rstrip("”’\"' ").endswith((".", ",", ":", ";"))
    return first if rest.strip() and len(first) <= LONGEST_HEADLINE and not sentence else None
