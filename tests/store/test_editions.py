"""Decisions on editions: added, the newest stands, each tied to the one before, with what was taken over."""

from pathlib import Path

import pytest

from quotereview.model import EditionRuling, TakenOver, Verdict
from quotereview.store import Store, check, open_store
from tests.store import invented
from tests.store.test_merging import FERRY, PIER, copied, load, rule

KIND = "articles kept, removed or brought back"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two articles, a ruling on the first."""
    opened = open_store(tmp_path / "quotes.qrev")
    load(opened, FERRY, PIER)
    rule(opened, 0, Verdict.CONFIRMED, "Ana Ruz")
    return opened


def decide(store: Store, ruling: EditionRuling, editor: str = "Ana Ruz") -> str:
    """Rule that the pier's article is a newer edition of the ferry's, or not; the act's id."""
    newest = store.editions.newest(PIER.id, FERRY.id)
    with store.act(KIND, "editions", editor, invented.now()) as act:
        store.editions.rule(act, PIER.id, FERRY.id, ruling, newest.id if newest else None)
    return act.id


def test_the_newest_decision_on_a_pair_stands_with_its_parts(store: Store) -> None:
    assert store.editions.newest(PIER.id, FERRY.id) is None
    quote = store.standing.quotes(FERRY.id)[0]
    assert quote.decision
    taken = (TakenOver(quote.decision.id, store.standing.quotes(PIER.id)[0].id), TakenOver(quote.decision.id, None))
    first = decide(store, EditionRuling(True, taken))
    (stands,) = store.editions.all()
    assert (stands.article, stands.older, stands.ruling) == (PIER.id, FERRY.id, EditionRuling(True, taken))
    assert store.editions.of(PIER.id) == store.editions.of(FERRY.id) == store.editions.by_act(first) == (stands,)
    assert store.editions.act_of(stands.id) == first
    decide(store, EditionRuling(False))
    newest = store.editions.newest(PIER.id, FERRY.id)
    assert newest and newest.follows == stands.id and store.editions.get(stands.id) == stands
    assert [one.ruling.same for one in store.editions.all()] == [False]


def test_what_is_taken_back_is_said_no_more(store: Store) -> None:
    decide(store, EditionRuling(False))
    decide(store, EditionRuling(None))
    newest = store.editions.newest(PIER.id, FERRY.id)
    assert newest and newest.ruling == EditionRuling(None)
    assert store.editions.all() == store.editions.of(PIER.id) == ()


def test_decisions_on_editions_are_told_in_the_history_and_sealed(store: Store) -> None:
    before = store.seal()
    decide(store, EditionRuling(True))
    assert store.seal() != before
    told = store._connection.rows("SELECT label, article, older, same_edition FROM history WHERE older IS NOT NULL")
    assert [tuple(row) for row in told] == [("editions", PIER.id, FERRY.id, 1)]
    assert list(check(store.path)) == []


def test_decisions_on_editions_are_merged_and_purged_with_either_article(store: Store, tmp_path: Path) -> None:
    store.close()
    ana, ben = copied(store.path, "ana.qrev"), copied(store.path, "ben.qrev")
    with open_store(ana) as of_ana, open_store(ben) as of_ben:
        decide(of_ana, EditionRuling(True))
        decide(of_ben, EditionRuling(False), "Ben Ode")
    with open_store(ana) as of_ana, open_store(ben) as of_ben:
        assert of_ana.merge(ben).rulings == of_ben.merge(ana).rulings == 1
        assert list(of_ana.dump()) == list(of_ben.dump())
        for article in (FERRY, PIER):
            to = tmp_path / f"without-{article.name}.qrev"
            of_ana.purge(article.id, to, "Ana Ruz", invented.now())
            assert list(check(to)) == []
            with open_store(to) as left:
                assert left.editions.all() == ()


def test_what_was_said_of_editions_is_read_as_it_was(store: Store) -> None:
    decide(store, EditionRuling(True))
    (stood,) = store.editions.all()
    with store.act(KIND, "editions", "Ana Ruz", invented.now()) as act:
        store.editions.rule(act, PIER.id, FERRY.id, EditionRuling(False), stood.id)
    with store.as_of(stood.id) as past:
        assert past.editions.all() == (stood,)
