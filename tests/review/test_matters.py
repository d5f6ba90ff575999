"""Conflicts of every sort in one form: what differs comes first, and any of them is settled in the same way."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Label, Verdict
from quotereview.review.matters import Matter, Sort, by_editor
from quotereview.review.session import Session
from tests.review.conftest import FERRY, HARBOUR, read
from tests.review.desks import Desks, merged, side_by_side


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Copies of a store of two articles that share a quote."""
    yield from side_by_side(tmp_path, read(FERRY), read(HARBOUR))


@pytest.fixture
def session(desks: Desks) -> Session:
    """An adjudicator at a store in which Ana and Ben ruled otherwise on a quote, an article, a name and a match."""
    for editor, speaker, label in (("Ana Ruz", "Tilda Brandt", Label.SAME), ("Ben Ode", "Mara Voss", Label.DIFFERENT)):

        def rule(
            session: Session, quote: str, editor: str = editor, speaker: str = speaker, label: Label = label
        ) -> None:
            session.set_speaker(quote, speaker)
            session.set_note(quote, f"says {editor}")
            session.describe([FERRY.id], outlet=f"{editor}'s paper")
            session.people.same("T. B.", speaker)
            session.match_rulings.rule(quote, session.quotes(HARBOUR.id)[0].id, label)

        desks.do(editor, rule)
    return merged(desks)


def of_sort(session: Session, sort: Sort) -> Matter:
    [found] = [matter for matter in session.matters.all() if matter.sort is sort]
    return found


def test_a_matter_says_what_each_ruled_what_differs_first(session: Session) -> None:
    matter = of_sort(session, Sort.QUOTE)
    assert matter == session.matters.of_quote(matter.id)
    assert matter.title == "The ferry sails again on Monday morning."
    assert matter.article == FERRY.id
    differing = [field for field in matter.fields if matter.differs(field)]
    assert {"speaker", "note"} <= set(differing)
    assert differing == list(matter.fields[: len(differing)])
    assert "words" in matter.fields and "words" not in differing
    assert by_editor(matter, "Ben Ode").values["speaker"] == "Mara Voss"
    assert {side.editor for side in matter.sides} == {"Ana Ruz", "Ben Ode"}


@pytest.mark.parametrize("sort", list(Sort))
def test_each_sort_is_settled(session: Session, sort: Sort) -> None:
    matter = of_sort(session, sort)
    with pytest.raises(NotPossible, match="Say why"):
        session.matters.settle(matter, matter.sides[1].decision, "")
    session.matters.settle(matter, matter.sides[1].decision, "the recording has it")
    assert sort not in {left.sort for left in session.matters.all()}
    session.undo()
    assert of_sort(session, sort).sides[1:] == matter.sides[1:]


def test_who_did_not_rule_or_ruled_twice_has_no_one_ruling(session: Session) -> None:
    matter = of_sort(session, Sort.QUOTE)
    with pytest.raises(NotPossible, match="“Cleo Ma” is not the name of one who ruled"):
        by_editor(matter, "Cleo Ma")
    twice = replace(matter, sides=(matter.sides[0], replace(matter.sides[1], editor=matter.sides[0].editor)))
    with pytest.raises(NotPossible, match="ruled in more than one way: choose between these"):
        by_editor(twice, matter.sides[0].editor)


def test_a_quote_that_nobody_ruled_differently_on_is_no_matter(session: Session) -> None:
    quiet = session.quotes(FERRY.id)[1]
    assert quiet.verdict is Verdict.OPEN
    assert session.matters.of_quote(quiet.id) is None
