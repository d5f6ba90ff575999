"""When articles count as printed by different outlets."""

import pytest

from quotereview.matching import other_outlet, outlets
from tests.matching.wordings import wording


@pytest.mark.parametrize(
    ("here", "there", "other"),
    [
        ("Gulf Courier", "Pacific Wire", True),
        ("Gulf Courier", "Gulf Courier", False),
        ("The Northern Ledger", "Northern Ledger", False),
        ("Gulf Courier", "GULF COURIER", False),
        ("Gulf Courier", None, False),
        (None, None, False),
    ],
)
def test_articles_of_unknown_outlet_never_count_as_different(here: str | None, there: str | None, other: bool) -> None:
    assert other_outlet(wording("words", outlet=here), wording("words", outlet=there)) is other


def test_outlets_are_counted_once_and_unknown_ones_never() -> None:
    printed = ("Gulf Courier", None, "The Northern Ledger", "Northern Ledger", None)
    assert len(outlets(wording("words", outlet=outlet) for outlet in printed)) == 2
