"""Slogans and what things bear, by the noun before or behind them."""

import pytest

from quotereview.detection import slogans


@pytest.mark.parametrize(
    ("before", "words", "after", "noun"),
    [
        ("A banner reading ", "No toll", " hung there.", "banner"),
        ("The slogan went: ", "Row and bail", ".", "slogan"),
        ("He wore a sweatshirt with the town’s logo — ", "Row and bail.", "", "logo"),
        ("They carried ", "Bail Or Swim", " yard signs.", "signs"),
        ("They carried ", "Bail or swim!", " signs.", "signs"),
        ("On came the ", "drain it all", " mantra again.", "mantra"),
        ("", "Row and bail", " has become a slogan of the port.", "slogan"),
        ("Their rallying cry is ", "Row and bail", ".", "rallying cry"),
        ("He had ", "Row and bail", " as his motto.", "motto"),
        ("The ", "Old Leaky", " moniker stuck.", "moniker"),
    ],
)
def test_the_noun_tells(before: str, words: str, after: str, noun: str) -> None:
    assert slogans.borne(words, before, after) == noun


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("It is a sign of ", "decay", " in the port."),
        ("He spoke under the sign. He said ", "never", "."),
        ("He called it a ", "sad", " slogan."),
        ("She said it was ", "an early", " sign."),
        ("He said ", "It holds", " wearing a hat."),
        ("He told her, ", "It holds.", " Signs went up."),
        ("", "It holds,", " the motto’s author said."),
        ("The hall chanted the slogan ", "Open the gates!", ""),
        ("They shouted ", "Open the gates", " slogans."),
    ],
)
def test_what_is_said_or_shouted_is_none(before: str, words: str, after: str) -> None:
    assert slogans.borne(words, before, after) is None
