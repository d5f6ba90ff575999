"""What marked words are, with and without a voice found for them."""

import pytest

from quotereview.detection import kinds, marks, zones
from quotereview.detection.kinds import Judgement
from quotereview.model import Kind, Span, Zone

SOMEBODY = Span(0, 1)


def judged(text: str, *, voiced: bool, zone: Zone = Zone.BODY) -> Judgement:
    mark = marks.find(text)[0][0]
    voice = SOMEBODY if voiced else None
    return kinds.judge(text, mark, zone, voice, voice)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rook called the mole “safe enough” for lorries.", Kind.SPEECH),
        ("The mayor said “Never Again” and left.", Kind.SPEECH),
        ("Her words: “Never again.”", Kind.SPEECH),
        ("He asked for “the Ossmere plan” at once.", Kind.SPEECH),
        ("In her memoir, “Salt And Rope,” she wrote of it.", Kind.TITLE),
        ("“Dawn Patrol” host Rudi Bell laughed.", Kind.TITLE),
        ("Bell said on ONT’s “Breakfast At Sea.”", Kind.TITLE),
        ("He told “Morning Tide” that he would go.", Kind.TITLE),
        ("The album, ‘Low Water’, sold well.", Kind.TITLE),
        ("他读了《红楼梦》。", Kind.TITLE),
        ("她说：“水坝不会再漏水了。”", Kind.SPEECH),
        ("A banner reading “No Toll” hung there.", Kind.OTHER_WORDS),
        ("She wore a hat that said “Ossmere First”.", Kind.OTHER_WORDS),
        ("The town's motto, “Row and Bail,” is old.", Kind.OTHER_WORDS),
        ("She sings: “I waited for the tide.”", Kind.OTHER_WORDS),
        ("He never used the word “flood”.", Kind.OTHER_WORDS),
        ("Locals nicknamed the wall “Old Leaky” long ago.", Kind.OTHER_WORDS),
        ("Jon “Shorty” Pell bailed all night.", Kind.OTHER_WORDS),
        ("Sailors call such winds “widow makers”.", Kind.OTHER_WORDS),
        ("A clerk known as “The Anchor” kept the books.", Kind.OTHER_WORDS),
        ("As the “Dry Feet” campaign grew, he smiled.", Kind.OTHER_WORDS),
        ("Nobody here says “storm”; it is bad luck.", Kind.OTHER_WORDS),
        ("Rook denied ever saying “leaky” to anybody.", Kind.OTHER_WORDS),
        ("Rook has not called the mole “leaky” once.", Kind.OTHER_WORDS),
        ("Rook denied it and said “never”.", Kind.SPEECH),
        ("Neighbours may ask, “Why here?” before long.", Kind.OTHER_WORDS),
        ("If Rook came back, he would say “too late”.", Kind.OTHER_WORDS),
        ("Rook said he would say “no” again.", Kind.SPEECH),
        ("The town's motto is “Row and bail”.", Kind.OTHER_WORDS),
        ("The ferry “Dry Feet” sank.", Kind.OTHER_WORDS),
        ("ROOK: We go. “(Laughter.)”", Kind.OTHER_WORDS),
        ("The so-called “grey list” grew.", Kind.SCARE),
    ],
)
def test_words_with_a_voice(text: str, kind: Kind) -> None:
    assert judged(text, voiced=True).kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will rebuild the mole before the winter.”", Kind.SPEECH),
        ("The night brought “more water than the wall was ever built to hold”.", Kind.SPEECH),
        ("The hall froze. “Silence!” It rained.", Kind.SPEECH),
        ("Both earlier “pauses” failed within a day.", Kind.SCARE),
        ("Both captains were silent on the “incident”.", Kind.SCARE),
        ("They belong to the “all-weather” friends of the port.", Kind.SCARE),
        ("The port is part of the “north gate” project.", Kind.OTHER_WORDS),
    ],
)
def test_words_without_a_voice(text: str, kind: Kind) -> None:
    assert judged(text, voiced=False).kind is kind


def test_a_headline_needs_no_voice() -> None:
    assert judged("Ossmere seals ‘lasting’ pact with port", voiced=False, zone=Zone.HEADLINE).kind is Kind.SPEECH


def test_a_correction_says_what_was_not_said() -> None:
    text = "Correction: An earlier version quoted Ms Rook as saying “damp”; she said dry."
    assert zones.find(text)[0].zone is Zone.CORRECTION
    assert judged(text, voiced=True, zone=Zone.CORRECTION).kind is Kind.OTHER_WORDS


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("“It holds,” said Rook.", False),
        ("Rook said: “It holds.”", False),
        ("Rook said that “It holds and will hold”.", True),
        ("Rook called it “safe enough”.", True),
        ("He spoke of “Ossmere pride” again.", True),
        ("‘It holds’: how the mole was built", False),
    ],
)
def test_fragments_are_partial(text: str, partial: bool) -> None:
    assert judged(text, voiced=True).partial is partial


def test_every_judgement_gives_a_reason() -> None:
    assert judged("The so-called “grey list” grew.", voiced=False).reason == "so-called"
    assert judged("“It holds,” said Rook.", voiced=True).reason
