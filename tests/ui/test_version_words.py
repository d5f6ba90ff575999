"""How the words of a version are held against those in focus: what differs in brackets, what is long left out."""

import pytest

from quotereview.matching import side_by_side
from quotereview.model import Wording
from quotereview.ui.aligned import Weight
from quotereview.ui.version_words import Sort, Stretch, against, alike, disputed, spoken, strokes

BASE = "We will probably open the old harbour on Monday morning, and nobody will be paid for it."


def wording(quote: str, words: str) -> Wording:
    return Wording(quote, f"in {quote}", "", quote.title(), None, words, None, None)


def held(here: str, there: str) -> tuple[Stretch, ...]:
    """How ``there`` stands against ``here``."""
    return against(side_by_side([wording("here", here), wording("there", there)]), "here")


def shown(stretches: tuple[Stretch, ...], *, whole: bool = False) -> str:
    """The letters as they are set, struck out ones between tildes, underlined ones between underscores."""
    around = {Weight.GONE: "~{}~", Weight.DIFFERENT: "_{}_"}
    return "".join(around.get(one.weight, "{}").format(one.letters) for one in strokes(stretches, whole=whole))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (BASE.replace("Monday", "Friday"), "on [Monday → Friday] morning"),
        (BASE.replace("probably ", ""), "We will [left out: probably] open"),
        (BASE.replace("nobody", "nobody at all"), "nobody [added: at all] will"),
    ],
)
def test_what_differs_is_told_in_its_place(changed: str, told: str) -> None:
    assert told in spoken(held(BASE, changed))
    assert not alike(held(BASE, changed))


def test_it_is_told_from_the_side_of_the_quote_in_focus_though_the_other_is_longer() -> None:
    longer = BASE.replace("nobody", "nobody at all")
    assert "nobody [left out: at all] will" in spoken(held(longer, BASE))
    assert "nobody [added: at all] will" in spoken(held(BASE, longer))


def test_what_differs_is_struck_out_and_underlined_within_brackets() -> None:
    stretches = held("We open on Monday.", "We open on Friday.")
    assert shown(stretches) == "We open on ~[Monday.~ _Friday.]_"


def test_other_print_is_the_same_until_all_words_are_wanted() -> None:
    stretches = held("The port will open, he says, on Monday.", "The port will open he says on Monday!")
    assert alike(stretches) and {one.sort for one in stretches} == {Sort.SAME, Sort.PRINT}
    assert "[" not in shown(stretches) and "_" in shown(stretches, whole=True)


def test_of_a_fragment_what_is_cut_is_marked_and_no_difference() -> None:
    stretches = held(BASE, "open the old harbour on Monday morning")
    assert shown(stretches) == "[…] open the old harbour on Monday morning […]"
    assert not {Sort.CHANGED, Sort.MISSING, Sort.ADDED} & {one.sort for one in stretches}
    assert "~[We will probably]~" in shown(stretches, whole=True)


def test_what_goes_beyond_the_quote_in_focus_is_no_difference_either() -> None:
    stretches = held("open the old harbour on Monday morning", BASE)
    assert [one.sort for one in stretches if one.sort is not Sort.PRINT] == [Sort.MORE, Sort.SAME, Sort.MORE]


def test_much_that_is_the_same_is_left_out_but_for_its_ends() -> None:
    long = " ".join(f"word{number}" for number in range(60))
    stretches = held(f"{long} never {long}", f"{long} always {long}")
    folded, whole = shown(stretches), shown(stretches, whole=True)
    assert "~[never~ _always]_" in folded and "…" in folded and "word30" not in folded
    assert whole.count("word30") == 2


def test_words_that_are_not_parted_get_no_spaces() -> None:
    stretches = held("这条船跑了三十一年我从来没有说过再见", "这条船跑了三十年我从来没有说过再见")
    assert shown(stretches) == "这条船跑了三十~[一]~年我从来没有说过再见"


def test_a_version_without_common_words_does_not_stand_beside_it() -> None:
    assert held(BASE, "Something altogether unlike this has been printed here today") == ()


def test_the_quote_in_focus_shows_what_any_other_version_has_otherwise() -> None:
    versions = [held(BASE, BASE.replace("Monday", "Friday")), held(BASE, BASE.replace("probably ", ""))]
    assert [one.words for one in disputed(BASE, versions) if one.sort is Sort.CHANGED] == ["probably", "Monday"]
    assert "".join(one.words for one in disputed(BASE, versions)).replace(" ", "") == BASE.replace(" ", "")


def test_words_that_a_version_drops_with_a_mark_are_not_in_dispute() -> None:
    version = held(BASE, BASE.replace("open the old harbour", "…"))
    assert all(one.sort is Sort.SAME for one in disputed(BASE, [version]))
