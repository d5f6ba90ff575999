"""Articles that go back to one text, and how many of them report independently."""

from datetime import date, timedelta

import pytest

from quotereview.matching import lines, shared
from quotereview.model import PrintedText, Span

DAY = date(2026, 9, 12)
SAID = (
    "“Every boat that comes in from the north will be inspected before the first of October,” the minister told them."
)
WIRE = (
    "Customs officers began to search herring boats in four northern ports on Saturday, two weeks after a deckhand was "
    "found with a crate of untaxed cigars under a net. The search is the largest since the war, and it has kept eleven "
    "crews from the autumn fishing. Owners count the cost of a day in port at nine thousand crowns for each boat."
)
OWN = (
    "At the quay in Skarvik nobody had slept. Women carried soup along the quays while men in uniform lifted hatches, "
    "shone lamps between the ropes and wrote numbers into little books. By noon three barrels stood apart, sealed with "
    "red wax; the harbour master would not say what was in them, nor who was to open them and when."
)
OTHER = (
    "Parliament takes up the budget of the customs service next week. The opposition asks for an inquiry into how the "
    "searches were ordered, and a former judge is named as the one who may lead it if the chamber agrees to have any."
)


def printed(
    text: str, article: str = "a1", outlet: str | None = "Coast Mail", published: date | None = DAY
) -> PrintedText:
    """An article whose quotes are left out."""
    gaps = tuple(Span(start, text.index("”", start)) for start in range(len(text)) if text[start] == "“")
    return PrintedText(article, outlet, published, None, text, gaps)


@pytest.mark.parametrize(
    ("there", "together"),
    [
        (WIRE, True),
        (f"{WIRE.upper()}\n\n{OWN}", True),
        (f"{WIRE[: len(WIRE) // 2]}\n\n{OWN}", True),
        (f"{WIRE[:60]}\n\n{OWN}", False),
        (f"{OWN}\n\n{SAID}", False),
        ("", False),
    ],
)
def test_articles_that_share_much_beside_their_quotes_are_of_one_line(there: str, together: bool) -> None:
    here = printed(f"{WIRE}\n\n{SAID}")
    other = printed(there, "a2", "Fjord Times")
    assert len(lines([here, other]).lines) == (1 if together else 2)
    assert shared(here, other).one_line is together


def test_what_both_quote_is_shared_by_nobody() -> None:
    assert shared(printed(SAID * 9), printed(SAID * 9, "a2")).places_here == ()


def test_a_line_goes_on_from_article_to_article_the_oldest_first() -> None:
    found = lines(
        [
            printed(WIRE, "a1", "Coast Mail", DAY + timedelta(days=1)),
            printed(f"{WIRE}\n\n{OWN}", "a2", "Fjord Times", None),
            printed(OWN, "a3", "Sund Post", DAY),
            printed(OTHER, "a4", "Sund Post", DAY),
        ]
    )
    assert [line.articles for line in found.lines] == [("a3", "a1", "a2"), ("a4",)]
    assert (found.told, found.printed) == (
        "4 articles, 2 independent lines",
        "printed by 3 outlets, 2 independent lines",
    )


@pytest.mark.parametrize(
    ("outlets", "independent"),
    [
        (("Coast Mail", "Fjord Times", "Sund Post"), 3),
        (("Coast Mail", "The Coast Mail", "Fjord Times"), 2),
        (("Coast Mail", None, None), 1),
        ((None, None, None), 1),
        (("Coast Mail", "Fjord Times", None), 2),
    ],
)
def test_nobody_confirms_themselves_and_unknown_outlets_are_no_others(
    outlets: tuple[str | None, ...], independent: int
) -> None:
    texts = (WIRE, OWN, OTHER)
    found = lines([printed(text, text[:9], outlet) for text, outlet in zip(texts, outlets, strict=True)])
    assert (len(found.lines), found.independent) == (3, independent)


def test_a_line_counts_for_an_outlet_that_no_other_line_needs() -> None:
    found = lines(
        [
            printed(WIRE, "a1", "Coast Mail"),
            printed(f"{WIRE} {OTHER[:60]}", "a2", "Fjord Times"),
            printed(OWN, "a3", "Coast Mail"),
        ]
    )
    assert found.told == "3 articles, 2 independent lines"


def test_two_reports_that_credit_one_agency_are_no_two_sources() -> None:
    found = lines(
        [
            printed(f"SKARVIK (AFP) – {WIRE}", "a1", "Coast Mail"),
            printed(f"{OWN}\n\n- AFP.", "a2", "Fjord Times"),
        ]
    )
    assert [line.credit for line in found.lines] == ["Agence France-Presse"] * 2
    assert found.independent == 1


def test_nothing_is_no_line() -> None:
    assert (lines([]).lines, lines([]).independent) == ((), 0)


def test_the_shared_part_is_told_in_both_texts_with_its_share() -> None:
    here = printed(f"{WIRE}\n\n{SAID}\n\n{OTHER}", "a1", "Coast Mail")
    there = printed(f"{OWN} {SAID} {WIRE}", "a2", "Fjord Times", DAY - timedelta(days=1))
    found = shared(here, there)
    assert [place.of(here.text) for place in found.places_here] == [WIRE[:-1]]
    assert [place.of(there.text) for place in found.places_there] == [WIRE[:-1]]
    assert 0.4 < found.share_there < found.share_here < 0.7
    assert (found.origin, found.why) == ("a2", "printed earlier")


def test_parts_that_are_shared_in_pieces_are_told_in_pieces() -> None:
    cut = f"{WIRE[:115]}. Nobody there knew why. {WIRE[160:]}"
    found = shared(printed(WIRE), printed(cut, "a2"))
    assert len(found.places_here) == len(found.places_there) == 2
    assert found.origin is None


def test_an_agency_is_the_origin_whenever_it_was_printed() -> None:
    wire = printed(WIRE, "a1", "AFP", DAY)
    found = shared(printed(f"Skarvik (AFP) – {WIRE}", "a2", "Fjord Times", DAY - timedelta(days=1)), wire)
    assert (found.origin, found.why) == ("a1", "an agency, named in the other")
