"""What is offered while an editor writes a filter or a name."""

from collections.abc import Sequence

import pytest

from quotereview.review.completion import MOST, Completion, field_values, filter_completion, name_completion, outlets
from quotereview.review.filtering import Field
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from tests.review.conftest import HARBOUR, shown
from tests.review.test_queue import accept_unread
from tests.store import invented

NAMES = ("Anna Brandt", "Bruno Vale", "Zoë Brandt", "Abra Dun", "Søren Falk")


def speakers(field: Field) -> Sequence[str]:
    return NAMES if field is Field.SPEAKER else ("open", "corrected")


@pytest.mark.parametrize(
    ("written", "start", "choices"),
    [
        ("speaker:", 8, NAMES),
        ("speaker:br", 8, ("Anna Brandt", "Bruno Vale", "Zoë Brandt")),
        ("door speaker: zoe b", 14, ("Zoë Brandt",)),
        ("speaker:Anna Brandt verdict:o", 28, ("open",)),
        ("speaker:Anna Brandt", 8, ()),
        ("speaker:sor", 8, ("Søren Falk",)),
        ("speaker:xyz", 8, ()),
        ("speaker:-br", 8, ()),
        ("br", 0, ()),
        ("note:br", 5, ()),
        ("s", 0, ()),
        ("sp", 0, ("speaker:",)),
        ("door ver", 5, ("verdict:",)),
        ("speaker:Anna Brandt con", 20, ("confidence:", "conflict:")),
        ("note:call so", 10, ("source:",)),
    ],
)
def test_the_values_of_the_field_one_writes_in(written: str, start: int, choices: tuple[str, ...]) -> None:
    assert filter_completion(written, len(written), speakers) == Completion(start, len(written), choices)


def test_what_stands_behind_the_cursor_is_left_alone() -> None:
    assert filter_completion("speaker:br verdict:open", 10, speakers).end == 10


def test_names_are_offered_by_the_beginning_of_a_word_and_not_before_one_writes() -> None:
    assert name_completion("dun", 3, NAMES).choices == ("Abra Dun",)
    assert name_completion("", 0, NAMES).choices == ()


def test_of_very_many_names_the_first_are_offered() -> None:
    names = [f"Ana {number}" for number in range(MOST + 1)]
    assert name_completion("an", 2, names).choices == tuple(names[:MOST])


def test_the_values_used_most_come_first_and_those_not_asked_about_not_at_all(session: Session) -> None:
    harbour = session.quotes(HARBOUR.id)
    session.set_speaker(harbour[0].id, "Oskar Vint")
    assert values(session, Field.SPEAKER) == ("Oskar Vint", "Tilda Brandt", "Ivo Brandt")
    session.people.same("Ivo Brandt", "Tilda Brandt")
    assert values(session, Field.SPEAKER) == ("Tilda Brandt", "Oskar Vint")
    assert outlets([*session.articles(), session.articles()[0]]) == ("Coast Mail", "Fjord Times")


def values(session: Session, field: Field) -> tuple[str, ...]:
    """What is offered of a field."""
    return field_values(field, session.conditions.used, session.articles())


CLOSED = (Field.VERDICT, Field.CONFIDENCE, Field.CONFLICT)
"""Fields whose values are always the same, whatever the quotes."""


@pytest.mark.parametrize("field", [field for field in Field if field not in (Field.WORDS, Field.NOTE)])
def test_each_value_that_is_offered_finds_quotes(session: Session, quotes: tuple[str, ...], field: Field) -> None:
    session.confirm(quotes[0])
    assert all(shown(session, f"{field}:{value}") for value in values(session, field)) or field in CLOSED
    assert any(shown(session, f"{field}:{value}") for value in values(session, field))


def test_what_was_accepted_unread_can_be_asked_for(session: Session, quotes: tuple[str, ...]) -> None:
    accept_unread(session, quotes[0])
    [offered] = filter_completion("verdict:unr", 11, lambda field: values(session, field)).choices
    assert shown(session, f"verdict:{offered}") == {quotes[0]}


def test_a_title_is_offered_as_words_that_find_it(session: Session) -> None:
    odd = invented.article("odd.txt", headline="Note: ferry - late -5 again", outlet=None)
    session.keep(Read(odd, invented.detection(odd)))
    assert values(session, Field.ARTICLE)[0] == "Note ferry late 5 again"
    assert {quote.id for quote in session.quotes(odd.id)} == shown(session, "article:Note ferry late 5 again")
