"""Weights are learnt from judged pairs, and measured on pairs that share no quote with those."""

import json
from pathlib import Path

import pytest

from quotereview.errors import NotPossible
from quotereview.matching import training
from quotereview.matching.decide import chance
from quotereview.model import JudgedPair, Label, Wording
from tests.matching.wordings import wording

SAME, REPEAT, DIFFERENT = Label.SAME, Label.REPEAT, Label.DIFFERENT


def quote(id: str, words: str = "the reef took the mast") -> Wording:
    return wording(words, quote=id, article=id)


def pair(one: str, other: str, label: Label = SAME, words: str = "the reef took the mast") -> JudgedPair:
    return JudgedPair(quote(one), quote(other, words), label, None)


def many() -> list[JudgedPair]:
    alike = [pair(f"a{n}", f"b{n}", REPEAT if n % 3 else SAME) for n in range(12)]
    return alike + [pair(f"c{n}", f"d{n}", DIFFERENT, "the mayor took a boat to town") for n in range(12)]


def test_pairs_that_share_a_quote_are_of_one_group() -> None:
    groups = training.connected([pair("a", "b"), pair("c", "d"), pair("b", "e"), pair("f", "c"), pair("g", "h")])
    assert groups == [0, 1, 0, 1, 2]


def test_what_was_learnt_tells_matches_from_others() -> None:
    taught = training.lessons(many())
    weights = training.train(taught)
    assert all((chance(weights.match, one.evidence) >= weights.enough) is one.match for one in taught)
    assert {training.f1(taught, turn) for turn in range(2)} == {1.0}


def test_held_out_pairs_are_judged_by_others_alone() -> None:
    lone = [pair(f"{n}", f"{n}'", DIFFERENT if n else SAME, "no mast, no reef, no boat") for n in range(9)]
    likely = [likely for likely, _ in training.held_out(training.lessons([*many(), *lone]))]
    assert len(likely) == 24 + 9
    seen = training.train(training.lessons([*many(), *lone]))
    assert likely[24] < chance(seen.match, training.lessons([lone[0]])[0].evidence)


def test_one_kind_of_pairs_teaches_nothing() -> None:
    with pytest.raises(NotPossible):
        training.train(training.lessons([pair("a", "b")]))


def test_different_quotes_without_a_word_in_common_do_not_count() -> None:
    far = [pair(f"x{n}", f"y{n}", DIFFERENT, "seven anchors") for n in range(50)]
    assert training.train(training.lessons([*many(), *far])) == training.train(training.lessons(many()))


def test_weights_are_written_as_they_are_read(tmp_path: Path) -> None:
    weights = training.train(training.lessons(many()))
    file = training.write(weights, 24, tmp_path / "new")
    held = json.loads(file.read_text(encoding="utf-8"))
    assert (held["pairs"], held["match"], held["enough"]) == (24, weights.match, weights.enough)
