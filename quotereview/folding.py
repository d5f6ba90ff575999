"""Finds words in a text as a reader would: case, accents and typography aside, each find told in the text as it is."""

import re
import unicodedata
from array import array
from functools import cache, lru_cache

from quotereview.model import Span

_LETTERS = {
    "\N{LATIN SMALL LETTER L WITH STROKE}": "l",
    "\N{LATIN SMALL LETTER O WITH STROKE}": "o",
    "\N{LATIN SMALL LETTER D WITH STROKE}": "d",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    "\N{LATIN SMALL LETTER AE}": "ae",
    "\N{LATIN SMALL LIGATURE OE}": "oe",
}
LETTERS = str.maketrans(_LETTERS)
"""Letters that Unicode does not take apart, but that nobody types who looks for a name."""

ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘‚‛ʼ", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑–—−", "-"),
        **_LETTERS,
    }
)
"""These letters, and signs of which the same holds."""

APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ", "'"))
TATWEEL = "\N{ARABIC TATWEEL}"

VOICING = (
    "\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}",
    "\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK}",
)
"""Marks that make another letter and no accent."""

SPACE = " "
_SPACES = re.compile(r"\s+")


class Folded:
    """A text folded for finding; folding costs a pass over the text, each find another at the speed of ``str.find``.

    White space of any sort and length is one space, so words are found over the end of a line.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._origins = array("L")
        letters: list[str] = []
        for index, character in enumerate(text):
            folded = _folded(character)
            if folded == SPACE and letters and letters[-1] == SPACE:
                continue
            letters.extend(folded)
            self._origins.extend([index] * len(folded))
        self._letters = "".join(letters)

    @property
    def letters(self) -> str:
        """The letters by which the text is found."""
        return self._letters

    def find(self, words: str) -> tuple[Span, ...]:
        """Where ``words`` stand, in code points of the text, in its order and without overlap; nothing for no letter.

        A character of which folding finds only a part is found whole, with all marks that combine with it.
        """
        wanted = Folded(words).letters
        found: list[Span] = []
        at = self._letters.find(wanted) if wanted.strip() else -1
        while at >= 0:
            end = at + len(wanted)
            span = self._span(at, end)
            if not self._letters.startswith(VOICING, end) and (not found or span.start >= found[-1].end):
                found.append(span)
            at = self._letters.find(wanted, end)
        return tuple(found)

    def find_name(self, name: str) -> tuple[Span, ...]:
        """The same for whole words only, where the script parts its words by spaces."""
        return tuple(span for span in self.find(name.strip()) if self._whole(span))

    def _span(self, start: int, end: int) -> Span:
        last = self._origins[end - 1] + 1
        while last < len(self._text) and _clings(self._text[last]):
            last += 1
        return Span(self._origins[start], last)

    def _whole(self, span: Span) -> bool:
        before, after = self._text[: span.start][-1:], self._text[span.end : span.end + 1]
        inner = span.of(self._text)
        return not (_joined(before, inner[0]) or _joined(inner[-1], after))


def letters(text: str) -> str:
    """The letters by which a text is found; quick for the many names and titles that are plain."""
    return _SPACES.sub(SPACE, text.lower()) if text.isascii() else Folded(text).letters


@lru_cache(maxsize=2)
def folded(text: str) -> Folded:
    """The folded text of an article; that of the last ones is kept, since one goes on finding where one is."""
    return Folded(text)


@cache
def _folded(character: str) -> str:
    if character.isspace():
        return SPACE
    apart = unicodedata.normalize("NFKD", character.casefold().translate(ALIKE))
    return "".join(one for one in apart if one in VOICING or not _silent(one))


def _silent(character: str) -> bool:
    """Whether nobody types it: an accent, a sign without width, a stretched line, a choice of shape."""
    return character == TATWEEL or unicodedata.category(character) == "Cf" or _clings(character)


def _clings(character: str) -> bool:
    """Whether it combines with the character before."""
    return unicodedata.combining(character) > 0 or "VARIATION SELECTOR" in unicodedata.name(character, "")


def _joined(left: str, right: str) -> bool:
    return _spaced(left) and _spaced(right)


def _spaced(character: str) -> bool:
    """Whether it is a letter or a digit of a script that parts its words by spaces."""
    return character.isalnum() and unicodedata.east_asian_width(character) not in ("W", "F")


@lru_cache(maxsize=32768)
def bare(text: str) -> str:
    """A text without case, accents, stretched lines and the curl of apostrophes."""
    lower = text.casefold().translate(APOSTROPHES)
    if lower.isascii():
        return lower
    return _accents().sub("", unicodedata.normalize("NFKD", lower.replace(TATWEEL, "")))


def typed(name: str) -> str:
    """A name as somebody types it who looks for it: bare, and without the letters that many keyboards lack."""
    return bare(name if name.isascii() else name.casefold().translate(LETTERS))


@cache
def _accents() -> re.Pattern[str]:
    """The characters that combine with the one before; a pattern, since filters fold a whole store."""
    return re.compile(f"[{''.join(filter(unicodedata.combining, map(chr, range(0x10000))))}]+")
