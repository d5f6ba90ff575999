"""Rulings made side by side: told where they differ, settled with a reason, and taken back as any other ruling."""

import random
import shutil
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from quotereview.errors import NotPossible
from quotereview.model import SourceKind, Verdict
from quotereview.review.filtering import read_filter
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review.conftest import FERRY, read
from tests.review.desks import (
    EDITORS,
    SAME,
    Deed,
    Desks,
    confirm,
    dispute,
    merged,
    note,
    reject,
    side_by_side,
    told,
    undo,
)
from tests.store import invented


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    yield from side_by_side(tmp_path, read(FERRY))


@pytest.mark.parametrize(
    ("ana", "ben", "conflicting"),
    [
        ([confirm], [reject], True),
        ([confirm], [lambda session, quote: session.pick(quote, 2)], True),
        ([confirm], [lambda session, quote: session.set_source(quote, "Sund Post", SourceKind.LETTER)], True),
        ([confirm, undo], [confirm], True),
        ([confirm], [confirm], False),
        ([confirm, note], [confirm], False),
        ([reject], [], False),
        ([reject, dispute], [reject], True),
    ],
)
def test_rulings_that_differ_are_a_conflict(desks: Desks, ana: list[Deed], ben: list[Deed], conflicting: bool) -> None:
    for editor, deeds in (("Ana Ruz", ana), ("Ben Ode", ben)):
        with open_store(desks.path(editor)) as store:
            session = Session(store, editor, desks.clock)
            for deed in deeds:
                deed(session, session.quotes(FERRY.id)[0].id)
    desks.merge("Ana Ruz", "Ben Ode")
    with open_store(desks.path("Ana Ruz")) as store:
        assert bool(told(store)) == conflicting


def test_two_sessions_on_one_store_each_rule_upon_what_they_saw(session: Session, quotes: tuple[str, ...]) -> None:
    with open_store(session.store_path) as store:
        other = Session(store, "Ben Ode", invented.Clock())
        for one in (session, other):
            one.quotes(FERRY.id)
        session.confirm(quotes[0])
        other.reject(quotes[0])
        session.look_again()
        other.look_again()
        conflict = session.conflicts.of(quotes[0])
        assert conflict == other.conflicts.of(quotes[0])
        assert conflict and session.conflicts.all() == (conflict,)
        assert {conflict.standing.editor, conflict.others[0].editor} == {session.editor, "Ben Ode"}


def test_conflicts_are_counted_as_they_come_and_go(desks: Desks) -> None:
    desks.do("Ana Ruz", confirm)
    desks.do("Ben Ode", reject)
    for editor in ("Ana Ruz", "Ben Ode"):
        desks.do(editor, lambda session, _, editor=editor: session.people.same("T. Brandt", SAME[editor]))
    session = merged(desks)
    [conflict] = session.conflicts.all()
    assert (session.progress().conflicts, session.conflicts.quotes()) == (2, {conflict.quote})
    session.conflicts.settle(conflict.quote, conflict.standing.id, "the recording has it")
    assert (session.progress().conflicts, session.conflicts.quotes()) == (1, frozenset())
    session.undo()
    session.remove([FERRY.id])
    assert (session.progress().conflicts, session.conflicts.quotes()) == (1, frozenset())


def test_a_filter_by_verdict_finds_quotes_in_conflict(desks: Desks) -> None:
    desks.do("Ana Ruz", confirm)
    desks.do("Ana Ruz", confirm, 1)
    desks.do("Ben Ode", reject)
    session = merged(desks)
    [conflict] = session.conflicts.all()
    verdict = conflict.standing.ruling.verdict.value.replace(" ", " verdict:")
    queue = session.queue()
    for line, shown in (
        ("verdict:conflict", {conflict.quote}),
        (f"verdict:conflict verdict:{verdict}", {conflict.quote}),
        ("verdict:conflict verdict:disputed", set()),
        ("verdict:-conflict", {quote.id for quote in session.outline()} - {conflict.quote}),
    ):
        queue.set_filter(read_filter(line))
        assert queue.shown == shown, line
    queue.set_filter(read_filter("verdict:conflict"))
    queue.follow(session.conflicts.settle(conflict.quote, conflict.standing.id, "the recording has it"))
    assert queue.shown == set()
    queue.follow(session.undo())
    assert queue.shown == {conflict.quote}


