"""Saved web pages: the article's words as body, and what stands around it as teaser; nothing is run or fetched."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from lxml import html

from quotereview.errors import Unreadable
from quotereview.model import Article, Field
from quotereview.reading import page_body, page_fields
from quotereview.reading.alone import alone
from quotereview.reading.copy import Copy
from quotereview.reading.decoding import Declared, Decoded, decode
from quotereview.reading.page_blocks import Block, Element, blocks

ENDINGS: tuple[str, ...] = (".html", ".htm", ".xhtml")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_PROLOGUE = re.compile(r"\s*<\?xml[^>]*\?>")
MOST_OPEN_COMMENTS = 100  # each is read anew to the end of the page
MOST_BLOCKS = 20_000
MOST_ELEMENTS = 200_000
_TOO_DEEP = "Excessive depth"


def knows(first: bytes) -> bool:
    """A page says so itself."""
    return bool(_PAGE.match(first.removeprefix(b"\xef\xbb\xbf")))


def articles(name: str, file: BinaryIO, encoding: str | None = None) -> Iterator[Article | Unreadable]:
    """The article of the page called ``name``, or why there is none."""
    return alone(name, file, lambda name, original: article(name, original, encoding))


def article(name: str, original: bytes, encoding: str | None = None) -> Article:
    """The article of a page, in the ``encoding`` that an editor chose, if any.

    Raises Unreadable if it holds no words, or is nested without end.
    """
    decoded, copy = decode(name, original, _declared(original), encoding), Copy()
    _read(copy, name, decoded)
    return copy.article(decoded.named(name), original, decoded.encoding)


def write(copy: Copy, name: str, page: bytes, declared: Declared | None, encoding: str | None = None) -> Decoded:
    """Write the text of a page that something else carries, which may have ``declared`` its encoding, and how it is.

    Raises Unreadable if it is no page, or nested without end.
    """
    decoded = decode(name, page, declared or _declared(page), encoding)
    _read(copy, name, decoded)
    return decoded


def _read(copy: Copy, name: str, decoded: Decoded) -> None:
    """Write the text of a page, and what it says of itself."""
    text = decoded.text
    root = parsed(name, text)
    copy.telling.tell(Field.ENCODING, decoded.encoding, decoded.origin)
    found = _blocks(name, root)
    _write(copy, page_body.zoned(root, found, page_fields.titles_of(root), page_fields.body_of(root)))
    page_fields.tell(root, text, copy.telling)


def parsed(name: str, text: str) -> Element:
    """The tree of a page. Raises Unreadable where it is none."""
    if text.count("<!--") > text.count("-->") + MOST_OPEN_COMMENTS:
        raise Unreadable(f"“{name}” is no web page that can be read; save the article's text and try again.")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text[_end_of_prologue(text) :].encode("utf-8", "replace"), parser=parser)
    except (html.etree.ParserError, html.etree.XMLSyntaxError) as error:
        raise Unreadable(f"“{name}” is no web page that can be read; save the article's text and try again.") from error
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise Unreadable(f"“{name}” is nested too deeply for a web page; save the article's text and try again.")
    return root


def _declared(page: bytes) -> Declared | None:
    """The encoding that a page declares itself."""
    found = _CHARSET.search(page[:4096])
    return Declared(found[1].decode("ascii"), "meta charset") if found else None


def _end_of_prologue(text: str) -> int:
    found = _PROLOGUE.match(text)
    return found.end() if found else 0


def _blocks(name: str, root: Element) -> list[Block]:
    if next(islice(root.iter(), MOST_ELEMENTS, None), None) is not None:
        raise Unreadable(f"“{name}” has more than {MOST_ELEMENTS:,} elements; save the article's text and try again.")
    found = list(islice(blocks(root), MOST_BLOCKS + 1))
    if len(found) > MOST_BLOCKS:
        raise Unreadable(
            f"“{name}” holds more than {MOST_BLOCKS:,} pieces of text; save the article's text and try again."
        )
    return found


def _write(copy: Copy, found: list[Block]) -> None:
    for block in found:
        if block.field:
            copy.add_field(block.field, block.words, block.origin, block.zone)
        else:
            copy.add(block.words, block.zone)
