"""What undo brings back stays of whoever ruled so, and of the time when they did."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotereview.model import Verdict
from quotereview.review.ingest import Read
from quotereview.review.pace import ENOUGH
from quotereview.review.session import Session
from quotereview.review.timeline import of_quote
from quotereview.store import Store, open_store
from tests.store import invented

ARTICLE = invented.article()


@pytest.fixture
def desk(store: Store) -> Session:
    """Ben Ode has rejected the first quote, and Ana Ruz has corrected that."""
    session = Session(store, "Ben Ode", invented.Clock())
    session.keep(Read(ARTICLE, invented.detection(ARTICLE)))
    session.reject(first(session))
    session.switch_editor("Ana Ruz")
    session.set_speaker(first(session), "Lena Falk")
    return session


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "quotes.qrev") as opened:
        yield opened


def first(session: Session) -> str:
    return session.quotes(ARTICLE.id)[0].id


def stands(session: Session) -> tuple[Verdict, str, str]:
    """How the first quote stands, by whom, and when, read alone and with its article."""
    alone = session.quote(first(session))
    assert alone.decision and session.quotes(ARTICLE.id)[0].decision == alone.decision
    return alone.verdict, alone.decision.editor, alone.decision.decided_at


def test_through_undo_and_redo_each_ruling_is_of_who_made_it(desk: Session, store: Store) -> None:
    corrected, (rejected, *_) = stands(desk), store.decisions.of(first(desk))
    for _ in range(3):
        desk.undo()
        assert stands(desk) == (Verdict.NOT_A_QUOTE, "Ben Ode", rejected.decided_at)
        assert of_quote(store, first(desk))[0].by == "Ana Ruz"
        desk.redo()
        assert stands(desk) == corrected


def test_the_sheet_names_who_ruled(desk: Session, store: Store) -> None:
    rejected, *_ = store.decisions.of(first(desk))
    desk.undo()
    row = desk.sheets.rows()[0]
    assert (row.verdict, row.editor, row.decided_at) == (Verdict.NOT_A_QUOTE, "Ben Ode", rejected.decided_at)


def test_an_open_state_that_was_brought_back_is_of_who_left_it_open(store: Store, desk: Session) -> None:
    desk.switch_editor("Ben Ode")
    desk.reopen(first(desk))
    reopened = stands(desk)
    desk.switch_editor("Ana Ruz")
    desk.confirm(first(desk))
    desk.undo()
    assert stands(desk) == reopened and reopened[1] == "Ben Ode"
    assert desk.sheets.rows()[0].editor is None


def test_it_is_so_in_a_store_that_took_it_in(desk: Session, tmp_path: Path) -> None:
    desk.undo()
    with open_store(tmp_path / "other.qrev") as other:
        other.merge(tmp_path / "quotes.qrev")
        assert stands(Session(other, "Cleo Ma", invented.Clock())) == stands(desk)


def test_nobody_agrees_by_undo(desk: Session, store: Store) -> None:
    desk.undo()
    assert store.decisions.last_of("Ana Ruz") == {}
    assert store.decisions.last_of("Ben Ode")[first(desk)].ruling.verdict is Verdict.NOT_A_QUOTE
    desk.redo()
    assert store.decisions.last_of("Ana Ruz")[first(desk)].ruling.verdict is Verdict.CORRECTED


def test_what_was_ruled_before_holds_against_what_undo_took(desk: Session, store: Store) -> None:
    desk.switch_editor("Ben Ode")
    desk.reopen(first(desk))
    desk.undo()
    assert store.decisions.last_of("Ben Ode")[first(desk)].ruling.verdict is Verdict.NOT_A_QUOTE
    assert store.decisions.last_of("Ana Ruz")[first(desk)].ruling.verdict is Verdict.CORRECTED


def test_the_pace_counts_nothing_that_undo_took_back(store: Store) -> None:
    words = tuple(("Tilda Brandt", f"Sentence {number} is said.") for number in range(ENOUGH + 1))
    article = invented.article("pace.txt", words)
    session = Session(store, "Ben Ode", invented.Clock(60))
    session.keep(Read(article, invented.detection(article, words)))
    quotes = [quote.id for quote in session.quotes(article.id)][:ENOUGH]
    for quote in quotes:
        session.confirm(quote)
    session.switch_editor("Ana Ruz")
    for quote in quotes:
        session.reject(quote)
    assert session.pace()
    session.undo()
    assert session.pace() is None


def test_as_before_is_not_as_somebody_else_ruled(desk: Session, store: Store) -> None:
    desk.switch_editor("Ben Ode")
    assert store.decisions.decided_last("Ana Ruz", "") == first(desk)
    desk.set_speaker(first(desk), "Ivo Brandt")
    desk.undo()
    assert store.decisions.decided_last("Ben Ode", "") is None