@pytest.mark.parametrize("choice", [0, 1])
def test_undo_of_another_editor_leaves_the_rulings_to_those_who_made_them(desks: Desks, choice: int) -> None:
    desks.do("Ana Ruz", confirm)
    desks.do("Ben Ode", reject)
    session = merged(desks)
    (before,) = session.matters.all()
    for _ in range(2):
        (now,) = session.matters.all()
        session.matters.settle(now, now.sides[choice].decision, "the recording has it")
        session.undo()
    session.redo()
    session.undo()
    (now,) = session.matters.all()
    assert [(one.editor, one.decided_at, one.values) for one in now.sides] == [
        (one.editor, one.decided_at, one.values) for one in before.sides
    ]


def test_who_has_seen_the_other_ruling_overrules_it(session: Session, quotes: tuple[str, ...]) -> None:
    with open_store(session.store_path) as store:
        other = Session(store, "Ben Ode", invented.Clock())
        other.quotes(FERRY.id)
        session.confirm(quotes[0])
        other.look_again()
        other.reject(quotes[0])
    assert session.conflicts.all() == ()


def test_who_goes_on_after_merging_has_no_conflict(desks: Desks) -> None:
    desks.do("Ben Ode", confirm)
    desks.merge("Ana Ruz", "Ben Ode")
    desks.do("Ana Ruz", reject)
    desks.merge("Ben Ode", "Ana Ruz")
    with open_store(desks.path("Ben Ode")) as store:
        assert told(store) == []
        assert store.standing.quotes(FERRY.id)[0].verdict is Verdict.NOT_A_QUOTE


@pytest.mark.parametrize("choice", [0, 1])
def test_a_conflict_is_settled_undone_and_settled_again(desks: Desks, choice: int) -> None:
    desks.do("Ana Ruz", confirm)
    desks.do("Ben Ode", reject)
    session = merged(desks)
    [conflict] = session.conflicts.all()
    chosen = (conflict.standing, *conflict.others)[choice]
    change = session.conflicts.settle(conflict.quote, chosen.id, "the recording has it")
    assert (change.quotes, session.undo_label) == ((conflict.quote,), f"Undo {change.label}")
    settled = session.quote(conflict.quote)
    assert (settled.verdict, settled.ruling.reason) == (chosen.ruling.verdict, "the recording has it")
    assert session.conflicts.all() == ()
    assert len(session.history(conflict.quote)) == 3
    session.undo()
    [again] = session.conflicts.all()
    assert again.standing.ruling == conflict.standing.ruling
    assert again.others == conflict.others
    session.redo()
    assert session.conflicts.of(conflict.quote) is None
    session.set_note(conflict.quote, "told Ben")
    assert session.conflicts.of(conflict.quote) is None


def test_a_settled_conflict_is_settled_in_every_store_and_open_for_whoever_ruled_on(desks: Desks) -> None:
    desks.do("Ana Ruz", confirm)
    desks.do("Ben Ode", reject)
    session = merged(desks)
    [conflict] = session.conflicts.all()
    session.conflicts.settle(conflict.quote, conflict.standing.id, "the recording has it")
    desks.merge("Ben Ode", "Ana Ruz")
    with open_store(desks.path("Ben Ode")) as store:
        assert told(store) == []
    desks.do("Cleo Ma", dispute)
    desks.merge("Ben Ode", "Cleo Ma")
    with open_store(desks.path("Ben Ode")) as store:
        assert told(store) == [("Dora Lind", "Cleo Ma")]


def test_a_quote_that_was_withdrawn_in_one_store_can_come_back(desks: Desks) -> None:
    words = invented.span(FERRY, invented.WITHDRAWN)
    added = invented.with_added(FERRY, invented.WITHDRAWN)
    with open_store(desks.path("Ana Ruz")) as store:
        quote = Session(store, "Ana Ruz", desks.clock).spans.add(FERRY.id, words, added).quotes[0]
    desks.merge("Ben Ode", "Ana Ruz")
    with open_store(desks.path("Ben Ode")) as store:
        Session(store, "Ben Ode", desks.clock).set_speaker(quote, "Tilda Brandt")
    with open_store(desks.path("Ana Ruz")) as store:
        Session(store, "Ana Ruz", desks.clock).undo()
    session = merged(desks)
    [conflict] = session.conflicts.all()
    kept = next(one for one in (conflict.standing, *conflict.others) if not one.withdrawn)
    session.conflicts.settle(quote, kept.id, "it is on the banner")
    assert session.quote(quote).ruling.speaker == kept.ruling.speaker
    session.undo()
    assert len(session.conflicts.all()) == 1


