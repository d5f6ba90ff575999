"""Detecting again: proposals are added, what editors ruled stays, and one undo takes it back."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quotereview import app
from quotereview import store as store_room
from quotereview.errors import NotPossible
from quotereview.model import Doubt, Passage, Quote, Span, Verdict
from quotereview.review.change import ChangeKind
from quotereview.review.ingest import Read
from quotereview.review.otherwise import Sort
from quotereview.review.reshaping import UNMARKED
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review.conftest import FERRY, read
from tests.review.found_again import BANNER, FIRST, SECOND, THIRD, banner, found, over, rulings, said_by, speakers, told
from tests.review.test_bulk import PIER, proposals
from tests.store import invented

# What stands


def test_what_nobody_ruled_on_takes_what_is_proposed_now(session: Session, quotes: tuple[str, ...]) -> None:
    change = session.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    assert (change.kind, change.articles, change.label) == (
        ChangeKind.DETECTED,
        (FERRY.id,),
        "detect again “Headline of ferry.txt”",
    )
    assert speakers(session) == ["Tilda Brandt", "Una Holt", "Tilda Brandt"]
    assert tuple(one.id for one in session.quotes(FERRY.id)) == quotes
    assert session.detection(FERRY.id).detector == "rules 1.3.0"


@pytest.mark.parametrize(
    "verb",
    [
        Session.confirm,
        Session.reject,
        lambda session, quote: session.rule(quote, Verdict.DISPUTED),
        lambda session, quote: session.set_speaker(quote, "Mara Voss"),
        lambda session, quote: session.set_source(quote, "Radio Sund"),
        lambda session, quote: session.set_note(quote, "call back"),
        lambda session, quote: session.proof.explain(quote, "two witnesses"),
        lambda session, quote: [session.confirm(quote), session.reopen(quote)],
        lambda session, quote: [session.confirm(quote), session.undo()],
    ],
)
def test_what_an_editor_has_said_anything_of_stays(
    session: Session, quotes: tuple[str, ...], verb: Callable[[Session, str], object]
) -> None:
    verb(session, quotes[1])
    ruled, history = session.quote(quotes[1]), session.history(quotes[1])
    session.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    session.again.keep(FERRY.id, found({1: None}))
    assert (session.quote(quotes[1]), session.history(quotes[1])) == (ruled, history)


def test_what_was_accepted_unread_stays_unread(store: Store) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    pier = invented.article("pier.txt", PIER)
    session.keep(Read(pier, proposals(pier)))
    session.bulk.accept(session.bulk.offer(0.9, {one.id for one in session.outline()}))
    before = [one.ruling for one in session.quotes(pier.id)]
    otherwise = proposals(pier, dict.fromkeys(range(4), said_by("Zoe Arn")))
    session.again.keep(pier.id, otherwise)
    assert [one.ruling for one in session.quotes(pier.id)] == before
    assert sum(one.unread for one in session.quotes(pier.id)) == 4


def test_a_new_quote_is_open_and_opens_a_closed_article(session: Session, quotes: tuple[str, ...]) -> None:
    for quote in quotes:
        session.confirm(quote)
    session.closing.settle(FERRY.id, BANNER, "a banner")
    session.closing.close(FERRY.id)
    session.again.keep(FERRY.id, found())
    assert session.articles()[0].closed
    session.again.keep(FERRY.id, found({}, banner()))
    summary = session.articles()[0]
    assert (summary.closed, summary.quotes, summary.decided) == (False, 4, 3)
    session.undo()
    assert session.articles()[0].closed


def test_an_explained_mark_stays_explained_and_a_new_one_is_asked_about(session: Session) -> None:
    session.closing.settle(FERRY.id, BANNER, "a banner")
    other = Doubt(Span(0, 8), "an odd headline")
    session.again.keep(FERRY.id, replace(found(), doubts=(*invented.detection(FERRY).doubts, other)))
    assert session.closing.doubts(FERRY.id) == (other,)


def test_what_is_no_longer_found_stays_open_and_is_not_accepted_in_bulk(store: Store) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    pier = invented.article("pier.txt", PIER)
    session.keep(Read(pier, proposals(pier)))
    quotes = {one.id for one in session.outline()}
    count = session.bulk.offer(0.9, quotes).count
    without = replace(proposals(pier), quotes=proposals(pier).quotes[1:])
    session.again.keep(pier.id, without)
    assert {one.id for one in session.outline()} == quotes
    assert session.bulk.offer(0.9, quotes).count == count - 1


def test_the_same_found_by_the_same_adds_nothing(session: Session) -> None:
    assert session.again.keep(FERRY.id, found(detector="rules 1.2.3")).kind is ChangeKind.NOTHING
    assert session.undo_label is None or "detect" not in session.undo_label
    assert session.again.keep(FERRY.id, found()).kind is ChangeKind.DETECTED
    assert session.again.keep(FERRY.id, found()).kind is ChangeKind.NOTHING
    assert told(session) == []


def test_what_is_found_last_is_newest_whatever_the_clock_says(store: Store) -> None:
    clock = invented.Clock()
    session = Session(store, "Ana Ruz", lambda: clock() + timedelta(days=1))
    session.keep(read(FERRY))
    late = Session(store, "Ana Ruz", clock)
    late.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    assert speakers(late)[1] == "Una Holt"
    late.undo()
    assert speakers(late)[1] == "Oskar Vint"
    late.redo()
    assert speakers(late)[1] == "Una Holt"


def test_a_removed_article_is_not_detected_again(session: Session) -> None:
    session.remove([FERRY.id])
    for verb in (session.again.marking, lambda article: session.again.keep(article, found())):
        with pytest.raises(NotPossible, match="removed"):
            verb(FERRY.id)


def test_a_blind_read_neither_detects_again_nor_tells_of_it(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.again.keep(FERRY.id, found({0: said_by("Una Holt"), 1: said_by("Una Holt")}))
    with app.session_at(session.store_path, "Ben Ode") as ben:
        ben.blind.begin()
    with app.session_at(session.store_path, "Ben Ode") as blind:
        with pytest.raises(NotPossible, match="blind"):
            blind.again.keep(FERRY.id, found())
        assert blind.again.differences(FERRY.id) == ()
        assert blind.again.of(quotes[0]) is None


def test_another_window_learns_of_it(session: Session, quotes: tuple[str, ...]) -> None:
    with app.session_at(session.store_path, "Ben Ode") as ben:
        ben.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    [act] = session.look_again()
    assert (act.kind, act.articles) == (ChangeKind.DETECTED, (FERRY.id,))
    assert speakers(session)[1] == "Una Holt"


def test_what_is_ruled_before_it_is_seen_rules_upon_what_was_seen(session: Session, quotes: tuple[str, ...]) -> None:
    seen = session.quote(session.quotes(FERRY.id)[1].id)
    with app.session_at(session.store_path, "Ben Ode") as ben:
        ben.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    session.confirm(seen.id)
    standing = session.quote(seen.id)
    assert (standing.verdict, standing.speaker_as_proposed) == (Verdict.CONFIRMED, True)
    assert told(session) == [(Sort.RULED, SECOND, ("speaker: Oskar Vint → Una Holt",))]


# Which quote is which


def test_a_quote_keeps_its_id_where_its_words_are_found_a_little_otherwise(
    session: Session, quotes: tuple[str, ...]
) -> None:
    session.confirm(quotes[1])
    session.again.keep(FERRY.id, found({0: over(0, 1), 1: over(4, 0)}))
    assert tuple(one.id for one in session.quotes(FERRY.id)) == quotes
    words = [one.ruling.passages[0].words for one in session.quotes(FERRY.id)]
    assert words == [FIRST[:-1], SECOND, THIRD]
    assert session.again.marking(FERRY.id) == UNMARKED


def test_other_words_of_the_same_paragraph_are_another_quote(session: Session, quotes: tuple[str, ...]) -> None:
    session.again.keep(FERRY.id, found({0: over(25, 0)}))
    assert len(session.quotes(FERRY.id)) == 4
    assert [(sort, words) for sort, words, _ in told(session)] == [(Sort.LOST, FIRST), (Sort.NEW, FIRST[25:])]


def test_words_that_an_editor_added_or_shaped_are_marked_and_stay(session: Session, quotes: tuple[str, ...]) -> None:
    added = invented.with_added(FERRY, invented.WITHDRAWN)
    session.spans.add(FERRY.id, BANNER, added)
    draft = session.spans.draft(quotes[0])
    shorter = (Span(draft.passages[0].start + 4, draft.passages[0].end),)
    marking = session.spans.marking(quotes[0], replace(draft, passages=shorter))
    assert marking
    session.spans.keep(quotes[0], replace(draft, passages=shorter), invented.with_marked(FERRY, marking.added))
    before = rulings(session)
    marking = session.again.marking(FERRY.id)
    assert set(marking.added) == {BANNER, *shorter}
    assert marking.replaced == draft.passages
    change = session.again.keep(FERRY.id, found({0: over(4, 0)}, banner()))
    assert change.kind is ChangeKind.DETECTED
    assert rulings(session) == before
    assert session.again.keep(FERRY.id, found({0: over(4, 0)}, banner())).kind is ChangeKind.NOTHING


def test_a_passage_that_an_editor_merged_into_another_quote_is_not_asked_about_again(
    session: Session, quotes: tuple[str, ...]
) -> None:
    draft = session.spans.with_next(quotes[1], session.spans.draft(quotes[1]))
    marking = session.spans.marking(quotes[1], draft)
    assert marking
    session.spans.keep(quotes[1], draft, invented.with_marked(FERRY, marking.added))
    before = rulings(session)
    assert len(before) == 2
    session.again.keep(FERRY.id, found())
    assert rulings(session) == before
    assert [one.quote for one in session.again.differences(FERRY.id) if "words" in str(one.differences)] == []


def test_words_that_became_part_of_another_quote_are_told_so(session: Session) -> None:
    second, third = (one.passages[0] for one in invented.detection(FERRY).quotes[1:])
    session.again.keep(FERRY.id, found({1: lambda quote: replace(quote, passages=(second, third)), 2: None}))
    changed, lost = session.again.differences(FERRY.id)
    assert (changed.sort, lost.sort) == (Sort.CHANGED, Sort.LOST)
    assert (changed.part_of, lost.part_of) == ("", f"{SECOND} […] {THIRD}")


def test_a_quote_of_two_passages_that_was_confirmed_is_not_taken_apart(
    session: Session, quotes: tuple[str, ...]
) -> None:
    second, third = (one.passages[0] for one in invented.detection(FERRY).quotes[1:])
    together = found({1: lambda quote: replace(quote, passages=(second, third)), 2: None}, detector="rules 1.4.0")
    session.again.keep(FERRY.id, together)
    session.reject(quotes[2])
    session.confirm(quotes[1])
    session.again.keep(FERRY.id, found())
    assert [one.id for one in session.quotes(FERRY.id) if not one.decided] == [quotes[0]]
    assert [one.passages for one in (session.quote(quotes[1]).ruling,)] == [(second, third)]
    assert told(session) == [(Sort.RULED, f"{SECOND} […] {THIRD}", (f"words: {SECOND} […] {THIRD} → {SECOND}",))]


def test_a_quote_within_one_that_is_decided_is_new(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    inner = Span(session.quote(quotes[0]).ruling.passages[0].span.start + 4, BANNER.start)
    inner = Span(inner.start, inner.start + 5)
    nested = Quote(
        f"{inner.start}-{inner.end}",
        (Passage(inner, inner.of(FERRY.text)),),
        parent=invented.detection(FERRY).quotes[0].key,
        speaker=invented.speaker("Una Holt"),
    )
    session.again.keep(FERRY.id, found({}, nested))
    [new] = [one for one in session.quotes(FERRY.id) if one.id not in quotes]
    assert (new.ruling.passages[0].words, new.ruling.parent) == ("ferry", session.quote(quotes[0]).proposal.key)


# Undo


def test_one_undo_takes_it_back_and_redo_does_it_again(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    before = session.quotes(FERRY.id), session.outline(), session.detection(FERRY.id)
    session.again.keep(FERRY.id, found({0: said_by("Una Holt"), 1: said_by("Una Holt"), 2: None}, banner()))
    after, otherwise = (session.quotes(FERRY.id), session.outline(), session.detection(FERRY.id)), told(session)
    assert session.undo_label == "Undo detect again “Headline of ferry.txt”"
    session.undo()
    assert (session.quotes(FERRY.id), session.outline(), session.detection(FERRY.id)) == before
    assert told(session) == []
    session.redo()
    assert [one.ruling for one in session.quotes(FERRY.id)] == [one.ruling for one in after[0]]
    assert (session.outline(), session.detection(FERRY.id)) == after[1:]
    assert told(session) == [one for one in otherwise if one[0] is not Sort.NEW]  # it was looked at before undoing it


def test_what_was_undone_can_be_detected_again(session: Session) -> None:
    session.again.keep(FERRY.id, found({}, banner()))
    session.undo()
    assert len(session.quotes(FERRY.id)) == 3
    session.again.keep(FERRY.id, found({}, banner()))
    assert speakers(session) == ["Tilda Brandt", "Oskar Vint", "Tilda Brandt", "Una Holt"]
    session.undo()
    assert len(session.quotes(FERRY.id)) == 3


def test_what_somebody_else_ruled_since_outlasts_undo(session: Session, store: Store) -> None:
    session.again.keep(FERRY.id, found({}, banner()))
    ben = Session(store, "Ben Ode", invented.Clock())
    new = ben.quotes(FERRY.id)[-1].id
    ben.confirm(new)
    session.undo()
    assert session.quote(new).verdict is Verdict.CONFIRMED


def test_undo_is_refused_where_somebody_else_detected_since(session: Session, store: Store) -> None:
    session.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    ben = Session(store, "Ben Ode", lambda: invented.now() + timedelta(hours=1))
    ben.again.keep(FERRY.id, found({1: said_by("Per Dahl")}))
    with pytest.raises(NotPossible, match="Somebody else has detected “Headline of ferry"):
        session.undo()
    assert speakers(session)[1] == "Per Dahl"


def test_undo_is_refused_where_the_article_was_removed_since(session: Session, store: Store) -> None:
    session.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    Session(store, "Ben Ode", invented.Clock()).remove([FERRY.id])
    with pytest.raises(NotPossible, match="detected again was removed"):
        session.undo()


def test_what_two_stores_found_and_undid_apart_can_be_merged(tmp_path: Path) -> None:
    one, other = tmp_path / "one.qrev", tmp_path / "other.qrev"
    with open_store(one) as store:
        Session(store, "Ana Ruz", invented.Clock()).keep(read(FERRY))
    shutil.copy(one, other)
    with open_store(one) as store:
        session = Session(store, "Ana Ruz", lambda: invented.now() + timedelta(hours=1))
        session.again.keep(FERRY.id, found({}, banner()))
        session.undo()
    with open_store(other) as store:
        ben = Session(store, "Ben Ode", lambda: invented.now() + timedelta(hours=2))
        ben.again.keep(FERRY.id, found({0: said_by("Una Holt")}))
        ben.confirm(ben.quotes(FERRY.id)[0].id)
    with open_store(one) as store:
        store.merge(other)
        session = Session(store, "Ana Ruz")
        assert speakers(session) == ["Una Holt", "Oskar Vint", "Tilda Brandt"]
        assert session.conflicts.all() == ()
    assert list(store_room.check(one)) == []
