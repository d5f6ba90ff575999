"""Agreement as published examples work it out by hand."""

from dataclasses import replace

import pytest

from quotereview.model import Decision, Kind, Passage, Ruling, Span, Verdict
from quotereview.review.agreement import alpha, by_field, differing, kappa, percent
from tests.store import invented

# J. Cohen's coefficient on fifty applications that two readers accepted or refused, as textbooks work it out.
APPLICATIONS = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), examples A, B and C; a dot is no value.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
WITH_GAPS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")

WORDS = (Passage(Span(1, 4), "Yes"),)
RULING = Ruling(Verdict.CONFIRMED, WORDS, Kind.SPEECH, False, invented.speaker("Mara Voss"), None)


def units(readers: tuple[str, ...]) -> list[list[str]]:
    """What each unit was given, from a line for each reader."""
    return [[value for value in unit if value != "."] for unit in zip(*readers, strict=True)]


def test_percent_and_kappa_of_fifty_applications() -> None:
    assert percent(APPLICATIONS) == pytest.approx(0.7)
    assert kappa(APPLICATIONS) == pytest.approx(0.4)


@pytest.mark.parametrize(("readers", "published"), [(BINARY, 0.095), (NOMINAL, 0.692), (WITH_GAPS, 0.743)])
def test_alpha_is_as_published(readers: tuple[str, ...], published: float) -> None:
    assert alpha(units(readers)) == pytest.approx(published, abs=0.0005)


def test_where_nobody_ever_says_otherwise_chance_is_not_told() -> None:
    same = [("yes", "yes")] * 5
    assert (percent(same), kappa(same), alpha(same), alpha([["yes"], []])) == (1, None, None, None)


def test_whoever_always_agrees_and_whoever_never_does() -> None:
    assert (kappa([("a", "a"), ("b", "b")]), alpha([("a", "a"), ("b", "b")])) == (1, 1)
    assert kappa([("a", "b"), ("b", "a")]) == -1


def decision(ruling: Ruling) -> Decision:
    """A ruling as it was kept."""
    return Decision("d", "q", "a", ruling, "Ana Ruz", "2026-03-04", None)


def test_rulings_are_compared_field_by_field() -> None:
    corrected = replace(RULING, verdict=Verdict.CORRECTED)
    other = replace(RULING, verdict=Verdict.DISPUTED, speaker=None)
    pairs = [(decision(RULING), decision(corrected)), (decision(RULING), decision(other))]
    found = {one.field: one for one in by_field(pairs)}
    assert [(one.standing.ruling, one.others[0].ruling) for one in differing(pairs)] == [(RULING, other)]
    assert {name: one.percent for name, one in found.items()} == {
        "verdict": 0.5,
        "words": 1,
        "kind": 1,
        "speaker": 0.5,
        "source": 1,
    }
    assert (found["speaker"].compared, found["speaker"].kappa, found["kind"].kappa) == (2, 0, None)
    assert by_field([]) == ()
