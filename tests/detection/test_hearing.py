"""Whether anybody said it: what the trained weights make of marked words, and what rests on that."""

import pytest

from quotereview.detection import hearing
from quotereview.detection.detect import Detector
from quotereview.model import Kind, Quote

SAID = {
    "a sentence with its cue": "“The weir will hold,” said Tuva Lind.",
    "a fragment that is an object": "Tuva Lind called the repair “slow”.",
    "one word after a noun": "Tuva Lind’s answer was “maybe”.",
    "a fragment after a preposition": "Tuva Lind warned the council of “a winter without bread”.",
    "a call between sentences": "The crowd rose in Talvo. “Resign!” Then it was dark.",
    "without a cue": "Tuva Lind spoke for an hour.\n\n“We have no pumps. We have no boats. We have no plan.”",
}
UNSAID = {
    "a term before a noun": "By dawn the “siren” boat had sunk in the old harbour.",
    "a name of a group": "The “Dry Feet” committee met in Talvo on Monday.",
    "what a broadcaster shows": "Tuva Lind told NBC’s “Today” that she would wait.",
    "a headline with its author": "MUSEUMS — “Low water shows an old hull,” by the Courier’s Ada Lind.",
    "a term the reporter keeps at a distance": "By the evening the “rescue” had begun to sink.",
}


def only(detector: Detector, text: str) -> Quote:
    (quote,) = detector.detect(text).quotes
    return quote


@pytest.mark.parametrize("text", SAID.values(), ids=SAID)
def test_what_somebody_said_is_speech(text: str, detector: Detector) -> None:
    assert only(detector, text).kind is Kind.SPEECH


@pytest.mark.parametrize("text", UNSAID.values(), ids=UNSAID)
def test_what_nobody_said_is_none_and_says_why(text: str, detector: Detector) -> None:
    quote = only(detector, text)
    assert quote.kind is not Kind.SPEECH
    assert quote.speaker is None
    assert quote.reason


def test_doubt_that_anybody_said_it_is_doubt_about_the_speaker(detector: Detector) -> None:
    text = "Tuva Lind offered to work for the “campaign” on Monday."
    quote = only(detector, text)
    (explained,) = detector.explain(text).quotes
    assert quote.kind is Kind.SPEECH
    assert explained.speech is not None
    assert quote.confidence <= round(explained.speech.share, 4) < 0.9


def test_belief_is_a_share() -> None:
    listener = hearing.Listener({"near": 2.0})
    assert listener.belief(0, ()) == 0.5
    assert 0.5 < listener.belief(0, ("near", "unknown")) < 1
