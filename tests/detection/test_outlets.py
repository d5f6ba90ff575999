"""Which outlet an article is of."""

import pytest

from quotereview.detection import outlets


@pytest.mark.parametrize(
    ("text", "own", "other"),
    [
        ("VELM (AP) — Rook left.", "The Associated Press", "AFP"),
        ("VELM, May 3 (Xinhua) -- Rook left.", "Xinhua", "Reuters"),
        ("Rook left.\n(Reporting by Ola Berg; Editing by Ida Moss)", "Reuters", "AFP"),
        ("Rook left.\nPublished in Kvelden, May 3rd", "Kvelden.com", "AFP"),
        ("Rook left.\nAssociated Press writer Ola Berg contributed.", "AP", "Reuters"),
        ("Rook left.", "AFP", "Kvelden"),
    ],
)
def test_the_outlet_credits_itself(text: str, own: str, other: str) -> None:
    outlet = outlets.own(text)
    assert outlet.is_called(own)
    assert not outlet.is_called(other)


@pytest.mark.parametrize("name", ["The Velm Courier", "Velm Courier", "Courier", "the Courier", "AP"])
def test_an_outlet_whose_name_is_known_is_called_by_it_or_its_last_word(name: str) -> None:
    assert outlets.own("VELM (AP) — Rook left.", "The Velm Courier").is_called(name)


@pytest.mark.parametrize("name", ["Kelm Courier", "Velm Post", "Reuters", "AFP"])
def test_another_outlet_is_not(name: str) -> None:
    assert not outlets.own("Rook left.", "The Velm Courier").is_called(name)


def test_the_address_of_a_site_is_no_part_of_a_name() -> None:
    assert outlets.own("Rook left.", "www.kvelden.example.no").is_called("Kvelden") is False
    assert outlets.own("Rook left.", "Kvelden.com").is_called("Kvelden")


@pytest.mark.parametrize(
    ("known", "name"),
    [("velm-gaz", "Velm Gazette"), ("vmg", "The Velm Morning Gazette"), ("velm_gazette", "the Velm Gazette")],
)
def test_the_short_name_of_a_file_stands_for_the_outlet(known: str, name: str) -> None:
    assert outlets.own("Rook left.", known).is_called(name)
    assert not outlets.own("Rook left.", known).is_called("The Kelm Morning Gazette")
