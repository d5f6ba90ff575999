"""A store as it was: read by the same verbs, and never written to."""

from datetime import timedelta
from pathlib import Path

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Verdict, ruled
from quotereview.store import Ruled, Store, open_store
from tests.store import invented

FERRY = invented.article()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with one article, confirmed and then disputed in its first quote, a minute between them."""
    path = tmp_path / "quotes.qrev"
    with open_store(path) as store:
        with store.act("rulings on quotes", "load", "Ana Ruz", invented.now()) as act:
            store.articles.add(act, FERRY)
            store.proposals.add(act, FERRY.id, invented.detection(FERRY))
        for minutes, verdict in ((1, Verdict.CONFIRMED), (2, Verdict.DISPUTED)):
            standing = store.standing.quotes(FERRY.id)[0]
            follows = standing.decision.id if standing.decision else None
            at = invented.now() + timedelta(minutes=minutes)
            with store.act("rulings on quotes", verdict.value, "Ana Ruz", at) as act:
                store.decisions.add(act, Ruled(standing.id, ruled(standing.ruling, verdict), follows))
    return path


def verdict(store: Store) -> Verdict | None:
    """How the first quote stands, None where it is not there."""
    found = store.outlines.all()
    return found[0].verdict if found else None


def test_what_stood_after_each_decision(path: Path) -> None:
    with open_store(path) as store:
        quote = store.outlines.all()[0].id
        for decision in store.decisions.of(quote):
            with store.as_of(decision.id) as past:
                assert verdict(past) is decision.ruling.verdict
                assert past.standing.quote(quote) == past.standing.quotes(FERRY.id)[0]
                assert past.decisions.of(quote)[-1] == decision


@pytest.mark.parametrize(
    ("minutes", "stood"),
    [(-1, None), (0, Verdict.OPEN), (1, Verdict.CONFIRMED), (1.5, Verdict.CONFIRMED), (9, Verdict.DISPUTED)],
)
def test_what_stood_at_a_time(path: Path, minutes: float, stood: Verdict | None) -> None:
    with open_store(path) as store, store.as_of(invented.now() + timedelta(minutes=minutes)) as past:
        assert verdict(past) is stood
        assert len(past.articles.loaded()) == len(past.paragraphs.holding("ferry", 1)) == (stood is not None)


def test_what_comes_later_is_not_seen(path: Path) -> None:
    with open_store(path) as store, store.as_of(invented.now() + timedelta(days=1)) as past:
        other = invented.article("pier.txt")
        with store.act("rulings on quotes", "load", "Ana Ruz", invented.now() + timedelta(hours=1)) as act:
            store.articles.add(act, other)
        assert len(past.articles.loaded()) == 1
        assert len(store.articles.loaded()) == 2


def test_the_past_is_not_changed(path: Path) -> None:
    with open_store(path) as store, store.as_of(invented.now()) as past:
        with (
            pytest.raises(NotPossible, match="cannot be changed"),
            past.act("rulings on quotes", "rule", "Ana Ruz", invented.now()),
        ):
            pytest.fail("this act has begun")
        with pytest.raises(NotPossible, match="cannot be changed"):
            past.places.remember("Ana Ruz", FERRY.id, "q")


def test_a_moment_that_never_was_is_told(path: Path) -> None:
    with open_store(path) as store, pytest.raises(NotPossible, match="no act or decision nowhere"):
        store.as_of("nowhere")
