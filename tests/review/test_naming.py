"""Names are found by their words, accents folded, by initials and by aliases; the likest comes first."""

import pytest

from quotereview.model import SpeakerType
from quotereview.review.naming import Known, matching, may_mean
from quotereview.review.session import Session
from tests.review import talks
from tests.review.conftest import HARBOUR

NAMES = tuple(
    map(Known, ("Ilse Tamm", "Otto Rand", "Rosa Ottmar", "Željko Ünlü", "Marta van Vliet", "Mara Voss", "Søren Łęcki"))
)
BOAT = Known("Harbour Office", aliases=("HMO", "Sea Board"))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("", [known.name for known in NAMES]),
        ("rand", ["Otto Rand"]),
        ("OTT", ["Otto Rand", "Rosa Ottmar"]),
        ("tm", ["Rosa Ottmar"]),
        ("ra", ["Otto Rand", "Mara Voss"]),
        ("zel", ["Željko Ünlü"]),
        ("zeljko  unlu", ["Željko Ünlü"]),
        ("mv", ["Marta van Vliet", "Mara Voss"]),
        ("mvv", ["Marta van Vliet"]),
        ("soren lec", ["Søren Łęcki"]),
        ("Søren Ł", ["Søren Łęcki"]),
        ("zz", []),
        ("Ilsa", ["Ilse Tamm"]),
        ("Rossa Otmar", ["Rosa Ottmar"]),
        ("Otto Rond", ["Otto Rand"]),
        ("Ulse", ["Ilse Tamm"]),
        ("Runs", []),
        ("Ott Rond", ["Otto Rand"]),
        ("Otto Rond Ilsa", []),
        ("Una", []),
        ("Seren Lecki", ["Søren Łęcki"]),
    ],
)
def test_the_likest_names_come_first(written: str, found: list[str]) -> None:
    assert [known.name for known in matching(NAMES, written)] == found


def test_a_name_written_out_comes_before_longer_ones() -> None:
    names = tuple(map(Known, ("Otto Rand and Ilse Tamm", "Otto Rand")))
    assert matching(names, "otto rand")[0].name == "Otto Rand"


@pytest.mark.parametrize("written", ["hmo", "sea b", "harbour"])
def test_an_alias_finds_its_person(written: str) -> None:
    assert matching((*NAMES, BOAT), written)[0] is BOAT


@pytest.mark.parametrize(
    ("written", "meant"), [("mar", True), ("mv", True), ("MV", False), ("ara", False), ("Mara Voss", True)]
)
def test_enter_takes_what_may_well_be_meant(*, written: str, meant: bool) -> None:
    assert may_mean(Known("Mara Voss"), written) is meant


def test_speakers_come_with_what_their_article_tells(session: Session) -> None:
    session.keep(talks.READ)
    session.set_speaker(session.quotes(talks.ARTICLE.id)[0].id, "Crew", SpeakerType.GROUP)
    known = {one.name: one for one in session.naming.speakers(talks.ARTICLE.id)}
    assert known["Crew"].type is SpeakerType.GROUP
    assert known["Lu Ran"].type is SpeakerType.PERSON
    assert known["Tilda Brandt"] == Known("Tilda Brandt")
    assert [one.name for one in session.naming.speakers(HARBOUR.id)][:2] == ["Ivo Brandt", "Lena Falk"]
    assert {one.name: one.role for one in session.naming.speakers(HARBOUR.id)}["Lena Falk"] == "ferry director"
    assert session.naming.type_of("Crew") is SpeakerType.GROUP
    assert session.naming.type_of("Nobody Yet") is SpeakerType.PERSON
