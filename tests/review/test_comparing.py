"""Matches are kept as they would be found now, whatever is done, and nothing that rests on what is gone is read."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quotereview import matching
from quotereview.errors import NotPossible
from quotereview.model import Match, Wording
from quotereview.review import comparing
from quotereview.review.comparing import Comparing, compare_apart
from quotereview.review.ingest import Read
from quotereview.review.outline import Outline
from quotereview.review.session import Session
from quotereview.store import Store, check, open_store, recover
from tests.review.busy_editor import do, load
from tests.review.conftest import FERRY, HARBOUR, read
from tests.store import invented

OTHER = "Lena Falk"
NAMES = ("Tilda Brandt", "Oskar Vint", OTHER, "Speaker 1")


def bare(wording: Wording) -> Wording:
    """A quote without what is compared and not read again: the words around it, and how it was said."""
    return replace(wording, before="", after="", between="", role=None, hands=None, addressee=None)


def told(matches: Iterator[Match] | list[Match]) -> set[Match]:
    """Matches as they are read from a store."""
    return {replace(one, here=bare(one.here), there=bare(one.there)) for one in matches}


def afresh(store: Store) -> set[Match]:
    """What would be found now, by nothing that is kept."""
    finding = Comparing(store, Outline(store).identities)
    return told([match for number in store.compared.numbers() for match in finding.matches(number)])


def kept(store: Store) -> set[Match]:
    """What is kept."""
    finding, found = Comparing(store, Outline(store).identities), store.matches.all()
    wordings = finding.wordings([number for one in found for number in one[:2]])
    return told([one.between(wordings[one.here], wordings[one.there]) for one in found])


def compared(session: Session) -> list[int]:
    """Compare all that waits; how many were left each time."""
    return list(session.crosscheck.go_on())


def deed(session: Session, dice: random.Random) -> None:
    """One of the verbs."""
    if dice.random() < 0.2:
        rename(session, dice)
    else:
        do(session, dice)


def rename(session: Session, dice: random.Random) -> None:
    """Say that two names are one person's, or that a name is its own."""
    one, other = dice.sample(NAMES, 2)
    if dice.random() < 0.7:
        session.people.same(one, other)
    else:
        session.people.split(one)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_no_match_outlives_its_cause(store: Store, seed: int) -> None:
    session, dice = Session(store, "Ana Ruz", invented.Clock()), random.Random(seed)
    for number in range(4):
        load(session, f"{number}.txt")
    for _ in range(40):
        try:
            deed(session, dice)
        except NotPossible:
            continue
        assert kept(store) <= afresh(store)
        if dice.random() < 0.6:
            compared(session)
            assert kept(store) == afresh(store)
    compared(session)
    assert list(check(store.path)) == []


def test_what_changes_nothing_that_is_compared_is_not_compared_again(session: Session, quotes: tuple[str, ...]) -> None:
    compared(session)
    session.confirm(quotes[0])
    session.set_note(quotes[1], "heard it")
    assert session.crosscheck.waiting() == 0
    session.set_speaker(quotes[0], OTHER)
    assert session.crosscheck.waiting() == 2  # with the one that it matched
    assert not session.crosscheck._read(session._store.matches.all())


def test_a_quote_that_comes_later_is_found_from_the_side_of_the_earlier_one(store: Store) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    session.keep(read(FERRY))
    compared(session)
    session.keep(read(HARBOUR))
    [first, *_] = session.quotes(FERRY.id)
    assert [match.there.article for match in session.crosscheck.partners(first.id)] == [HARBOUR.id]
    [match] = session.crosscheck.disagreements()
    assert {match.here.article, match.there.article} == {FERRY.id, HARBOUR.id}


def test_a_quote_that_changes_is_held_against_those_that_came_later(store: Store) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    for article in (FERRY, HARBOUR):
        session.keep(read(article))
    assert set(store.matches.waiting(9).values()) == {0}
    compared(session)
    [first, *_] = session.quotes(FERRY.id)
    session.set_speaker(first.id, OTHER)
    waiting = store.matches.waiting(9)
    assert store.compared.number(first.id) in waiting and set(waiting.values()) == {1}
    compared(session)
    assert kept(store) == afresh(store) != set()


