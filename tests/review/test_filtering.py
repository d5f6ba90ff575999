"""What a filter shows, by the line that an editor writes."""

from dataclasses import replace
from datetime import date

import pytest

from quotereview.model import ArticleSummary, Kind, QuoteSummary, Verdict, Zone
from quotereview.review.filtering import Filter, read_filter

QUOTE = QuoteSummary(
    id="q",
    article="a",
    start=0,
    words="Señora, the café’s door opens at noon",
    kind=Kind.SPEECH,
    zone=Zone.BODY,
    verdict=Verdict.CANNOT_VERIFY,
    speaker="Noé Okáfor",
    source="Radio Fjord",
    confidence=0.4,
    doubts=0,
    added_by_hand=False,
    note="Call back on Monday",
)
UNREAD = replace(QUOTE, verdict=Verdict.CONFIRMED, unread=True)
BARE = replace(QUOTE, speaker=None, source=None, note="", verdict=Verdict.OPEN, confidence=0.95)
ARTICLE = ArticleSummary("a", "a.txt", "Café", "Coast Mail", date(2026, 3, 4), 1, 0)
UNKNOWN = replace(ARTICLE, outlet=None, published=None)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "door",
        "DOOR opens",
        "noon cafe",
        "senora CAFÉ'S",
        "oor",
        "door -window",
        "words:door",
        "speaker:okafor",
        "Speaker: noe Okafor",
        "door speaker:Noé source: radio",
        "speaker:okafor words:door",
        "speaker:",
        "speaker:-marlow",
        "source:fjord",
        "outlet:mail",
        "verdict:cannot",
        "verdict:cannot verify",
        "verdict:-open",
        "confidence:unsure",
        "note:",
        "note:back",
        "note:call -friday",
        "date:",
        "date:2026",
        "date:2026-03",
        "date:2026-03-04",
        "date:2026-03-01..2026-03-04",
        "date:2026-02..2026-03",
        "date:2026-03-04..",
        "date:..2026",
        "date:-2025",
        "date:Mar",
        "date:March",
        "date:mars-2026",
        "date:Mar-2026",
        "date:March 2026",
        "date:4",
        "date:04-Mar",
        "date:4-March-2026",
        "date:4 March 2026",
        "date:Feb-2026..Mar-2026",
        "date:..4-March-2026",
        "date:-Nov",
    ],
)
def test_a_line_that_shows_the_quote(line: str) -> None:
    assert read_filter(line).admits(QUOTE, ARTICLE)


@pytest.mark.parametrize(
    "line",
    [
        "window",
        "door window",
        "-door",
        "speaker:mail",
        "door speaker:marlow",
        "speaker:-",
        "speaker:-okafor",
        "source:mail",
        "outlet:fjord",
        "outlet:-",
        "verdict:verified",
        "verdict:open",
        "verdict:-cannot",
        "confidence:sure",
        "note:-",
        "note:friday",
        "date:-",
        "date:03",
        "date:2026-04",
        "date:2026-03-05..",
        "date:..2026-02",
        "date:Nov",
        "date:Mar-2025",
        "date:3-Mar",
        "date:-March",
        "date:Apr-2026..",
        "date:Monday",
        "date:2026-03-04-05",
        "said:door",
    ],
)
def test_a_line_that_hides_it(line: str) -> None:
    assert not read_filter(line).admits(QUOTE, ARTICLE)


@pytest.mark.parametrize("field", ["speaker", "source", "note", "outlet", "date"])
def test_what_is_unknown_is_asked_for_by_a_dash(field: str) -> None:
    assert read_filter(f"{field}:-").admits(BARE, UNKNOWN)
    assert not read_filter(f"{field}:").admits(BARE, UNKNOWN)


def test_an_unknown_date_lies_between_no_two() -> None:
    assert not read_filter("date:..2030").admits(BARE, UNKNOWN)


def test_sure_is_not_unsure() -> None:
    assert read_filter("confidence:sure").admits(BARE, ARTICLE)
    assert not read_filter("confidence:unsure").admits(BARE, ARTICLE)


def test_a_filter_knows_its_line_and_an_empty_one_asks_for_nothing() -> None:
    assert read_filter("speaker:Noé ").text == "speaker:Noé "
    assert read_filter("") == Filter()


@pytest.mark.parametrize(
    ("line", "shown"), [("verdict:unread", True), ("verdict:confirmed", True), ("verdict:confirmed -unread", False)]
)
def test_what_was_accepted_unread_is_found_beside_its_verdict(line: str, shown: bool) -> None:
    assert read_filter(line).admits(UNREAD, ARTICLE) is shown
    assert not read_filter("verdict:unread").admits(replace(UNREAD, unread=False), ARTICLE)
