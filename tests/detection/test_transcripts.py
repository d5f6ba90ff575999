"""Turns of transcripts, and lists with labels that are none."""

from collections.abc import Callable

import pytest

from quotereview.detection import paragraphs, transcripts
from quotereview.model import Quote


def turns(text: str) -> list[list[str]]:
    return [[span.of(text) for span in turn] for turn in transcripts.find(text, paragraphs.split(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q: Is it open?\n\nMOSS: It is.", [["Is it open?"], ["It is."]]),
        ("Q: Is it open? MOSS: It is. Q: Since when?", [["Is it open?"], ["It is."], ["Since when?"]]),
        ("A: It is.\n\nA: It was.", [["It is."], ["It was."]]),
        ("Ada Moss: Open?\nJan Berg: Yes, it is.\nAda Moss: Good.", [["Open?"], ["Yes, it is."], ["Good."]]),
        ("**MOSS:** Open?\n**BERG:** Yes.\n**MOSS:** Good.", [["Open?"], ["Yes."], ["Good."]]),
        ("Q: Open?\n\nMOSS: It is.\n\nIt was.\n\nQ: Good.", [["Open?"], ["It is.", "It was."], ["Good."]]),
        ("THE CHAIR (Ada Moss): Open?\n\nBERG: Yes.\n\nTHE CHAIR: Good.", [["Open?"], ["Yes."], ["Good."]]),
        ("Ada Moss, chair: Open?\nJan Berg, warden: Yes.\nAda Moss, chair: Good.", [["Open?"], ["Yes."], ["Good."]]),
        ("DR. MOSS (by video link): Open?\nBERG: Yes.\nDR. MOSS: Good.", [["Open?"], ["Yes."], ["Good."]]),
        ("Q: Open?\n\nMOSS: It is.\n\n(Laughter.)\n\nQ: Good.", [["Open?"], ["It is."], ["Good."]]),
        ("Transcript: the weir\n\nIt is edited.\n\nQ: Open?\n\nMOSS: It is.", [["Open?"], ["It is."]]),
        ("Interview: Moss speaks\n\nQ: Open?\n\nMOSS: It is.\n\nQ: Good.", [["Open?"], ["It is."], ["Good."]]),
        (
            "Kelm Board: weir opens\n\nAda Moss: Open?\nJan Berg: Yes.\nAda Moss: Good.",
            [["Open?"], ["Yes."], ["Good."]],
        ),
    ],
)
def test_turns(text: str, expected: list[list[str]]) -> None:
    assert turns(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "WHO: Ada Moss.\n\nWHAT: A walk.\n\nWHERE: Kelm.",
        "Moss: Win by a mile.\n\nBerg: Hang on.",
        "Moss: 1,769.\n\nBerg: 1,501.\n\nMoss: 547.\n\nBerg: 46.",
        "KELM: It rained.\n\nThe council met.\n\nIt rained on.",
        "Q: Is it open?",
        "Moss: We go on\n\nIt rained.\n\nIt rained.\n\nIt rained.\n\nIt rained.\n\nMoss: We go on",
    ],
)
def test_labels_that_are_no_turns(text: str) -> None:
    assert turns(text) == []


def test_the_label_of_an_office_stands_for_the_name_that_it_gives(quotes: Callable[[str], tuple[Quote, ...]]) -> None:
    text = (
        "Transcript: the weir board sits\n\nTHE CHAIR (Ada Moss): How long did you keep the weir?\n\n"
        "JAN BERG: For thirty years.\n\nDR. LUND (by video link): May I ask why?\n\n"
        "THE CHAIR: Please do.\n\nJAN BERG: It was warm."
    )
    speakers = [(quote.speaker.name, quote.source) for quote in quotes(text) if quote.speaker]
    names = ["Ada Moss", "Jan Berg", "LUND", "Ada Moss", "Jan Berg"]
    assert speakers == [(name, None) for name in names]


def test_what_a_piece_is_speaks_in_no_headline(quotes: Callable[[str], tuple[Quote, ...]]) -> None:
    found = quotes("Interview: ‘We stay’\n\n“We stay, and we swim,” Ada Moss said on the weir.")
    assert {quote.speaker.name for quote in found if quote.speaker} == {"Ada Moss"}
