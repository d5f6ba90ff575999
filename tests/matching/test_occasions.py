"""The day and the place of what was said, as the words around it tell them."""

from datetime import date

import pytest

from quotereview.matching.occasions import said_in, said_on, same_day, same_place
from tests.matching.wordings import STEEL, told

TUESDAY = date(2026, 5, 12)

TOLD = [
    ("", "” Voss said on Tuesday.", "2026-05-12", None),
    ("", ",” said Mara Voss in Velm on Monday.", "2026-05-11", "Velm"),
    ("", "” Voss told reporters in Velm on Friday.", "2026-05-08", "Velm"),
    ("", "” Voss told a crowd in Nashua, N.H. on Monday morning.", "2026-05-11", "Nashua"),
    ("Voss told the Courier on Monday: “", "", "2026-05-11", None),
    ("Speaking in Geneva on Thursday, Voss said: “", "", "2026-05-07", "Geneva"),
    ("The ferry sank. On Sunday, at a vigil in Velm, Mara Voss told mourners: “", "", "2026-05-10", "Velm"),
    ("But in a statement Friday, Voss said: “", "", "2026-05-08", None),
    ("", "” Voss said on May 3.", "2026-05-03", None),
    ("", "” Voss wrote on 30 December.", "2025-12-30", None),
    ("", "” Voss said in Arabic.", None, None),
    ("", "” Voss said in Parliament on Monday.", "2026-05-11", None),
    ("", "” Voss said last Monday.", None, None),
    ("", "” Voss said of the strike on Monday.", None, None),
    ("", "” said the strike on Monday was a mistake.", None, None),
    ("", "” Voss said that on Monday the harbour would close.", None, None),
    ("On Monday, the ferry sank, and Voss, who saw it from her window in Velm, said: “", "", None, None),
    ("The ferry sank on Monday. “", "” Voss said.", None, None),
    ("", "” Voss said. On Monday she left.", None, None),
    ("", "” she said, and on Monday the harbour in Velm closed.", None, None),
    ("She left on Monday, saying “", "” to nobody.", None, None),
]

OTHER_DAYS = [
    ("Voss said on Tuesday: “", "Voss said on Monday: “"),
    ("Voss said Tuesday: “", "Voss told reporters Friday: “"),
    ("Voss said on Tuesday: “", "Voss said on May 3: “"),
    ("Voss said on May 3: “", "Voss said on 4 May: “"),
    ("On Sunday, Voss told reporters: “", "On Saturday, Voss told reporters: “"),
    ("In a statement on Monday, Voss said: “", "In a statement Thursday, Voss said: “"),
    ("Speaking in Velm on Monday, Voss said: “", "Voss told a rally in Velm on Sunday: “"),
    ("Voss wrote on Monday: “", "Voss tweeted on Tuesday: “"),
    ("Voss told the Courier on Wednesday: “", "Voss told the Courier on Thursday: “"),
    ("At a hearing on Friday, Voss testified: “", "At a hearing on Tuesday, Voss testified: “"),
]
SAME_DAYS = [
    ("Voss said on Tuesday: “", "Voss said Tuesday: “"),
    ("Voss said on Tuesday: “", "Voss said on May 12: “"),
    ("Voss said on 12 May: “", "Voss said on May 12: “"),
    ("Voss said on Tuesday: “", "Voss said: “"),
    ("Voss said last Monday: “", "Voss said on Tuesday: “"),
    ("Voss said of the strike on Monday: “", "Voss said on Tuesday: “"),
    ("Voss said on Tuesday evening: “", "Late on Tuesday, Voss said: “"),
    ("The strike began on Monday. “", "Voss said on Tuesday: “"),
    ("Voss said that on Monday it would be “", "Voss said on Tuesday: “"),
    ("Since Monday, Voss has said: “", "Voss said on Tuesday: “"),
]

