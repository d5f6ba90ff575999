"""Damaged text is read as it was meant, and told of in places of the text as it is."""

import pytest

from quotereview.detection import Detector
from quotereview.detection.repair import Repaired, repair
from quotereview.model import Span


def repaired(text: str) -> Repaired:
    found = repair(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&quot;Ice&quot; &amp; &#8220;wind&#x201d;&nbsp;", '"Ice" & “wind”\u00a0'),
        ("&lsquo;It isn&rsquo;t,&rsquo; he said.", "‘It isn’t,’ he said."),
        ("To\u00adbias\u200b Rehn", "Tobias Rehn"),
        ("no-\nbody and be- \r\n  fore", "nobody and before"),
        ("â€œThe ice isnâ€™t,â€\u009d said RenÃ© Moss â€“ twice.", "“The ice isn’t,” said René Moss – twice."),
        ("â€œThe ice,â€ he said.", "“The ice,” he said."),
        ("11The ice is thin,11 said Rehn, 11, on 11 May.", "“The ice is thin,” said Rehn, 11, on 11 May."),
    ],
)
def test_what_is_mended(text: str, expected: str) -> None:
    assert repaired(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Plain text & nothing else; AT&T; 5 < 6.",
        "&bogus; and &notanentity;",
        "a well-known harbour-\nMaster",
        "He cried “LIBERTÉ” and left for MANHÃ”.",
        "The 11Th of May, 3.11 metres, on p.11 of it.",
        "\u00ad\u00ad",
        "",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert repair(text) is None


def test_places_lead_back_to_the_text_as_it_is() -> None:
    text = "\u00ad&quot;The i\u00adce&quot; he said.&amp;"
    better = repaired(text)
    words = "The ice"
    start = better.text.index(words)
    assert better.back(Span(start, start + len(words))).of(text) == "The i\u00adce"
    assert better.back(Span(0, 1)).of(text) == "&quot;"
    assert better.back(Span(len(better.text) - 1, len(better.text))).of(text) == "&amp;"


def test_edges_marked_by_hand_are_left_alone() -> None:
    text = "&quot;The ice&quot; he said. &amp; he left."
    added = Span(6, 13)
    better = repair(text, [added])
    assert better is not None
    assert better.here(added).of(better.text) == added.of(text) == "The ice"
    assert better.text.endswith("& he left.")


def test_what_is_found_is_told_in_the_words_of_the_text(detector: Detector) -> None:
    text = "&ldquo;The ice isn&rsquo;t thick,&rdquo; said To\u00adbias Rehn. &ldquo;Stay."
    detection = detector.detect(text)
    first = detection.quotes[0]
    assert first.words.startswith("The ice isn&rsquo;t thick,")
    assert first.speaker is not None
    assert (first.speaker.name, first.speaker.printed) == ("Tobias Rehn", "To\u00adbias Rehn")
    assert [doubt.place.of(text) for doubt in detection.doubts] == ["&ldquo;"]
    assert detection.zones[-1].span.end == len(text)
