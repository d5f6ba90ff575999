"""Which names may be the same one's."""

import pytest

from quotereview.matching import likely_same
from quotereview.matching.namesakes import distance

HERE, THERE = frozenset({"here"}), frozenset({"there"})


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("José Marín", "Jose Marin", "the same name but for accents, hyphens or a title"),
        ("Kim Jong-un", "Kim Jong Un", "the same name but for accents, hyphens or a title"),
        ("President Ana Ruz", "Ana Ruz", "the same name but for accents, hyphens or a title"),
        ("Abe Shinzo", "Shinzo Abe", "the same words in another order"),
        ("J. Berg", "Jan Berg", "the same surname, and “J.” may stand for “Jan”"),
        ("Jan Berg", "J. B. Berg", "the same surname, and “J.” may stand for “Jan”"),
        ("Jan Berg", "Jan Olaf Berg", "the same name with another one in the middle"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "one of the names spelled otherwise"),
        ("Sergei Lavrov", "Sergey Lavrov", "one of the names spelled otherwise"),
        ("OAS", "Organization of American States", "its first letters"),
    ],
)
def test_names_that_may_be_the_same(one: str, other: str, reason: str) -> None:
    (likely,) = likely_same({one: HERE, other: THERE})
    assert {likely.one, likely.other} == {one, other}
    assert likely.reason == reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan Berg", "Ida Berg"),
        ("Jan Berg", "Jon Berg"),
        ("Maria Rossi", "Mario Rossi"),
        ("Li Na", "Li Nan"),
        ("Jan Berg", "Jan Falk"),
        ("Berg", "Jan Berg"),
        ("UN", "Ulla Norden"),
        ("Jan Berg", "K. Jan Berg"),
        ("Mara", "Ida"),
        ("“”", "—"),
    ],
)
def test_names_that_are_left_apart(one: str, other: str) -> None:
    assert likely_same({one: HERE, other: THERE}) == ()


def test_part_of_a_name_counts_within_an_article_that_has_one_such_name() -> None:
    (likely,) = likely_same({"Berg": HERE, "Jan Berg": HERE})
    assert (likely.one, likely.other, likely.reason) == (
        "Berg",
        "Jan Berg",
        "part of the name, and both are in one article",
    )
    assert likely_same({"Berg": HERE, "Jan Berg": HERE, "Ida Berg": HERE}) == ()


@pytest.mark.parametrize(
    ("one", "other", "most", "apart"),
    [
        ("same", "same", 1, 0),
        ("zelensky", "zelenskyy", 2, 1),
        ("qadhafi", "gaddafi", 2, 2),
        ("berg", "quist", 2, 3),
        ("ab", "abcd", 1, 2),
    ],
)
def test_how_far_words_are_apart(one: str, other: str, most: int, apart: int) -> None:
    assert distance(one, other, most) == apart
