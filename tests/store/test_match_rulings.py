"""Rulings on matches: added, the newest stands, each tied to the one before, with the conflicts that it settles."""

from pathlib import Path

import pytest

from quotereview.model import Label, MatchRuling, SettledConflict
from quotereview.store import Store, check, open_store
from tests.store import invented
from tests.store.test_merging import FERRY, PIER, copied, load

KIND = "rulings on matches"
SETTLED = SettledConflict("speaker", "Tilda Brandt", None, "she says so herself", "Ana Ruz")
SAME = MatchRuling(Label.SAME, (SETTLED,), "one press conference", "Ana Ruz")
APART = MatchRuling(Label.DIFFERENT, (), "a slogan", "Ben Ode")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two articles."""
    opened = open_store(tmp_path / "quotes.qrev")
    load(opened, FERRY, PIER)
    return opened


def pair(store: Store) -> tuple[str, str]:
    """A quote of each article, the one whose id comes first before."""
    first, second = sorted(store.proposals.quotes(article.id)[0] for article in (FERRY, PIER))
    return first, second


def decide(store: Store, ruling: MatchRuling, editor: str = "Ana Ruz") -> str:
    """Rule on the two quotes; the act's id."""
    newest = store.match_rulings.newest(*pair(store))
    with store.act(KIND, "match", editor, invented.now()) as act:
        store.match_rulings.rule(act, *pair(store), ruling, newest.id if newest else None)
    return act.id


def test_the_newest_decision_on_a_pair_stands_with_what_it_settles(store: Store) -> None:
    one, other = pair(store)
    assert store.match_rulings.newest(one, other) is None
    first = decide(store, SAME)
    (stands,) = store.match_rulings.all()
    assert (stands.quote, stands.other, stands.ruling, stands.follows) == (one, other, SAME, None)
    assert store.match_rulings.by_act(first) == store.match_rulings.told(one) == (stands,)
    assert store.match_rulings.act_of(stands.id) == first
    decide(store, APART, "Ben Ode")
    newest = store.match_rulings.newest(other, one)
    assert newest and (newest.follows, newest.ruling, newest.editor) == (stands.id, APART, "Ben Ode")
    assert store.match_rulings.decisions([newest.id, stands.id]) == (newest, stands)
    assert store.match_rulings.all() == (newest,)


def test_it_makes_no_difference_from_which_quote_it_is_told(store: Store) -> None:
    one, other = pair(store)
    with store.act(KIND, "match", "Ana Ruz", invented.now()) as act:
        store.match_rulings.rule(act, other, one, SAME.turned(), None)
    (stands,) = store.match_rulings.all()
    assert (stands.quote, stands.other, stands.ruling) == (one, other, SAME)


def test_rulings_on_matches_are_told_in_the_views_and_sealed(store: Store) -> None:
    before, (one, other) = store.seal(), pair(store)
    decide(store, SAME)
    assert store.seal() != before
    told = store._connection.rows("SELECT label, quote, other_quote, match FROM history WHERE match IS NOT NULL")
    assert [tuple(row) for row in told] == [("match", one, other, "same")]
    changed = store._connection.rows(
        "SELECT field, before, after FROM changes WHERE field IN (?, ?)", ("match", "settled")
    )
    assert sorted(map(tuple, changed)) == [
        ("match", None, f"same: {other}"),
        ("settled", None, "speaker: Tilda Brandt / –, she says so herself"),
    ]
    decide(store, MatchRuling())
    assert store._connection.rows("SELECT 1 FROM matches_ruled") == []
    assert list(check(store.path)) == []


def test_rulings_on_matches_are_merged_in_any_order_and_purged_with_either_article(
    store: Store, tmp_path: Path
) -> None:
    store.close()
    ana, ben = copied(store.path, "ana.qrev"), copied(store.path, "ben.qrev")
    with open_store(ana) as of_ana, open_store(ben) as of_ben:
        decide(of_ana, SAME)
        decide(of_ben, APART, "Ben Ode")
    with open_store(ana) as of_ana, open_store(ben) as of_ben:
        assert of_ana.merge(ben).rulings == of_ben.merge(ana).rulings == 1
        assert list(of_ana.dump()) == list(of_ben.dump())
        assert of_ana.match_branches.all() == of_ben.match_branches.all() != {}
        assert of_ana.match_rulings.all() == of_ben.match_rulings.all()
        for article in (FERRY, PIER):
            to = tmp_path / f"without-{article.name}.qrev"
            of_ana.purge(article.id, to, "Ana Ruz", invented.now())
            assert list(check(to)) == []
            with open_store(to) as left:
                assert left.match_rulings.all() == ()


def test_what_was_ruled_of_a_match_is_read_as_it_was(store: Store) -> None:
    decide(store, SAME)
    (stood,) = store.match_rulings.all()
    with store.act(KIND, "match", "Ana Ruz", invented.now()) as act:
        store.match_rulings.rule(act, *pair(store), APART, stood.id)
    with store.as_of(stood.id) as past:
        assert past.match_rulings.all() == (stood,)


def test_others_hear_of_which_quotes_and_articles_a_ruling_on_a_match_is(store: Store) -> None:
    before = store.acts.last()
    decide(store, SAME)
    (act,) = store.acts.after(before)
    assert set(act.quotes) == set(pair(store))
    assert set(act.articles) == {FERRY.id, PIER.id}
