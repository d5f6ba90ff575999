"""What is done apart is the editor's own act, as if it had been done at once; meanwhile nothing else is ruled."""

from collections.abc import Sequence

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Verdict
from quotereview.review import apart
from quotereview.review.apart import Deed
from quotereview.review.change import Change, ChangeKind
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import open_store
from tests.review.test_undo import State, state
from tests.store import invented

WAIT = "Wait a moment."
LATE = invented.article("late.txt")


def done(session: Session, deed: Deed) -> Change:
    """Do a deed apart, as a worker does, and take it in."""
    [kept] = session.apart.begin(deed, WAIT)
    change = session.apart.take_in(kept)
    session.apart.end()
    return change


def rejecting(quotes: Sequence[str]) -> Deed:
    return Deed(lambda session: session.reject(quotes[0]), 1)


def labels(session: Session) -> tuple[str | None, str | None]:
    return session.undo_label, session.redo_label


def test_it_is_undone_and_done_again_like_any_act(session: Session, quotes: tuple[str, ...]) -> None:
    before = state(session)
    change = done(session, rejecting(quotes))
    assert (change.kind, change.quotes) == (ChangeKind.RULINGS, quotes[:1])
    assert session.quote(quotes[0]).verdict is Verdict.NOT_A_QUOTE
    after: tuple[State, tuple[str | None, str | None]] = state(session), labels(session)
    assert str(session.undo_label).startswith("Undo no quote:")
    done(session, session.apart.undoing())
    assert state(session) == before
    assert str(session.redo_label).startswith("Redo no quote:")
    done(session, session.apart.redoing())
    assert (state(session), labels(session)) == after
    session.undo()
    assert state(session) == before


def test_it_is_no_news_to_whoever_did_it(session: Session, quotes: tuple[str, ...]) -> None:
    session.look_again()
    done(session, rejecting(quotes))
    assert session.look_again() == ()


def test_nothing_else_is_ruled_until_it_is_taken_in(session: Session, quotes: tuple[str, ...]) -> None:
    [kept] = session.apart.begin(rejecting(quotes), WAIT)
    for verb in (
        lambda: session.confirm(quotes[1]),
        session.undo,
        session.blind.begin,
        lambda: session.switch_editor("Ben Ode"),
        lambda: session.apart.begin(rejecting(quotes), "again"),
    ):
        with pytest.raises(NotPossible, match=WAIT):
            verb()
    session.apart.take_in(kept)
    session.apart.end()
    session.confirm(quotes[1])
    assert [session.quote(quote).verdict for quote in quotes[:2]] == [Verdict.NOT_A_QUOTE, Verdict.CONFIRMED]


def test_an_article_that_comes_meanwhile_is_kept(session: Session, quotes: tuple[str, ...]) -> None:
    [kept] = session.apart.begin(rejecting(quotes), WAIT)
    session.keep(Read(LATE, invented.detection(LATE)))
    session.apart.take_in(kept)
    session.apart.end()
    assert LATE.id in {article.id for article in session.articles()}
    assert str(session.undo_label).startswith("Undo no quote:")


def test_what_cannot_be_undone_is_not_tried_again(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[1])
    session.confirm(quotes[0])
    with open_store(session.store_path) as store:
        Session(store, "Ben Ode").reject(quotes[0])
    deed = session.apart.undoing()
    with pytest.raises(NotPossible) as refused:
        list(session.apart.begin(deed, WAIT))
    session.apart.give_up(deed, refused.value)
    assert "Somebody else has changed" in str(refused.value)
    assert session.undo().quotes == (quotes[1],)


def test_what_finds_it_so_already_changes_nothing(session: Session, quotes: tuple[str, ...]) -> None:
    session.reject(quotes[0])
    before = labels(session)
    assert done(session, rejecting(quotes)).kind is ChangeKind.NOTHING
    assert labels(session) == before


def test_only_what_is_upon_much_is_better_done_apart(
    session: Session, quotes: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    session.reject(quotes[0])
    assert not session.apart.is_much(session.apart.undoing())
    held = len(session.outline()) + len(session.articles())
    session.remove([article.id for article in session.articles()])
    assert session.apart.undoing().size == held
    monkeypatch.setattr(apart, "AT_ONCE", 3)
    assert session.apart.is_much(session.apart.undoing())
