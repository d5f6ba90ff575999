"""One utterance is told from one that was said again, and from like words."""

from datetime import date

import pytest

from quotereview.matching.decide import decide
from quotereview.matching.evidence import one_story, shared, weigh
from quotereview.model import Label, Wording
from quotereview.wording.spelling import sounds
from tests.matching.wordings import STEEL, wording

STORM = (
    "The storm tore the roofs off the cannery and flooded the quay, and rescuers in dinghies searched the warehouses "
    "for survivors until the generators failed. Divers recovered two lanterns from the wreck of the trawler beside the "
    "jetty. "
)


def told(text: str, before: str = "", speaker: str | None = None, published: date | None = None) -> Wording:
    article = before[:5] or text[:5]
    return Wording(text + before, article, article, None, published, text, speaker, None, before, "")


@pytest.mark.parametrize("words", ["at the end of the day", "a lot of people", "thank you very much", "we will"])
def test_a_stock_phrase_in_one_mouth_is_no_match(words: str) -> None:
    longer = wording(f"And so, {words}, nobody sailed to the island", article="a2", published=date(2026, 9, 1))
    assert decide(wording(words), longer).label is Label.DIFFERENT


def test_nothing_but_words_is_enough_where_they_say_enough() -> None:
    assert decide(told(STEEL), told(f"{STEEL}, he wrote")).match
    assert not decide(told("the bond of steel"), told("the bond of our ports is of steel")).match


def test_a_speaker_whom_the_other_article_does_not_credit_is_looked_for_beside_the_words() -> None:
    here = told("not a born sailor", speaker="Runa Holt", published=date(2026, 1, 1))
    unnamed = told("I am not a born sailor, in case you wondered", published=date(2026, 1, 3))
    beside = told(unnamed.words, "Holt laughed. ", published=date(2026, 1, 3))
    assert decide(here, beside).score > decide(here, unnamed).score


def test_articles_of_one_story_are_told_by_the_words_around() -> None:
    here, there = told("We sail", STORM), told("We sail again", f"A witness told us of it. {STORM}")
    assert one_story(here, there) > 0.8
    assert one_story(here, told("We sail again", "Runa Holt and Anton Desh met in Norrvik on Friday.")) == 0.0


def test_the_same_words_within_days_were_said_once() -> None:
    here = wording("The dam will hold for as long as I live here", published=date(2025, 1, 1))
    assert decide(here, wording(here.words, article="a3", published=date(2025, 1, 2))).label is Label.SAME


def test_a_slogan_months_later_was_said_again() -> None:
    here = wording("Let the harbour breathe again", published=date(2025, 1, 1))
    words = "I said it in spring and I say it now, to all of you on this quay: we let the harbour breathe again"
    assert decide(here, wording(words, article="a2", published=date(2026, 6, 1))).label is Label.REPEAT


def test_evidence_is_the_same_from_either_side() -> None:
    here, there = wording("cables, and men who join cables"), wording("the men who join them join cables", article="a2")
    ways = (shared(*map(sounds, pair)) for pair in ((here.words, there.words), (there.words, here.words)))
    assert weigh(here, there, next(ways)) == weigh(there, here, next(ways))
