"""The kept bytes of an article, read once more in another encoding."""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from io import BytesIO

from quotereview.errors import Unreadable
from quotereview.model import Article
from quotereview.reading import messages, plain, web_page
from quotereview.reading.decoding import CONTROLS
from quotereview.reading.formats import ENOUGH as KNOWN_BY
from quotereview.reading.formats import EncodedFormat

OFFERED = (
    *("utf-8", "cp1252", "mac-roman", "iso8859-15", "cp850", "cp437", "cp1250", "iso8859-2", "cp1254", "cp1257"),
    *("cp1251", "koi8-r", "cp1253", "cp1255", "cp1256", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
    *("utf-16-le", "utf-16-be"),
)
"""The encodings in which newsrooms have texts, the most likely ones first."""
_OF_ONE_TEXT: tuple[EncodedFormat, ...] = (plain, web_page, messages)
SAMPLE = 60  # characters
ENOUGH = 50_000  # bytes by which one sees whether they can be read
_NOT_ASCII = re.compile(rb"[^\x00-\x7f]")


def read_again(article: Article, encoding: str) -> Article:
    """The article as its kept bytes read in an encoding that an editor chose; its name says so.

    Raises Unreadable where they cannot be read so, or where the encoding is not a matter of choice.
    """
    name, chosen = _first_name(article)
    for kind in _OF_ONE_TEXT:
        if kind.knows(article.original[:KNOWN_BY]) or _read_so(kind, name, article, chosen):
            found = _first(kind, name, article.original, encoding)
            if isinstance(found, Unreadable):
                raise found
            return found
    raise Unreadable(
        f"“{article.name}” is of a kind that says itself in which encoding it is, or part of a larger file: "
        "load that file again, and name its encoding."
    )


def _read_so(kind: EncodedFormat, name: str, article: Article, chosen: str | None) -> bool:
    """Whether an article is what a format makes of its bytes."""
    found = _first(kind, name, article.original, chosen)
    return isinstance(found, Article) and found.text == article.text


def _first(kind: EncodedFormat, name: str, original: bytes, encoding: str | None) -> Article | Unreadable:
    """The first article of a file: of a message that of its own words."""
    return next(iter(kind.articles(name, BytesIO(original), encoding)))


def samples(original: bytes) -> Iterator[tuple[str, str]]:
    """The encodings in which some bytes can be read, each with the words about the first letter in which they differ.

    Of those that read alike the first is given; nothing for bytes that read alike in all. Of many bytes, those about
    the first such letter are looked at.
    """
    foreign = _NOT_ASCII.search(original)
    if foreign is None:
        return
    start = max(0, foreign.start() - SAMPLE) & ~1  # not within a letter of two bytes
    part = original[start : start + ENOUGH]
    seen = set()
    for encoding in OFFERED:
        try:
            text = getincrementaldecoder(encoding)().decode(part, final=start + len(part) == len(original))
        except UnicodeDecodeError:
            continue
        sample = " ".join(text[SAMPLE // 2 if start else 0 :][:SAMPLE].split())
        if text not in seen and not CONTROLS.search(sample):
            seen.add(text)
            yield encoding, sample


def _first_name(article: Article) -> tuple[str, str | None]:
    """What an article was called before anybody chose its encoding, and the encoding that was chosen, if any."""
    name = article.name.removesuffix(f", read as {article.encoding}")
    return name, article.encoding if name != article.name else None
