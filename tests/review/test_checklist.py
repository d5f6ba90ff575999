"""The checklist keeps its template's order, and old checks their own words."""

import pytest

from quotereview.model import Check, CheckState
from quotereview.review.checklist import checklist, template_of, with_state

RIGHT, WRONG = CheckState.RIGHT, CheckState.WRONG


def test_points_follow_the_template_and_old_ones_come_after_in_their_own_words() -> None:
    points = checklist(("words", "place"), (Check("venue", WRONG), Check("words", RIGHT)))
    assert [(point.item, point.state) for point in points.points] == [
        ("words", RIGHT),
        ("place", None),
        ("venue", WRONG),
    ]
    assert points.looked_at == "2 of 3"
    assert points.checks == (Check("words", RIGHT), Check("venue", WRONG))


def test_a_point_can_be_set_and_cleared() -> None:
    points = checklist(("words", "date"), ()).with_state(1, WRONG)
    assert points.checks == (Check("date", WRONG),)
    assert points.with_state(1, None).checks == ()


@pytest.mark.parametrize(
    ("written", "points"),
    [("words\n\n  who said it \nwords\n", ["words", "who said it"]), (" \n", []), ("", [])],
)
def test_a_template_is_a_point_a_line_each_once(written: str, points: list[str]) -> None:
    assert template_of(written) == points


def test_points_by_how_they_came_out() -> None:
    assert with_state((Check("words", RIGHT), Check("date", WRONG), Check("role", RIGHT)), RIGHT) == ("words", "role")
