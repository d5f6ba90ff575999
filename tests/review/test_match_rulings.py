"""An editor's ruling on a match and on its conflicts: it stands, whatever the comparison of the words says."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Conflict, Label, Match
from quotereview.review.change import ChangeKind
from quotereview.review.filtering import read_filter
from quotereview.review.ingest import Read
from quotereview.review.matters import Sort
from quotereview.review.session import Session
from quotereview.review.timeline import Place
from quotereview.store import open_store
from tests.review.conftest import FERRY, HARBOUR, read, shown
from tests.review.desks import EDITORS, Desks
from tests.store import invented

SPEAKERS = ("speaker", "Tilda Brandt", "Lena Falk")
Words = tuple[str, str]


@pytest.fixture
def pair(session: Session) -> Words:
    """The quotes that both articles have."""
    return both(session)


def both(session: Session) -> Words:
    here, there = (session.quotes(article.id)[0].id for article in (FERRY, HARBOUR))
    return here, there


def only(session: Session, quote: str) -> Match:
    """The one match of a quote."""
    (match,) = session.crosscheck.partners(quote)
    return match


def conflict(session: Session, pair: Words) -> Conflict:
    """The one conflict of the match."""
    (found,) = session.match_rulings.between(*pair).conflicts
    return found


def test_a_match_ruled_apart_is_none_anywhere_and_can_be_taken_back(session: Session, pair: Words) -> None:
    change = session.match_rulings.rule(*pair, Label.DIFFERENT, "a slogan")
    assert change.kind is ChangeKind.MATCHES
    assert set(change.articles) == {FERRY.id, HARBOUR.id} and set(change.quotes) == set(pair)
    assert change.label == "not the same: “The ferry sails again on Monday morning.”"
    for quote, other in (pair, pair[::-1]):
        assert session.crosscheck.partners(quote) == ()
        (apart,) = session.match_rulings.apart(quote)
        assert (apart.there.quote, apart.label, apart.holds) == (other, Label.DIFFERENT, False)
        assert apart.ruling and (apart.ruling.reason, apart.ruling.by) == ("a slogan", "Ana Ruz")
    assert session.crosscheck.groups() == () and not session.crosscheck.disputed([pair[0]])
    session.match_rulings.rule(*pair, None)
    assert only(session, pair[0]).there.quote == pair[1] and session.match_rulings.apart(pair[0]) == ()
    assert len(session.crosscheck.groups()) == 1


def test_two_quotes_that_nothing_speaks_for_are_one_utterance_if_an_editor_says_so(session: Session) -> None:
    here, there = session.quotes(FERRY.id)[1].id, session.quotes(HARBOUR.id)[1].id
    assert session.crosscheck.partners(here) == ()
    session.match_rulings.rule(there, here, Label.REPEAT)
    assert (only(session, here).there.quote, only(session, here).label) == (there, Label.REPEAT)
    assert {here, there} in [{wording.quote for wording in group.wordings} for group in session.crosscheck.groups()]
    assert session.undo_label == "Undo said again: “Not one crane was checked.”"
    session.undo()
    assert session.crosscheck.partners(here) == ()
    session.redo()
    assert only(session, there).there.quote == here


def test_a_settled_conflict_is_no_dispute_until_a_value_is_another_one(session: Session, pair: Words) -> None:
    here, there = pair
    assert session.crosscheck.disputed([here])
    change = session.match_rulings.settle(*pair, conflict(session, pair), " both stood at the microphone ")
    assert change.label == "settle the speaker of “The ferry sails again on Monday morning.”"
    assert not session.crosscheck.disputed([here]) and not session.crosscheck.disputed([there])
    for quote, values in ((here, SPEAKERS), (there, (SPEAKERS[0], SPEAKERS[2], SPEAKERS[1]))):
        (found,) = only(session, quote).conflicts
        assert found.settled and only(session, quote).open_conflicts == ()
        assert (found.field, found.here, found.there) == values
        assert (found.settled.field, found.settled.here, found.settled.there) == values
        assert (found.settled.reason, found.settled.editor) == ("both stood at the microphone", "Ana Ruz")
    session.set_speaker(there, "Mara Voss")
    opened = conflict(session, pair)
    assert opened.settled is None and session.crosscheck.disputed([here])
    assert opened.outdated and (opened.outdated.there, opened.outdated.editor) == ("Lena Falk", "Ana Ruz")
    session.undo()
    assert not session.crosscheck.disputed([here])


def test_that_a_person_goes_by_another_name_opens_nothing(session: Session, pair: Words) -> None:
    session.match_rulings.settle(*pair, conflict(session, pair), "both stood there")
    session.people.rename("Lena Falk", "Lena Falk-Brun")
    assert conflict(session, pair).there == "Lena Falk-Brun" and conflict(session, pair).settled


def test_a_conflict_is_settled_anew_and_opened_again(session: Session, pair: Words) -> None:
    rulings, found = session.match_rulings, conflict(session, pair)
    rulings.rule(*pair, Label.SAME)
    rulings.settle(*pair, found, "both stood there")
    assert rulings.settle(*pair, found, "both stood there").kind is ChangeKind.NOTHING
    rulings.settle(*pair, found, "the recording has both")
    settled = conflict(session, pair).settled
    assert settled and settled.reason == "the recording has both"
    assert rulings.reopen(*pair, found).label == "reopen the speaker of “The ferry sails again on Monday morning.”"
    assert conflict(session, pair).settled is None
    assert rulings.reopen(*pair, found).kind is ChangeKind.NOTHING
    assert only(session, pair[0]).label is Label.SAME
    for _ in range(2):
        session.undo()
    settled = conflict(session, pair).settled
    assert settled and settled.reason == "both stood there"


def test_what_is_settled_anew_takes_the_place_of_what_was(session: Session, pair: Words) -> None:
    session.match_rulings.settle(*pair, conflict(session, pair), "both stood there")
    session.set_speaker(pair[1], "Mara Voss")
    session.match_rulings.settle(*pair, conflict(session, pair), "all three did")
    session.set_speaker(pair[1], "Lena Falk")
    assert conflict(session, pair).settled is None


@pytest.mark.parametrize(
    ("deed", "says"),
    [
        (lambda s, p: s.match_rulings.settle(*p, Conflict(*SPEAKERS), " "), "Say why both may stand"),
        (lambda s, p: s.match_rulings.settle(*p, Conflict("source", None, "Radio"), "so"), "no longer differ so"),
        (lambda s, p: s.match_rulings.reopen(*p, Conflict("source", None, "Radio")), "no longer differ so"),
        (lambda s, p: s.match_rulings.rule(p[0], p[0], Label.SAME), "Two quotes of one article"),
        (lambda s, p: s.match_rulings.rule(p[0], "nowhere", Label.SAME), "no longer there"),
        (lambda s, p: (s.reject(p[1]), s.match_rulings.between(*p)), "is not compared"),
    ],
)
def test_what_cannot_be_ruled_changes_nothing(
    session: Session, pair: Words, deed: Callable[[Session, Words], object], says: str
) -> None:
    with pytest.raises(NotPossible, match=says):
        deed(session, pair)
    assert session._store.match_rulings.all() == ()


def test_rulings_are_refused_and_not_seen_in_a_blind_read(session: Session, pair: Words) -> None:
    session.match_rulings.rule(*pair, Label.DIFFERENT)
    for quote in pair:
        session.confirm(quote) if quote == pair[0] else session.set_speaker(quote, "Lena Falk")
    with open_store(session.store_path) as store:
        ben = Session(store, "Ben Ode")
        ben.blind.begin()
        read = store.blind_reads.under_way("Ben Ode")
        assert read
        with store.read_blind(read) as hidden:
            blind = Session(hidden, "Ben Ode")
            with pytest.raises(NotPossible, match="blind read"):
                blind.match_rulings.rule(*pair, Label.SAME)
            assert blind.match_rulings.apart(pair[0]) == ()


def test_an_editor_rules_upon_what_was_seen(session: Session, pair: Words) -> None:
    with open_store(session.store_path) as store:
        ben = Session(store, "Ben Ode")
        assert ben.crosscheck.partners(pair[0])
        session.match_rulings.rule(*pair, Label.DIFFERENT)
        ben.match_rulings.rule(*pair, Label.SAME)
        ben.look_again()
        (matter,) = ben.matters.all()
        assert matter.sort is Sort.MATCH and {side.editor for side in matter.sides} == {"Ana Ruz", "Ben Ode"}
        assert len(session.look_again()) == 1
        assert only(session, pair[0]).label is Label.SAME


def test_what_another_window_ruled_is_followed_after_a_look(session: Session, pair: Words) -> None:
    with open_store(session.store_path) as store:
        ben = Session(store, "Ben Ode", invented.Clock())
        assert ben.crosscheck.partners(pair[0])
        session.match_rulings.rule(*pair, Label.DIFFERENT)
        assert ben.look_again() and ben.crosscheck.partners(pair[0]) == ()
        ben.match_rulings.rule(*pair, None)
        assert ben.matters.all() == ()
        session.look_again()
        with pytest.raises(NotPossible, match="Somebody else has changed what was ruled of this match"):
            session.undo()


def test_undo_and_redo_outlive_a_restart(session: Session, pair: Words) -> None:
    session.match_rulings.rule(*pair, Label.SAME, "one stage")
    session.match_rulings.settle(*pair, conflict(session, pair), "both stood there")
    with open_store(session.store_path) as store:
        again = Session(store, "Ana Ruz", invented.Clock())
        again.undo()
        assert conflict(again, pair).settled is None and only(again, pair[0]).ruling
        again.undo()
        assert only(again, pair[0]).ruling is None or not only(again, pair[0]).ruling.label
        again.redo()
        again.redo()
        assert conflict(again, pair).settled


def test_the_history_of_either_quote_tells_it(session: Session, pair: Words) -> None:
    session.match_rulings.rule(*pair, Label.SAME, "one stage")
    session.match_rulings.settle(*pair, conflict(session, pair), "both stood there")
    for quote, article in (pair[0], HARBOUR), (pair[1], FERRY):
        entries = session.timeline.of_quote(quote)
        told = [line for entry in entries for line in (*entry.changed(), entry.why)]
        assert any(line.startswith("match with “The ferry sails") and article.headline in line for line in told)
        assert "one stage" in told
        assert any("settled by Ana Ruz: both stood there" in line for line in told)


def test_an_earlier_ruling_is_brought_back_from_the_history(session: Session, pair: Words) -> None:
    session.match_rulings.rule(*pair, Label.SAME, "one stage")
    session.match_rulings.settle(*pair, conflict(session, pair), "both stood there")
    session.match_rulings.rule(*pair, Label.DIFFERENT)
    entries = session.timeline.of_quote(pair[1])
    assert [entry.place for entry in entries[:3]] == [Place.STANDS, Place.BEFORE, Place.BEFORE]
    change = session.timeline.bring_back(pair[1], entries[1].id)
    assert change.kind is ChangeKind.MATCHES and conflict(session, pair).settled
    assert only(session, pair[0]).label is Label.SAME
    assert session.timeline.bring_back(pair[0], entries[1].id).kind is ChangeKind.NOTHING
    session.undo()
    assert session.crosscheck.partners(pair[0]) == ()


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    desks = Desks(tmp_path)
    desks.start(read(FERRY), read(HARBOUR))
    return desks


def rule(label: Label | None, reason: str = "") -> Callable[[Session, str], object]:
    return lambda session, _: session.match_rulings.rule(*both(session), label, reason)


def settle(session: Session, _: str) -> None:
    session.match_rulings.settle(*both(session), conflict(session, both(session)), f"{session.editor} heard both")


def test_rulings_side_by_side_that_differ_are_a_conflict_of_the_editors(desks: Desks) -> None:
    desks.do("Ana Ruz", rule(Label.DIFFERENT, "a slogan"))
    desks.do("Ben Ode", settle)
    desks.merge("Cleo Ma", "Ana Ruz", "Ben Ode")
    with open_store(desks.path("Cleo Ma")) as store:
        session = Session(store, "Cleo Ma", desks.clock)
        (matter,) = session.matters.all()
        assert (matter.sort, matter.quote in both(session), session.progress().conflicts) == (Sort.MATCH, True, 1)
        assert [matter.differs(field) for field in matter.fields] == [True] * 3 + [False]
        anas = next(side for side in matter.sides if side.editor == "Ana Ruz")
        assert anas.values["match"] == "not the same" and anas.values["reason"] == "a slogan"
        assert anas.values["the other quote"].startswith("“The ferry sails again on Monday morning.” in “Headline of ")
        places = {entry.by: (entry.place, entry.beside) for entry in session.timeline.of_quote(both(session)[0])}
        assert {places[editor][0] for editor in EDITORS[:2]} == {Place.STANDS, Place.BESIDE}
        assert places["Ana Ruz"][1] == ("Ben Ode",)
        with pytest.raises(NotPossible, match="Say why"):
            session.matters.settle(matter, anas.decision, "")
        change = session.matters.settle(matter, anas.decision, "it is one")
        assert change.label == "settle the match of “The ferry sails again on Monday morning.”: it is one"
        assert session.matters.all() == () and session.crosscheck.partners(both(session)[0]) == ()
        session.undo()
        (again,) = session.matters.all()
        assert [(one.editor, one.values) for one in again.sides] == [(one.editor, one.values) for one in matter.sides]


def test_rulings_side_by_side_that_are_alike_are_none(desks: Desks) -> None:
    for editor in EDITORS[:2]:
        desks.do(editor, rule(Label.SAME, f"{editor} was there"))
        desks.do(editor, settle)
    desks.merge("Cleo Ma", "Ana Ruz", "Ben Ode")
    with open_store(desks.path("Cleo Ma")) as store:
        assert Session(store, "Cleo Ma").matters.all() == ()


def test_merged_in_any_order_the_same_stands(desks: Desks) -> None:
    for editor, deed in zip(EDITORS, (rule(Label.SAME), settle, rule(Label.DIFFERENT)), strict=True):
        desks.do(editor, deed)
    found = []
    for number, order in enumerate(permutations(EDITORS)):
        with open_store(desks.folder / f"merged-{number}.qrev") as store:
            for editor in order:
                store.merge(desks.path(editor))
            session = Session(store, "")
            found.append((list(store.dump()), session.matters.all(), session.crosscheck.partners(both(session)[0])))
    assert all(one == found[0] for one in found) and len(found[0][1][0].sides) == 3


def test_a_filter_shows_what_is_told_differently_by_state_and_field(session: Session, pair: Words) -> None:
    everything = shown(session, "")
    for line in ("conflict:", "conflict:open", "conflict:speaker", "conflict:open speaker", "conflict:-settled open"):
        assert shown(session, line) == {*pair}, line
    for line in ("conflict:settled", "conflict:source", "conflict:settled speaker", "conflict:-open speaker"):
        assert shown(session, line) == set(), line
    for line in ("conflict:-", "conflict:-open", "conflict:-speaker"):
        assert shown(session, line) == everything - {*pair}, line
    session.match_rulings.settle(*pair, conflict(session, pair), "both stood there")
    assert shown(session, "conflict:settled") == shown(session, "conflict:speaker") == {*pair}
    assert shown(session, "conflict:open") == set()
    session.match_rulings.rule(*pair, Label.DIFFERENT)
    assert shown(session, "conflict:") == set()


def test_a_filtered_queue_follows_rulings_on_matches_and_on_other_articles(session: Session, pair: Words) -> None:
    queue = session.queue()
    queue.set_filter(read_filter("conflict:open"))
    queue.follow(session.match_rulings.settle(*pair, conflict(session, pair), "both stood there"))
    assert not queue.shown
    queue.follow(session.undo())
    assert queue.shown == {*pair} and queue.counts().shown == 2
    queue.follow(session.set_speaker(pair[1], "Tilda Brandt"))
    assert not queue.shown


def test_what_is_ruled_apart_is_in_no_group_together_by_a_third_version_either(session: Session, pair: Words) -> None:
    said = (("Oskar Vint", "The ferry sails again on Monday morning."),)
    third = invented.article("quay.txt", said, outlet="Quay Post")
    session.keep(Read(third, invented.detection(third, said)))
    (group,) = session.crosscheck.groups()
    assert len(group.wordings) == 3
    session.match_rulings.rule(*pair, Label.DIFFERENT)
    (group,) = session.crosscheck.groups()
    assert {wording.article for wording in group.wordings} in ({FERRY.id, third.id}, {HARBOUR.id, third.id})
    assert len(session.crosscheck.partners(session.quotes(third.id)[0].id)) == 2
