"""The one place where the article's code points and Qt's UTF-16 positions are turned into each other."""

import re
from bisect import bisect_left

from quotereview.model import Span

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
HIDDEN = "\N{ZERO WIDTH SPACE}"
PICTURES = 0x2400
SHOWN = {
    "\N{PARAGRAPH SEPARATOR}": "\n",
    "\r": "\n",
    "\x7f": "\N{SYMBOL FOR DELETE}",
    "\x85": "\N{SYMBOL FOR NEWLINE}",
    "\N{OBJECT REPLACEMENT CHARACTER}": UNKNOWN,
    "\N{LEFT-TO-RIGHT OVERRIDE}": "\N{RIGHTWARDS DASHED ARROW}",
    "\N{RIGHT-TO-LEFT OVERRIDE}": "\N{LEFTWARDS DASHED ARROW}",
}
"""Characters that Qt would act upon, or that would hide how the text runs, and what stands in their place."""

NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane | low) for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)
)
ODD = re.compile(f"[\0-\x08\x0b-\x1f\x80-\x9f{''.join(SHOWN)}{NO_CHARACTERS}]")


TURNING = re.compile("[\N{RIGHT-TO-LEFT EMBEDDING}\N{RIGHT-TO-LEFT ISOLATE}]")
"""Characters that belong to right-to-left writing, and by which other words can be put in another order."""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def display(text: str) -> str:
    """The text as a widget is to show it, with exactly as many UTF-16 units as ``text`` and no unit Qt would change.

    The carriage return of ``\\r\\n`` keeps its place as a character without width; control characters, overrides of the
    writing direction and what is no character at all are shown by a sign.
    """
    shown = ODD.sub(_shown, text.replace("\r\n", HIDDEN + "\n"))
    return "\n".join(map(_unturned, shown.split("\n"))) if TURNING.search(shown) else shown


def _unturned(line: str) -> str:
    """A line in which what begins a stretch from right to left is shown, unless there is something to read that way."""
    return line if RIGHT_TO_LEFT.search(line) else TURNING.sub(SHOWN["\N{RIGHT-TO-LEFT OVERRIDE}"], line)


def _shown(odd: re.Match[str]) -> str:
    character = odd.group()
    if character in SHOWN:
        return SHOWN[character]
    if character < " ":
        return chr(PICTURES + ord(character))
    return UNKNOWN if character <= "\uffff" else UNKNOWN * 2


class Positions:
    """Turns offsets into one text from code points to UTF-16 units and back, in logarithmic time."""

    def __init__(self, text: str) -> None:
        self._wide = [index for index, character in enumerate(text) if character > "\uffff"]
        self._wide_units = [index + before for before, index in enumerate(self._wide)]

    def unit(self, offset: int) -> int:
        """The UTF-16 position of a code point offset."""
        return offset + bisect_left(self._wide, offset)

    def offset(self, unit: int) -> int:
        """The code point offset of a UTF-16 position; one between two halves gives the character they make."""
        return unit - bisect_left(self._wide_units, unit)

    def span(self, start: int, end: int) -> Span:
        """The code points touched by the UTF-16 units from ``start`` up to ``end``."""
        last = self.offset(end)
        return Span(self.offset(start), last if self.unit(last) == end else last + 1)
