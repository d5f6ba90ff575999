"""How sure a source is, and why, by the evidence that led to it: each sort by an invented text."""

from collections.abc import Callable

import pytest

from quotereview.detection.grounds import RIGHT, How, share
from quotereview.detection.pointing import pointers
from quotereview.model import Pointer, Quote, Span

Quotes = Callable[[str], tuple[Quote, ...]]
ROOK = "Velm rebuilds\n\nIda Rook, the mayor of Velm, met the farmers on Monday.\n\n"
PAPER = "“We stay,” Rook said, the newspaper Kvelden reported. According to the paper, Rook said: “We eat.”"


@pytest.mark.parametrize(
    ("text", "how", "reason"),
    [
        ("“We stay,” Rook said, according to SANA.", How.MEDIUM, "“SANA”, named after the quote, passed the words on"),
        (
            "In a statement, Rook said: “We stay.”",
            How.FORM,
            "“a statement”, named before the quote, is what the words were issued in",
        ),
        (
            "“We stay,” Rook said on Radio Velm.\n\n“We eat,” she said.",
            How.HELD_ON,
            "Carried on from “Radio Velm” one paragraph above, for the same speaker goes on",
        ),
        (
            "Rook fired back at a press conference.\n“We stay,” Rook said.",
            How.ANNOUNCED,
            "“a press conference” one paragraph above is where the words were spoken, and the quote follows",
        ),
        (
            "“We stay,” Rook said. The remarks were published by the Velm Courier.",
            How.BACK,
            "“Velm Courier” in a later sentence passed the words on",
        ),
        (
            PAPER,
            How.REFERENCE,
            "“the paper” is taken for “Kvelden”, which passed the words on",
        ),
        (
            "“We stay,” Rook told reporters.",
            How.STRAIGHT,
            "The words were spoken on another occasion than those before, with no carrier named",
        ),
        (
            "“We stay,” the Norvia agency said.",
            How.HINTED,
            "“Norvia” may have passed the words on, but is no carrier that is known",
        ),
        (
            "“We stay,” Rook said, according to the agency.",
            How.HINTED,
            "“the agency” may have passed the words on, but is no carrier that is known",
        ),
        ("“We stay,” Rook said.", How.NOWHERE, "The article names nothing that could have carried the words"),
    ],
)
def test_a_source_or_none_has_a_confidence_and_a_reason(quotes: Quotes, text: str, how: How, reason: str) -> None:
    last = quotes(ROOK + text)[-1]
    assert (last.source_reason, last.source_confidence) == (reason, share(how))


def test_the_reason_points_to_the_carrier_and_to_what_it_stands_for(quotes: Quotes) -> None:
    text = ROOK + PAPER
    last = quotes(text)[-1]
    assert [(at.words.of(last.source_reason), at.place.of(text)) for at in last.source_pointers] == [
        ("the paper", "the paper"),
        ("Kvelden", "Kvelden"),
    ]


def test_words_that_nobody_said_have_no_confidence_of_a_source(quotes: Quotes) -> None:
    [title] = quotes("The choir sang “The Weir of Velm” on Monday night.")
    assert (title.source_confidence, title.source_reason) == (None, "")


def test_every_sort_of_evidence_was_counted_and_few_cases_prove_little() -> None:
    assert set(RIGHT) == set(How)
    assert all(0.5 < share(how) < 1 for how in How)
    assert share(How.BACK) < share(How.REFERENCE) < share(How.MEDIUM)


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ([("“said”", Span(9, 13)), ("“he”", Span(1, 3))], [("said", Span(9, 13)), ("he", Span(1, 3))]),
        ([("“he”", Span(1, 3)), ("Ida Rook", Span(20, 28))], [("he", Span(1, 3)), ("Ida Rook", Span(20, 28))]),
        ([("“she”", Span(1, 4)), ("“he”", None), ("“”", Span(2, 3))], []),
    ],
)
def test_pointers_are_to_words_that_a_reason_holds(
    named: list[tuple[str, Span | None]], found: list[tuple[str, Span]]
) -> None:
    reason = "“said” by “he” beside the quote; taken for Ida Rook"
    expected = [Pointer(Span(at, at + len(words)), place) for words, place in found for at in [reason.index(words)]]
    assert list(pointers(reason, named)) == expected


def test_a_speakers_reason_points_to_the_cue_the_pronoun_and_the_name(quotes: Quotes) -> None:
    text = f"{ROOK}The farmers cheered when Ida Rook arrived. “We stay,” she said."
    [quote] = quotes(text)
    told = [(at.words.of(quote.reason), at.place) for at in quote.pointers]
    assert ("she", quote.speaker and quote.speaker.mention) in told
    assert ("said", quote.cue) in told
    assert [text[: place.start].count("Ida Rook") for words, place in told if words == "Ida Rook"] == [1]


def test_pointers_are_into_the_text_as_it_was_before_repair(quotes: Quotes) -> None:
    text = "Farm\u00aders met I\u00adda Rook, the mayor. &quot;We stay,&quot; Ida Rook said, Radio Velm re\u00adported."
    [quote] = quotes(text)
    assert [at.place.of(text) for at in quote.source_pointers] == ["Radio Velm"]
    assert [at.place.of(text) for at in quote.pointers] == ["said", "Ida Rook"]
