"""The words of a quote are shaped by pure functions on the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotereview.model import Span
from quotereview.review import reshaping
from quotereview.review.reshaping import Edge, Passages

TEXT = "He said “We don’t ask,” and left. “We offer a road.” Nobody asked why."
ALPHABET = "ab é’“”\"'.,!? \n\u00a0«»好。语שאر\u0651👍🏽\u200d́—-"
TEXTS = st.text(ALPHABET, min_size=1, max_size=40)


def spans(*words: str, text: str = TEXT) -> Passages:
    return tuple(Span(text.index(each), text.index(each) + len(each)) for each in words)


def said(passages: Passages, text: str = TEXT) -> list[str]:
    return [passage.of(text) for passage in passages]


@pytest.mark.parametrize(
    ("before", "edge", "step", "after"),
    [
        ("We don’t", Edge.END, 1, "We don’t ask,"),
        ("We don’t ask,", Edge.END, 1, "We don’t ask,” and"),
        ("We don’t ask,", Edge.END, -1, "We don’t"),
        ("We don’t", Edge.END, -1, "We"),
        ("We", Edge.END, -1, "We"),
        ("don’t ask,", Edge.BEGINNING, -1, "We don’t ask,"),
        ("We don’t", Edge.BEGINNING, -1, "said “We don’t"),
        ("We don’t", Edge.BEGINNING, 1, "don’t"),
        ("why.", Edge.END, 1, "why."),
        ("He", Edge.BEGINNING, -1, "He"),
    ],
)
def test_an_end_moves_by_words_and_leaves_the_marks_out(before: str, edge: Edge, step: int, after: str) -> None:
    assert said(reshaping.by_word(TEXT, spans(before), edge, step)) == [after]


def test_ideographs_are_words_of_one_sign() -> None:
    text = "他说：“你好。再见”"
    assert said(reshaping.by_word(text, spans("你好。", text=text), Edge.END, 1), text) == ["你好。再"]
    assert said(reshaping.by_word(text, spans("你好。再", text=text), Edge.BEGINNING, 1), text) == ["好。再"]


def test_an_end_that_shrinks_over_a_gap_leaves_the_passage_behind_it() -> None:
    quote = spans("We don’t ask,", "We")
    quote = (quote[0], spans("We offer")[0])
    shorter = reshaping.by_word(TEXT, quote, Edge.END, -1)
    assert said(shorter) == ["We don’t ask,", "We"]
    assert said(reshaping.by_word(TEXT, shorter, Edge.END, -1)) == ["We don’t ask,"]


def test_a_character_with_its_accents_is_moved_over_as_one() -> None:
    text = "née e\u0301 👍🏽 ok"
    grown = reshaping.by_character(text, (Span(0, 4),), Edge.END, 1)
    assert said(grown, text) == ["née e\u0301"]
    grown = reshaping.by_character(text, (Span(0, 7),), Edge.END, 1)
    assert said(grown, text) == ["née e\u0301 👍🏽"]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (TEXT, "said “We don’t ask", "We don’t ask,"),
        (TEXT, "offer", "We offer a road."),
        ("Il dit «\u00a0non merci\u00a0» hier", "non", "non merci"),
        ("Il dit « non merci » hier", "merci", "non merci"),
        ("他说：“你好”他笑", "好”他", "你好"),
        ('He said "no way" twice', "way", "no way"),
        ("no marks here", "marks", "marks"),
        ("“In another\nparagraph here", "here", "here"),
    ],
)
def test_both_ends_snap_to_the_nearest_marks(text: str, before: str, after: str) -> None:
    assert said(reshaping.to_marks(text, spans(before, text=text)), text) == [after]


def test_the_likely_place_to_split_is_a_sentence_or_a_passage() -> None:
    text = "“I came. I saw many things,” he said. “I won.”"
    quote = spans("I came. I saw many things,", text=text)
    assert reshaping.likely_split(text, quote) == text.index("I saw")
    assert reshaping.likely_split(text, (*quote, *spans("I won.", text=text))) == text.index("I won")
    assert reshaping.likely_split(text, spans("came", text=text)) is None


def test_words_are_parted_and_joined_again() -> None:
    quote = spans("We offer a road.")
    first, second = reshaping.parted(TEXT, quote, TEXT.index("a road"))
    assert (said(first), said(second)) == (["We offer"], ["a road."])
    assert reshaping.joined(TEXT, first, second) == quote
    assert said(reshaping.joined(TEXT, spans("We offer"), spans("We don’t"))) == ["We don’t", "We offer"]


def test_how_quotes_lie_to_each_other() -> None:
    whole, inner, beside = spans("We don’t ask,"), spans("don’t"), spans("ask,” and")
    assert reshaping.within(inner, whole) and not reshaping.within(whole, inner)
    assert reshaping.cross(whole, beside) and reshaping.cross(beside, whole)
    assert not reshaping.cross(whole, inner) and not reshaping.cross(inner, beside)
    assert reshaping.cross((*inner, *spans("offer")), whole)


@st.composite
def shaped(draw: st.DrawFn) -> tuple[str, Passages]:
    """A text and passages in it that hold a word."""
    text = draw(TEXTS.filter(reshaping.holds_word))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6, unique=True)))
    passages = tuple(Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False))
    held = reshaping.tidied(text, passages)
    whole = reshaping.tidied(text, (Span(0, len(text)),))
    return text, held if any(reshaping.holds_word(one.of(text)) for one in held) else whole


def sound(text: str, passages: Passages) -> bool:
    """Whether passages lie in the text in order, none empty and a word in them."""
    ends = [at for passage in passages for at in passage]
    in_order = ends == sorted(ends) and ends[0] >= 0 and ends[-1] <= len(text)
    return in_order and all(map(len, passages)) and any(reshaping.holds_word(one.of(text)) for one in passages)


@given(shaped(), st.sampled_from(Edge), st.sampled_from([1, -1]), st.booleans())
def test_wherever_an_end_moves_words_are_left(
    given: tuple[str, Passages], edge: Edge, step: int, by_word: bool
) -> None:
    text, passages = given
    move = reshaping.by_word if by_word else reshaping.by_character
    moved = move(text, passages, edge, step)
    assert sound(text, moved)
    still = moved[0].start == passages[0].start if edge is Edge.END else moved[-1].end == passages[-1].end
    assert still


@given(shaped())
def test_an_end_moves_all_the_way_to_the_last_word(given: tuple[str, Passages]) -> None:
    text, passages = given
    for _ in text:
        passages = reshaping.by_word(text, passages, Edge.END, 1)
    assert not reshaping.holds_word(text[passages[-1].end :])


@given(shaped())
def test_snapping_is_sound(given: tuple[str, Passages]) -> None:
    text, passages = given
    assert sound(text, reshaping.to_marks(text, passages))


@given(shaped(), st.data())
def test_parting_loses_no_word(given: tuple[str, Passages], data: st.DataObject) -> None:
    text, passages = given
    places = reshaping.split_places(text, passages)
    if not places:
        return
    at = data.draw(st.sampled_from(places))
    first, second = reshaping.parted(text, passages, at)
    assert sound(text, first) and sound(text, second) and sound(text, (*first, *second))
    kept = "".join(said((*first, *second), text))
    assert "".join(kept.split()) == "".join("".join(said(passages, text)).split())
    assert not reshaping.cross(first, second)


def test_the_next_word_is_found_behind_a_long_gap_and_before_one() -> None:
    text = f"first{' ' * 3000}last"
    assert reshaping.by_word(text, (Span(0, 5),), Edge.END, 1) == (Span(0, len(text)),)
    assert reshaping.by_word(text, (Span(3005, 3009),), Edge.BEGINNING, -1) == (Span(0, len(text)),)


def test_the_end_moves_over_a_word_that_it_stands_in() -> None:
    assert said(reshaping.by_word(TEXT, spans("We don’t as"), Edge.END, 1)) == ["We don’t ask,"]
    assert said(reshaping.by_word(TEXT, spans("We don’t as"), Edge.END, -1)) == ["We don’t"]
