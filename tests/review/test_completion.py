"""What is offered while an editor writes a filter or a name."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from quotereview.review.completion import MOST, Completion, field_values, filter_completion, name_completion, outlets
from quotereview.review.filtering import Field, read_filter
from tests.review.test_filtering import ARTICLE, QUOTE, UNKNOWN, UNREAD

NAMES = ("Anna Brandt", "Bruno Vale", "Zoë Brandt", "Abra Dun")


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
        ("speaker:xyz", 8, ()),
        ("speaker:-br", 8, ()),
        ("br", 0, ()),
        ("note:br", 5, ()),
        ("s", 0, ()),
        ("sp", 0, ("speaker:",)),
        ("door ver", 5, ("verdict:",)),
        ("speaker:Anna Brandt con", 20, ("confidence:",)),
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


def test_the_values_used_most_come_first_and_those_not_asked_about_not_at_all() -> None:
    quotes = [replace(QUOTE, speaker=name) for name in ("Bo", "Abe", "Bo", None)]
    assert field_values(Field.SPEAKER, quotes, ()) == ("Bo", "Abe")
    assert outlets([ARTICLE, UNKNOWN]) == ("Coast Mail",)


@pytest.mark.parametrize("field", [field for field in Field if field not in (Field.WORDS, Field.NOTE)])
def test_each_value_that_is_offered_finds_quotes(field: Field) -> None:
    values = field_values(field, [QUOTE], [ARTICLE])
    assert any(read_filter(f"{field}:{value}").admits(QUOTE, ARTICLE) for value in values)


def test_what_was_accepted_unread_can_be_asked_for() -> None:
    [offered] = filter_completion("verdict:unr", 11, lambda field: field_values(field, (), ())).choices
    assert read_filter(f"verdict:{offered}").admits(UNREAD, ARTICLE)
