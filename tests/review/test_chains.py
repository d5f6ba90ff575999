"""Quotes are wrong together where the step that went wrong is the same."""

import pytest

from quotereview.model import Span, Speaker, SpeakerType
from quotereview.review.chains import hang_together, meaning


def speaker(chain: str, at: int | None = None, name: str | None = None) -> Speaker:
    links = chain.split(" → ")
    printed, last = links[0], links[-1]
    mention = None if at is None else Span(at, at + len(printed))
    resolved = chain if "→" in chain else None
    return Speaker(name or last, SpeakerType.PERSON, mention, printed, None, resolved)


@pytest.mark.parametrize(
    ("one", "other", "meant", "together"),
    [
        ("he → Lu → Lu Ran", "he → Lu → Lu Ran", "Mara Voss", True),
        ("He → Lu → Lu Ran", "he → Lu → Lu Ran", "Mara Voss", True),
        ("he → Lu → Lu Ran", "he → Lu → Lu Ran", None, True),
        ("he → Lu → Lu Ran", "Lu → Lu Ran", "Mara Voss", False),
        ("he → Lu → Lu Ran", "he → Orr → Hamish Orr", "Mara Voss", False),
        ("he → Lu → Lu Ran", "the mayor → Lu → Lu Ran", "Mara Voss", False),
        ("he → Lu → Lu Ran", "Lu → Lu Ran", "Lu Wei", True),
        ("he → Lu → Lu Ran", "the mayor → Lu → Lu Ran", "Lu Wei", True),
        ("Lu → Lu Ran", "he → Lu → Lu Ran", "Lu Wei", True),
        ("Lu → Lu Ran", "he → Lu → Lu Ran", "Mara Voss", False),
        ("Lu → Lu Ran", "Lu → Lu Ran", "Mara Voss", False),
        ("Lu Ran", "Lu Ran", "Mara Voss", False),
        ("Lu", "Lu", "Lu Ran", True),
        ("Lu", "he → Lu", "Lu Ran", True),
        ("the mayor", "the mayor", "Mara Voss", True),
        ("Renée", "renee", "Renee Orr", True),
    ],
)
def test_the_step_that_went_wrong(one: str, other: str, meant: str | None, together: bool) -> None:
    assert hang_together(speaker(one), speaker(other), meant) is together


def test_a_description_that_was_taken_for_a_name_is_no_name() -> None:
    one, other = speaker("The coastguard", name="coastguard"), speaker("the coastguard", name="coastguard")
    assert hang_together(one, other, "Ivo Brandt")


def test_one_mention_names_both_whatever_it_says() -> None:
    assert hang_together(speaker("Lu Ran", at=4), speaker("Lu Ran", at=4), "Mara Voss")
    assert not hang_together(speaker("Lu Ran", at=4), speaker("Lu Ran", at=40), "Mara Voss")


@pytest.mark.parametrize(
    ("chain", "meant", "resolved"),
    [
        ("he → Lu → Lu Ran", "Mara Voss", "he → Mara Voss"),
        ("he → Lu → Lu Ran", "Lu Wei", "he → Lu → Lu Wei"),
        ("Lu → Lu Ran", "Lu Wei", "Lu → Lu Wei"),
        ("Lu", "Lu Wei", "Lu → Lu Wei"),
        ("the mayor", "Mara Voss", "the mayor → Mara Voss"),
    ],
)
def test_words_that_mean_somebody_else_lead_to_them(chain: str, meant: str, resolved: str) -> None:
    found = meaning(speaker(chain, at=7), Speaker(meant, SpeakerType.PERSON, role="mayor"))
    assert (found.name, found.resolved, found.role) == (meant, resolved, "mayor")
    assert found.mention is not None and found.mention.start == 7
    assert found.printed == chain.split(" → ", maxsplit=1)[0]


def test_a_name_never_means_somebody_of_another_name() -> None:
    meant = Speaker("Mara Voss", SpeakerType.PERSON, Span(2, 5), "she", None, "she → Mara Voss")
    found = meaning(speaker("Lu → Lu Ran", at=7), meant)
    assert (found.name, found.mention, found.printed, found.resolved) == ("Mara Voss", None, None, None)
