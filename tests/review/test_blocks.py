"""Blocks that editors ruled on are found in another text of the article where their words are the same."""

from itertools import pairwise

import pytest

from quotereview.matching import TwoTexts
from quotereview.model import Span, Stretch, Zone
from quotereview.review.blocks import Blocks, kept, stretches

OLD = ("Ferry sails", "The mayor spoke.", "Advertisement", "The crews left.", "Read more", "Advertisement", "Subscribe")
BODY, GREY = Zone.BODY, Zone.TEASER


def blocks(*lines: str, **ruled: Zone) -> Blocks:
    """A text of these lines; ``ruled`` are zones by the numbers of the lines."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    paragraphs = tuple(Span(*edges) for edges in pairwise(starts))
    zones = tuple(Stretch(paragraphs[int(number[1:])], zone) for number, zone in ruled.items())
    return Blocks("".join(f"{line}\n" for line in lines), paragraphs, zones)


def found(older: Blocks, newer: Blocks, *, same_bytes: bool = False) -> tuple[dict[int, Zone], list[str], list[str]]:
    told = kept(older, newer, TwoTexts(older.text, newer.text).moved, same_bytes=same_bytes)
    return told.zones, told.gone, told.otherwise


def test_blocks_are_found_where_they_stand_now() -> None:
    older = blocks(*OLD, _1=GREY, _4=BODY)
    newer = blocks("Ferry sails again", "A new line.", "The mayor spoke.", "The crews left.", "Read  more")
    assert found(older, newer) == ({2: GREY, 4: BODY}, [], [])


def test_what_is_not_there_with_the_same_words_is_told() -> None:
    older = blocks(*OLD, _1=GREY, _6=GREY)
    newer = blocks("Ferry sails", "The mayor spoke twice.", "Advertisement")
    assert found(older, newer) == ({}, ["The mayor spoke.", "Subscribe"], [])


def test_a_block_that_moved_is_found_by_its_words_alone() -> None:
    older = blocks(*OLD, _6=GREY)
    newer = blocks("Subscribe", *OLD[:6])
    assert found(older, newer)[0] == {0: GREY}


@pytest.mark.parametrize(
    ("ruled", "newer", "expected"),
    [
        # All blocks of these words were ruled alike: so are those that are left.
        ({"_2": GREY, "_5": GREY}, ("Advertisement", "Ferry sails", "The crews left."), {0: GREY}),
        # One of two was: only the one in its place.
        ({"_5": GREY}, OLD[:6], {5: GREY}),
        ({"_5": GREY}, ("Advertisement",), {}),
        # More of them than there were: nobody looked at the new one.
        ({"_2": GREY, "_5": GREY}, (*OLD, "Advertisement"), {2: GREY, 5: GREY}),
    ],
)
def test_blocks_of_the_same_words_are_told_apart(
    ruled: dict[str, Zone], newer: tuple[str, ...], expected: dict[int, Zone]
) -> None:
    assert found(blocks(*OLD, **ruled), blocks(*newer))[0] == expected


def test_what_is_ruled_of_the_newer_text_stands() -> None:
    older = blocks(*OLD, _1=GREY, _3=GREY)
    newer = blocks(*OLD, _1=BODY, _3=GREY)
    assert found(older, newer) == ({3: GREY}, [], ["The mayor spoke."])


def test_of_the_same_bytes_paragraphs_are_the_same_whatever_their_letters_are_and_the_last_ruling_stands() -> None:
    older = blocks("MilÃ¡n", "PublicitÃ©", "Adieu", _1=GREY, _2=BODY)
    newer = blocks("Milán", "Publicité", "Adieu", _2=GREY)
    assert found(older, newer, same_bytes=True) == ({1: GREY, 2: BODY}, [], [])
    assert found(older, blocks("Milán Publicité", "Adieu"), same_bytes=True) == ({1: BODY}, ["PublicitÃ©"], [])


def test_the_last_that_was_ruled_of_a_block_counts() -> None:
    here = blocks(*OLD, _1=GREY, _3=GREY)
    whole = Blocks(here.text, here.paragraphs, (*here.zones, Stretch(Span(0, here.paragraphs[2].end), BODY)))
    assert whole.ruled() == {0: BODY, 1: BODY, 2: BODY, 3: GREY}


def test_blocks_side_by_side_are_told_together() -> None:
    here = blocks(*OLD)
    assert list(stretches(here, {})) == []
    assert [
        one.span.of(here.text).split("\n")[:-1] for one in stretches(here, {1: GREY, 2: GREY, 3: BODY, 5: BODY})
    ] == [
        ["The mayor spoke.", "Advertisement"],
        ["The crews left."],
        ["Advertisement"],
    ]
