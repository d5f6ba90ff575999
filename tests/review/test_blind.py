"""Blind reads: nothing of the first reading is seen, nothing of it is lost, and what differs is told and settled."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quotereview import app
from quotereview.errors import NotPossible
from quotereview.model import SourceKind, Verdict
from quotereview.review.blind import drawn
from quotereview.review.session import Session
from quotereview.review.timeline import Place
from quotereview.store import Store, check, copies, open_store
from tests.review.conftest import FERRY, HARBOUR, read
from tests.store import invented

ANA, BEN, DORA = "Ana Ruz", "Ben Ode", "Dora Lind"
PLANTED = "Zelda Planted"


@pytest.fixture
def path(store: Store, session: Session) -> Path:
    """A store in which Ana has ruled on the five quotes of both articles, a planted name in all that she said."""
    for quote in session.outline():
        session.set_speaker(quote.id, PLANTED)
        session.set_source(quote.id, PLANTED, SourceKind.AGENCY)
        session.set_note(quote.id, f"ask {PLANTED}")
        session.rule(quote.id, Verdict.DISPUTED)
        session.proof.explain(quote.id, f"so says {PLANTED}")
    session.people.same("Tilda Brandt", PLANTED)
    return store.path


def quotes_of(session: Session, article: str = FERRY.id) -> list[str]:
    """The ids of an article's quotes."""
    return [quote.id for quote in session.quotes(article)]


def read_blind(path: Path, deed: Callable[[Session], object]) -> None:
    """Ben reads all blind, does something, and leaves."""
    with app.session_at(path, BEN) as session:
        session.blind.begin()
    with app.session_at(path, BEN) as session:
        deed(session)
        session.blind.leave()


@pytest.fixture
def blind(path: Path) -> Iterator[Session]:
    """Ben, who reads blind all that Ana decided."""
    with app.session_at(path, BEN) as session:
        session.blind.begin()
    with app.session_at(path, BEN) as session:
        yield session


def test_nothing_of_the_first_reading_is_shown(blind: Session) -> None:
    quote = quotes_of(blind)[0]
    told = [
        blind.outlined(),
        blind.quotes(FERRY.id),
        blind.history(quote),
        blind.timeline.of_quote(quote),
        blind.timeline.of_article(FERRY.id),
        blind.conflicts.all(),
        blind.conflicts.of(quote),
        blind.conflicts.of_articles(),
        blind.crosscheck.partners(quote),
        blind.crosscheck.groups(),
        blind.people.all(),
        blind.people.names("Tilda Brandt"),
        blind.naming.speakers(FERRY.id),
        blind.source_names(FERRY.id),
        blind.proof.reasons(),
        blind.repeat.offered(quote),
        blind.find("planted"),
        blind.undo_label,
    ]
    assert PLANTED not in str(told)
    assert (blind.progress().decided, blind.progress().total) == (0, 5)
    assert {quote.verdict for quote in blind.outline()} == {Verdict.OPEN}
    assert blind.naming.type_of(PLANTED) and blind.naming.kind_of(PLANTED) is None


def test_a_blind_reader_rules_undoes_and_comes_back_to_it(path: Path, blind: Session) -> None:
    first, second, _ = quotes_of(blind)
    blind.pick(first, 2)
    blind.confirm(second)
    assert (blind.quote(first).ruling.speaker, blind.undo_label) == (
        blind.quote(first).proposal.candidates[1].speaker,
        "Undo confirm “Nobody told the crews about the strike.”",
    )
    blind.undo()
    blind.undo()
    assert blind.quote(first).ruling.speaker == blind.quote(first).proposal.speaker
    with pytest.raises(NotPossible, match="nothing to undo"):
        blind.undo()
    blind.redo()
    with app.session_at(path, BEN) as again:
        assert (again.blind.read is not None, again.quote(first).verdict) == (True, Verdict.CORRECTED)
        again.undo()
        assert again.quote(first).verdict is Verdict.OPEN
    assert list(check(path)) == []


def test_the_first_reading_stands_meanwhile_and_after_it(path: Path) -> None:
    with app.session_at(path, ANA) as ana:
        before = ana.quotes(FERRY.id)
    read_blind(path, lambda session: session.confirm(quotes_of(session)[0]))
    with app.session_at(path, ANA) as ana:
        assert ana.quotes(FERRY.id) == before
        assert ana.undo_label == f"Undo same person: Tilda Brandt = {PLANTED}"
    with app.session_at(path, BEN) as ben:
        assert (ben.blind.read, ben.undo_label) == (None, None)


def test_what_differs_is_a_conflict_that_is_settled_and_opened_again(path: Path) -> None:
    read_blind(path, lambda session: session.confirm(quotes_of(session)[0]))
    with app.session_at(path, DORA) as dora:
        [conflict] = dora.conflicts.all()
        assert (conflict.standing.editor, [one.editor for one in conflict.others]) == (ANA, [BEN])
        dora.conflicts.settle(conflict.quote, conflict.others[0].id, "the recording")
        standing = dora.quote(conflict.quote)
        assert (standing.verdict, standing.ruling.reason) == (Verdict.CONFIRMED, "the recording")
        assert dora.conflicts.all() == ()
        assert [one.quote for one in dora.blind.disagreements()] == [conflict.quote]
        assert [one.by for one in dora.timeline.of_quote(conflict.quote) if one.place is Place.OVERRULED] == [BEN]
        dora.undo()
        assert [one.by for one in dora.timeline.of_quote(conflict.quote) if one.place is Place.BLIND] == [BEN]
        assert [one.quote for one in dora.conflicts.all()] == [conflict.quote]


