"""Turns of transcripts, and lists with labels that are none."""

import pytest

from quotereview.detection import paragraphs, transcripts


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
