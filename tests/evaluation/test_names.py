"""When a proposed name answers the gold's."""

import pytest

from quotereview.evaluation import names
from quotereview.evaluation.gold import Resolved
from quotereview.model import Kind, Span, SpeakerType

TEXT = "“It holds,” the keeper said."


def resolved(
    *answers: str | None, sort: SpeakerType | None = SpeakerType.PERSON, source: str | None = None
) -> Resolved:
    mention = Span(TEXT.index("the keeper"), TEXT.index(" said"))
    return Resolved(
        "a", Span(1, 10), Kind.SPEECH, None, answers, ("Lind",), sort, mention, source, (source,), None, False
    )


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Tuva Lind", "tuva lind", True),
        ("Governor Tuva Lind", "Tuva Lind", True),
        ("the keeper", "keeper", True),
        ("the President", "President", False),
        ("President", "president", True),
        ("O’Dell", "O'Dell", True),
        ("Tuva Lind", "Lind", False),
        ("—", "—", False),
    ],
)
def test_names_are_compared_by_their_words(a: str, b: str, alike: bool) -> None:
    assert names.same(a, b) is alike


@pytest.mark.parametrize(
    ("name", "full", "known"),
    [
        ("Tuva Lind", True, True),
        ("T. Lind", True, True),
        ("Lind", False, True),
        ("the keeper", False, True),
        ("Ola Moss", False, False),
        (None, False, False),
    ],
)
def test_a_person_has_a_full_name(name: str | None, full: bool, known: bool) -> None:
    assert names.answer(resolved("Tuva Lind", "T. Lind"), name, TEXT) == names.Answer(full, known)


def test_a_description_has_no_full_form() -> None:
    assert names.answer(resolved("two keepers", sort=SpeakerType.GROUP), "keeper", TEXT) == names.Answer(True, True)


def test_nobody_may_be_an_answer() -> None:
    assert names.answer(resolved("Tuva Lind", None), None, TEXT) == names.Answer(True, True)


@pytest.mark.parametrize(
    ("name", "right"), [("Radio Fjord", True), ("Fjord", True), ("Radio Fjord North", True), ("Fjord Post", False)]
)
def test_a_source_is_right_by_words_that_hold_one_another(name: str, right: bool) -> None:
    assert names.carries(name, resolved("Tuva Lind", source="the Radio Fjord")) is right