@pytest.mark.parametrize("size", [1, 3])
def test_in_slices_the_same_is_found_as_in_one_go(store: Store, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(comparing, "SLICE", size)
    session = Session(store, "Ana Ruz", invented.Clock())
    for name in ("one.txt", "two.txt", "three.txt"):
        load(session, name)
    left = compared(session)
    assert left == list(range(len(store.compared.numbers()), 0, -size))
    assert kept(store) == afresh(store) != set()


def test_a_store_that_was_merged_into_compares_what_came(tmp_path: Path, session: Session, store: Store) -> None:
    compared(session)
    with open_store(tmp_path / "other.qrev") as other:
        theirs = Session(other, "Ben Ode", invented.Clock())
        load(theirs, "theirs.txt")
        theirs.people.same("Tilda Brandt", OTHER)
        compared(theirs)
    with open_store(store.path) as into:
        into.merge(tmp_path / "other.qrev")
    assert kept(store) < afresh(store)
    compared(session)
    assert kept(store) == afresh(store)


def test_a_store_without_one_article_and_a_recovered_one_compare_all_anew(session: Session, tmp_path: Path) -> None:
    compared(session)
    session._store.purge(HARBOUR.id, tmp_path / "purged.qrev", "Ana Ruz", datetime.now(UTC))
    recover(session.store_path, tmp_path / "recovered.qrev")
    for name, matches in (("purged.qrev", 0), ("recovered.qrev", 2)):
        with open_store(tmp_path / name) as store:
            assert store.matches.all() == []
            compared(Session(store, "Ana Ruz"))
            assert len(kept(store)) == matches
            assert kept(store) == afresh(store)


def test_another_version_of_the_program_compares_all_again(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    compared(session)
    assert Session(session._store, "Ben Ode").crosscheck.waiting() == 0
    monkeypatch.setattr(matching, "engine", lambda: "another one")
    assert Session(session._store, "Ben Ode").crosscheck.waiting() == 5
    assert session._store.matches.all() == []


def test_what_was_found_while_somebody_else_ruled_is_not_kept(session: Session, quotes: tuple[str, ...]) -> None:
    with open_store(session.store_path) as other:
        Session(other, "Ben Ode")
        seen, waiting = other.version(), other.matches.waiting(9)
        session.set_speaker(quotes[0], OTHER)
        assert not other.matches.keep(waiting, [], seen, wait=True)
        assert other.matches.waiting(9).keys() == waiting.keys()
        assert other.matches.keep(waiting, [], other.version(), wait=True)
    assert session._store.matches.waiting(9) == {}


def test_while_another_program_writes_a_quote_is_compared_all_the_same(
    session: Session, quotes: tuple[str, ...]
) -> None:
    with open_store(session.store_path) as other, other.act("rulings", "slow", "Ben Ode", invented.now()):
        assert session.crosscheck.partners(quotes[0])
    assert session.crosscheck.waiting() == 5


def test_what_stood_earlier_and_a_blind_read_are_compared_by_what_is_seen(
    session: Session, quotes: tuple[str, ...], store: Store
) -> None:
    [there] = [match.there for match in session.crosscheck.partners(quotes[0])]
    [before] = store.acts.lately("Ana Ruz", 1)
    compared(session)
    session.set_speaker(quotes[0], OTHER)
    compared(session)
    assert session.crosscheck.disagreements() == ()
    with store.as_of(before.id) as past:
        then = Session(past, "Ana Ruz").crosscheck
        [match] = then.partners(quotes[0])
        assert (bare(match.there), match.here.speaker, then.waiting()) == (bare(there), "Tilda Brandt", 0)
        assert len(then.disagreements()) == len(match.conflicts) == 1


def test_a_worker_compares_by_connections_of_its_own(session: Session, store: Store) -> None:
    assert list(compare_apart(session.store_path)) == [0]
    assert kept(store) == afresh(store) != set()


def test_the_groups_of_an_article_hold_all_their_versions(store: Store) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    for name in ("one.txt", "two.txt", "three.txt"):
        load(session, name)
    session.keep(Read(HARBOUR, read(HARBOUR).detection))
    compared(session)
    [harbour] = session.crosscheck.groups_of([HARBOUR.id])
    assert len(harbour.wordings) == 4
    assert harbour in session.crosscheck.groups() and len(session.crosscheck.groups()) == 3


def test_a_quote_that_leaves_the_store_while_it_is_compared_is_of_no_matter(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window removes an article between two looks of the one that compares."""
    session.keep(read(invented.article("ferry again.txt", outlet="Fjord Times")))
    with open_store(session.store_path) as apart:
        finding, looks, held = Comparing(apart, Outline(apart).identities), [], session.articles()
        wordings = finding.wordings

        def removing(numbers: list[int]) -> dict[int, Wording]:
            found = wordings(numbers)
            if session.articles() and numbers[0] < max(looks, default=0):  # those that share words with a quote
                session.remove([one.id for one in held])
            looks.extend(numbers)
            return found

        monkeypatch.setattr(finding, "wordings", removing)
        finding.go_on(finding.waiting())
    assert held and not session.articles() and kept(session._store) == set()
    assert list(check(session.store_path)) == []
