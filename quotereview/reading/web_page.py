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
from quotereview.reading.decoding import decode
from quotereview.reading.page_blocks import Block, Element, blocks

ENDINGS: tuple[str, ...] = (".html", ".htm", ".xhtml")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_PROLOGUE = re.compile(r"\s*<\?xml[^>]*\?>")
MOST_OPEN_COMMENTS = 100  # each is read anew to the end of the page
MOST_BLOCKS = 20_000
_TOO_DEEP = "Excessive depth"


def knows(first: bytes) -> bool:
    """A page says so itself."""
    return bool(_PAGE.match(first.removeprefix(b"\xef\xbb\xbf")))


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The article of the page called ``name``, or why there is none."""
    return alone(name, file, article)


def article(name: str, original: bytes) -> Article:
    """The article of a page. Raises Unreadable if it holds no words, or is nested without end."""
    copy, encoding = read(name, original)
    return copy.article(name, original, encoding)


def read(name: str, page: bytes, charset: str | None = None, url: str | None = None) -> tuple[Copy, str]:
    """The text of a page and its encoding; ``charset`` and ``url`` are what its carrier says of it.

    Raises Unreadable if it is no page, or nested without end.
    """
    text, encoding = _decoded(name, page, charset)
    root = parsed(name, text)
    copy = Copy()
    copy.telling.tell(Field.URL, url, "what carries the page")
    found = list(islice(blocks(root), MOST_BLOCKS + 1))
    if len(found) > MOST_BLOCKS:
        raise Unreadable(
            f"“{name}” holds more than {MOST_BLOCKS:,} pieces of text; save the article's text and try again."
        )
    _write(copy, page_body.zoned(root, found, page_fields.body_of(root)))
    page_fields.tell(root, text, copy.telling)
    return copy, encoding


def parsed(name: str, text: str) -> Element:
    """The tree of a page. Raises Unreadable where it is none."""
    if text.count("<!--") > text.count("-->") + MOST_OPEN_COMMENTS:
        raise Unreadable(f"“{name}” is no web page that can be read; save the article's text and try again.")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_PROLOGUE.sub("", text, count=1).encode("utf-8", "replace"), parser=parser)
    except (html.etree.ParserError, html.etree.XMLSyntaxError) as error:
        raise Unreadable(f"“{name}” is no web page that can be read; save the article's text and try again.") from error
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise Unreadable(f"“{name}” is nested too deeply for a web page; save the article's text and try again.")
    return root


def _decoded(name: str, original: bytes, charset: str | None) -> tuple[str, str]:
    """The page's text by the encoding that it declares, if it holds, else by its bytes."""
    declared = _CHARSET.search(original[:4096])
    named = charset or (declared[1].decode("ascii") if declared else None)
    if named and not original.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return original.decode(_as_browsers(named)), named.lower()
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(name, original)


def _as_browsers(charset: str) -> str:
    """Latin-1 on the web means Windows-1252."""
    return "cp1252" if charset.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else charset


def _write(copy: Copy, found: list[Block]) -> None:
    for block in found:
        if block.field:
            copy.add_field(block.field, block.words, block.origin, block.zone)
        else:
            copy.add(block.words, block.zone)