def test_where_both_say_the_same_there_is_no_conflict(path: Path) -> None:
    with app.session_at(path, ANA) as ana:
        while ana.undo_label:
            ana.undo()
            if ana.progress().decided == 0:
                break
        first = ana.outline()[0].id
        ana.confirm(first)
    read_blind(path, lambda session: session.confirm(first))
    with app.session_at(path, DORA) as dora:
        assert dora.conflicts.all() == dora.blind.disagreements() == ()
        assert {one.field: (one.compared, one.percent) for one in dora.blind.agreement()} == dict.fromkeys(
            ("verdict", "words", "kind", "speaker", "source"), (1, 1.0)
        )


def test_two_read_copies_and_merge_them(path: Path, tmp_path: Path) -> None:
    """The second reader works on a copy; merged either way, both stores hold the same, and the first reading stands."""
    copy = tmp_path / "copy.qrev"
    copies.snapshot(path, copy)
    read_blind(copy, lambda session: session.reject(quotes_of(session)[1]))
    with app.session_at(path, ANA) as ana:
        late = quotes_of(ana, HARBOUR.id)[0]
        ana.set_note(late, "said while the copy was away")
    with open_store(path) as one, open_store(copy) as other:
        one.merge(copy)
        other.merge(path)
        assert list(one.dump()) == list(other.dump())
        assert one.outlines.all() == other.outlines.all()
    for merged in (path, copy):
        with app.session_at(merged, DORA) as dora:
            [conflict] = dora.conflicts.all()
            assert (conflict.standing.editor, conflict.others[0].editor) == (ANA, BEN)
            assert dora.quote(late).ruling.note == "said while the copy was away"
            assert [one.quote for one in dora.blind.disagreements()] == [conflict.quote]


def test_an_article_or_a_sample_is_read_alone(path: Path) -> None:
    with app.session_at(path, BEN) as ben:
        ben.blind.begin(HARBOUR.id)
    with app.session_at(path, BEN) as ben:
        assert [summary.id for summary in ben.articles()] == [HARBOUR.id]
        ben.confirm(quotes_of(ben, HARBOUR.id)[0])
        ben.blind.leave()
    with app.session_at(path, BEN) as ben:
        assert len(ben.blind.readable()) == 4
        change = ben.blind.begin_sample(3, "a seed")
    with app.session_at(path, BEN) as ben:
        assert ben.blind.read and (ben.blind.read.seed, ben.blind.read.quotes) == ("a seed", change.quotes)
        assert tuple(quote.id for quote in ben.outline()) == change.quotes
        assert len(change.quotes) == ben.progress().total == 3


def test_a_sample_follows_from_its_seed_and_keeps_the_order() -> None:
    quotes = [f"q{number}" for number in range(200)]
    one, other = drawn(quotes, 20, "one"), drawn(quotes, 20, "other")
    assert one == drawn(quotes, 20, "one") != other
    assert sorted(one, key=quotes.index) == list(one)
    assert drawn(quotes[:3], 20, "one") == ("q0", "q1", "q2")


def test_what_is_not_done_in_a_blind_read_says_so(blind: Session) -> None:
    article, words = FERRY.id, invented.span(FERRY, invented.WITHDRAWN)
    refused: list[Callable[[], object]] = [
        lambda: blind.keep(read(invented.article("pier.txt"))),
        lambda: blind.remove([article]),
        lambda: blind.describe([article], outlet="Sund Post"),
        lambda: blind.people.same("Tilda Brandt", "Oskar Vint"),
        lambda: blind.spans.add(article, words, invented.with_added(FERRY, invented.WITHDRAWN)),
        blind.sheets.rows,
        blind.sheets.in_scope,
        blind.blind.begin,
        lambda: blind.switch_editor(ANA),
    ]
    for verb in refused:
        with pytest.raises(NotPossible, match="blind"):
            verb()
    assert blind.undo_label is None


def test_who_has_nothing_to_read_blind_is_told(path: Path) -> None:
    with app.session_at(path, ANA) as ana:
        for begin in (ana.blind.begin, lambda: ana.blind.begin(FERRY.id), lambda: ana.blind.begin_sample(2)):
            with pytest.raises(NotPossible, match="nothing to read blind"):
                begin()
        with pytest.raises(NotPossible, match="at least one"):
            ana.blind.begin_sample(0)
        with pytest.raises(NotPossible, match="none to leave"):
            ana.blind.leave()


def test_whoever_comes_to_a_desk_whose_reader_reads_blind_has_it_opened_anew(path: Path, blind: Session) -> None:
    assert blind.blind.needs_opening(ANA)
    with app.session_at(path, ANA) as ana:
        assert (ana.blind.needs_opening(BEN), ana.blind.needs_opening(DORA)) == (True, False)
        with pytest.raises(NotPossible, match="open the store anew"):
            ana.switch_editor(BEN)
        ana.switch_editor(DORA)
