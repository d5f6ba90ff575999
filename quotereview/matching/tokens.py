"""Texts cut into words and marks, exact but for typography, to hold two editions of one article side by side."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

ENDS = frozenset(".!?…。！？؟۔")
CLOSERS = frozenset("\"')]}»›」』")

_TOKEN = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"  # scripts that part no words
    r"|\w+(?:['’]\w+)*"
    r"|[^\w\s]"
)
_ALIKE = str.maketrans({**dict.fromkeys("’‘ʼ`´", "'"), **dict.fromkeys("“”„‟", '"'), **dict.fromkeys("‐‑–—−", "-")})
_LINES = re.compile(r"[\n\r\u2028\u2029]")
_BLANK_LINE = re.compile(r"\n\s*\n|\r\s*\r|\u2029")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark as it is compared, where it stands, and whether a paragraph begins with it."""

    plain: str
    start: int
    end: int
    begins_paragraph: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens of a text that stand side by side, from and to (half open)."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def to(self, other: "Stretch") -> "Stretch":
        """From the first to the last token of both."""
        return Stretch(min(self.start, other.start), max(self.end, other.end))

    def within(self, other: "Stretch") -> bool:
        """Whether it lies wholly inside another one."""
        return other.start <= self.start and self.end <= other.end

    def gap(self, other: "Stretch") -> int:
        """How many tokens lie between two stretches, none where they touch."""
        return max(0, other.start - self.end, self.start - other.end)


def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a text; curls of marks, lengths of dashes and white space make no difference."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        before = text[found[-1].end : match.start()] if found else ""
        begins = not found or _parted(before, found[-1].plain)
        plain = unicodedata.normalize("NFC", match.group().translate(_ALIKE))
        found.append(Token(plain, *match.span(), begins))
    return tuple(found)


def sentences(found: Sequence[Token]) -> tuple[Stretch, ...]:
    """The sentences of a text in tokens; one never goes on in the next paragraph."""
    starts = [at for at, token in enumerate(found) if token.begins_paragraph or _ended(found, at)]
    return tuple(Stretch(start, end) for start, end in pairwise([*starts, len(found)]))


def _parted(between: str, before: str) -> bool:
    """Whether a paragraph ends here: at an empty line, or at the end of a line that ends a sentence."""
    if _BLANK_LINE.search(between):
        return True
    return bool(_LINES.search(between)) and (before in ENDS or before in CLOSERS)


def _ended(found: Sequence[Token], at: int) -> bool:
    """Whether a sentence ended before a token: with a mark that ends it, and those that close something after that."""
    if found[at].start == found[at - 1].end and not found[at].plain[0].isalnum():
        return False
    before = at - 1
    while before > 0 and found[before].plain in CLOSERS and found[before].start == found[before - 1].end:
        before -= 1
    return found[before].plain in ENDS
