"""Two versions of a quote, word for word."""

import pytest

from quotereview.matching.alignment import align
from quotereview.model import Edit

MARKS = {Edit.SAME: "{}", Edit.ONLY_HERE: "-{}-", Edit.ONLY_THERE: "+{}+"}


@pytest.mark.parametrize(
    ("here", "there", "shown"),
    [
        ("has been tempered like steel", "tempered like steel.", "-has been- tempered like steel"),
        ("We Need transformers,", "we need transformers", "We Need transformers"),
        (
            "a message to every engineer who left",
            "a letter to every engineer who left.",
            "a -message- +letter+ to every engineer who left",
        ),
        (
            "Nobody let go of anybody, […] we sang",
            "Nobody let go of anyone. Then we sang",
            "Nobody let go of -anybody- +anyone. Then+ we sang",
        ),
        ("one two", "three four", "-one two- +three four+"),
        ("", "three", "+three+"),
    ],
)
def test_each_stretch_is_shown_once_in_its_own_spelling(here: str, there: str, shown: str) -> None:
    assert " ".join(MARKS[aligned.edit].format(aligned.words) for aligned in align(here, there)) == shown


def test_lone_word_far_from_any_other_is_chance() -> None:
    aligned = align(
        "the station once supplied all the people of the north", "we saw nothing of a kind or hope in people"
    )
    assert Edit.SAME not in {stretch.edit for stretch in aligned}
