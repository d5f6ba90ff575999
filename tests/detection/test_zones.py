"""Headline, caption, links to other stories and corrections, told from the text alone."""

import pytest

from quotereview.detection import zones
from quotereview.model import Zone

BODY = "The harbour master of Ossmere said on Friday that the mole would hold through the winter storms."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Mole ‘will hold’ at Ossmere\n\nBy Ina Brook\n\n{BODY}", "hbb"),
        (f"Why The Mole At Ossmere Will Hold This Winter.\n\n{BODY}", "hb"),
        (f"Mole will hold.\n\nOSSMERE, Jan. 4 (AP) — {BODY}", "hb"),
        (f"Mole holds\n\nA storm brought ‘the worst night of my life’\n\nBy Ina Brook\n\n{BODY}", "hhbb"),
        (f"ROOK'S FURY: 'It will hold!'\n{BODY}", "hb"),
        (f"{BODY}\n{BODY}", "bb"),
        ("“It holds,” said Rook.\n“We tried it.”", "bb"),
        ("Mole will hold", "b"),
        (f"OSSMERE: {BODY}\n{BODY}", "bb"),
        (f"By Ina Brook\n{BODY}", "bb"),
        (f"{BODY}\nÀ lire aussi : « Tout va bien », dit la maire", "bt"),
        (f"{BODY}\nImage caption: The mole, which ‘holds’", "bc"),
        (f"{BODY}\nWaves at Ossmere. (AFP/File)", "bc"),
        (f"{BODY}\nFILE - The firm promised “a dry winter.” (AP Photo/Ina Brook)", "bc"),
        (f"{BODY}\nRook: ‘it holds’", "bc"),
        (f"{BODY}\nREAD MORE: Is your harbour safe?\n‘I wept for a week’ – star's tears", "btt"),
        (f"{BODY}\nRelated stories\n“They drained our lake”: the village that sued\n{BODY}", "bttb"),
        (f"{BODY}\nOSSMERE: Ferries stood still after crews said they were “worn...", "bt"),
        (f"{BODY}\nFerries stood still on Friday as...\nA bridge near the port will...", "btt"),
        (f"{BODY}\nShe would only say “perhaps...”", "bb"),
        (f"{BODY}\n• This article was amended on 3 May. An earlier version said “dry”.", "bk"),
        (f"{BODY}\nCORRECTION: We reported that Mr Rook said ‘no’.", "bk"),
        (f"{BODY}\nThe correction officer said “no”.", "bb"),
    ],
)
def test_zones_paragraph_by_paragraph(text: str, expected: str) -> None:
    letters = {Zone.HEADLINE: "h", Zone.BODY: "b", Zone.CAPTION: "c", Zone.TEASER: "t", Zone.CORRECTION: "k"}
    assert "".join(letters[stretch.zone] for stretch in zones.find(text)) == expected


def test_the_zones_cover_the_whole_text() -> None:
    text = f"\r\n  Mole holds\r\n\r\n{BODY}\r\n"
    found = zones.find(text)
    assert "".join(stretch.span.of(text) for stretch in found) == text
    assert zones.at(found, text.index("Mole")) is Zone.HEADLINE
    assert zones.at(found, len(text)) is Zone.BODY


def test_a_text_without_words_has_no_zones() -> None:
    assert zones.find(" \n ") == ()
    assert zones.at((), 0) is Zone.BODY
