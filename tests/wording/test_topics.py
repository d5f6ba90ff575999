"""The words that tell which event an article is about."""

import pytest

from quotereview.wording.topics import OPENING, in_common, says, topic_words

FERRY = "The ferry Brinja ran aground off Lofthavn on Sunday, and nobody was hurt when its hull broke."
OTHER = "Divers found the hull of the BRINJA in two parts near Lofthavn."


def test_the_uncommon_words_of_headline_and_opening_tell() -> None:
    assert list(in_common(("Ferry aground", FERRY), (None, OTHER)).values()) == ["Brinja", "Lofthavn", "hull"]
    assert in_common((None, "He said that it was so, and they did."), (None, "They said that it was so.")) == {}
    assert in_common((None, f"{'Snow fell. ' * OPENING}{FERRY}"), (None, OTHER)) == {}


def test_words_are_numbers_with_their_rarity() -> None:
    here, there = topic_words(None, FERRY), topic_words("The BRINJA", "")
    [(number, bits)] = there.items()
    assert here[number] == bits == max(here.values())


def test_in_scripts_that_do_not_part_words_two_letters_are_one() -> None:
    assert list(in_common((None, "渡轮搁浅"), (None, "渡轮已搁浅")).values()) == ["渡轮", "搁浅"]


@pytest.mark.parametrize(("bits", "holding", "articles"), [(14, 0, 0), (10, 0, 0), (14, 40, 100)])
def test_a_rare_word_says_more_and_less_where_many_articles_have_it(bits: int, holding: int, articles: int) -> None:
    assert says(bits, holding, articles) > says(bits - 1, holding, articles)
    assert says(bits, holding, articles) > says(bits, holding + 50, articles + 50) >= 0


def test_a_word_that_all_articles_have_says_nothing() -> None:
    assert says(14, 100_000, 100_000) == pytest.approx(0, abs=0.01)
