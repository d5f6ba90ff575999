"""Which passages make one quote."""

from collections.abc import Callable

import pytest

from quotereview.model import Quote

Quotes = Callable[[str], tuple[Quote, ...]]

# text, the number of passages in each quote
CASES = {
    "one": ("“The weir will hold,” said Lind.", [1]),
    "interrupted by its cue": ("“The weir,” Lind said, “is stronger than the town.”", [2]),
    "goes on after its cue": ("“The weir will hold,” Lind said. “We tested it twice.”", [2]),
    "a new cue": ("“The weir will hold,” Lind said. “We tested it twice,” she added.", [1, 1]),
    "two fragments, one verb": ("Lind spoke of “delay” and “plain neglect” at the weir.", [2]),
    "paragraphs with open marks": ("Lind said: “The weir will hold.\n“We tested it twice.\n“It is ours.”", [3]),
    "an open mark, then a new cue": ("“The weir will hold,” Lind said. “We saw it.\n“It is ours,” she added.", [2, 1]),
    "an open mark, then the only cue": ("“The weir will hold.\n“We tested it twice,” Lind said.", [2]),
    "two speakers": ("“The weir will hold,” Lind said. “It will not last a year,” Vessberg said.", [1, 1]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_passages_of_a_quote(case: str, quotes: Quotes) -> None:
    text, sizes = CASES[case]
    assert [len(quote.passages) for quote in quotes(text)] == sizes
