"""Numbers in a sentence: the thing and the verb agree with how many there are."""

import pytest

from quotereview.counting import agreeing, counted


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 quotes"), (1, "1 quote"), (2, "2 quotes"), (1_000, "1,000 quotes")]
)
def test_a_number_is_said_with_its_thing(number: int, said: str) -> None:
    assert counted(number, "quote") == said


def test_more_of_a_thing_may_take_more_than_an_s() -> None:
    assert counted(1, "story is", "stories are") == "1 story is"
    assert counted(3, "story is", "stories are") == "3 stories are"


def test_a_verb_agrees_with_the_number() -> None:
    assert [agreeing(number, "waits", "wait") for number in (0, 1, 2)] == ["wait", "waits", "wait"]
