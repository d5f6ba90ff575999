"""Verbs in another tense are told from other words."""

import pytest

from quotereview.matching.tenses import other_tense, stem


@pytest.mark.parametrize(
    ("here", "there", "other"),
    [
        ("is", "was", True),
        ("goes", "went", True),
        ("will close", "has closed", True),
        ("are going to build", "built", True),
        ("stopped", "stops", True),
        ("controlled", "controls", True),
        ("is", "are", False),
        ("closes", "close", False),
        ("closed", "opened", False),
        ("ships", "ship", False),
        ("was", "", False),
    ],
)
def test_other_tense(here: str, there: str, other: bool) -> None:
    assert other_tense(here.split(), there.split()) is other
    assert other_tense(there.split(), here.split()) is other


def test_the_forms_of_a_verb_have_one_stem() -> None:
    assert {stem(word) for word in ("try", "tries", "tried", "trying")} == {"try"}
    assert {stem(word) for word in ("speak", "spoke", "spoken", "speaking", "speaks")} == {"speak"}
