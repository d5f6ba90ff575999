"""Two quotes side by side."""

from datetime import date

import pytest

from quotereview.matching import compare, labelled
from quotereview.model import Conflict, Label, Relation
from tests.matching.wordings import STEEL, told, wording


def matched(here: str, there: str, **there_is: str | date | None) -> bool:
    other = wording(there, article="a2", **there_is)  # type: ignore[arg-type]
    return compare(wording(here), other).label is not Label.DIFFERENT


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (STEEL, STEEL),
        ("lasting light", "lasting light."),
        ("a new level", "a “new level”"),
        (STEEL, "tempered like steel"),
        ("a message to every engineer who left", "a letter to every engineer who left"),
        ("We do not need speeches about our future.", "We have no need of speeches about our future"),
        ("bring the lanterns to their boats", "bring your lanterns to your boats"),
        ("We are deeply sorry for what you went through", "We are so deeply sorry for what all of you went through"),
    ],
)
def test_versions_of_one_utterance_match(here: str, there: str) -> None:
    assert matched(here, there)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("at the end of the day", "It was a long day, and at the end of the day we went home"),
        ("we will", "we will see"),
        ("a lot going on", "There is a lot going on in this town"),
        (STEEL, "The station once supplied two million people in the north of the country"),
        ("", ""),
        ("!", "?"),
    ],
)
def test_stock_words_and_chance_do_not(here: str, there: str) -> None:
    assert not matched(here, there, published=None)


def test_short_words_of_another_speaker_do_not() -> None:
    assert not matched("a new level", "a new level", speaker="Rula Sabbagh", published=None)
    assert not matched("lasting light", "We want to bring lasting light to every home", speaker="Rula Sabbagh")


def test_longer_words_of_another_speaker_do_and_the_conflict_is_named() -> None:
    here = wording("We heard the rock before we saw it", speaker="Rory Tulloch")
    there = wording("We heard the rock before we saw it,", article="a2", speaker="Kirsty Tulloch")
    match = compare(here, there)
    assert match.label is not Label.DIFFERENT
    assert match.relation is Relation.EQUAL
    assert match.conflicts == (Conflict("speaker", "Rory Tulloch", "Kirsty Tulloch"),)


@pytest.mark.parametrize(
    ("here", "there", "fields"),
    [
        (("Shen Weilong", "a CCTV readout"), ("Shen", "CCTV"), []),
        (("Shen Weilong", "CCTV"), ("Shen Weilong", None), ["source"]),
        (("Shen Weilong", "CCTV"), ("Shen Weilong", "Xinhua"), ["source"]),
        (("Shen Weilong", None), (None, None), ["speaker"]),
        ((None, None), (None, None), []),
        (("the official", None), ("Shen Weilong", "Xinhua"), ["speaker", "source"]),
    ],
)
def test_conflicts(
    here: tuple[str | None, str | None], there: tuple[str | None, str | None], fields: list[str]
) -> None:
    match = compare(
        wording(STEEL, speaker=here[0], source=here[1]),
        wording(STEEL, article="a2", speaker=there[0], source=there[1]),
    )
    assert [conflict.field for conflict in match.conflicts] == fields


def test_reason_says_what_is_shared() -> None:
    near = compare(wording("tempered like steel"), wording(STEEL, article="a2"))
    assert near.reason == "all 3 words of one stand in the other, the same speaker, within two weeks"
    far = compare(
        wording(STEEL, speaker="A B"), wording(STEEL, article="a2", speaker="C D", published=date(2020, 1, 1))
    )
    assert far.reason == "the same 10 words, different speakers, months apart"


def test_score_is_the_same_from_either_side() -> None:
    here = wording("We need cables, and people who know how to join them, and cables")
    there = wording("cables and people who join them know how", article="a2")
    assert compare(here, there).score == compare(there, here).score


def test_what_somebody_says_was_said_again_differs_in_the_occasion_by_right() -> None:
    here = told(STEEL, speaker="Mara Voss", before="Voss told reporters on Monday: “", addressee="reporters")
    there = told(
        STEEL, article="a2", speaker="Mara Voss", before="Voss told lawmakers on Tuesday: “", addressee="lawmakers"
    )
    match = labelled(compare(here, there), Label.SAME)
    assert [conflict.field for conflict in match.conflicts] == ["date said", "addressee"]
    again = labelled(match, Label.REPEAT)
    assert (again.label, again.conflicts) == (Label.REPEAT, ())
    assert labelled(again, Label.SAME) == match
