"""What marked words are, with and without a voice found for them."""

import pytest

from quotereview.detection import kinds, marks, zones
from quotereview.detection.kinds import Judgement
from quotereview.detection.parts import Marked
from quotereview.model import Kind, Span, Zone

SOMEBODY = Span(0, 1)
HEADLINE = Marked(Span(8, 13), Span(7, 14))


def judged(text: str, *, voiced: bool, zone: Zone = Zone.BODY) -> Judgement:
    mark = marks.find(text)[0][-1]
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
        ("Rook lost his buttons. He says, “Never mind.”", Kind.SPEECH),
        ("He answered the chant “Open the gates!” with a wave.", Kind.SPEECH),
        ("Rook told NBC’s “Breakfast” that he would go.", Kind.TITLE),
        ("Rook told NBC’s “own lawyers” that he would go.", Kind.SPEECH),
        ("They stage a new play called “Leaky.”", Kind.TITLE),
        ("The song, titled “Row!”, sold well.", Kind.TITLE),
        ("What the mayor called “Leaky” stood.", Kind.SPEECH),
        ("It answered Rook’s “Ossmere First” rallying cry.", Kind.OTHER_WORDS),
        ("Rook repeated the “row and bail on” slogan all day.", Kind.OTHER_WORDS),
        ("Rook called it a “hollow” slogan.", Kind.SPEECH),
        ("Rook ran under the slogan of “Dry feet for all”.", Kind.OTHER_WORDS),
        ("“Row and bail,” the town’s old motto, was Rook’s answer.", Kind.OTHER_WORDS),
        ("“Not one inch” became their battle cry, Rook said.", Kind.OTHER_WORDS),
        ("Rook used “Not one inch” as a catchphrase.", Kind.OTHER_WORDS),
        ("“It holds,” the slogan’s author said.", Kind.SPEECH),
        ("“It holds,” the slogan writer said.", Kind.SPEECH),
        ("Rook wore a “Bail Or Swim” hat.", Kind.OTHER_WORDS),
        ("Rook waved at people with “Bail or swim!” campaign signs.", Kind.OTHER_WORDS),
        ("Rook spoke of a “good” sign.", Kind.SPEECH),
        ("Rook told the paper, “We sank.” T-shirts were sold at once.", Kind.SPEECH),
        ("Rook pointed to shirts printed with “Bail”.", Kind.OTHER_WORDS),
        ("The crowd shouted the slogan “Open the gates!”", Kind.SPEECH),
        ("Rook laughed at the “King of Mud” nickname.", Kind.OTHER_WORDS),
        ("Rook avoids the loaded term “flood”.", Kind.OTHER_WORDS),
        ("The mayor’s words, “Never again,” were heard.", Kind.SPEECH),
        ("Rook said the word “flood” aloud.", Kind.SPEECH),
        ("Rook never said the word “flood”.", Kind.OTHER_WORDS),
        ("Rook looked for words such as “flood”, “wall” or “leak”.", Kind.OTHER_WORDS),
        ("Rook called them names such as “thieves”.", Kind.SPEECH),
        ("Sailors call such winds “widow makers”.", Kind.OTHER_WORDS),
        ("Rook sings in plays such as “Low Water” and “Salt And Rope”.", Kind.TITLE),
        ("Rook said so in her memoir, “Salt And Rope.”", Kind.TITLE),
        ("Rook laughed at the “Dry Feet” campaign.", Kind.OTHER_WORDS),
        ("Rook said it was “a miracle.” The campaign laughed.", Kind.SPEECH),
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
        ("MUSEUMS — “Low water shows an old hull,” by the Courier’s Ada Lind.", Kind.TITLE),
        ("The plan was “all but dead,” by Monday.", Kind.SPEECH),
    ],
)
def test_words_without_a_voice(text: str, kind: Kind) -> None:
    assert judged(text, voiced=False).kind is kind


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Rook: Grain Levy Is A ‘Clear Mistake’ For Ossmere", Kind.SPEECH),
        ("Mayor Tells Rook He ‘Lost’ Ossmere Vote", Kind.SPEECH),
        ("Rook’s new play ‘Low Water’ opens", Kind.TITLE),
        ("Jon ‘Shorty’ Pell bails all night", Kind.OTHER_WORDS),
    ],
)
def test_capitals_tell_nothing_in_a_headline_full_of_them(headline: str, kind: Kind) -> None:
    assert judged(headline, voiced=False, zone=Zone.HEADLINE).kind is kind


def test_a_title_is_one_wherever_the_article_prints_it() -> None:
    text = "In her memoir, “Salt And Rope,” Rook is kind. She points to “Salt And Rope”."
    assert judged(text, voiced=True).kind is Kind.TITLE
    assert judged(text, voiced=True).settled
    assert not judged(text.replace("her memoir, ", "her words, "), voiced=True).settled
    headline = kinds.judge("Rook’s ‘Leaky’ Opens Old Wounds\n\nHer film, “Leaky,” is kind.", HEADLINE, Zone.HEADLINE)
    assert headline.kind is Kind.TITLE


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
