"""What is ruled of a quote of a newer edition when an editor says that an older ruling holds, and who ruled first."""

from dataclasses import replace
from datetime import date

import pytest

from quotereview.model import (
    Check,
    CheckState,
    Decision,
    Ruling,
    SpeakerType,
    StandingQuote,
    Verdict,
    proposed,
)
from quotereview.review.taking_over import applied, told
from tests.store import invented

FERRY = invented.article()
QUOTE = invented.detection(FERRY).quotes[0]
STANDING = StandingQuote("q1", FERRY.id, QUOTE)
DAY = date(2026, 3, 2)


def ruled(verdict: Verdict = Verdict.CONFIRMED, **values: object) -> Ruling:
    """A ruling on the quote, of other values where these are given."""
    return replace(proposed(QUOTE), verdict=verdict, **values)  # type: ignore[arg-type]


def decided(ruling: Ruling) -> Decision:
    """The same, kept by Ana Ruz."""
    return Decision("d1", "q0", "a0", ruling, "Ana Ruz", "2026-03-02T12:00:00+00:00", None)


@pytest.mark.parametrize(
    ("reason", "day", "expected"),
    [
        ("", DAY, "As Ana Ruz ruled in the edition of 2026-03-02"),
        ("", None, "As Ana Ruz ruled in an older edition"),
        ("the recording", DAY, "the recording · As Ana Ruz ruled in the edition of 2026-03-02"),
        ("As Ben Ode ruled in an older edition", DAY, "As Ben Ode ruled in an older edition"),
    ],
)
def test_the_reason_says_who_ruled_first_and_says_it_once(reason: str, day: date | None, expected: str) -> None:
    assert told(ruled(reason=reason), "Ana Ruz", day) == expected


def test_what_was_left_open_needs_no_reason() -> None:
    assert told(ruled(Verdict.OPEN), "Ana Ruz", DAY) == ""


def test_a_ruling_that_holds_leaves_its_places_and_checks_behind() -> None:
    speaker = replace(invented.speaker("Una Holt"), type=SpeakerType.ORGANISATION, role="the board", printed="she")
    checked = (Check("words", CheckState.RIGHT),)
    old = ruled(speaker=speaker, checks=checked, evidence=invented.EVIDENCE, note="call back", unread=True)
    ruling = applied(decided(old), STANDING, DAY)
    assert ruling.verdict is Verdict.CORRECTED and not ruling.unread
    assert ruling.passages == STANDING.ruling.passages
    assert ruling.speaker == replace(speaker, printed=None)
    assert (ruling.checks, ruling.evidence, ruling.note) == ((), invented.EVIDENCE, "call back")


def test_a_speaker_whom_the_newer_text_names_is_shown_there() -> None:
    other = QUOTE.candidates[0].speaker
    ruling = applied(decided(ruled(speaker=replace(other, mention=None))), STANDING, None)
    assert ruling.speaker == STANDING.proposal.speaker
    assert ruling.verdict is Verdict.CONFIRMED


@pytest.mark.parametrize("verdict", [Verdict.NOT_A_QUOTE, Verdict.DISPUTED, Verdict.CANNOT_VERIFY])
def test_any_other_verdict_holds_as_it_is(verdict: Verdict) -> None:
    ruling = applied(decided(ruled(verdict, speaker=None, source=None)), STANDING, None)
    assert (ruling.verdict, ruling.speaker, ruling.source) == (verdict, None, None)
