"""The parts of a quote that another outlet may have printed alone."""

import re

from quotereview.wording.words import folded

LONGEST = 600
"""So many characters of a part are read: the meaning of more would be that of nothing in particular."""

MOST = 16
FEWEST = 3
"""A part of fewer words may mean anything."""

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_ENDS = re.compile(r"\[…\]|(?<=[.!?…])[\"'”’»)]*\s+|(?<=[。！？；，؟؛،])[”’」』»]*\s*|[;,:–—]\s+")


def parts(words: str) -> tuple[str, ...]:
    """A quote as a whole, then each sentence and clause of it, where it has several; without those of a word or two."""
    whole = words.strip()
    pieces = [piece.strip() for piece in _ENDS.split(whole)]
    alone = [piece[:LONGEST] for piece in pieces if piece != whole and _size(piece) >= FEWEST]
    return whole[:LONGEST], *alone[:MOST]


def _size(piece: str) -> float:
    """How many words a piece has, two characters for one where no space parts words."""
    return sum(0.5 if _UNSPACED.match(word) else 1 for word in folded(piece))
