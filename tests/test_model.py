"""The nouns themselves."""

import pytest

from quotereview.model import TITLE_LENGTH, title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The weir held\nIt rained all day.", "The weir held"),
        ("\n\n  BERGEN: It rained.\r\nThe weir held.", "BERGEN: It rained."),
        ("x" * TITLE_LENGTH, "x" * TITLE_LENGTH),
        ("水" * 200, "水" * (TITLE_LENGTH - 1) + "…"),
        ("", ""),
    ],
)
def test_a_text_without_headline_is_called_by_its_first_words(text: str, title: str) -> None:
    assert title_of(text) == title
