"""The nouns themselves."""

import pytest

from quotereview.model import TITLE_LENGTH, ReliabilityRow, ReliabilityTable, Span, title_of


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


@pytest.mark.parametrize(
    ("start", "end", "stripped"),
    [(0, 11, Span(2, 9)), (2, 9, Span(2, 9)), (1, 7, Span(2, 4)), (9, 11, Span(11, 11)), (3, 3, Span(3, 3))],
)
def test_a_span_is_stripped_of_the_white_space_at_its_ends(start: int, end: int, stripped: Span) -> None:
    assert Span(start, end).stripped("\n it  \u00a0 a\u2003\n") == stripped


# Reliability

TABLE = ReliabilityTable(
    "", "", (ReliabilityRow(0.5, 100, 80), ReliabilityRow(0.9, 60, 54), ReliabilityRow(0.99, 20, 20))
)


@pytest.mark.parametrize(
    ("confidence", "share"),
    [(0.49, 0.0), (0.5, 26 / 40), (0.89, 26 / 40), (0.9, 34 / 40), (0.99, 1.0), (1.0, 1.0)],
)
def test_the_share_near_a_confidence_is_that_of_its_row_without_the_surer_ones(confidence: float, share: float) -> None:
    assert TABLE.share_near(confidence) == pytest.approx(share)


def test_what_was_never_counted_is_not_called_right() -> None:
    table = ReliabilityTable(
        "", "", (ReliabilityRow(0.5, 10, 9), ReliabilityRow(0.9, 10, 9), ReliabilityRow(0.99, 0, 0))
    )
    assert table.share_near(0.6) == 0.0
    assert table.share_near(0.995) == 0.0
    assert table.rows[-1].share == 0.0
