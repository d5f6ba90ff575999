"""E-mails (.eml) and pages that a browser saved as one file (.mhtml): the words of the message, or of its page."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from typing import BinaryIO, cast

from quotereview.errors import Unreadable
from quotereview.model import Article, Field
from quotereview.reading import web_page
from quotereview.reading.alone import alone
from quotereview.reading.copy import Copy
from quotereview.reading.decoding import Declared, Decoded, decode

ENDINGS: tuple[str, ...] = (".eml", ".mhtml", ".mht")
_HEADERS = {"Subject": Field.HEADLINE, "Date": Field.PUBLISHED, "Content-Language": Field.LANGUAGE}
MOST_PARTS = 100  # that hold others
_LONG_HEADER = re.compile(rb"^[\w-]{1,60}:(?:[^\n]|\n[ \t]){20000}", re.MULTILINE)  # read in squared time
_ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


def knows(first: bytes) -> bool:
    """A browser that saves a page says so in the first lines; what else begins with headers may be an article."""
    head = first.lower()
    return head.startswith((b"from:", b"mime-version:")) and b"content-type: multipart/related" in head


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The article of the message called ``name``, or why there is none."""
    return alone(name, file, article)


def article(name: str, original: bytes) -> Article:
    """The article of a message: its plain words, else its page. Raises Unreadable where it has neither."""
    if _LONG_HEADER.search(original) or original.lower().count(b"multipart/") > MOST_PARTS:
        raise Unreadable(f"“{name}” has a header, or more nested parts, than a message needs; save the article's text.")
    try:
        message = email.message_from_bytes(original, policy=email.policy.default)
        copy, decoded = _read(name, message)
    except (MessageError, RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        raise Unreadable(f"“{name}” is a damaged message; save the article's text and try again.") from error
    return copy.article(name, original, decoded.encoding)


def _read(name: str, message: EmailMessage) -> tuple[Copy, Decoded]:
    kinds = ("html",) if _address(message) else ("plain", "html")
    body = message.get_body(preferencelist=(*kinds, "related"))
    if body is None:
        raise Unreadable(f"“{name}” is a message without words of its own; save what is attached to it and open that.")
    content = cast(bytes, body.get_payload(decode=True)) or b""
    charset = body.get_content_charset()
    declared = Declared(charset, "header Content-Type") if charset else None
    copy = Copy()
    if body.get_content_subtype() == "html":
        copy.telling.tell(Field.URL, _address(message) or _address(body), "what carries the page")
        decoded = web_page.write(copy, name, content, declared)
    else:
        decoded = decode(name, content, declared)
        copy.telling.tell(Field.ENCODING, decoded.encoding, decoded.origin)
        copy.add(decoded.text.replace("\r\n", "\n"))
    for header, field in _HEADERS.items():
        if not (_address(message) and field is Field.PUBLISHED):  # when the page was saved
            copy.telling.tell(field, str(message.get(header, "")), f"header {header}")
    return copy, decoded


def _address(part: MIMEPart) -> str | None:
    """Where a page stood that a browser saved."""
    found = (str(part.get(header, "")).strip() for header in _ADDRESSES)
    return next((address for address in found if address.startswith("http")), None)
