"""What an editor and the corpus PolNeAR decide differently."""

import pytest

from quotereview import detection
from quotereview.detection import Detector, labels, marks
from quotereview.model import Kind, Quote, Span

RELAYED = "“The weir will hold until May,” Tuva Lind said, according to Radio Fjell."
LABELLED = "Tuva Lind: “The weir will hold until May.”"
SIGNED = "“The weir will hold until May.”\n— Tuva Lind"
BANNER = "A banner that read “No Toll” hung there, and Ola Moss said so."


@pytest.fixture(scope="module")
def corpus() -> Detector:
    """The detector that decides as PolNeAR does."""
    return detection.load(conventions=detection.CONVENTIONS["polnear"])


def only(detector: Detector, text: str) -> Quote:
    (quote,) = detector.detect(text).quotes
    return quote


def test_a_carrier_is_the_speaker_to_the_corpus_alone(detector: Detector, corpus: Detector) -> None:
    names = [quote.speaker and quote.speaker.name for quote in (only(detector, RELAYED), only(corpus, RELAYED))]
    assert names == ["Tuva Lind", "Radio Fjell"]


@pytest.mark.parametrize(("text", "sign"), [(LABELLED, ":"), (SIGNED, "—")])
def test_a_sign_is_a_cue_to_the_corpus_alone(detector: Detector, corpus: Detector, text: str, sign: str) -> None:
    assert only(detector, text).cue is None
    cue = only(corpus, text).cue
    assert cue is not None
    assert cue.of(text) == sign


def test_a_slogan_on_a_banner_is_said_to_the_corpus_alone(detector: Detector, corpus: Detector) -> None:
    assert [only(detector, BANNER).kind, only(corpus, BANNER).kind] == [Kind.OTHER_WORDS, Kind.SPEECH]


def test_only_double_marks_hold_quotes_to_the_corpus(detector: Detector, corpus: Detector) -> None:
    text = "“It is ‘a grand sluice’ to him,” Lind said.\n\nThe weir is ‘safe enough’, she said.\n\n– Is it? asked Moss."
    assert len(detector.detect(text).quotes) == 4
    assert [quote.passages[0].words[:6] for quote in corpus.detect(text).quotes] == ["It is "]


def test_doubled_marks_are_double_ones() -> None:
    text = "``It holds,'' Lind said. ‘It leaks,’ Moss said. ‘‘Both,’’ they said.\n\n”Never,” said Moss."
    assert [mark.span.of(text) for mark in marks.double(text, marks.find(text)[0])] == ["It holds,", "Both,"]


@pytest.mark.parametrize(
    ("text", "mention", "outer", "sign"),
    [
        ("LIND: “It holds.”", (0, 4), (6, 17), (4, 5)),
        ("“LIND: It holds.”", (1, 5), (0, 17), (5, 6)),
        ("“It holds.” – Lind", (14, 18), (0, 11), (12, 13)),
        ("Lind “It holds.”", (0, 4), (5, 16), None),
        ("“Lind saw: it holds.”", (1, 5), (0, 21), None),
    ],
)
def test_the_sign_between_a_mention_and_its_words(
    text: str, mention: tuple[int, int], outer: tuple[int, int], sign: tuple[int, int] | None
) -> None:
    assert labels.sign(text, Span(*mention), Span(*outer)) == (Span(*sign) if sign else None)
