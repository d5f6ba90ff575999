"""Partners and groups among many quotes."""

from datetime import date

from quotereview import matching
from tests.matching.held import Held
from tests.matching.wordings import STEEL, wording

COURIER = wording(STEEL, article="a1", quote="q1")
WIRE = wording("tempered like steel", article="a2", outlet="Pacific Wire", quote="q2", published=date(2026, 5, 11))
LEDGER = wording("forged like steel", article="a3", outlet="The Northern Ledger", quote="q3")
AGAIN = wording(STEEL, article="a4", outlet="Gulf Courier", quote="q4")
OTHER = wording("Nobody has seen a bill, and nobody expects to", article="a5", quote="q5")


def partners(index: Held, quote: str) -> list[str]:
    return [match.there.quote for match in index.partners(quote)]


def test_partners_of_other_outlets_come_first() -> None:
    index = Held([COURIER, AGAIN, WIRE, OTHER])
    assert partners(index, "q1") == ["q2", "q4"]
    assert all(match.here == COURIER for match in index.partners("q1"))


def test_quotes_of_the_same_article_are_no_partners() -> None:
    assert partners(Held([COURIER, wording(STEEL, article="a1", quote="headline")]), "q1") == []


def test_equal_quotes_of_two_words_are_found() -> None:
    here, there = wording("lasting light", quote="q1"), wording("“Lasting light,”", article="a2", quote="q2")
    assert partners(Held([here, there]), "q1") == ["q2"]


def test_groups_hold_every_version_oldest_first_with_what_differs() -> None:
    [group] = Held([COURIER, WIRE, AGAIN, OTHER]).groups()
    assert [version.quote for version in group.wordings] == ["q2", "q1", "q4"]
    assert [(match.here.quote, match.there.quote) for match in group.matches] == [
        ("q2", "q1"),
        ("q2", "q4"),
        ("q1", "q4"),
    ]


def test_most_printed_group_comes_first() -> None:
    bill = wording("Nobody has seen a bill, and nobody expects to", article="a6", quote="q6")
    groups = Held([OTHER, bill, COURIER, WIRE, AGAIN]).groups()
    assert [len(group.wordings) for group in groups] == [3, 2]


def test_quote_around_the_words_is_no_partner_beside_the_words_themselves() -> None:
    inner = wording("You are one tired man from a disaster", article="a1", quote="inner")
    outer = wording(
        "I said to them, You are one tired man from a disaster. They sent a leaflet.", article="a1", quote="outer"
    )
    other = wording("You are one tired man away from a disaster", article="a2", quote="other")
    index = Held([inner, outer, other])
    assert partners(index, "other") == ["inner"]
    [group] = index.groups()
    assert {version.quote for version in group.wordings} == {"inner", "other"}


def test_quotes_kept_apart_are_in_no_group_together_and_what_links_both_goes_with_the_likelier() -> None:
    index = Held([COURIER, WIRE, LEDGER, AGAIN])
    found = [match for quote in ("q1", "q2", "q3", "q4") for match in index.partners(quote)]
    assert [len(group.wordings) for group in matching.groups(found)] == [4]
    apart = {"q1": {"q2"}, "q2": {"q1"}}
    made = [{version.quote for version in group.wordings} for group in matching.groups(found, apart)]
    assert {"q1", "q4"} in [quotes - {"q3"} for quotes in made]
    assert not [quotes for quotes in made if {"q1", "q2"} <= quotes]
    for group in matching.groups(found, apart):
        held = {version.quote for version in group.wordings}
        assert all({match.here.quote, match.there.quote} <= held for match in group.matches)
