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
