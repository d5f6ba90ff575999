"""Names that no list of carriers has, by how they stand."""

from collections.abc import Callable

import pytest

from quotereview.model import Quote, SourceKind, SpeakerType
from tests.detection.carried import AGENCY, INTERVIEW, ROOK, Said, carriages, summary


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“We stay,” Rook said, according to the Norvia agency.", "Norvia", AGENCY),
        ("“We stay,” Rook said, the Norvia agency reported.", "Norvia", AGENCY),
        ("The Norvia agency quoted Rook, who said “we stay”.", "Norvia", AGENCY),
        ("“We stay,” Rook said, citing what she had told the Norvia agency.", "Norvia", INTERVIEW),
        ("“We stay,” Rook said on Monday, Norvia reported.", "Norvia", None),
        ("“We stay,” Rook said, Norvia reported on Tuesday.", "Norvia", None),
        ("“We stay,” Rook said, as reported by Norvia.", "Norvia", None),
        ("Norvia reported on Monday that Rook had said “we stay”.", "Norvia", None),
        ("“We stay,” said Rook, who was quoted by Norvia as saying so.", "Norvia", None),
        ("Rook was quoted as saying by Norvia: “We stay,” she said.", "Norvia", None),
        ("Rook reported that she had “stayed on”, she said, according to Norvia.", "Norvia", None),
        ("“We stay,” Rook said, Reuters reported.", "Reuters", AGENCY),
        ("“We stay,” said Rook, the mayor of Velm, reports Norvia.", "Norvia", None),
        ("“We stay,” said Rook, the mayor of Velm, reports the Velm Gazette.", "Velm Gazette", SourceKind.OUTLET),
        ("According to Norvia, Rook said that “we stay”.", "Norvia", None),
        ("According to Ada Moss, Rook said that “we stay”.", "Ada Moss", None),
        ("According to Rook, “we stay”, as she said on Monday.", None, None),
        ("“We stay,” said Rook, reported Monday as missing.", None, None),
        ("“We stay,” Rook said, Norvia reported losses or not.", None, None),
        ("“We stay,” Rook said at the Environmental Protection Agency.", None, None),
        ("“We stay,” Rook said, according to the UN agency.", None, None),
        ("“We stay,” Rook said after she had reported it.", None, None),
    ],
)
def test_a_name_on_no_list_is_a_carrier_where_it_stands_as_one(
    text: str, name: str | None, kind: SourceKind | None
) -> None:
    assert summary(carriages(text, ROOK)[0])[:2] == (name, kind)


@pytest.mark.parametrize(
    ("text", "by", "name"),
    [
        ("“We stay,” Norvia reported.", "Norvia", "Norvia"),
        ("“We stay,” Greenfield Norvia reported.", "Norvia", None),
        ("“We stay,” Norvia said.", "Norvia", None),
        ("“We stay,” the ministry reported.", "ministry", None),
        ("“We stay,” Norrland reported.", "Norrland", None),
    ],
)
def test_one_name_that_reports_is_speaker_and_source(text: str, by: str, name: str | None) -> None:
    cue = "said" if "said" in text else "reported"
    said = Said(by, cue, by, SpeakerType.ORGANISATION)
    (carriage,) = carriages(text, said, outlet="The Velm Norrland")
    assert summary(carriage)[0] == name


def test_who_reports_only_by_the_capital_of_a_sentence_is_no_name(quotes: Callable[[str], tuple[Quote, ...]]) -> None:
    [quote] = quotes("Ida Rook, the mayor, came.\n\nWitnesses reported that Rook had said “we stay” on Monday.")
    assert quote.speaker and (quote.speaker.name, quote.source) == ("Ida Rook", None)
