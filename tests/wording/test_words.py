"""What two prints of one word may differ in, and how rare words are."""

import pytest

from quotereview.wording.words import folded, rarity, weight, words


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Those people are WELCOME home,", "those people are welcome home"),
        ("ISIS’s best recruiter", "ISIS' best recruiter"),
        ("it’s ours", "it's ours"),
        ("third-grade theatrics", "third grade theatrics"),
        ("the U.S. fleet", "the US fleet"),
        ("1,200 people", "1200 people"),
        ("Inés Faro", "Ines Faro"),
        ("Ine\N{COMBINING ACUTE ACCENT}s Faro", "Ines Faro"),
        ("قَالَ الوَزِيرُ", "قال الوزير"),
        ("شُكـــرًا", "شكرا"),
        ("שָׁלוֹם", "שלום"),
        ("“It is safe … ‘quite’ safe”", "It is safe, quite safe"),
    ],
)
def test_prints_that_differ_in_marks_alone_fold_to_the_same_words(here: str, there: str) -> None:
    assert folded(here) == folded(there)


@pytest.mark.parametrize(("here", "there"), [("1.5 metres", "15 metres"), ("ban", "shutdown"), ("can", "can't")])
def test_words_that_differ_stay_apart(here: str, there: str) -> None:
    assert folded(here) != folded(there)


def test_words_know_where_they_stand() -> None:
    text = "“It’s safe,” 安全"
    assert [text[word.start : word.end] for word in words(text)] == ["It’s", "safe", "安", "全"]


def test_rare_words_weigh_and_everyday_ones_do_not() -> None:
    assert rarity("the") < rarity("people") < rarity("lighthouse")
    assert weight(["it", "is", "the"]) == 0
    assert weight(["lasting", "light"]) > weight(["more", "people"])
