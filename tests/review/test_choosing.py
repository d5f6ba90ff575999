"""What goes into a sheet: of what extent, by a filter, and what is told of the rest."""

import pytest

from quotereview.model import Verdict
from quotereview.review.choosing import EVERYTHING, Extent, Scope
from quotereview.review.filtering import read_filter
from quotereview.review.session import Session
from tests.review.conftest import HARBOUR


@pytest.fixture
def ruled(session: Session, quotes: tuple[str, ...]) -> Session:
    """Two editors ruled: two quotes of the ferry are right, one is disputed; the harbour's are open."""
    session.confirm(quotes[0])
    session.rule(quotes[1], Verdict.DISPUTED)
    session.switch_editor("Ben Ode")
    session.set_speaker(quotes[2], "Lena Falk")
    session.confirm(quotes[2])
    return session


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("", (2, 3)),
        ("speaker:falk", (1, 1)),
        ("editor:ben", (1, 0)),
        ("editor:ana", (1, 1)),
        ("editor:-", (0, 2)),
        ("article:ferry.txt", (2, 1)),
        ("story:ferry", (2, 3)),
        ("date:2026-03-02 outlet:coast", (2, 1)),
        ("verdict:disputed", (0, 1)),
        ("strike", (0, 1)),
    ],
)
def test_a_sheet_holds_what_a_filter_shows_and_its_extent_admits(
    ruled: Session, line: str, numbers: tuple[int, int]
) -> None:
    scope = Scope(Extent.VERIFIED, read_filter(line))
    rows, held = ruled.sheets.rows(scope), ruled.sheets.in_scope(scope)
    assert (held.tally.number, held.tally.left_out.total()) == numbers
    assert held.tally.articles == len(held.quotes)
    assert sum(map(len, held.quotes.values())) == held.tally.number
    assert {row.quote for row in rows} == {quote for quotes in held.quotes.values() for quote in quotes}
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


def test_what_is_left_out_is_told(ruled: Session) -> None:
    assert ruled.sheets.now(EVERYTHING)[1].chosen == ""
    assert ruled.sheets.now(Scope(Extent.VERIFIED))[1].chosen == (
        "Only what is verified; left out are 1 disputed, 2 not decided."
    )
    assert ruled.sheets.now(Scope(filter=read_filter(" speaker:Falk")))[1].chosen == "Chosen by “speaker:Falk”."
    of_all = Scope(Extent.ACCEPTED, read_filter("editor:ben"))
    assert ruled.sheets.now(of_all)[1].chosen == "Only what is verified, or accepted unread; chosen by “editor:ben”."


def test_of_quotes_that_are_left_out_the_others_keep_what_is_told_across(ruled: Session) -> None:
    everything = {row.quote: row for row in ruled.sheets.rows()}
    [row] = ruled.sheets.rows(Scope(filter=read_filter("article:harbour speaker:falk")))
    assert (row.group, row.other_outlets, row.story) == (
        everything[row.quote].group,
        everything[row.quote].other_outlets,
        everything[row.quote].story,
    )
    assert row.group and row.article == f"Headline of {HARBOUR.name}"
