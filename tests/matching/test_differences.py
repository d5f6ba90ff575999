"""Each difference is told once, with the words of both versions."""

import pytest

from quotereview.matching.differences import differences
from quotereview.model import Deviation, Difference


def told(here: str, there: str) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.here, one.there) for one in differences(here, there)]


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        ("The ferry is late.", "The ferry is late.", []),
        ("The ferry is late", "No bread left", []),
        ("", "", []),
        ("We will not sail", "We will sail", [("negation", "not", "")]),
        ("She has no map", "She does not have a map", [("words", "has no", "does not have a")]),
        ("No one lost a day", "Nobody lost a day", [("words", "No one", "Nobody")]),
        ("No one lost a day", "Everyone lost a day", [("negation", "No one", "Everyone")]),
        ("the sea took the mill", "the sea took the barn", [("words", "mill", "barn")]),
        ("We sail at dawn", "We sail [from Norrvik] at dawn", [("insertion", "", "from Norrvik")]),
        ("He sold it … and left", "He sold it cheaply and left", [("ellipsis", "", "cheaply")]),
        ("… and left at noon", "He sold it and left at noon", [("trimmed with a mark", "", "He sold it")]),
        ("left at noon", "He sold it and left at noon", [("trimmed", "", "He sold it and")]),
        ("it sank", "We do not say it sank", [("negation", "", "We do not say"), ("trimmed", "", "We do not say")]),
        ("it sank", "I did not see it. Then it sank", [("trimmed", "", "I did not see it. Then")]),
        ("I'm sure it is here", "I am sure it is here", [("contraction", "I'm", "I am")]),
        ("We close in May", "We close in June", [("date", "May", "June")]),
        ("We close in May again", "We close again", [("date", "in May", "")]),
        ("We may close again", "We close again", [("hedge", "may", "")]),
        ("May we close it", "Can we close it", [("hedge", "May", "Can")]),
        ("it sank", "it sank. We did not see it", [("trimmed", "", "We did not see it")]),
        ("it sank", "it sank, I think. We saw it", [("hedge", "", "I think"), ("trimmed", "", "I think. We saw it")]),
        ("I know it sank", "I know whether or not it sank", [("insertion", "", "whether or not")]),
        ("a grey mill", "a gray mill", [("spelling", "grey", "gray")]),
        ("the mill, in Norrvik", "the mill in Norrvik", [("punctuation", "mill, in", "mill in")]),
    ],
)
def test_differences(here: str, there: str, found: list[tuple[str, str, str]]) -> None:
    assert told(here, there) == found


def test_words_cut_where_the_same_word_stands_on_both_sides() -> None:
    found = differences("I know the town … and its ships", "I know the town and hate its mayor and its ships")
    assert found[0].kind is Deviation.ELLIPSIS


def test_both_sides_change_places() -> None:
    assert differences("five ships", "six ships") == (Difference(Deviation.NUMBER, "five", "six"),)
    assert differences("six ships", "five ships") == (Difference(Deviation.NUMBER, "six", "five"),)
