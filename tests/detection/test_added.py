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


@pytest.mark.parametrize(
    ("replaced", "added"),
    [
        ("“The piles are rotten.”", ["The piles"]),
        ("“We had no choice,”", ["We had no"]),
        ("“We had no choice,”", ["We had no choice,” Moor told"]),
        ("“We had no choice,”", ["We had", "no choice,"]),
    ],
)
def test_words_that_replace_those_between_marks_have_their_speaker(
    detector: Detector, replaced: str, added: list[str]
) -> None:
    """As if the marks stood where the editor has set them."""
    spans = [Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in added]
    former = Span(TEXT.index(replaced) + 1, TEXT.index(replaced) + len(replaced) - 1)
    found = {quote.key: quote for quote in detector.detect(TEXT, spans, [former]).quotes}
    for span in spans:
        speaker = found[f"{span.start}-{span.end}"].speaker
        assert speaker and speaker.name == "Ida Moor"
    assert f"{former.start}-{former.end}" not in found


def test_quotes_around_it_stay_as_they_were(detector: Detector) -> None:
    start = TEXT.index("by the")
    before = {tuple(one.span for one in quote.passages) for quote in detector.detect(TEXT).quotes}
    after = detector.detect(TEXT, [Span(start, start + 6)]).quotes
    assert before <= {tuple(one.span for one in quote.passages) for quote in after}
