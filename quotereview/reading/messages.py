"""E-mails (.eml) and pages that a browser saved as one file (.mhtml): the words of the message, or of its page.

What is attached comes in as articles of its own."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from typing import BinaryIO, cast

from quotereview.errors import Unreadable
from quotereview.model import Article, Field
from quotereview.reading import attachments, web_page
from quotereview.reading.copy import Copy
from quotereview.reading.decoding import Declared, Decoded, decode
from quotereview.reading.limits import whole_file

ENDINGS: tuple[str, ...] = (".eml", ".mhtml", ".mht")
_HEADERS = {"Subject": Field.HEADLINE, "Date": Field.PUBLISHED, "Content-Language": Field.LANGUAGE}
MOST_PARTS = 100  # that hold others
MOST_PIECES = 10_000  # that may be parts
MOST_LINES = 1_000_000
MOST_ATTACHED = 100
_FAULTS = (MessageError, RecursionError, ValueError, LookupError, TypeError, AttributeError, OverflowError)
_LONG_HEADER = re.compile(rb"^[\w-]{1,60}:(?:[^\n]|\n[ \t]){20000}", re.MULTILINE)  # read in squared time
_BEGINS_PART = re.compile(rb"^--[^\s-]", re.MULTILINE)
_HOLDS_OTHERS = re.compile(rb"multipart/|message/rfc822", re.IGNORECASE)
_ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


def knows(first: bytes) -> bool:
    """A browser that saves a page says so in the first lines; what else begins with headers may be an article."""
    head = first.lower()
    return head.startswith((b"from:", b"mime-version:")) and b"content-type: multipart/related" in head


def articles(name: str, file: BinaryIO, encoding: str | None = None) -> Iterator[Article | Unreadable]:
    """The article of the message called ``name``, then those of what is attached to it, or why there are none."""
    try:
        yield from opened(name, whole_file(name, file), 0, encoding)
    except Unreadable as error:
        yield error


def opened(name: str, original: bytes, depth: int, encoding: str | None) -> Iterator[Article | Unreadable]:
    """The articles of a message that is attached to ``depth`` others, in the encoding that an editor chose, if any.

    Raises Unreadable where it is none.
    """
    try:
        message = _parsed(name, original)
        if _body(message) or not any(message.iter_attachments()):
            yield _own(name, message, original, encoding)
        if _is_page(message):
            return
        for number, found in enumerate(attachments.articles(name, message, original, depth, encoding)):
            if number == MOST_ATTACHED:
                raise Unreadable(f"“{name}” has more than {MOST_ATTACHED} files attached; save the rest by itself.")
            yield found
    except _FAULTS as error:
        raise Unreadable(f"“{name}” is a damaged message; save the article's text and try again.") from error


def _parsed(name: str, original: bytes) -> EmailMessage:
    parts = len(_HOLDS_OTHERS.findall(original))
    if _LONG_HEADER.search(original) or parts > MOST_PARTS or len(_BEGINS_PART.findall(original)) > MOST_PIECES:
        raise Unreadable(f"“{name}” has a header, or more nested parts, than a message needs; save the article's text.")
    if original.count(b"\n") > MOST_LINES:
        raise Unreadable(f"“{name}” holds more than {MOST_LINES:,} lines, as no message does; save the article's text.")
    return email.message_from_bytes(original, policy=email.policy.default)


def _own(name: str, message: EmailMessage, original: bytes, encoding: str | None) -> Article | Unreadable:
    """The article of a message's own words: its plain ones, else its page; why there are none."""
    try:
        copy, decoded = _read(name, message, encoding)
        return copy.article(decoded.named(name), original, decoded.encoding)
    except Unreadable as error:
        return error


def _is_page(message: EmailMessage) -> bool:
    """Whether a browser saved it, with what the page shows as its parts."""
    return bool(_address(message)) or message.get_content_type() == "multipart/related"


def _read(name: str, message: EmailMessage, encoding: str | None) -> tuple[Copy, Decoded]:
    body = _body(message)
    if body is None:
        raise Unreadable(f"“{name}” is a message without words of its own; save what is attached to it and open that.")
    content = cast(bytes, body.get_payload(decode=True)) or b""
    charset = body.get_content_charset()
    declared = Declared(charset, "header Content-Type") if charset else None
    copy = Copy()
    if body.get_content_subtype() == "html":
        copy.telling.tell(Field.URL, _address(message) or _address(body), "what carries the page")
        decoded = web_page.write(copy, name, content, declared, encoding)
    else:
        decoded = decode(name, content, declared, encoding)
        copy.telling.tell(Field.ENCODING, decoded.encoding, decoded.origin)
        copy.add(decoded.text.replace("\r\n", "\n"))
    for header, field in _HEADERS.items():
        if not (_address(message) and field is Field.PUBLISHED):  # when the page was saved
            copy.telling.tell(field, _said(message, header), f"header {header}")
    return copy, decoded


def _body(message: EmailMessage) -> MIMEPart | None:
    kinds = ("html",) if _address(message) else ("plain", "html")
    return message.get_body(preferencelist=(*kinds, "related"))


def _said(part: MIMEPart, header: str) -> str:
    """What a header says, nothing where it cannot be understood."""
    try:
        return str(part.get(header, "")).strip()
    except _FAULTS:
        return ""


def _address(part: MIMEPart) -> str | None:
    """Where a page stood that a browser saved."""
    found = (_said(part, header) for header in _ADDRESSES)
    return next((address for address in found if address.startswith("http")), None)
