"""A quote is held against others as a whole and by each of its sentences and clauses."""

import pytest

from quotereview.meaning.parts import LONGEST, MOST, parts


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The weir holds.", ["The weir holds."]),
        ("new momentum", ["new momentum"]),
        (
            "The weir holds against ice, and the mill will stand. Who asked?",
            [
                "The weir holds against ice, and the mill will stand. Who asked?",
                "The weir holds against ice",
                "and the mill will stand.",
            ],
        ),
        (
            "两国关系经受住了时间的考验。合作会继续下去。",
            ["两国关系经受住了时间的考验。合作会继续下去。", "两国关系经受住了时间的考验。", "合作会继续下去。"],
        ),
        (
            "لن نتفاوض مع أحد، والباب مفتوح أمام السلام",
            ["لن نتفاوض مع أحد، والباب مفتوح أمام السلام", "لن نتفاوض مع أحد،", "والباب مفتوح أمام السلام"],
        ),
        ("", [""]),
    ],
)
def test_sentences_and_clauses_of_three_words_or_more(words: str, told: list[str]) -> None:
    assert list(parts(words)) == told


def test_a_long_quote_has_a_bounded_number_of_bounded_parts() -> None:
    found = parts("And so we went on and on, " * 500)
    assert len(found) == MOST + 1
    assert max(map(len, found)) == LONGEST
