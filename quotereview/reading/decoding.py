"""Bytes to text: which encoding a text is in, read strictly, so that no letter is guessed away."""

import codecs
import re

from quotereview.errors import Unreadable

MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LATIN_SISTERS = {"cp1250", "cp1254", "cp1257", "cp1258"}
CONTROLS = re.compile("[\0-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")
CONTROLS_ALLOWED = 0.01


def decode(name: str, original: bytes) -> tuple[str, str]:
    """The text of ``original`` and its encoding; a byte order mark is dropped, nothing else is changed.

    Raises Unreadable if the bytes are no text, or if their encoding cannot be told.
    """
    text, encoding = _marked(name, original) or _unmarked(name, original)
    check_text(name, text)
    return text, encoding


def check_text(name: str, text: str) -> None:
    """Raises Unreadable if ``text`` holds what only a binary file holds, or no words at all."""
    if "\0" in text or len(CONTROLS.findall(text)) > CONTROLS_ALLOWED * len(text):
        raise Unreadable(f"“{name}” is not text; save the article as plain text and try again.")
    if not text.strip():
        raise Unreadable(f"“{name}” is empty; there is nothing in it to read.")


def _marked(name: str, original: bytes) -> tuple[str, str] | None:
    for mark, encoding in MARKED:
        if original.startswith(mark):
            try:
                return original[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise Unreadable(f"“{name}” is damaged: it starts as {encoding} but does not go on so.") from error
    return None


def _unmarked(name: str, original: bytes) -> tuple[str, str]:
    try:
        return original.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(name, original)


def _guessed(name: str, original: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # slow to import, and hardly ever needed

    best = from_bytes(original).best()
    if best is None:
        raise Unreadable(
            f"“{name}” is not text, or its encoding cannot be told; save the article as UTF-8 text and try again."
        )
    if best.encoding in LATIN_SISTERS and (text := _western(original)) is not None:
        return text, "cp1252"
    return original.decode(best.encoding), best.encoding


def _western(original: bytes) -> str | None:
    """The text as Windows-1252, which English copy is where it is not Unicode; its sisters are guessed by chance."""
    try:
        return original.decode("cp1252")
    except UnicodeDecodeError:
        return None
