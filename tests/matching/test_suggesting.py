"""What is suggested as the same in other words, by a given nearness of meaning and by what is checked apart."""

from dataclasses import replace
from datetime import date

import pytest

from quotereview.matching import suggest, suggested
from quotereview.matching.checks import Compared, checked, in_both, is_english
from quotereview.model import Deviation, Nearness, Relation, Suggestion, Wording
from tests.matching.wordings import wording

HERE = wording("We stand ready to rebuild the 40 wells of Norrvik.", article="a1")
THERE = wording("They are willing to restore forty wells in Norrvik.", article="a2", outlet="Sund Post")
STORY = (
    "The drillers reached the parched orchards, and the almond growers cheered the pump, the turbine and the sluice, "
    "while goats wandered past the rusty derrick and the beekeepers carried their hives over the gravel. "
)
ELSEWHERE = 3 * "The skaters praised the rink, the sharpened blades and the velvet costumes of the winter gala. "


def asked(here: Wording, there: Wording, value: float) -> tuple[Suggestion, ...]:
    return suggest(here, [(there, Nearness(value, here.words, there.words))])


def lies_between(here: Wording, there: Wording, low: float, high: float) -> bool:
    """Whether two quotes have to be nearer than the one number, and no nearer than the other."""
    return not asked(here, there, low) and bool(asked(here, there, high))


def test_a_suggestion_is_a_translation_with_its_reason_and_no_match() -> None:
    [found] = asked(HERE, THERE, 0.62)
    assert (found.relation, found.differences, found.conflicts) == (Relation.TRANSLATION, (), ())
    assert found.reason == "the same speaker, the same day, 40 and Norrvik in both, near in meaning (0.62)"
    record = suggested(found)
    assert (record["match"], record["label"], record["relation"], record["score"]) == (
        False,
        "suggested",
        "translation",
        0.62,
    )


def test_who_speaks_tells_how_near_it_has_to_be() -> None:
    assert lies_between(HERE, THERE, 0.59, 0.61)
    assert lies_between(HERE, replace(THERE, speaker=None), 0.64, 0.66)
    assert lies_between(HERE, replace(THERE, speaker="Tuva Lind"), 0.69, 0.71)
    assert "different speakers" in asked(HERE, replace(THERE, speaker="Tuva Lind"), 0.71)[0].reason


def test_names_in_two_scripts_say_nothing_of_the_speaker() -> None:
    there = replace(THERE, words="نحن مستعدون لإعادة بناء آبار المدينة.", speaker="شين ويلونغ")
    assert lies_between(HERE, there, 0.64, 0.66)


def test_without_one_story_the_same_speaker_has_to_be_nearer_and_another_is_not_suggested() -> None:
    here = replace(HERE, before=STORY, after=STORY)
    there = replace(THERE, words="They are willing to restore the boreholes.", before=ELSEWHERE, after=ELSEWHERE)
    assert lies_between(here, there, 0.74, 0.76)
    assert not asked(here, replace(there, speaker=None), 0.99)
    assert lies_between(here, replace(there, before=STORY), 0.59, 0.61)
    assert "in articles of one story" in asked(here, replace(there, before=STORY), 0.61)[0].reason


def test_far_apart_and_in_one_article_nothing_is_suggested() -> None:
    assert not asked(HERE, replace(THERE, published=date(2026, 5, 20)), 0.99)
    assert asked(HERE, replace(THERE, published=date(2026, 5, 19)), 0.99)
    assert not asked(HERE, replace(THERE, article="a1"), 0.99)


def test_a_word_or_two_has_to_be_nearer() -> None:
    assert lies_between(wording("fresh momentum"), wording("new momentum", article="a2"), 0.69, 0.71)


def test_what_the_words_tell_is_not_suggested() -> None:
    assert not asked(HERE, replace(THERE, words=HERE.words), 1.0)
    assert not asked(HERE, replace(THERE, words="the 40 wells of Norrvik", speaker="Tuva Lind"), 0.99)


def test_other_numbers_and_names_raise_the_bar_and_are_told() -> None:
    there = replace(THERE, words="They are willing to restore thirty wells in Sundby.")
    assert lies_between(HERE, there, 0.79, 0.81)
    [found] = asked(HERE, there, 0.81)
    assert [one.kind for one in found.differences] == [Deviation.NUMBER, Deviation.NAME]
    assert [one.field for one in found.conflicts] == ["number", "words"]
    assert "number: here “40”, there “thirty”" in found.reason


def test_a_negation_in_one_alone_is_told() -> None:
    there = replace(THERE, words="They are not willing to restore forty wells in Norrvik.")
    [found] = asked(HERE, there, 0.62)
    assert [(one.kind, one.here, one.there) for one in found.differences] == [(Deviation.NEGATION, "", "not")]
    assert "negation: none here, there “not”" in found.reason


def test_the_nearest_come_first_and_no_more_than_five() -> None:
    others = [replace(THERE, article=f"a{number}") for number in range(2, 9)]
    near = [(there, Nearness(0.6 + 0.01 * place, HERE.words, there.words)) for place, there in enumerate(others, 1)]
    assert [one.there.article for one in suggest(HERE, near)] == ["a8", "a7", "a6", "a5", "a4"]


@pytest.mark.parametrize(
    ("here", "there", "kinds"),
    [
        ("We will go.", "We will not go.", [Deviation.NEGATION]),
        ("Nobody came.", "There was no one.", []),
        ("It cost 3,000 crowns.", "Three thousand crowns were paid.", []),
        ("It cost 3,000 crowns.", "It cost 2,000 crowns.", [Deviation.NUMBER]),
        ("It cost 3,000 crowns.", "It cost a lot.", []),
        ("Norrvik is ours.", "Our town is Norrvik.", []),
        ("Norrvik is ours.", "Our town is Sundby.", [Deviation.NAME]),
    ],
)
def test_checks(here: str, there: str, kinds: list[Deviation]) -> None:
    assert [one.kind for one in checked(Compared(here, here), Compared(there, there), english=True)] == kinds


def test_what_stands_elsewhere_in_the_other_version_is_not_missed() -> None:
    here = Compared("We will go to Sundby, but not today.", "We will go to Sundby")
    assert checked(here, Compared("Not today.", "Not today."), english=True) == ()
    other = Compared("We will not go to Norrvik, nor to Sundby.", "We will not go to Norrvik")
    assert checked(here, other, english=True) == ()


def test_of_other_languages_figures_alone_are_checked() -> None:
    here = Compared("Not 40 but Norrvik", "Not 40 but Norrvik")
    assert [one.kind for one in checked(here, Compared("٣٠", "دخلت ٣٠ شاحنة"), english=False)] == [Deviation.NUMBER]
    assert checked(here, Compared("٤٠", "دخلت ٤٠ شاحنة"), english=False) == ()


def test_what_both_have() -> None:
    assert in_both("Forty wells in Norrvik", "Norrvik has 40 wells and 2 mills") == ("Forty", "Norrvik")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("We stand ready to rebuild the wells.", True),
        ("Norrvik", True),
        ("Nous sommes prêts à reconstruire les puits de la vieille ville.", False),
        ("我们愿意重建港口。", False),
        ("", False),
    ],
)
def test_english_is_told_by_its_words(text: str, english: bool) -> None:
    assert is_english(text) is english
