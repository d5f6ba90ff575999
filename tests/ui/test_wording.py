"""What the card says of a quote."""

from dataclasses import replace

import pytest

from quotereview.model import Passage, Span, proposed
from quotereview.ui import wording
from tests.ui.story import SAFE


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("The bridge is safe.", "“The bridge is safe.”"),
        ("rope " * 60 + "ends", f"“{'rope ' * 26}… {'rope ' * 12}ends”"),
        ("水" * 300, f"“{'水' * 133} … {'水' * 67}”"),
    ],
)
def test_a_long_quote_loses_its_middle_between_words(said: str, shown: str) -> None:
    ruling = replace(proposed(SAFE), passages=(Passage(Span(0, len(said)), said),))
    assert wording.words(ruling) == shown
