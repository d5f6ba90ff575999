"""The sorts of cues, passages and mentions, by their words."""

import pytest

from quotereview.evaluation import sorts
from quotereview.evaluation.sorts import CueWord, Length, MentionSort, Place
from tests.evaluation.invented import span


@pytest.mark.parametrize(
    ("text", "cue", "sort"),
    [
        ("“It holds,” he said.", "said", CueWord.SAY),
        ("He told reporters “it holds”.", "told reporters", CueWord.SAY),
        ("“It holds,” she has replied.", "has replied", CueWord.SAY),
        ("“It holds,” adding “so far”.", "adding", CueWord.SAY),
        ("“It holds,” she quipped.", "quipped", CueWord.SAY),
        ("They claim “it holds”.", "claim", CueWord.SAY),
        ("She denies “it holds”.", "denies", CueWord.SAY),
        ("He called it “a weir”.", "called", CueWord.VERB),
        ("He praised the “fine weir”.", "praised", CueWord.VERB),
        ("He waltzed past “a weir”.", "waltzed past", CueWord.VERB),
        ("His claim that it is “a weir”.", "claim", CueWord.NOUN),
        ("In a statement: “It holds”.", "In a statement", CueWord.NOUN),
        ("The keeper’s reply: “It holds”.", "reply", CueWord.NOUN),
        ("According to Lind, “it holds”.", "According to", CueWord.ACCORDING),
        ("Lind: “It holds.”", ":", CueWord.NONE),
    ],
)
def test_cues(text: str, cue: str, sort: CueWord) -> None:
    assert sorts.cue_word(text, [span(text, cue)]) is sort


def test_no_cue_has_no_word() -> None:
    assert sorts.cue_word("“It holds.”", ()) is CueWord.NONE


@pytest.mark.parametrize(
    ("text", "words", "sort"),
    [
        ("a “slow boat” plan", "slow boat", Length.WORDS),
        ("a “very slow boat” plan", "very slow boat", Length.FRAGMENT),
        ("the “North Quay Plan” of May", "North Quay Plan", Length.FRAGMENT),
        ("“The weir holds,” she said.", "The weir holds,", Length.SENTENCE),
        ("“The weir holds”, she said.", "The weir holds", Length.SENTENCE),
        ("“It holds. We looked twice.”", "It holds. We looked twice.", Length.SEVERAL),
        ("“‘Run!’ they cried. ‘Run!’”", "‘Run!’ they cried. ‘Run!’", Length.SEVERAL),
    ],
)
def test_lengths(text: str, words: str, sort: Length) -> None:
    assert sorts.length(text, span(text, words)) is sort


@pytest.mark.parametrize(
    ("text", "mention", "sort"),
    [
        ("“So,” Lind said.", "Lind", MentionSort.NAME),
        ("“So,” harbour master Tuva Lind said.", "harbour master Tuva Lind", MentionSort.NAME),
        ("“So,” said Lind, the keeper.", "Lind, the keeper", MentionSort.NAME),
        ("“So,” said Lind of the Water Board.", "Lind of the Water Board", MentionSort.NAME),
        ("“So,” the Talvo harbour master said.", "the Talvo harbour master", MentionSort.NOUN),
        ("“So,” said friends of Tuva Lind.", "friends of Tuva Lind", MentionSort.NOUN),
        ("“So,” she said.", "she", MentionSort.PRONOUN),
        ("“So,” nobody said.", "nobody", MentionSort.PRONOUN),
        ("Lind, who said “so”.", "who", MentionSort.RELATIVE),
        ("her claim of “so”", "her", MentionSort.POSSESSIVE),
        ("Lind’s claim of “so”", "Lind", MentionSort.POSSESSIVE),
        ("the Moss' claim of “so”", "the Moss'", MentionSort.POSSESSIVE),
    ],
)
def test_mentions(text: str, mention: str, sort: MentionSort) -> None:
    assert sorts.mention_sort(text, span(text, mention)) is sort


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Lind said “so”.", Place.BEFORE),
        ("“so”, said Lind.", Place.AFTER),
        ("Lind spoke.\n\n“so”", Place.ELSEWHERE),
        ("“so”\n– Lind", Place.ELSEWHERE),
    ],
)
def test_places(text: str, where: Place) -> None:
    assert sorts.place(text, span(text, "so"), span(text, "Lind")) is where
