"""What others did, as the line at the foot says it."""

import pytest

from quotereview.model import NewAct
from quotereview.review.change import ChangeKind
from quotereview.ui.news import ruler, told


def act(editor: str, *quotes: str, kind: str = ChangeKind.RULINGS, articles: int = 1, names: int = 0) -> NewAct:
    touched = tuple(f"a{number}" for number in range(articles))
    return NewAct(1, "1", kind, "did", editor, quotes, touched, tuple(f"n{number}" for number in range(names)))


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        ([act("Ben Ode", "q2")], "Ben Ode ruled on 1 quote"),
        ([act("Ben Ode", "q2"), act("Ben Ode", "q2", "q3")], "Ben Ode ruled on 2 quotes"),
        ([act("Ben Ode", "q1")], "Ben Ode ruled on this quote"),
        ([act("Ben Ode", "q1", "q2")], "Ben Ode ruled on 2 quotes, this one among them"),
        ([act("Ben Ode", "q2"), act("Cleo Ma", "q3")], "Ben Ode ruled on 1 quote · Cleo Ma ruled on 1 quote"),
        ([act("Ana Ruz", "q2")], "Ana Ruz, elsewhere, ruled on 1 quote"),
        ([act("Ben Ode", kind=ChangeKind.ARTICLES, articles=2)], "Ben Ode added or changed 2 articles"),
        (
            [act("Ben Ode", "q2"), act("Ben Ode", kind=ChangeKind.PEOPLE, articles=0, names=2)],
            "Ben Ode ruled on 1 quote and changed who has 2 names",
        ),
        ([act("Ben Ode", kind="what a later version does", articles=0)], ""),
    ],
)
def test_who_did_what(acts: list[NewAct], words: str) -> None:
    assert told(acts, "q1", "Ana Ruz") == words


@pytest.mark.parametrize(
    ("acts", "who"),
    [
        ([act("Ben Ode", "q1"), act("Cleo Ma", "q1", "q2"), act("Dan Orr", "q2")], "Cleo Ma"),
        ([act("Ana Ruz", "q1", kind=ChangeKind.QUOTES)], "Ana Ruz, elsewhere,"),
        ([act("Ben Ode", "q2"), act("Ben Ode", "q1", kind=ChangeKind.DETAILS)], ""),
    ],
)
def test_who_ruled_last_on_a_quote(acts: list[NewAct], who: str) -> None:
    assert ruler(acts, "q1", "Ana Ruz") == who
