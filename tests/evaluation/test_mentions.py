"""Figures on attributed articles, counted by hand."""

from pathlib import Path

import pytest

from quotereview.evaluation import Report, measure, read
from quotereview.model import Detection, Kind, Quote
from tests.evaluation import invented

MILL = (
    "“The mill wheel turns again,” said Tuva Lind. She called it “a joy”.\n\n"
    "“We all lent a hand,” said Ola Moss, whose nickname is “Cog”.\n\n"
    "“It was cold,” Moss added."
)
WEIR = "“The weir holds,” she said."
GOLD = (
    invented.attributed(
        MILL,
        ("Tuva Lind", "said", "“The mill wheel turns again,”"),
        ("She", "called", "a joy"),
        ("Ola Moss", "said", "“We all lent a hand,”"),
        ("", "added", "“It was cold,”"),
    ),
    invented.attributed(WEIR, ("she", "said", "“The weir holds,”")),
)


def proposed() -> dict[str, tuple[Quote, ...]]:
    """Four of five quotes found, one of them with a wrong speaker, one of nobody asked for; one nested, one teaser."""
    return {
        MILL: (
            invented.quote(MILL, "The mill wheel turns again,", "Tuva Lind", "Lind", "said", confidence=0.98),
            invented.quote(MILL, "mill wheel", "Tuva Lind", "Lind", "said"),
            invented.quote(MILL, "a joy", kind=Kind.SCARE),
            invented.quote(MILL, "We all lent a hand,", "Tuva Lind", "She", "added", confidence=0.6),
            invented.quote(MILL, "Cog", "Ola Moss", "Moss"),
            invented.quote(MILL, "It was cold,", "Ola Moss", "Moss", "added"),
        ),
        WEIR: (invented.quote(WEIR, "The weir holds,", "Tuva Lind", "she", "said", confidence=0.8),),
    }


@pytest.fixture
def report(tmp_path: Path) -> Report:
    def detect(text: str) -> Detection:
        return invented.detection(*proposed()[text])

    return measure(read(invented.lines(tmp_path / "mill.jsonl", *GOLD)), detect)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("quotes found: precision", 4 / 5),
        ("quotes found: recall", 4 / 5),
        ("quotes found: F1", 4 / 5),
        ("speaker right", 2 / 4),
        ("speaker right, of quotes found", 2 / 3),
        ("speaker wrong, of those proposed", 1 / 3),
        ("cue right", 3 / 5),
        ("calibration error", (0.02 + 0.2 + 0.6) / 3),
    ],
)
def test_figures(report: Report, name: str, value: float) -> None:
    assert invented.figure(report, "Quotes and speakers", name) == pytest.approx(value)


@pytest.mark.parametrize(
    ("heading", "name", "value"),
    [
        ("Found, by length", "one or two words", 0.0),
        ("Found, by length", "a sentence", 1.0),
        ("Speaker right, by cue", "a usual say-verb (said, told, added)", 2 / 3),
        ("Speaker right, by cue", "another verb (called, praised, hopes)", 0.0),
        ("Speaker right, by length", "a sentence", 2 / 3),
        ("Cue right, by cue", "a usual say-verb (said, told, added)", 3 / 4),
        ("Speaker right, by mention", "a pronoun (he, they, I)", 1 / 2),
        ("Speaker right, by place of the mention", "in the same paragraph, after", 2 / 3),
    ],
)
def test_groups(report: Report, heading: str, name: str, value: float) -> None:
    assert invented.figure(report, heading, name) == pytest.approx(value)


def test_the_report_says_what_was_measured_with_what(report: Report) -> None:
    assert (report.title, report.measured) == ("mill", "Articles: 2; passages with an attribution: 5")
    assert (report.detector, report.language_model) == ("guesser 1", "en 1")
    assert [band.count for band in report.bands] == [1, 1, 1]
