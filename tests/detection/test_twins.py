"""Words of the body that stand again in the headline, below a picture or pulled out of the text."""

from collections.abc import Callable

import pytest

from quotereview.model import Quote

Quotes = Callable[[str], tuple[Quote, ...]]
BODY = "The council met on Monday. “We shall rebuild the old weir before winter,” said Ida Rook, the mayor of Velm.\n\n"
AFTER = "The river rose again at night, and the farmers moved their herds to the hills.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"‘We shall rebuild’\n\n{BODY}{AFTER}",
        f"{BODY}“We shall rebuild the old weir”\n\n{AFTER}",
        f"Velm rebuilds\n\n{BODY}“We shall rebuild the old weir before winter.”\n\n{AFTER}",
        f"Velm rebuilds\n\n{BODY}{AFTER}\nPhoto: “We shall rebuild the old weir,” says the mayor.\n",
    ],
)
def test_words_that_stand_again_are_linked_and_have_one_speaker(quotes: Quotes, text: str) -> None:
    found = sorted(quotes(text), key=lambda quote: -len(quote.words))
    told = next(quote for quote in found if quote.cue and "Ida Rook" in text[quote.span.end : quote.span.end + 20])
    [again] = [quote for quote in found if quote is not told]
    assert (again.twin, told.twin) == (told.key, None)
    assert again.speaker is not None and again.speaker.name == "Ida Rook"


def test_a_headline_gives_way_to_the_body_that_says_who_said_it(quotes: Quotes) -> None:
    headline, told = quotes(f"Lind vows to mend the weir but ‘we shall rebuild’\n\n{BODY}{AFTER}")
    assert headline.speaker is not None and headline.speaker.name == "Ida Rook"
    assert headline.confidence < told.confidence


def test_a_headline_may_put_the_words_a_little_differently(quotes: Quotes) -> None:
    headline, told = quotes(f"Fun before ‘rebuilding old weirs’ in winter\n\n{BODY}{AFTER}")
    assert headline.speaker is not None and headline.speaker.name == "Ida Rook"
    assert headline.reason == "Nearly the same words are those of Ida Rook in the body"
    assert (headline.twin, told.twin) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        f"Velm rebuilds\n\n{BODY}“We shall see.”\n\n{AFTER}",
        f"Velm rebuilds\n\n{BODY}“We shall rebuild the old weir,” said Karl Lind.\n\n{AFTER}",
        f"‘Nobody asked us’\n\n{BODY}{AFTER}",
    ],
)
def test_other_words_and_words_with_a_cue_of_their_own_are_not(quotes: Quotes, text: str) -> None:
    assert {quote.twin for quote in quotes(text)} == {None}


def test_the_reason_for_a_twins_speaker_points_to_the_words_in_the_body(quotes: Quotes) -> None:
    text = f"Velm rebuilds\n\n{BODY}“We shall rebuild the old weir before winter.”\n\n{AFTER}"
    told, again = quotes(text)
    assert [(pointer.words.of(again.reason), pointer.place.of(text)) for pointer in again.pointers] == [
        ("The same words", told.words),
        ("Ida Rook", "Ida Rook"),
    ]
