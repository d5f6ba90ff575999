"""A table to pages: how wide its columns are, and where its rows stand."""

from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise

import pytest

from quotereview import paths
from quotereview.export import paged
from quotereview.export.paged import PAD, Row
from quotereview.export.typefaces import Book, Face
from quotereview.export.typesetting import Style


@pytest.fixture(scope="module")
def style() -> Iterator[Style]:
    with closing(Book("landscape", "pt", "A4")) as book:
        yield Style((Face(book, paths.resource("fonts", "NotoSans-Regular.ttf")),), 8, 10)


def row(style: Style, *heights: int) -> Row:
    """A row whose cells have so many lines."""
    return tuple(paged.cell([("\n".join("line" for _ in range(height)), style)], 100) for height in heights)


def test_columns_are_as_wide_as_their_shares() -> None:
    assert paged.widths([30, 50, 20], [10, 10, 10], 200, 5) == pytest.approx([60, 100, 40])


def test_no_column_is_narrower_than_its_longest_word_and_the_gap() -> None:
    wide = paged.widths([10, 80, 10], [50, 10, 15], 200, 5)
    assert wide[0] == pytest.approx(55)
    assert wide[2] == pytest.approx(20)
    assert sum(wide) == pytest.approx(200)


def test_a_monster_of_a_word_is_cut_and_too_many_words_share_what_there_is() -> None:
    assert paged.widths([1, 1], [5_000, 5], 400, 0) == pytest.approx([200, 200])
    assert sum(paged.widths([1] * 9, [70] * 9, 300, 10)) == pytest.approx(300)


def test_the_longest_word_is_measured(style: Style) -> None:
    assert paged.widest_word(["a bridge", "of stones"], style) == pytest.approx(paged.widest_word(["bridge"], style))
    assert paged.widest_word(["", " "], style) == 0


def test_rows_go_to_the_next_page_whole(style: Style) -> None:
    table = [row(style, 3, 1) for _ in range(10)]
    told = list(paged.pages(table, 2 * (30 + 2 * PAD), 3 * (30 + 2 * PAD)))
    assert [len(page) for page in told] == [2, 3, 3, 2]


def test_a_row_that_is_longer_than_a_page_is_parted_and_loses_nothing(style: Style) -> None:
    told = list(paged.pages([row(style, 1), row(style, 50, 2), row(style, 1)], 100, 200))
    assert sum(len(part[0]) for page in told for part in page) == 52
    assert all(sum(map(paged.high, page)) <= room for page, room in zip(told, [100, *[200] * 9], strict=False))
    assert all(page for page in told)


def test_no_rows_make_a_page_of_none() -> None:
    assert list(paged.pages([], 100, 100)) == [[]]


def test_columns_begin_where_the_one_before_ends() -> None:
    lefts = paged.lefts([30, 20, 10], 5)
    assert lefts == [5, 35, 55]
    assert [there - here for here, there in pairwise(lefts)] == [30, 20]
