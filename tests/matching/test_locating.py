"""Where a quote stands in a longer text, and how its words differ there."""

import pytest

from quotereview.matching import locate
from quotereview.model import Edit

SPEECH = (
    "MAYOR: Good morning. We were told the bridge was closed. I have to say this today:\n"
    "the bridge is safe, and we have tested it twice. Thank you.\n\n"
    "Q: And the ferry? MAYOR: The ferry is another matter, the bridge is what I speak of.\n"
)


@pytest.mark.parametrize(
    ("quote", "stretch"),
    [
        ("The bridge is safe, and we have tested it twice.", "the bridge is safe, and we have tested it twice"),
        ("the bridge is safe, and we tested it twice", "the bridge is safe, and we have tested it twice"),
        ("The ferry is another matter", "The ferry is another matter"),
    ],
)
def test_the_likeliest_stretch_is_found(quote: str, stretch: str) -> None:
    found = locate(quote, SPEECH)
    assert found is not None and found.place.of(SPEECH) == stretch


def test_what_differs_and_what_stands_around_is_told() -> None:
    found = locate("The bridge is safe, and we tested it three times.", SPEECH)
    assert found is not None and not found.word_for_word
    assert [part.words for part in found.alignment if part.edit is Edit.ONLY_THERE] == ["have"]
    assert [part.words for part in found.alignment if part.edit is Edit.ONLY_HERE] == ["it three times"]
    assert found.before == "I have to say this today:\n" and found.after.startswith(" it twice. Thank you.")


def test_the_same_words_are_word_for_word() -> None:
    found = locate("“WE have tested it twice!”", SPEECH)
    assert found is not None and found.word_for_word


@pytest.mark.parametrize("quote", ["Ask the gulls about all of this", "", "…"])
def test_words_that_are_not_there_are_not_found(quote: str) -> None:
    assert locate(quote, SPEECH) is None


def test_a_text_without_words_holds_nothing() -> None:
    assert locate("The bridge is safe", "…") is None


def test_characters_that_are_not_parted_are_found() -> None:
    found = locate("桥梁是安全的", "市长说：我们测试了两次。桥梁是很安全的，谢谢。")
    assert found is not None and found.place.of("市长说：我们测试了两次。桥梁是很安全的，谢谢。") == "桥梁是很安全的"