OTHER_PLACES = [
    ("Voss said in Velm: “", "Voss said in Norrvik: “"),
    ("Voss told reporters in Velm: “", "Speaking in Norrvik, Voss said: “"),
    ("In Velm on Tuesday, Voss said: “", "Voss said on Tuesday in Sundby: “"),
    ("Voss said in France: “", "Voss said in Berlin: “"),
    ("Voss said in Paris: “", "Voss said in London: “"),
    ("Voss told a rally in Velm: “", "Voss told a rally in New Ardal: “"),
    ("At a meeting in Velm, Voss said: “", "At a meeting in Norrvik, Voss said: “"),
    ("Voss told supporters in Velm, Ohio: “", "Voss told supporters in Sundby, Iowa: “"),
    ("Voss testified in Velm on Monday: “", "Voss testified in Norrvik on Monday: “"),
    ("Voss said during a visit in Velm: “", "Voss said during a visit in Norrvik: “"),
]
SAME_PLACES = [
    ("Voss told a rally in Velm: “", "Voss told a rally in East Velm: “"),
    ("Voss said in Velm: “", "Voss said in Velm, Ohio: “"),
    ("Voss said in Paris: “", "Voss said in France: “"),
    ("Voss said in Velm: “", "Voss said in France: “"),
    ("Voss said in Velm: “", "Voss said: “"),
    ("Voss said in Velm: “", "Voss said in Arabic: “"),
    ("Voss said in Velm: “", "Voss said in Parliament: “"),
    ("Voss said in Velm: “", "The mayor of Velm came. Voss said in Ardal: “"),
    ("Voss said of the mine in Velm: “", "Voss said in Ardal: “"),
    ("Voss said at a school in May: “", "Voss said in Ardal: “"),
    ("The mine in Velm is closed. “", "Voss said in Ardal: “"),
]


@pytest.mark.parametrize(("before", "after", "day", "place"), TOLD)
def test_what_is_told_of_the_occasion(before: str, after: str, day: str | None, place: str | None) -> None:
    wording = told(STEEL, before=before, after=after)
    found = said_on(wording)
    assert (found and found.on and found.on.isoformat(), said_in(wording)) == (day, place)


def test_what_stands_between_the_passages_is_read_too() -> None:
    wording = told(STEEL, between=",” Voss told reporters in Velm on Monday. “")
    day = said_on(wording)
    assert day is not None
    assert (day.shown, said_in(wording)) == ("Monday (2026-05-11)", "Velm")


@pytest.mark.parametrize(("here", "there"), OTHER_DAYS)
def test_days_that_differ(here: str, there: str) -> None:
    assert not same_day(told(STEEL, before=here), told(STEEL, before=there))


@pytest.mark.parametrize(("here", "there"), SAME_DAYS)
def test_days_that_do_not(here: str, there: str) -> None:
    assert same_day(told(STEEL, before=here), told(STEEL, before=there))


def test_a_day_of_the_week_is_looked_for_from_the_article_backwards() -> None:
    here = told(STEEL, before="Voss said on Monday: “", published=TUESDAY)
    assert same_day(here, told(STEEL, before="Voss said on Monday: “", published=date(2026, 5, 14)))
    assert not same_day(here, told(STEEL, before="Voss said on Monday: “", published=date(2026, 5, 18)))
    assert same_day(here, told(STEEL, before="Voss said on Friday: “", published=date(2026, 6, 18)))
    assert same_day(here, told(STEEL, before="Voss said on Monday: “", published=None))
    assert not same_day(here, told(STEEL, before="Voss said on Sunday: “", published=None))


@pytest.mark.parametrize(("here", "there"), OTHER_PLACES)
def test_places_that_differ(here: str, there: str) -> None:
    assert not same_place(told(STEEL, before=here), told(STEEL, before=there))
    assert not same_place(told(STEEL, before=there), told(STEEL, before=here))


@pytest.mark.parametrize(("here", "there"), SAME_PLACES)
def test_places_that_do_not(here: str, there: str) -> None:
    assert same_place(told(STEEL, before=here), told(STEEL, before=there))
    assert same_place(told(STEEL, before=there), told(STEEL, before=here))
