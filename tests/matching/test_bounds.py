"""What could match is never ruled out by its words, and most of what shares some by chance is."""

import random
from datetime import date
from itertools import combinations

import pytest

from quotereview.matching import Bound, decide
from quotereview.model import Sketch, Wording
from quotereview.wording.spelling import sounds
from quotereview.wording.words import rarity

SENTENCES = (
    "We shall not close the harbour, whatever the ministry says, before every crane was checked twice.",
    "Nobody told the crews about the strike until the ferry had sailed for Sund.",
    "We are going to win, and we are going to do it together.",
    "The budget is a disgrace.",
    "I was there when the bridge fell, and I counted forty cars in the water below us.",
)
SPEAKERS = ("Tilda Brandt", "Brandt", "Oskar Vint", None)
DAYS = (date(2026, 3, 2), date(2026, 3, 9), date(2026, 9, 1), None)
STORY = "The harbour office said that the cranes of the ferry terminal had rusted since the inspection of the quay."


def version(dice: random.Random, number: int) -> Wording:
    """Some words of a sentence, some changed, in an article that may tell the story and name somebody."""
    words = dice.choice(SENTENCES).split()
    start = dice.randrange(len(words))
    part = words[start : start + dice.randint(1, 14)] if dice.random() < 0.6 else words
    other = dice.choice(SENTENCES).split()
    said = " ".join(dice.choice(other) if dice.random() < 0.15 else word for word in part)
    around = dice.choice(("", STORY, f"{STORY} {dice.choice(SPEAKERS)} spoke.", "Oskar Vint laughed."))
    who, day = dice.choice(SPEAKERS), dice.choice(DAYS)
    return Wording(str(number), str(number), "title", None, day, said, who, None, before=around, after=around)


def sketch(wording: Wording) -> Sketch:
    """The same at a glance."""
    words = sounds(wording.words)
    return Sketch(wording.article, wording.published, wording.speaker, words, sum(map(rarity, words)))


@pytest.mark.parametrize("seed", range(5))
def test_no_match_is_ruled_out(seed: int) -> None:
    dice = random.Random(seed)
    pairs = list(combinations([version(dice, number) for number in range(45)], 2))
    matches = [pair for pair in pairs if decide(*pair).match]
    assert len(matches) > 20
    for here, there in matches:
        assert Bound(sketch(here)).shared(sketch(there))


def test_what_shares_everyday_words_by_chance_is_ruled_out() -> None:
    here, there = (
        Wording("1", name, "title", None, date(2026, 3, 2), words, name, None)
        for name, words in (
            ("Ana Ruz", "Some of the people came home late and found no light."),
            ("Ben Ode", "He spoke of the people and their bread for a whole hour without notes."),
        )
    )
    assert not Bound(sketch(here)).shared(sketch(there))
