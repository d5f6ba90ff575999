"""Quotes as citations: all that is known in a few lines, and never without a word on whether it is verified."""

from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from quotereview.export import cite
from quotereview.model import SheetRow, Verdict
from tests.export.rows import DECIDED, HOSTILE, UNDECIDED, UNREAD


@pytest.fixture(autouse=True)
def in_greenwich(hours_ahead: Callable[[int], None]) -> None:
    """What is told of a day is the same wherever this is tried."""
    hours_ahead(0)


class Read(HTMLParser):
    """The words of a page, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words, self.links, self.tags = "", list[str](), set[str]()
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


def test_a_verified_quote_says_all_of_it() -> None:
    assert cite([DECIDED]).text.splitlines() == [
        "“Those people are welcome home,” – Nadim Qassar, Syrian Prime Minister, via SANA (readout)",
        "“China pledges to rebuild Syrian power station”, Gulf Courier, 12 May 2026, "
        "https://courier.example/power?a=1&b=2",
        "Verified by Mara Voss, 13 May 2026.",
        "! Told differently: speaker: Nadim Qassar / – (The Northern Ledger)",
    ]


def test_the_day_of_a_ruling_is_that_of_this_machines_clock(hours_ahead: Callable[[int], None]) -> None:
    hours_ahead(12)
    late = replace(DECIDED, decided_at="2026-05-13T20:05:09+00:00")
    assert "Verified by Mara Voss, 14 May 2026." in cite([late]).text.splitlines()


def test_what_is_unknown_is_told_and_an_undecided_quote_is_marked() -> None:
    assert cite([UNDECIDED]).text.splitlines() == [
        "[NOT VERIFIED] «الجسر آمن» – speaker unknown",
        "“bridge.txt”, outlet unknown, date unknown",
        "Not verified: nobody has decided on it.",
    ]


@pytest.mark.parametrize(
    ("row", "mark", "told"),
    [
        (UNREAD, "[NOT VERIFIED, accepted in bulk] ", "Not verified: accepted in bulk, and nobody has read it."),
        (
            replace(DECIDED, verdict=Verdict.DISPUTED),
            "[DISPUTED] ",
            "Disputed by Mara Voss, 13 May 2026: the recording has the same words",
        ),
        (
            replace(DECIDED, verdict=Verdict.CANNOT_VERIFY, why_verdict=""),
            "[CANNOT BE VERIFIED] ",
            "Could not be verified by Mara Voss, 13 May 2026.",
        ),
        (
            replace(DECIDED, verdict=Verdict.NOT_A_QUOTE, why_verdict=""),
            "[NOT A QUOTE] ",
            "Ruled to be no quote by Mara Voss, 13 May 2026.",
        ),
        (
            replace(DECIDED, verdict=Verdict.CORRECTED),
            "",
            "Verified, attribution corrected, by Mara Voss, 13 May 2026.",
        ),
    ],
)
def test_the_verdict_is_told_before_and_after(row: SheetRow, mark: str, told: str) -> None:
    citation = cite([row])
    assert citation.text.startswith(f"{mark}“Those people")
    assert citation.text.splitlines()[2] == told
    assert told in Read(citation.html).words
    assert mark.strip() in Read(citation.html).words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Go on", "“Go on”"),
        ("„Go on“", "„Go on“"),
        ("“Go on,\n  “and on”", "“Go on, “and on”"),
        ("'Go on'", "'Go on'"),
    ],
)
def test_words_stand_in_marks_on_one_line(words: str, told: str) -> None:
    assert cite([replace(DECIDED, words=words)]).text.startswith(f"{told} – ")


@pytest.mark.parametrize("row", [DECIDED, UNDECIDED, UNREAD])
def test_both_forms_say_the_same(row: SheetRow) -> None:
    citation = cite([row], "A head")
    page = Read(citation.html)
    assert page.words.split() == citation.text.replace(f", {row.url}", "").split()
    assert page.links == ([row.url] if row.url else [])


def test_nothing_that_was_written_acts() -> None:
    page = Read(cite([replace(HOSTILE, url="javascript:alert(1)", role="<b>mayor</b>")]).html)
    assert (page.links, page.tags & {"script", "b", "img"}) == ([], {"b"})
    assert "<script>alert(1)</script>" in page.words
    assert "<b>mayor</b>" in page.words


def test_several_stand_below_a_head() -> None:
    citation = cite([DECIDED, UNDECIDED], "Nadim Qassar: 2 quotes")
    assert citation.text.split("\n\n")[0] == "Nadim Qassar: 2 quotes"
    assert [part.splitlines()[2] for part in citation.text.split("\n\n")[1:]] == [
        "Verified by Mara Voss, 13 May 2026.",
        "Not verified: nobody has decided on it.",
    ]
