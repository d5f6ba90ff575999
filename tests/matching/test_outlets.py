"""When articles count as printed by different outlets."""

import pytest

from quotereview.matching import other_outlet
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
