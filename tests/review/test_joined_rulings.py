"""Rulings on an article made side by side: what only one editor said is kept, whichever ruling is chosen."""

from dataclasses import replace
from datetime import date

from quotereview.model import ArticleDecision, ArticleRuling, Settled, Span, Stretch, Zone
from quotereview.review.joined_rulings import as_one, before

DAY = date(2026, 3, 2)
FORMER = ArticleRuling(
    "Coast Mail", DAY, zones=(Stretch(Span(0, 9), Zone.TEASER),), settled=(Settled(Span(1, 2), "x"),)
)


def decided(id: str, ruling: ArticleRuling, follows: str | None) -> ArticleDecision:
    return ArticleDecision(id, "a0", ruling, "Ana Ruz", "2026-03-02T12:00:00+00:00", follows)


def test_each_keeps_what_it_says_and_takes_what_only_others_say() -> None:
    mine = replace(FORMER, outlet="Sund Post", story="The strike")
    theirs = replace(FORMER, story="The ferries", told_with="a1", closed=True)
    assert as_one(mine, [theirs], FORMER) == replace(mine, told_with="a1", closed=True)
    assert as_one(theirs, [mine], FORMER) == replace(theirs, outlet="Sund Post")


def test_that_something_is_taken_back_is_said_too() -> None:
    mine, theirs = replace(FORMER, published=None), replace(FORMER, outlet="Sund Post", settled=())
    assert as_one(mine, [theirs], FORMER) == replace(FORMER, published=None, outlet="Sund Post", settled=())


def test_a_removal_is_nobody_elses() -> None:
    gone = replace(FORMER, removed=True)
    assert not as_one(replace(FORMER, story="x"), [gone], FORMER).removed
    assert as_one(gone, [replace(FORMER, story="x")], FORMER) == replace(gone, story="x")


def test_blocks_and_marks_of_all_are_told_the_chosen_ones_last() -> None:
    theirs, mine = Stretch(Span(0, 9), Zone.BODY), Stretch(Span(20, 30), Zone.TEASER)
    one = replace(FORMER, zones=(*FORMER.zones, mine), settled=(*FORMER.settled, Settled(Span(5, 6), "mine")))
    other = replace(FORMER, zones=(theirs,), settled=(*FORMER.settled, Settled(Span(3, 4), "theirs")))
    joined = as_one(one, [other], FORMER)
    assert joined.zones == (theirs, mine)
    assert [mark.reason for mark in joined.settled] == ["x", "theirs", "mine"]
    assert as_one(other, [one], FORMER).zones == (mine, theirs)


def test_what_stood_before_is_where_all_part_else_the_first_of_the_one_that_stands() -> None:
    first, second = (decided(id, replace(FORMER, story=id), None) for id in ("1", "2"))
    later = decided("3", replace(FORMER, story="3"), "1")
    ends = [decided("4", FORMER, "3"), decided("5", FORMER, "3"), decided("6", FORMER, "2")]
    known = (first, second, later, *ends)
    assert before(known, ["4", "5"]).story == "3"
    assert before(known, ["4", "1"]).story == "1"
    assert before(known, ["5", "6"]).story == "1"
