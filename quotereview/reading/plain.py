"""Plain text: one file is one article, and says nothing about itself but perhaps its headline."""

from collections.abc import Iterator
from typing import BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, article_id
from quotereview.reading.decoding import decode
from quotereview.reading.limits import LARGEST, too_large

ENDINGS: tuple[str, ...] = (".txt", ".text", "")
LONGEST_HEADLINE = 120


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The one article of the text file called ``name``, or why there is none."""
    try:
        yield article(name, file.read(LARGEST + 1))
    except Unreadable as error:
        yield error


def article(name: str, original: bytes) -> Article:
    """The article that the bytes of a text hold; its canonical text is the decoded text itself.

    Raises Unreadable if they are too many, no text, or hold no words.
    """
    if len(original) > LARGEST:
        raise too_large(name)
    text, encoding = decode(name, original)
    return Article(article_id(name, original), name, original, text, encoding, headline=headline(text))


def headline(text: str) -> str | None:
    """The first line where it looks like a headline: short, no sentence, with copy below it."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    sentence = first.rstrip("”’\"' ").endswith((".", ",", ":", ";"))
    return first if rest.strip() and len(first) <= LONGEST_HEADLINE and not sentence else None
