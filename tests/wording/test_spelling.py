"""Words as they would be spoken."""

import pytest

from quotereview.wording.spelling import sounds, spelled, spoken


def heard(text: str) -> str:
    return " ".join(word.folded for word in spoken(text))


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("The colour of the theatre", "the color of the theater"),
        ("We apologise and analysed", "we apologize and analyzed"),
        ("neighbourhoods", "neighborhoods"),
        ("They won’t co-operate", "they will not cooperate"),
        ("We're, they've, I'm, you'll", "we are they have I am you will"),
        ("It cannot be", "It can't be"),
        ("I shouldn't've", "I should not have"),
        ("the 1st e-mail", "the first email"),
    ],
)
def test_two_spellings_sound_alike(here: str, there: str) -> None:
    assert heard(here) == heard(there)


@pytest.mark.parametrize(
    ("here", "there"),
    [("four hours", "for hours"), ("filling", "filing"), ("its end", "it's end"), ("advise", "advice")],
)
def test_other_words_do_not(here: str, there: str) -> None:
    assert heard(here) != heard(there)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("thirty thousand", "30000"),
        ("30,000", "30000"),
        ("30k people", "30000 people"),
        ("two hundred and six", "206"),
        ("a hundred and one men", "101 men"),
        ("one million, two hundred thousand", "1200000"),
        ("3.5 million, 1 2", "3500000 one 2"),
        ("$5m", "5000000 dollar"),
        ("five million dollars", "5000000 dollar"),
        ("30% or thirty per cent", "30 percent or 30 percent"),
        ("one of two at 10:30", "one of 2 at 10:30"),
        ("twenty one-eyed men", "21 eyed men"),
        ("a lot", "a lot"),
        ("and", "and"),
        ("hundreds of thousands", "hundreds of thousands"),
    ],
)
def test_numbers_are_figures(text: str, said: str) -> None:
    assert heard(text) == said


def test_each_word_tells_where_it_stands() -> None:
    text = "We’ve got thirty-two £1bn"
    assert [text[word.start : word.end] for word in spelled(text)] == ["We’ve", "got", "thirty-two", "1bn", "£"]
    assert [word.start for word in spoken(text)][:2] == [0, 0]


def test_what_is_weighed_knows_no_article_and_no_century() -> None:
    assert sounds("a flood in 1947") == sounds("the flood in ’47")
