"""What an editor marked by hand is a quote of its own, wherever it stands."""

import pytest

from quotereview.detection import Detector
from quotereview.model import Span

TEXT = (
    "The pier will close on Monday, warden Ida Moor said.\n\n"
    "“We had no choice,” Moor told residents who had come by the hundred. “The piles are rotten.”\n"
)


@pytest.mark.parametrize("words", ["warden Ida Moor", "by the", "told residents", "no choice", "had no choice,” Moor"])
def test_an_added_passage_begins_a_quote_that_holds_nothing_else(detector: Detector, words: str) -> None:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    found = detector.detect(TEXT, [span])
    assert [quote.key for quote in found.quotes if [one.span for one in quote.passages] == [span]] == [
        f"{span.start}-{span.end}"
    ]


def test_quotes_around_it_stay_as_they_were(detector: Detector) -> None:
    start = TEXT.index("by the")
    before = {tuple(one.span for one in quote.passages) for quote in detector.detect(TEXT).quotes}
    after = detector.detect(TEXT, [Span(start, start + 6)]).quotes
    assert before <= {tuple(one.span for one in quote.passages) for quote in after}
