"""Words to lines: where they break, and from which side they run."""

from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise

import pytest

from quotereview import paths
from quotereview.export.typefaces import Book, Face
from quotereview.export.typesetting import LRM, RLM, Line, Style, in_order, lines, mostly_from_right, reading


@pytest.fixture(scope="module")
def style() -> Iterator[Style]:
    names = ("NotoSerif-Regular", "NotoNaskhArabic-Regular", "NotoSerifHebrew-Regular")
    with closing(Book("landscape", "pt", "A4")) as book:
        yield Style(tuple(Face(book, paths.resource("fonts", f"{name}.ttf")) for name in names), 10, 14)


def width(line: Line) -> float:
    return max(piece.x + piece.width for piece in line.pieces) - min(piece.x for piece in line.pieces)


def test_lines_break_between_words_and_are_no_wider_than_they_may_be(style: Style) -> None:
    told = list(lines("The bridge is safe, and so are the roads to it. " * 5, style, 100))
    assert len(told) > 5
    assert all(width(line) <= 100.01 for line in told)
    assert " ".join(line.read for line in told) == ("The bridge is safe, and so are the roads to it. " * 5).strip()


@pytest.mark.parametrize("words", [f"{RLM}BBC: الجسر", "\u2066BBC\u2069: الجسر"])
def test_a_line_stands_on_the_side_on_which_the_window_has_it(style: Style, words: str) -> None:
    [line] = lines(words, style, 200)
    assert max(piece.x + piece.width for piece in line.pieces) == pytest.approx(200)


def test_line_ends_stay(style: Style) -> None:
    assert [line.read for line in lines("one\ntwo\r\nthree", style, 100)] == ["one", "two", "three"]


def test_chinese_breaks_between_signs_and_no_line_begins_with_a_full_stop(style: Style) -> None:
    told = list(lines("桥是安全的，她说。“请大家放心。”" * 6, style, 55))
    assert "".join(line.read for line in told) == "桥是安全的，她说。“请大家放心。”" * 6
    assert not any(line.read[0] in "，。”" or line.read[-1] == "“" for line in told)


def test_what_is_wider_than_a_line_is_cut(style: Style) -> None:
    told = list(lines("a" * 200, style, 50))
    assert all(width(line) <= 50 for line in told)
    assert "".join(line.read for line in told) == "a" * 200


def test_a_line_that_runs_from_the_right_stands_at_the_right(style: Style) -> None:
    [line] = lines("الجسر آمن", style, 200)
    assert max(piece.x + piece.width for piece in line.pieces) == pytest.approx(200)
    first, *_, last = [piece for piece in line.pieces if piece.words.strip()]
    assert (first.words, last.words) == ("آمن", "الجسر")


def test_pieces_stand_beside_each_other(style: Style) -> None:
    [line] = lines("He said “الجسر آمن” (12), שלום, twice.", style, 500)
    assert all(one.x + one.width == pytest.approx(other.x) for one, other in pairwise(line.pieces))
    seen = [piece.words for piece in line.pieces if piece.words.strip()]
    assert seen.index("آمن") < seen.index("الجسر")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("ab", ["ab"]),
        ("“אב”", ["“", f"{RLM}”בא{LRM}"]),
        ("אב: גד", ["בא", ": ", f"דג{LRM}"]),
        ("ab “אב” cd", ["ab “", f"{RLM} ”בא", "cd"]),
    ],
)
def test_parts_stand_as_they_will_be_turned(words: str, parts: list[str]) -> None:
    assert list(reading(words)) == parts


@pytest.mark.parametrize(
    ("words", "parts"),
    [("“אב”", ["”בא“"]), ("אב: “גד”", ["בא", ":", f"”דג“ {RLM}"]), ("ab cd אב", ["ab cd", f"בא {RLM}"])],
)
def test_on_a_page_from_the_right_marks_go_with_what_follows(words: str, parts: list[str]) -> None:
    assert list(reading(words, page_from_right=True)) == parts


def test_words_are_written_in_the_order_of_reading() -> None:
    assert in_order(f"{RLM}”ב א") == [(4, "א"), (0, f"{RLM}”ב ")]
    assert in_order(": one 2") == [(0, ": "), (2, "one "), (6, "2")]


def test_most_letters_tell_how_a_page_runs() -> None:
    assert mostly_from_right("أهلا a 1234")
    assert not mostly_from_right("a safe bridge: أهلا")
