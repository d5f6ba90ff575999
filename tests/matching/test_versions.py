"""How much of a quote is left in another version of it."""

from quotereview.matching import kept


def test_the_same_words_are_all_kept_also_few_of_them() -> None:
    assert kept("No,", "“No.”") == 1
    assert kept("", "") == 1


def test_a_changed_word_is_little_and_other_words_are_nothing() -> None:
    assert kept("We shall pay every ticket back", "We shall pay no ticket back") > 0.7
    assert kept("We shall pay every ticket back", "The moon rose late over the town") < 0.3
    assert kept("No", "Yes") == 0


def test_what_is_below_the_least_that_is_wanted_is_nothing() -> None:
    one, other = "We shall pay every ticket back", "We shall pay no ticket at all to him"
    share = kept(one, other)
    assert 0 < share < 0.7
    assert kept(one, other, share) == share
    assert kept(one, other, 0.9) == kept(one, "back ticket every pay shall we", 0.9) == 0
