"""How the words of two versions relate."""

import pytest

from quotereview.matching.relation import relate
from quotereview.model import Relation


@pytest.mark.parametrize(
    ("here", "there", "relation"),
    [
        ("Those people are welcome home,", "Those people are welcome home.", Relation.EQUAL),
        ("tempered like steel", "has been tempered like steel,", Relation.FRAGMENT),
        ("has been tempered like steel,", "tempered like steel", Relation.FRAGMENT),
        ("We need cables and people who can join them", "people who can join them. They are welcome", Relation.OVERLAP),
        ("a message to every engineer who left", "a letter to every engineer who left", Relation.EDITED),
        ("We do not need speeches about our future", "We have no need of speeches about our future", Relation.EDITED),
        ("thirty colours on the kerb", "30 colors on the curb", Relation.EQUAL),
        ("We're going home", "We are going home", Relation.EDITED),
        ("Nobody let go of anybody", "Nobody let go of anyone", Relation.EDITED),
    ],
)
def test_relation(here: str, there: str, relation: Relation) -> None:
    assert relate(here, there) is relate(there, here) is relation
