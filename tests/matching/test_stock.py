"""Stock phrases say nothing of who was quoted."""

from quotereview.matching.stock import telling
from quotereview.wording.spelling import sounds


def test_what_anybody_says_is_left_out() -> None:
    assert telling(sounds("At the end of the day, the reef won")) == ("the", "reef", "won")
    assert telling(sounds("It's a step in the right direction")) == ("it", "is")
    assert telling(sounds("the end of the day")) == sounds("the end of the day")
    assert telling(()) == ()
