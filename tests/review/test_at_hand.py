"""What is held in memory of an article's quotes is what the store had when its editor looked."""

from quotereview.model import Verdict
from quotereview.review.session import Session
from quotereview.store import open_store
from tests.review.conftest import FERRY, HARBOUR
from tests.store import invented


def as_stored(session: Session) -> bool:
    """Whether the session shows each quote of the first article as another reader of the file finds it."""
    with open_store(session.store_path) as other:
        stored = other.standing.quotes(FERRY.id)
    one_by_one = tuple(session.quote(quote.id) for quote in stored)
    return session.quotes(FERRY.id) == stored and one_by_one == stored


def test_it_follows_every_verb_of_this_session(session: Session, quotes: tuple[str, ...]) -> None:
    verbs = (
        lambda: session.confirm(quotes[1]),
        lambda: session.set_note(quotes[0], "call back"),
        lambda: session.spans.add(FERRY.id, invented.span(FERRY, "Never"), invented.with_added(FERRY, "Never")),
        session.undo,
        session.redo,
        lambda: session.remove([FERRY.id]),
        session.undo,
    )
    for verb in verbs:
        session.quotes(FERRY.id)
        verb()
        assert as_stored(session)


def test_it_follows_another_program_when_one_looks_again(session: Session, quotes: tuple[str, ...]) -> None:
    seen = session.quotes(FERRY.id)
    with open_store(session.store_path) as other:
        Session(other, "Ole Brandt").reject(quotes[0])
    assert session.quotes(FERRY.id) == seen
    assert [act.quotes for act in session.look_again()] == [(quotes[0],)]
    assert session.quotes(FERRY.id)[0].verdict is Verdict.NOT_A_QUOTE
    assert as_stored(session)


def test_quotes_of_other_articles_are_found(session: Session) -> None:
    session.quotes(FERRY.id)
    elsewhere = session.quotes(HARBOUR.id)[0]
    session.quotes(FERRY.id)
    session.confirm(elsewhere.id)
    assert session.quote(elsewhere.id).verdict is Verdict.CONFIRMED


def test_a_ruling_reads_one_quote_and_not_the_article(session: Session, quotes: tuple[str, ...]) -> None:
    before = session.quotes(FERRY.id)
    session.confirm(quotes[1])
    after = session.quotes(FERRY.id)
    assert after[1].decided
    assert [old is new for old, new in zip(before, after, strict=True)] == [True, False, True]
