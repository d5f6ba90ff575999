"""What was ruled on an older edition in another copy of the store, while a newer one took its place, waits there."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotereview.model import Label, Verdict
from quotereview.review.importing import taken_in
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.review.waiting import LATER
from quotereview.store import check, open_store
from tests.review.test_editions import FERRY, MOON, NEWER, OTHER, WORDS, keep, quote
from tests.store import invented


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Session, Session]]:
    """Ana Ruz and Ben Ode, each at a copy of a store with two editions; Ana ruled on the older one before."""
    mine, theirs = tmp_path / "ana.qrev", tmp_path / "ben.qrev"
    with open_store(mine) as store:
        ana = Session(store, "Ana Ruz", invented.Clock())
        for article in (FERRY, NEWER):
            keep(ana, article)
        ana.confirm(quote(ana, FERRY, "The ferry"))
        ana.confirm(quote(ana, FERRY, "Nobody told"))
    shutil.copy(mine, theirs)
    with open_store(mine) as store, open_store(theirs) as other:
        clock = invented.Clock(7.0)
        yield Session(store, "Ana Ruz", clock), Session(other, "Ben Ode", clock)
        assert list(check(mine)) == []


def test_a_ruling_on_a_match_of_words_that_are_others_now_is_told(stores: tuple[Session, Session]) -> None:
    ana, ben = stores
    moon = ben.keep(Read(OTHER, invented.detection(OTHER, MOON))).quotes[0]
    ben.match_rulings.rule(quote(ben, FERRY, "Nobody told"), moon, Label.DIFFERENT)
    ben.match_rulings.rule(quote(ben, FERRY, "The ferry"), moon, Label.DIFFERENT)
    ana.editions.take_over(NEWER.id, FERRY.id)
    with open_store(ana.store_path) as store:
        came = taken_in(store, lambda: store.merge(ben.store_path))
        assert taken_in(store, lambda: store.merge(ben.store_path)).matches == ()
    [told] = came.matches
    assert told.startswith("What Ben Ode ruled on a match of “Nobody told the crews")
    assert told.endswith("are not the same in the newer edition: rule on it anew")


def bring_together(ana: Session, ben: Session) -> None:
    """Ana takes over the newer edition and merges what Ben ruled meanwhile."""
    ana.editions.take_over(NEWER.id, FERRY.id)
    merge(ana, ben.store_path)


def merge(ana: Session, given: Path) -> None:
    """Another program takes in what a store holds, and Ana sees it."""
    with open_store(ana.store_path) as elsewhere:
        elsewhere.merge(given)
    assert ana.look_again()


def waits(ana: Session) -> list[tuple[str, str, str]]:
    """The rulings that wait: their first words, by whom, and why as far as that they came later."""
    found = ana.editions.asides(NEWER.id)
    return [(one.ruled.ruling.passages[0].words[:6], one.ruled.editor, "later" * (one.why == LATER)) for one in found]


def test_it_waits_and_holds_once_somebody_says_so(stores: tuple[Session, Session]) -> None:
    ana, ben = stores
    ben.set_speaker(quote(ben, FERRY, "We shall"), "Director Brandt")
    ben.set_note(quote(ben, FERRY, "We shall"), "on the recording")
    bring_together(ana, ben)
    assert waits(ana) == [("Nobody", "Ana Ruz", ""), ("We sha", "Ben Ode", "later")]
    aside = ana.editions.asides(NEWER.id)[1]
    assert aside.like and aside.like.id == quote(ana, NEWER, "We shall")
    ana.editions.apply(NEWER.id, aside.ruled.id, aside.like.id)
    ruling = ana.quote(aside.like.id).ruling
    assert ruling.speaker and (ruling.speaker.name, ruling.note) == ("Director Brandt", "on the recording")
    assert ruling.reason == "As Ben Ode ruled in the edition of 2026-03-02"
    assert waits(ana) == [("Nobody", "Ana Ruz", "")]
    ana.undo()
    assert len(waits(ana)) == 2
    ana.editions.leave(NEWER.id, aside.ruled.id)
    assert waits(ana) == [("Nobody", "Ana Ruz", "")]


def test_another_ruling_on_what_was_taken_over_waits_and_the_same_does_not(stores: tuple[Session, Session]) -> None:
    ana, ben = stores
    ben.rule(quote(ben, FERRY, "The ferry"), Verdict.DISPUTED)
    bring_together(ana, ben)
    assert waits(ana)[0] == ("The fe", "Ben Ode", "later")
    assert ana.quote(quote(ana, NEWER, "The ferry")).verdict is Verdict.CONFIRMED
    ana.rule(quote(ana, NEWER, "The ferry"), Verdict.DISPUTED)
    assert waits(ana) == [("Nobody", "Ana Ruz", "")]


def test_what_says_nothing_waits_for_nobody(stores: tuple[Session, Session]) -> None:
    ana, ben = stores
    ben.confirm(quote(ben, FERRY, "We shall"))
    ben.undo()
    bring_together(ana, ben)
    assert waits(ana) == [("Nobody", "Ana Ruz", "")]


def test_an_older_edition_that_is_on_the_desk_once_more_is_reviewed_there(stores: tuple[Session, Session]) -> None:
    ana, _ = stores
    ana.editions.take_over(NEWER.id, FERRY.id)
    ana.remove([NEWER.id])
    keep(ana, FERRY)
    ana.reject(quote(ana, FERRY, "We shall"))
    keep(ana, NEWER)
    assert waits(ana) == [("Nobody", "Ana Ruz", "")]


@pytest.mark.parametrize("confirmed", [("The ferry", "We shall"), ()])
def test_what_was_ruled_of_its_matches_holds_of_the_quote_that_took_its_place(
    tmp_path: Path, confirmed: tuple[str, ...]
) -> None:
    said = (("Una Holt", WORDS[0][1]), WORDS[2])
    times = invented.article("times.txt", said, outlet="Fjord Times")
    with open_store(tmp_path / "start.qrev") as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        for article in (FERRY, NEWER):
            keep(session, article)
        session.keep(Read(times, invented.detection(times, said)))
        for words in confirmed:
            session.confirm(quote(session, FERRY, words))
    shutil.copy(tmp_path / "start.qrev", tmp_path / "ben.qrev")
    with open_store(tmp_path / "ben.qrev") as store:
        ben = Session(store, "Ben Ode", invented.Clock(5.0))
        for words, label in (("The ferry", Label.DIFFERENT), ("We shall", Label.REPEAT)):
            ben.match_rulings.rule(quote(ben, FERRY, words), quote(ben, times, words), label, "heard")
    with open_store(tmp_path / "start.qrev") as store:
        ana = Session(store, "Ana Ruz", invented.Clock(5.0))
        ana.match_rulings.rule(quote(ana, NEWER, "We shall"), quote(ana, times, "We shall"), Label.SAME)
        ana.editions.take_over(NEWER.id, FERRY.id)
        merge(ana, tmp_path / "ben.qrev")
        ferry, there = quote(ana, NEWER, "The ferry"), quote(ana, times, "The ferry")
        assert [match.there.quote for match in ana.match_rulings.apart(ferry)] == [there]
        assert all(match.there.quote != ferry for match in ana.crosscheck.partners(there))
        match = ana.match_rulings.between(quote(ana, NEWER, "We shall"), quote(ana, times, "We shall"))
        assert match.ruling and match.ruling.label is Label.SAME
        ana.match_rulings.rule(ferry, there, None)
        assert ana.match_rulings.apart(ferry) == ()
        assert list(check(store.path)) == []
