"""By what a text is found among many."""

import pytest

from quotereview.wording.grams import grams

SAID = "We will not close the harbour for thirty days in October, whatever the ministry in Lofthavn says"
KEPT = {
    "tempered like steel": [-1751854932, 723971270, 1640479664],
    "and so will we": [571929352, 1774239964],
    "Lofthavn": [-348620807],
    "": [],
}
"""What stores hold of these texts: where this changes, their tables need a new form."""


@pytest.mark.parametrize(
    "printed",
    [
        SAID.upper(),
        SAID.replace("harbour", "harbor"),
        SAID.replace("will not", "won't"),
        SAID.replace("thirty", "30"),
        f"“{SAID.replace(', whatever', ' – whatever')}.”",
    ],
)
def test_spelling_and_marks_make_no_difference(printed: str) -> None:
    assert grams(printed) == grams(SAID)


@pytest.mark.parametrize(
    "fragment", ["thirty days", "close the harbor", "We will not", "the ministry in Lofthavn", "Lofthavn"]
)
def test_a_fragment_is_found_by_groups_that_the_whole_has(fragment: str) -> None:
    assert grams(fragment).keys() & grams(SAID).keys()


def test_two_telling_words_are_known_by_their_number() -> None:
    assert [number for number in grams("tempered like the steel") if number >= 0]
    assert not [number for number in grams("of the and to that is") if number >= 0]


def test_rarer_words_say_more() -> None:
    [usual] = grams("the people said").values()
    assert max(grams("tempered steel").values()) > usual


@pytest.mark.parametrize(("text", "kept"), KEPT.items())
def test_what_a_store_holds_is_found_by_the_next_version(text: str, kept: list[int]) -> None:
    assert sorted(grams(text)) == kept
