"""One utterance with all its versions."""

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Verdict
from quotereview.review import utterances
from quotereview.review.session import Session
from tests.review.conftest import FERRY, HARBOUR


def test_the_utterance_of_a_quote_by_its_id_or_its_words(session: Session, quotes: tuple[str, ...]) -> None:
    by_id = utterances.of_quote(session, quotes[0])
    assert {wording.article for wording in by_id.wordings} == {FERRY.id, HARBOUR.id}
    assert len(by_id.matches) == 1
    assert utterances.of_quote(session, "sails again on Monday") == by_id


def test_what_nobody_else_printed_has_one_version(session: Session, quotes: tuple[str, ...]) -> None:
    alone = utterances.of_quote(session, quotes[1])
    assert ([wording.quote for wording in alone.wordings], alone.matches) == ([quotes[1]], ())


def test_no_quote_is_meant(session: Session, quotes: tuple[str, ...]) -> None:
    session.rule(quotes[1], Verdict.NOT_A_QUOTE)
    for told in ("Walrus", quotes[1], "q0"):
        with pytest.raises(NotPossible, match="No quote has the id or the words"):
            utterances.of_quote(session, told)


def test_words_that_are_given_are_held_against_each_other() -> None:
    group = utterances.of_texts(["We sail at dawn", "We sail at noon", "sail at"])
    assert [wording.title for wording in group.wordings] == ["text 1", "text 2", "text 3"]
    assert [(one.here.words, one.there.words) for one in group.matches] == [
        ("We sail at dawn", "We sail at noon"),
        ("We sail at dawn", "sail at"),
        ("We sail at noon", "sail at"),
    ]
