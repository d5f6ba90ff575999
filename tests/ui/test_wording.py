"""What the card says of a quote."""

from dataclasses import replace

import pytest

from quotereview.model import Passage, Source, SourceKind, Span, Speaker, SpeakerType, proposed
from quotereview.ui import wording
from tests.ui.story import SAFE


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("The bridge is safe.", "“The bridge is safe.”"),
        ("rope " * 60 + "ends", f"“{'rope ' * 26}… {'rope ' * 12}ends”"),
        ("水" * 300, f"“{'水' * 133} … {'水' * 67}”"),
    ],
)
def test_a_long_quote_loses_its_middle_between_words(said: str, shown: str) -> None:
    ruling = replace(proposed(SAFE), passages=(Passage(Span(0, len(said)), said),))
    assert wording.words(ruling) == shown


@pytest.mark.parametrize(
    ("printed", "name", "told"),
    [
        ("the vice premier", "vice premier", ""),
        ("A Western diplomat", "Western diplomat", ""),
        ("Otto Rand", "Otto Rand", ""),
        ("Rand", "Otto Rand", "“Rand” → Otto Rand"),
        ("the minister", "Otto Rand", "“the minister” → Otto Rand"),
    ],
)
def test_a_name_is_explained_where_it_differs_by_more_than_an_article(printed: str, name: str, told: str) -> None:
    assert wording.naming(Speaker(name, SpeakerType.PERSON, printed=printed)) == told


def test_the_kind_of_a_source_is_left_out_where_its_name_says_it() -> None:
    assert wording.carrier(Source("statement", SourceKind.STATEMENT)).words == "statement"
    assert wording.carrier(Source("Kanal 9", SourceKind.BROADCASTER)).words == "Kanal 9 · broadcaster"
