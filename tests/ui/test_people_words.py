"""How the register says when somebody had a role, and who somebody is."""

from datetime import date

import pytest

from quotereview.model import SpeakerType
from quotereview.review.people import Person, Role, Suggestion
from quotereview.ui import people_words

MARCH, MAY, JUNE = date(2026, 3, 1), date(2026, 5, 4), date(2026, 6, 2)
LAST_YEAR = date(2025, 12, 30)


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ((), ""),
        ((Role("mayor", None, None),), "mayor"),
        ((Role("mayor", MARCH, MARCH),), "mayor, March 2026"),
        ((Role("mayor", LAST_YEAR, MARCH),), "mayor, Dec 2025–March 2026"),
        (
            (Role("mayor", MARCH, MAY), Role("leader", JUNE, JUNE)),
            "mayor, March–May 2026; leader, since June 2026",
        ),
        (
            (Role("mayor", MARCH, MAY), Role("coach", MARCH, JUNE)),
            "mayor, March–May 2026; coach, March–June 2026",
        ),
    ],
)
def test_roles_with_their_months(roles: tuple[Role, ...], said: str) -> None:
    assert people_words.roles(roles) == said


def test_a_person_in_the_list() -> None:
    person = Person("Lu Ran", SpeakerType.GROUP, ("Lu Ran", "L. Ran"), ("Lu",), 1, 0, MAY, "mayor")
    row = people_words.person_row(person, Suggestion("Lu Ran", "Lo Ran", "spelled otherwise"))
    assert (row.title, row.beside) == ("Lu Ran", "1 quote · 4 May 2026")
    assert row.below == "group · mayor · also L. Ran · the same as Lo Ran? spelled otherwise"


def test_many_printed_names_are_cut() -> None:
    person = Person("Lu Ran", SpeakerType.PERSON, ("Lu Ran",), tuple("ABCDEFGH"), 2000, 3, None, "")
    assert people_words.printed(person) == "Printed as “A”, “B”, “C”, “D”, “E”, “F” and 2 more"
    assert people_words.about(person) == "person · 2,000 quotes · 3 open"
