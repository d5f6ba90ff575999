"""What is attached to an e-mail: each file that can be read as articles of its own, and why the others are not."""

import io
import mimetypes
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.policy import default
from pathlib import PurePosixPath
from typing import cast

from quotereview.errors import Unreadable
from quotereview.model import Article
from quotereview.reading import archive, formats, messages
from quotereview.reading.telling import cleaned

DEEPEST = 2  # messages attached to messages


def articles(
    name: str, message: EmailMessage, original: bytes, depth: int, encoding: str | None
) -> Iterator[Article | Unreadable]:
    """The articles of all that is attached to the message called ``name``, each named after it.

    ``depth`` is to how many messages it is attached itself. Pictures that its page shows are passed over. Raises the
    faults of the library of e-mails.
    """
    for number, part in enumerate(message.iter_attachments(), 1):
        if part.get_content_maintype() == "image" and "Content-ID" in part:
            continue
        called = _file_name(part, number)
        try:
            yield from _outcomes(f"{name}, {called}", called, _content(part, original), depth, encoding)
        except Unreadable as error:
            yield Unreadable(str(error), called)


def _outcomes(
    place: str, called: str, content: bytes | None, depth: int, encoding: str | None
) -> Iterator[Article | Unreadable]:
    kind = formats.format_of(called, content[: formats.ENOUGH]) if content else None
    if not content:
        raise Unreadable(f"“{place}” was left out: what is attached is empty, or not as it was sent.")
    if kind is None:
        raise Unreadable(f"“{place}” was left out: what is attached is of a kind that cannot be read.")
    if kind is archive:
        raise Unreadable(f"“{place}” was left out: save this zip file by itself, and open that.")
    if kind is messages:
        if depth == DEEPEST:
            raise Unreadable(f"“{place}” was left out: save this message by itself, and open that.")
        yield from messages.opened(place, content, depth + 1, encoding)
        return
    for found in formats.read(place, io.BufferedReader(cast(io.RawIOBase, io.BytesIO(content))), encoding):
        yield Unreadable(str(found), called) if isinstance(found, Unreadable) else found


def _file_name(part: MIMEPart, number: int) -> str:
    """What an attached file is called, without any folder; by its number and kind where nothing is said."""
    said = PurePosixPath((cleaned(part.get_filename()) or "").replace("\\", "/")).name
    ending = ".eml" if _is_message(part) else mimetypes.guess_extension(part.get_content_type()) or ""
    return said or f"attached {number}{ending}"


def _content(part: MIMEPart, original: bytes) -> bytes | None:
    """The bytes of an attached file; of an attached message those of the mail itself, None where they are not found."""
    if not _is_message(part):
        return cast("bytes | None", part.get_payload(decode=True))
    message = cast(EmailMessage, part.get_payload(0))
    line_end = "\r\n" if b"\r\n" in original else "\n"
    written = message.as_bytes(policy=default.clone(refold_source="none", linesep=line_end))
    return written if written in original else None


def _is_message(part: MIMEPart) -> bool:
    return part.get_content_type() == "message/rfc822"
