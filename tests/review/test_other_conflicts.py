"""Rulings on articles and on names that were made side by side: told where they differ, settled and taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from quotereview.errors import NotPossible
from quotereview.model import SourceKind
from quotereview.review.matters import Sort
from quotereview.review.session import Session
from quotereview.store import check, open_store
from tests.review.conftest import FERRY, read
from tests.review.desks import SAME, Desks, merged, side_by_side


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    yield from side_by_side(tmp_path, read(FERRY))


@pytest.mark.parametrize("choice", [0, 1])
def test_rulings_on_an_article_are_settled_and_undone(desks: Desks, choice: int) -> None:
    desks.do("Ana Ruz", lambda session, _: session.describe([FERRY.id], outlet="Sund Post"))
    desks.do("Ben Ode", lambda session, _: session.describe([FERRY.id], published=date(2026, 3, 1)))
    session = merged(desks)
    [conflict] = session.conflicts.of_articles()
    chosen = (conflict.standing, *conflict.others)[choice]
    with pytest.raises(NotPossible, match="Say why"):
        session.conflicts.settle_article(chosen.id, " ")
    session.conflicts.settle_article(chosen.id, "its masthead")
    assert session.conflicts.of_articles() == ()
    assert session.article(FERRY.id).outlet == chosen.ruling.outlet
    with pytest.raises(NotPossible, match="nothing to settle"):
        session.conflicts.settle_article(chosen.id, "its masthead")
    session.describe([FERRY.id], outlet="Coast News", published=date(2026, 3, 1))
    assert session.conflicts.of_articles() == ()
    session.undo()
    session.undo()
    [again] = session.conflicts.of_articles()
    assert again.others == conflict.others


@pytest.mark.parametrize("choice", [0, 1])
def test_what_only_one_editor_said_of_an_article_holds_whichever_is_chosen(desks: Desks, choice: int) -> None:
    def ana(session: Session, _: str) -> None:
        session.describe([FERRY.id], outlet="Sund Post")
        session.documents.mark(FERRY.id, SourceKind.BRIEFING)

    def ben(session: Session, _: str) -> None:
        session.stories.rename(FERRY.id, "The strike")
        session.documents.mark(FERRY.id, SourceKind.LETTER)
        session.closing.settle(FERRY.id, session.closing.doubts(FERRY.id)[0].place, "a slogan")

    desks.do("Ana Ruz", ana)
    desks.do("Ben Ode", ben)
    session = merged(desks)
    [conflict] = session.conflicts.of_articles()
    [matter] = [one for one in session.matters.all() if one.sort is Sort.ARTICLE]
    assert [field for field in matter.fields if matter.differs(field)] == ["kind of document"]
    chosen = (conflict.standing, *conflict.others)[choice]
    session.conflicts.settle_article(chosen.id, "as it is called")
    assert session.conflicts.of_articles() == ()
    standing = session._store.articles.standing(FERRY.id)
    assert standing and (standing.ruling.outlet, standing.ruling.story) == ("Sund Post", "The strike")
    assert standing.ruling.document is {"Ana Ruz": SourceKind.BRIEFING, "Ben Ode": SourceKind.LETTER}[chosen.editor]
    assert [one.reason for one in standing.ruling.settled] == ["a slogan"]
    session.undo()
    assert len(session.conflicts.of_articles()) == 1


def test_marks_that_either_editor_explained_are_asked_about_no_more(desks: Desks) -> None:
    def explain(session: Session, _: str) -> None:
        session.closing.settle(FERRY.id, session.closing.doubts(FERRY.id)[0].place, "a slogan")

    def close(session: Session, _: str) -> None:
        for quote in session.quotes(FERRY.id):
            session.confirm(quote.id)
        explain(session, "")
        session.undo()
        session.closing.settle(FERRY.id, session.closing.doubts(FERRY.id)[0].place, "a banner")
        session.closing.close(FERRY.id)

    desks.do("Ana Ruz", explain)
    desks.do("Ben Ode", lambda session, _: (session.closing.reopen(FERRY.id), session.stories.part(FERRY.id)))
    desks.do("Ben Ode", lambda session, _: session.stories.rename(FERRY.id, "The strike"))
    desks.do("Cleo Ma", close)
    desks.do("Cleo Ma", lambda session, _: [session.undo(), session.undo()])
    session = merged(desks)
    standing = session._store.articles.standing(FERRY.id)
    assert standing and standing.ruling.settled == () and standing.ruling.story == "The strike"
    assert session.closing.doubts(FERRY.id) == ()
    [conflict] = session.conflicts.of_articles()
    session.conflicts.settle_article(conflict.standing.id, "all of it")
    assert session.closing.doubts(FERRY.id) == ()
    found = session._store.articles.standing(FERRY.id)
    assert found and [one.reason for one in found.ruling.settled] == ["a slogan"]


def test_an_article_that_both_describe_alike_is_no_conflict(desks: Desks) -> None:
    for editor in ("Ana Ruz", "Ben Ode"):
        desks.do(editor, lambda session, _: session.describe([FERRY.id], outlet="Sund Post"))
    assert merged(desks).conflicts.of_articles() == ()


def decide_names(desks: Desks) -> Session:
    """Ana and Ben each say of T. Brandt who that is; the adjudicator at Ana's store, into which Ben's was merged."""
    for editor in ("Ana Ruz", "Ben Ode"):
        desks.do(editor, lambda session, _, editor=editor: session.people.same("T. Brandt", SAME[editor]))
    return merged(desks)


@pytest.mark.parametrize("choice", [0, 1])
def test_decisions_on_a_name_are_settled_and_undone(desks: Desks, choice: int) -> None:
    session = decide_names(desks)
    [conflict] = session.conflicts.of_names()
    assert conflict.name == "T. Brandt"
    chosen = (conflict.standing, *conflict.others)[choice]
    with pytest.raises(NotPossible, match="Say why"):
        session.conflicts.settle_name(chosen.id, " ")
    change = session.conflicts.settle_name(chosen.id, "the register of births")
    assert session.undo_label == f"Undo {change.label}"
    assert session.conflicts.of_names() == ()
    assert session.people.goes_by("T. Brandt") == chosen.same_as
    with pytest.raises(NotPossible, match="nothing to settle"):
        session.conflicts.settle_name(chosen.id, "again")
    session.people.rename("T. Brandt", "T. Brandt")
    assert session.conflicts.of_names() == ()
    session.undo()
    session.undo()
    [again] = session.conflicts.of_names()
    assert (again.standing.same_as, again.others) == (conflict.standing.same_as, conflict.others)
    session.redo()
    assert session.conflicts.of_names() == ()


def test_a_name_on_which_both_decide_alike_is_no_conflict(desks: Desks) -> None:
    for editor in ("Ana Ruz", "Cleo Ma"):
        desks.do(editor, lambda session, _, editor=editor: session.people.same("T. Brandt", SAME[editor]))
    desks.merge("Ana Ruz", "Cleo Ma")
    with open_store(desks.path("Ana Ruz")) as store:
        assert Session(store, "Ana Ruz").conflicts.of_names() == ()


def test_a_settled_name_is_settled_in_every_store_and_the_store_is_whole(desks: Desks) -> None:
    session = decide_names(desks)
    [conflict] = session.conflicts.of_names()
    session.conflicts.settle_name(conflict.others[0].id, "the register of births")
    desks.merge("Ben Ode", "Ana Ruz")
    assert list(check(desks.path("Ben Ode"))) == []
    with open_store(desks.path("Ben Ode")) as store:
        assert Session(store, "Ben Ode").conflicts.of_names() == ()
