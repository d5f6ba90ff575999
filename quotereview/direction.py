"""From which side a text runs: one rule for the window and for all sheets, so that a quote stands alike in them."""

from collections.abc import Iterator
from itertools import chain
from unicodedata import bidirectional

_OPENS, _CLOSES = frozenset({"LRI", "RLI", "FSI"}), "PDI"
_TELLS = frozenset({"L", "R", "AL"})


def runs_from_right(paragraph: str) -> bool:
    """Whether a paragraph runs from the right: its first letter that has a direction tells.

    Words that are set apart, such as a name in a sentence of ours, are passed over, by the rules P2 and P3 of Unicode's
    bidirectional algorithm (UAX 9). Only where all words are set apart, as in a row that is a
    title, they tell as well; by P3 such a paragraph would always run from the left.
    """
    ways = chain(_outside(paragraph), map(bidirectional, paragraph))
    return next((way for way in ways if way in _TELLS), "L") != "L"


def _outside(paragraph: str) -> Iterator[str]:
    """The directions of the letters that are not set apart."""
    depth = 0
    for way in map(bidirectional, paragraph):
        if way in _OPENS:
            depth += 1
        elif way == _CLOSES:
            depth = max(depth - 1, 0)
        elif not depth:
            yield way
