"""From which side a text runs, as Unicode's bidirectional algorithm has it."""

import pytest

from quotereview.direction import runs_from_right

FSI, LRI, RLI, PDI = "\u2068", "\u2066", "\u2067", "\u2069"
LRM, RLM = "\u200e", "\u200f"

PARAGRAPHS = [
    ("“قالت”", True),
    ("«الجسر آمن»", True),
    ("“שלום”", True),
    ("12 ”הגשר“", True),
    ("12:05 – الجسر", True),
    ("٣ — Tamm", False),  # a figure has no side of its own, whichever script it is of
    ("Tamm said «قالت»", False),
    ("«الجسر» is what Tamm, Berg and Voss said", True),  # the first letter tells, not the most
    ("“Safe”", False),
    ("«安全»", False),
    (f"{RLM}12 – Tamm", True),
    (f"{LRM}12 – الجسر", False),
    (f"{FSI}وليد{PDI} has 3 quotes", False),
    (f"{LRI}BBC{PDI}: قالت", True),
    (f"{RLI}{FSI}Tamm{PDI} قالت{PDI} said", False),
    (f"قالت{PDI} Tamm", True),
    ("12 — …", False),
    ("", False),
]


@pytest.mark.parametrize(("paragraph", "from_right"), PARAGRAPHS)
def test_the_first_letter_that_is_not_set_apart_tells(paragraph: str, from_right: bool) -> None:
    assert runs_from_right(paragraph) is from_right


@pytest.mark.parametrize(
    ("paragraph", "from_right"),
    [(f"“{FSI}الجسر آمن{PDI}”", True), (f"{FSI}Tamm{PDI} · {FSI}وليد{PDI}", False), (f"{LRI}12{PDI} {RLI}وليد", True)],
)
def test_where_all_words_are_set_apart_the_first_of_them_tell(paragraph: str, from_right: bool) -> None:
    assert runs_from_right(paragraph) is from_right