def test_settling_wants_a_conflict_a_ruling_of_it_and_a_reason(desks: Desks) -> None:
    desks.do("Ana Ruz", confirm)
    desks.do("Ben Ode", reject)
    session = merged(desks)
    [conflict] = session.conflicts.all()
    quiet = session.quotes(FERRY.id)[1].id
    wishes = [
        (quiet, conflict.standing.id, "why", "nothing to settle"),
        (conflict.quote, "another", "why", "none of the rulings"),
        (conflict.quote, conflict.standing.id, " ", "Say why"),
    ]
    for quote, decision, reason, says in wishes:
        with pytest.raises(NotPossible, match=says):
            session.conflicts.settle(quote, decision, reason)
    session.remove([FERRY.id])
    assert session.conflicts.all() == ()
    with pytest.raises(NotPossible, match="was removed"):
        session.conflicts.settle(conflict.quote, conflict.standing.id, "why")


# Three editors

DECISIONS = 500
PLANTED = 40
PLANTED_NAMES = 6
NAMED = 2 * PLANTED_NAMES + len(EDITORS)


def many(number: int) -> Read:
    """An article with four quotes."""
    words = [("Tilda Brandt", f"Ferry {number} sails at {hour} sharp.") for hour in ("nine", "ten", "noon", "three")]
    article = invented.article(f"ferry-{number}.txt", words)
    return Read(article, invented.detection(article, words))


def rule_beside(desks: Desks, dice: random.Random) -> set[str]:
    """Have three editors rule 500 times on copies of one store, each on quotes of their own but for those planted."""
    with open_store(desks.folder / "start.qrev") as store:
        quotes = [quote.id for quote in Session(store, "").outline()]
    dice.shuffle(quotes)
    planted, agreed, rest = quotes[:PLANTED], quotes[PLANTED : PLANTED + 20], quotes[PLANTED + 20 :]
    left = DECISIONS
    for place, editor in enumerate(EDITORS):
        with open_store(desks.path(editor)) as store:
            session = Session(store, editor, desks.clock)
            for number, quote in enumerate(planted):
                if number % 3 != place:  # two of the three rule on each
                    session.set_speaker(quote, f"As {editor} heard")
                    left -= 1
            for number in range(PLANTED_NAMES):
                if number % 3 != place:
                    session.people.same(f"Heard {number}", f"As {editor} knows")
                    left -= 1
            session.people.same("B. Ode", "Ben Ode")
            left -= 1
            for quote in agreed:
                session.confirm(quote)
                left -= 1
            own = rest[place::3]
            share = left if editor == EDITORS[-1] else (DECISIONS - 2 * PLANTED - 20 * 3 - NAMED) // 3
            for number in range(share):
                session.set_speaker(dice.choice(own), f"Speaker {number}")
                left -= 1
    assert left == 0
    return set(planted)


def exported(store: Store) -> tuple[list[str], list[str], list[str], list[object]]:
    """All rows, those of articles, proposals and decisions among them; what conflicts, and what stands."""
    session = Session(store, "")
    conflicts = sorted(conflict.quote for conflict in session.conflicts.all())
    names = [conflict.name for conflict in session.conflicts.of_names()]
    return list(store.dump()), conflicts, names, sorted(session.outline(), key=lambda quote: quote.id)


def test_five_hundred_decisions_of_three_editors_merge_to_the_same_in_any_order(tmp_path: Path) -> None:
    desks = Desks(tmp_path)
    desks.start(*(many(number) for number in range(50)))
    planted = rule_beside(desks, random.Random(5))
    found = []
    for number, order in enumerate(permutations(EDITORS)):
        into = tmp_path / f"{number}.qrev"
        shutil.copy(desks.path(order[0]), into)
        with open_store(into) as store:
            for editor in (*order[1:], *order):  # and twice over
                store.merge(desks.path(editor))
            found.append((store.seal(), *exported(store)))
    assert all(one == found[0] for one in found)
    assert found[0][2] == sorted(planted)
    assert found[0][3] == [f"Heard {number}" for number in range(PLANTED_NAMES)]
    made = sum('"table": "decisions"' in line or '"table": "name_decisions"' in line for line in found[0][1])
    assert made == DECISIONS
