"""Articles of a store by the texts that they go back to."""

from dataclasses import replace

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Article, article_id
from quotereview.review.session import Session
from tests.review.conftest import FERRY, HARBOUR, HARBOUR_WORDS, read
from tests.store import invented

NOTICE = (
    "Crews had learnt of the strike from the radio alone, and stood on the quay for hours before somebody came to tell "
    "them that the harbour was closed. Tickets for the weekend were sold at the counter until noon, an hour after it."
)


def with_notice(article: Article) -> Article:
    text = f"{article.text}\n{NOTICE}\n"
    return replace(article, id=article_id(article.name, text.encode()), original=text.encode(), text=text)


COPIED, COPY = with_notice(FERRY), with_notice(HARBOUR)


@pytest.fixture
def session(session: Session) -> Session:
    """At a store of four articles, two of which share a paragraph."""
    for article, made in ((COPIED, FERRY), (COPY, HARBOUR)):
        session.keep(replace(read(made), article=article))
    return session


def test_articles_that_share_a_text_are_one_line(session: Session) -> None:
    found = session.lines.of([COPIED.id, COPY.id])
    assert (found.told, found.outlets) == ("2 articles, 1 independent line", 2)
    shared = session.lines.shared(COPIED.id, COPY.id)
    assert [place.of(COPY.text).endswith(NOTICE[:-1]) for place in shared.places_there] == [True]
    assert session.lines.shared(COPY.id, COPIED.id).places_here == shared.places_there


def test_what_only_quotes_have_in_common_makes_no_line(session: Session) -> None:
    [group] = [group for group in session.crosscheck.groups() if len(group.wordings) == 4]
    assert session.lines.printing(group).printed == "printed by 2 outlets, 2 independent lines"
    assert session.lines.of([FERRY.id, HARBOUR.id]).told == "2 articles, 2 independent lines"


def test_corrections_and_removals_are_followed(session: Session) -> None:
    session.lines.of([FERRY.id, HARBOUR.id])
    session.describe([HARBOUR.id], outlet=None)
    assert session.lines.of([FERRY.id, HARBOUR.id]).told == "2 articles, 1 independent line"
    session.remove([HARBOUR.id])
    assert session.lines.of([FERRY.id, HARBOUR.id]).told == "1 article, 1 independent line"
    with pytest.raises(NotPossible, match="were not removed"):
        session.lines.shared(FERRY.id, HARBOUR.id)


def test_words_that_turn_out_to_be_quoted_are_left_out(session: Session) -> None:
    assert session.lines.of([COPIED.id, COPY.id]).told == "2 articles, 1 independent line"
    session.spans.add(COPY.id, invented.span(COPY, NOTICE), invented.with_added(COPY, NOTICE, HARBOUR_WORDS))
    assert session.lines.of([COPIED.id, COPY.id]).told == "2 articles, 2 independent lines"
    session.undo()
    assert session.lines.of([COPIED.id, COPY.id]).told == "2 articles, 1 independent line"
