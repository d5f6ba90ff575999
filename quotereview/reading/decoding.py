"""Bytes to text: which encoding a text is in, how that was told; read strictly, so that no letter is guessed away."""

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from quotereview.errors import Unreadable

MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SISTERS = {
    **dict.fromkeys(("cp1250", "cp1254", "cp1257", "cp1258"), "cp1252"),
    **dict.fromkeys(("mac-iceland", "mac-turkish"), "mac-roman"),
}
"""Encodings that are guessed by chance for others, in which English copy is where it is not Unicode."""
CONTROLS = re.compile("[\0-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")
MOST_MARKS = 20_000  # each takes a few milliseconds to be looked at
_MARKS = re.compile("[\"“”„‟«»‹›「」『』]|(?<!\\w)['‘’‚‛]")
CONTROLS_ALLOWED = 0.01
BY_MARK = "byte order mark"
BY_BYTES = "bytes that are valid UTF-8"
BY_GUESS = "guessed from the letters"
BY_CHOICE = "chosen by an editor"
_WESTERN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
_NOT_OF_TEXTS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, its encoding, and how that was told."""

    text: str
    encoding: str
    origin: str

    def named(self, name: str) -> str:
        """What an article is called that was read so: a choice is part of its name, and thereby of its id."""
        return f"{name}, read as {self.encoding}" if self.origin == BY_CHOICE else name


@dataclass(frozen=True, slots=True)
class Declared:
    """The encoding that a text, or what carries it, says it is in, and where that is said."""

    encoding: str
    origin: str


def decode(name: str, original: bytes, declared: Declared | None = None, chosen: str | None = None) -> Decoded:
    """The text of ``original``; a byte order mark is dropped, nothing else is changed.

    What an editor has ``chosen`` counts, then a byte order mark, what is ``declared`` where it holds, and the bytes.
    Raises Unreadable if the bytes are no text, or if their encoding cannot be told, or is not the one chosen.
    """
    found = _as_chosen(name, original, declared, chosen) if chosen else _told(name, original, declared)
    _check_letters(name, found.text)
    return found


def check_text(name: str, text: str) -> None:
    """Raises Unreadable if an article's ``text`` holds what only a binary file does, no words, or marks without end.

    Markup, tables and JSON have marks of their own, so that this is for what is left when these are taken off.
    """
    _check_letters(name, text)
    if next(islice(_MARKS.finditer(text), MOST_MARKS, None), None):
        raise Unreadable(f"“{name}” holds more than {MOST_MARKS:,} quotation marks, as no article does; split it.")


def _check_letters(name: str, text: str) -> None:
    if "\0" in text or len(CONTROLS.findall(text)) > CONTROLS_ALLOWED * len(text):
        raise Unreadable(f"“{name}” is not text; save the article as plain text and try again.")
    if not text.strip():
        raise Unreadable(f"“{name}” is empty; there is nothing in it to read.")


def _as_chosen(name: str, original: bytes, declared: Declared | None, chosen: str) -> Decoded:
    """The text in the encoding that was chosen; no choice is told where it reads as it would without one."""
    encoding = _known(chosen)
    if encoding is None:
        raise Unreadable(f"“{chosen}” is no encoding that is known here; some that are: utf-8, cp1252, mac-roman.")
    try:
        text = original.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Unreadable(f"“{name}” is not written in {encoding}; choose another encoding.") from error
    try:
        own = _told(name, original, declared)
    except Unreadable:
        own = None
    return own if own and own.text == text else Decoded(text, encoding, BY_CHOICE)


def _told(name: str, original: bytes, declared: Declared | None) -> Decoded:
    return _marked(name, original) or _as_declared(original, declared) or _unmarked(name, original)


def _marked(name: str, original: bytes) -> Decoded | None:
    for mark, encoding in MARKED:
        if original.startswith(mark):
            try:
                return Decoded(original[len(mark) :].decode(encoding), encoding, BY_MARK)
            except UnicodeDecodeError as error:
                raise Unreadable(f"“{name}” is damaged: it starts as {encoding} but does not go on so.") from error
    return None


def _as_declared(original: bytes, declared: Declared | None) -> Decoded | None:
    """The text by what is declared, where that holds; Latin-1 means Windows-1252, as browsers read it."""
    named = declared.encoding.lower() if declared else ""
    encoding = _known("cp1252" if named in _WESTERN else named)
    if declared is None or encoding is None:
        return None
    try:
        return Decoded(original.decode(encoding), named, declared.origin)
    except UnicodeDecodeError:
        return None


def _known(encoding: str) -> str | None:
    """The name of an encoding of texts as Python calls it, None where it is none."""
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)  # fails where it encodes something else than text
    except (LookupError, ValueError):
        return None
    return None if name in _NOT_OF_TEXTS else name


def _unmarked(name: str, original: bytes) -> Decoded:
    try:
        return Decoded(original.decode("utf-8"), "utf-8", BY_BYTES)
    except UnicodeDecodeError:
        return _guessed(name, original)


def _guessed(name: str, original: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # slow to import, and hardly ever needed

    best = from_bytes(original).best()
    if best is None:
        raise Unreadable(
            f"“{name}” is not text, or its encoding cannot be told; save the article as UTF-8 text and try again."
        )
    guessed = codecs.lookup(best.encoding).name
    encoding = SISTERS.get(guessed, guessed)
    try:
        return Decoded(original.decode(encoding), encoding, BY_GUESS)
    except UnicodeDecodeError:
        return Decoded(original.decode(guessed), guessed, BY_GUESS)
