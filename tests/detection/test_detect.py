"""One text in, all its quotes out."""

import pytest

from quotereview.detection import Detector
from quotereview.model import Kind, Span, Zone


@pytest.mark.parametrize(
    "text",
    ["", "“”‘’«»" * 40, "\0" * 50, "\ud800“x y z,” he said", "FARO: " * 60, "“‘" * 60 + "x" + "’”" * 60],
    ids=["empty", "only marks", "null", "surrogate", "labels", "nested"],
)
def test_odd_texts_raise_nothing(text: str, detector: Detector) -> None:
    assert detector.detect(text).detector == "ranker 0.1.0"


def test_damage_stays_in_its_paragraph(detector: Detector) -> None:
    text = "“The mark is missing here, Quill said.\nIt rained. “The weir will hold,” said Tuva Lind."
    quotes = detector.detect(text).quotes
    assert [quote.speaker.name for quote in quotes if quote.speaker][-1] == "Tuva Lind"
    assert quotes[0].doubts
    assert not quotes[-1].doubts


def test_a_span_added_by_hand_is_a_quote_with_candidates(detector: Detector) -> None:
    text = "Tuva Lind said the weir will hold. Nobody laughed."
    span = Span(text.index("the weir"), text.index(". Nobody"))
    (quote,) = detector.detect(text, [span]).quotes
    assert quote.key == f"{span.start}-{span.end}"
    assert quote.kind is Kind.SPEECH
    assert quote.speaker is not None
    assert quote.speaker.name == "Tuva Lind"


def test_an_added_span_takes_the_place_of_one_it_crosses(detector: Detector) -> None:
    text = "“The weir will hold,” said Lind. She smiled."
    added = Span(5, text.index(" said"))
    assert [quote.passages[0].span for quote in detector.detect(text, [added]).quotes] == [added]


def test_a_headline_that_names_nobody_takes_the_speaker_from_the_body(detector: Detector) -> None:
    text = "‘A patient animal’ – the weir that waits\n\n“The weir is a patient animal,” said Tuva Lind.\n\nIt rained."
    headline = detector.detect(text).quotes[0]
    assert headline.zone is Zone.HEADLINE
    assert headline.speaker is not None
    assert headline.speaker.name == "Tuva Lind"
    assert headline.speaker.mention is None


def test_a_title_gets_a_reason_and_no_speaker(detector: Detector) -> None:
    quote = detector.detect("She read the novel “The Patient Animal” twice.").quotes[0]
    assert quote.kind is Kind.TITLE
    assert quote.speaker is None
    assert quote.reason


def test_the_detection_covers_the_text_with_zones_and_names_its_model(detector: Detector) -> None:
    text = "“The weir will hold,” said Lind.\n\nIt rained."
    detection = detector.detect(text)
    assert detection.zones[0].span.start == 0
    assert detection.zones[-1].span.end == len(text)
    assert detection.language_model.startswith("en_core_web_")


def test_a_mark_is_nobody(detector: Detector) -> None:
    quotes = detector.detect("镇长说：“水坝不会再漏水了。”她说：「我们会修好。」").quotes
    assert len(quotes) == 2
    assert all(any(map(str.isalnum, one.speaker.name)) for quote in quotes for one in quote.candidates)


@pytest.mark.parametrize("town", ["BERGEN", "VALMORA"])
def test_the_town_of_a_dateline_is_no_candidate(detector: Detector, town: str) -> None:
    text = f"{town}: Fishery Minister Tuva Lind called the weir “safe as a church” on Monday.\n\nIt rained all day."
    quote = detector.detect(text).quotes[0]
    assert quote.speaker is not None
    assert quote.speaker.name == "Tuva Lind"
    assert town.casefold() not in {candidate.speaker.name.casefold() for candidate in quote.candidates}


@pytest.mark.parametrize("day", ["May 12", "May 12, 2026", "12 May", "12 May 2026", "Norvia, 12 May 2026"])
def test_the_day_of_a_dateline_makes_its_town_no_subject(detector: Detector, day: str) -> None:
    quote = detector.detect(f"KELM, {day} — “The weir will hold until May,” Mayor Tuva Lind said.").quotes[0]
    assert quote.speaker is not None
    assert quote.speaker.name == "Tuva Lind"


def test_nationalities_and_things_far_from_the_words_are_no_candidates(detector: Detector) -> None:
    text = "The Norwegian agency Norpress sent a van. It stopped at the weir. “The weir will hold,” said Tuva Lind."
    names = {candidate.speaker.name for candidate in detector.detect(text).quotes[0].candidates}
    assert "Tuva Lind" in names
    assert not names & {"Norwegian", "van", "weir"}


def test_a_short_fragment_that_nobody_says_is_a_term(detector: Detector) -> None:
    text = "Behind the weir lay a field of “sleeping reeds”, and it rained.\n\nIt rained all day."
    quote = detector.detect(text).quotes[0]
    assert (quote.kind, quote.speaker) == (Kind.SCARE, None)
    assert quote.reason
