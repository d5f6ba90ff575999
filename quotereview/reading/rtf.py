"""Rich text (.rtf): its paragraphs in order; the style tells headline, deck, byline and caption.

Read by its few rules here, since a library that only gives the words loses the styles, by which headline and caption
are told, and the properties of the document; it also writes the addresses of links among the words.
"""

import codecs
import locale
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, Field
from quotereview.reading.alone import alone
from quotereview.reading.copy import Copy
from quotereview.reading.documents import tell, write

ENDINGS: tuple[str, ...] = (".rtf",)
MOST_TOKENS = 1_000_000  # words of control, brackets and runs of letters
_TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?[0-9]{1,9})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.DOTALL
)
_SKIPPED = frozenset(
    [
        *("colortbl", "filetbl", "pict", "nonshppict", "object", "fldinst", "listtext", "pntext", "footnote"),
        *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        *("annotation", "tc", "xe", "txe", "rxe"),
    ]
)
"""What holds no words of the text, unless it says so itself, as most does."""
_BREAKS = frozenset({"par", "sect", "page", "column", "cell", "row", "nestcell", "nestrow"})
_LETTERS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\N{EM SPACE}",
    "enspace": "\N{EN SPACE}",
    "qmspace": "\N{FOUR-PER-EM SPACE}",
}
_SIGNS = {"~": "\N{NO-BREAK SPACE}", "_": "\N{NON-BREAKING HYPHEN}", "{": "{", "}": "}", "\\": "\\"}
_WRITTEN_ON = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
_CHARSETS = {
    **{0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253"},
    **{162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874"},
    **{238: "cp1250", 254: "cp437", 255: "cp850"},
}
"""The encodings of fonts by the numbers that stand for them."""
_NUMBERED = {"uc": "stand_ins", "f": "font", "s": "style", "lang": "language"}
"""What of a group the number of a word says."""
_PROPERTIES = {"title": Field.HEADLINE, "author": Field.BYLINE, "revtim": Field.UPDATED}


class _Into(Enum):
    """Where the words of a group belong."""

    BODY = auto()
    NOTHING = auto()
    FONTS = auto()
    STYLES = auto()
    INFO = auto()
    TITLE = auto()
    AUTHOR = auto()
    MADE = auto()
    REVISED = auto()


_PLACES = {"fonttbl": _Into.FONTS, "stylesheet": _Into.STYLES, "info": _Into.INFO}
_OF_INFO = {"title": _Into.TITLE, "author": _Into.AUTHOR, "creatim": _Into.MADE, "revtim": _Into.REVISED}


@dataclass(slots=True)
class _Group:
    """How the words between two brackets are meant; ``stand_ins`` follow each letter that is given by its number."""

    into: _Into = _Into.BODY
    stand_ins: int = 1
    font: int = -1
    style: int = 0
    language: int = 0
    hidden: bool = False


def knows(first: bytes) -> bool:
    """Rich text begins so."""
    return first.startswith(b"{\\rtf")


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The article of the document called ``name``, or why there is none."""
    return alone(name, file, article)


def article(name: str, original: bytes) -> Article:
    """The article of a document. Raises Unreadable where it is none, without end, or holds no words."""
    if not knows(original):
        raise Unreadable(f"“{name}” is no rich text, whatever its ending says; save it anew from its program.")
    document = _Document(name)
    document.read(original.decode("latin-1"))  # a letter for each byte; what they mean is said by the fonts
    return document.copy().article(name, original, document.encoding)


class _Document:
    """What a document holds, gathered while it is read."""

    def __init__(self, name: str) -> None:
        self.encoding = "cp1252"
        self._name = name
        self._groups = [_Group()]
        self._fonts: dict[int, str] = {}
        self._styles = defaultdict[int, list[str]](list)  # names in pieces: joined at each, long ones take for ever
        self._said = defaultdict[_Into, list[str]](list)
        self._moments: dict[_Into, dict[str, int]] = {_Into.MADE: {}, _Into.REVISED: {}}
        self._languages = Counter[int]()
        self._paragraphs: list[tuple[str, int]] = []
        self._words: list[str] = []
        self._bytes = bytearray()
        self._encoded_in = self.encoding
        self._left_out = 0

    def read(self, text: str) -> None:
        """Take in the whole document. Raises Unreadable where it has no end."""
        at = 0
        for _ in range(MOST_TOKENS):
            found = _TOKEN.match(text, at)
            if found is None:
                self._end_paragraph()
                return
            at = found.end() + self._take(found)
        raise Unreadable(f"“{self._name}” holds more markup than any article needs; save its text alone.")

    def copy(self) -> Copy:
        """The text, with what the document says of itself."""
        copy = Copy()
        styles = {style: "".join(pieces).rstrip(";") for style, pieces in self._styles.items()}
        for words, style in self._paragraphs:
            write(copy, words, styles.get(style, ""))
        copy.tell_first_line()
        said = {name: _joined(self._said[into]) or self._moment(into) for name, into in _OF_INFO.items()}
        tell(copy.telling, said, _PROPERTIES, "creatim")
        for language, _ in self._languages.most_common(1):
            told = locale.windows_locale.get(language, "").replace("_", "-")
            copy.telling.tell(Field.LANGUAGE, told, "language of most of the words")
        return copy

    def _moment(self, into: _Into) -> str | None:
        parts = self._moments.get(into)
        if not parts:
            return None
        year, month, day, hour, minute = (parts.get(one, 0) for one in ("yr", "mo", "dy", "hr", "min"))
        return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"

    # Piece by piece

    def _take(self, found: re.Match[str]) -> int:
        """Take in one piece; how many bytes behind it are no text."""
        word, number, coded, sign, bracket, run = found.groups()
        if word or sign or bracket:
            self._flush()
        if word:
            return self._take_word(word, None if number is None else int(number))
        if run:
            self._say(run.encode("latin-1"))
        elif coded:
            self._say(bytes.fromhex(coded))
        elif bracket == "{":
            self._groups.append(replace(self._groups[-1]))
        elif bracket:
            self._close()
        elif sign:
            self._take_sign(sign)
        return 0

    def _take_word(self, word: str, number: int | None) -> int:
        group = self._groups[-1]
        if word == "bin":
            return max(number or 0, 0)
        if word in _SKIPPED:
            group.into = _Into.NOTHING
        elif word in _PLACES and group.into is _Into.BODY:
            group.into = _PLACES[word]
        elif word in _OF_INFO and group.into is _Into.INFO:
            group.into = _OF_INFO[word]
            self._said.pop(group.into, None)  # some programs say the author twice
        elif group.into in self._moments:
            self._moments[group.into][word] = number or 0
        elif group.into is _Into.FONTS and word == "fcharset" and number in _CHARSETS:
            self._fonts[group.font] = _CHARSETS[number]
        elif not self._say_letter(word, number):
            self._format(group, word, number)
        return 0

    def _say_letter(self, word: str, number: int | None) -> bool:
        """Take in a word that stands for a letter, or ends a paragraph; whether it is one."""
        if word == "u" and number is not None:
            self._add(chr(number & 0xFFFF))
            self._left_out = max(0, self._groups[-1].stand_ins)
        elif word in _LETTERS:
            self._add(_LETTERS[word])
        elif word in _BREAKS:
            if self._groups[-1].into is _Into.BODY:
                self._end_paragraph()
        else:
            return False
        return True

    def _format(self, group: _Group, word: str, number: int | None) -> None:
        if word in _NUMBERED and number is not None:
            setattr(group, _NUMBERED[word], number)
        elif word == "pard":
            group.style = 0
        elif word in ("plain", "v", "deleted"):
            group.hidden = word != "plain" and number != 0
        elif word == "ansicpg":
            self.encoding = _known(f"cp{number}")
        else:
            self.encoding = _WRITTEN_ON.get(word, self.encoding)

    def _take_sign(self, sign: str) -> None:
        if sign == "*":
            self._groups[-1].into = _Into.NOTHING
        elif sign in "\r\n" and self._groups[-1].into is _Into.BODY:
            self._end_paragraph()
        else:
            self._add(_SIGNS.get(sign, ""))

    def _close(self) -> None:
        if len(self._groups) > 1:
            self._groups.pop()
        self._left_out = 0

    # Letters

    def _say(self, content: bytes) -> None:
        """Take in letters by their bytes, but for those that only stand in for the one before."""
        left_out = min(self._left_out, len(content))
        self._left_out -= left_out
        encoding = self._fonts.get(self._groups[-1].font, self.encoding)
        self._encoded_in = encoding
        self._bytes += content[left_out:]

    def _flush(self) -> None:
        """Decode the bytes so far, of which two may make one letter."""
        if self._bytes:
            words = self._bytes.decode(self._encoded_in, "replace")
            self._bytes.clear()
            self._add(words)

    def _add(self, words: str) -> None:
        group = self._groups[-1]
        if group.into is _Into.BODY and not group.hidden:
            self._words.append(words)
            self._languages[group.language] += len(words)
        elif group.into is _Into.STYLES:
            self._styles[group.style].append(words)
        elif group.into in (_Into.TITLE, _Into.AUTHOR):
            self._said[group.into].append(words)

    def _end_paragraph(self) -> None:
        self._flush()
        self._paragraphs.append((_joined(self._words), self._groups[-1].style))
        self._words.clear()


def _joined(pieces: Iterable[str]) -> str:
    """Pieces of text in one; each letter beyond 65,535 comes in two halves."""
    return "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _known(encoding: str) -> str:
    """An encoding by its name, the most common one where there is none of that name."""
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "cp1252"
