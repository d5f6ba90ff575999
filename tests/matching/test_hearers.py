"""Hearers that two articles name for one quote: those that cannot be the same, and those that can."""

import pytest

from quotereview.matching.hearers import same_hearer, same_hearers
from tests.matching.wordings import STEEL, told

DISAGREE = [
    ("reporters", "parliament"),
    ("journalists", "a crowd of supporters"),
    ("lawmakers", "the jury"),
    ("Reuters", "APP"),
    ("the Gulf Courier", "Island News"),
    ("Mara Voss", "Tan Boyuan"),
    ("investors", "the press"),
    ("a court in Velm", "students"),
    ("detectives", "reporters"),
    ("Kanal 9", "CNN"),
    ("delegates", "the committee"),
]
AGREE = [
    ("reporters", "journalists"),
    ("reporters", "the Gulf Courier"),
    ("the newspaper", "the Gulf Courier"),
    ("Reuters", "the Reuters news agency"),
    ("Tan", "Tan Boyuan"),
    ("President Tan Boyuan", "Tan Boyuan"),
    ("lawmakers", "a Senate committee"),
    ("a rally", "supporters"),
    ("supporters", "Tom Ridley"),
    ("his brother", "Jorik Selmane"),
    ("the friend", "a neighbour"),
    ("the judge", "jurors"),
    ("the Associated Press", "AP"),
]


@pytest.mark.parametrize(("here", "there"), DISAGREE)
def test_hearers_that_cannot_be_the_same(here: str, there: str) -> None:
    assert not same_hearer(here, there)
    assert not same_hearer(there, here)


@pytest.mark.parametrize(("here", "there"), AGREE)
def test_hearers_that_can(here: str, there: str) -> None:
    assert same_hearer(here, there)
    assert same_hearer(there, here)


def test_only_hearers_in_the_sentence_around_the_quote_count() -> None:
    here = told(STEEL, before="Voss told reporters: “", addressee="reporters")
    near = told(STEEL, after="” Voss told lawmakers.", addressee="lawmakers")
    far = told(STEEL, before="Voss told lawmakers. Later she was asked again. “", addressee="lawmakers")
    assert not same_hearers(here, near)
    assert same_hearers(here, far)
    assert same_hearers(here, told(STEEL, before="Voss told lawmakers: “"))
