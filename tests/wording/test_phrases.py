"""By which of its words a passage is found again."""

import pytest

from quotereview.wording.phrases import MOST, phrases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("Harbour", (("Harbour",),)),
        ("open door", (("open door",),)),
        ("that bridge is closed", (("bridge", "closed"), ("that bridge is",))),
        ("that is it and it was", (("that is it",), ("is it and",), ("it and it",), ("and it was",))),
        ("旧港口", (("旧港",), ("港口",))),
    ],
)
def test_a_text_is_found_by_its_telling_words(text: str, expected: tuple[tuple[str, ...], ...]) -> None:
    assert sorted(phrases(text)) == sorted(expected)


def test_a_name_that_no_list_knows_is_looked_for_alone() -> None:
    assert ("Zxvorvik",) in phrases("they closed the harbour of Zxvorvik to all boats")


def test_in_a_language_of_which_no_word_is_known_none_is_looked_for_alone() -> None:
    assert all(len(phrase) == 2 for phrase in phrases("الميناء القديم لن يغلق أبوابه أمام السفن"))


def test_of_a_long_text_the_most_telling_phrases_are_looked_for() -> None:
    told = phrases(" ".join(f"word{number} of the harbour" for number in range(100)))
    assert len(told) == MOST and all(len(phrase) == 2 for phrase in told)
