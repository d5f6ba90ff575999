"""Many articles that may be editions of others are decided on in one act, and nobody is asked about them again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quotereview import app
from quotereview.errors import NotPossible
from quotereview.model import Article, SourceKind, Verdict, article_id
from quotereview.review.change import ChangeKind
from quotereview.review.editions import Likely
from quotereview.review.ingest import Read
from quotereview.review.lots import LikelyPair, TakenFor, proposed
from quotereview.review.session import Session
from quotereview.store import check, open_store
from tests.review.test_editions import ADDRESS, FERRY, MOON, NEWER, NEWER_WORDS, OTHER, UTTERANCES, quote
from tests.store import invented

THIRD_WORDS = (*NEWER_WORDS, ("Ida Holm", "Not a single crate was lost in all of it."))
THIRD = invented.article("ferry-3.txt", THIRD_WORDS, url=ADDRESS, published=date(2026, 3, 4))


def copy_of(article: Article, name: str) -> Article:
    return replace(article, id=article_id(name, article.original), name=name)


TWIN, TRIPLET = copy_of(OTHER, "moon copy.txt"), copy_of(OTHER, "moon again.txt")
SAID = {**UTTERANCES, THIRD.id: THIRD_WORDS, TWIN.id: MOON, TRIPLET.id: MOON}


def keep(session: Session, article: Article) -> ChangeKind:
    return session.keep(Read(article, invented.detection(article, SAID[article.id]))).kind


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Three editions of one article, and three times the same text; Ana Ruz ruled on the first of each."""
    made = Session(open_store(tmp_path / "quotes.qrev"), "Ana Ruz", invented.Clock())
    for article in (FERRY, OTHER):
        keep(made, article)
    made.confirm(quote(made, FERRY, "The ferry"))
    made.confirm(quote(made, OTHER, "The moon"))
    for article in (NEWER, THIRD, TWIN, TRIPLET):
        keep(made, article)
    return made


def as_proposed(session: Session) -> list[LikelyPair]:
    return [LikelyPair(likely, proposed(likely)) for likely in session.editions.all_likely()]


def on_desk(session: Session) -> set[str]:
    return {article.name for article in session.articles()}


def all_as(found: Sequence[LikelyPair], taken_for: TakenFor) -> list[LikelyPair]:
    return [LikelyPair(one.likely, taken_for) for one in found]


def test_the_same_text_is_told_from_a_newer_edition(session: Session) -> None:
    for one in as_proposed(session):
        same = one.likely.article.name.startswith("moon")
        assert one.taken_for is (TakenFor.COPY if same else TakenFor.EDITION)
        assert one.likely.why.startswith("the same text" if same else "the same address")


def test_what_shares_only_an_address_is_left_for_later(session: Session) -> None:
    likely = session.editions.likely(NEWER.id)
    assert likely
    assert proposed(Likely(likely.article, likely.older, True, 0.2)) is TakenFor.LATER


def test_all_are_settled_in_one_act_and_undone_by_one(session: Session) -> None:
    before = on_desk(session)
    change = session.lots.settle(as_proposed(session))
    assert on_desk(session) == {"ferry-3.txt", "moon.txt"}
    assert change.kind is ChangeKind.ARTICLES and {FERRY.id, TWIN.id} < set(change.articles)
    assert session.quote(quote(session, THIRD, "The ferry")).verdict is Verdict.CONFIRMED
    assert session.quote(quote(session, OTHER, "The moon")).verdict is Verdict.CONFIRMED
    assert session.undo_label == f"Undo {change.label}"
    session.undo()
    assert on_desk(session) == before
    assert session.quote(quote(session, THIRD, "The ferry")).verdict is Verdict.OPEN
    assert len(list(session.editions.all_likely())) == len(as_proposed(session)) > 0
    session.redo()
    assert on_desk(session) == {"ferry-3.txt", "moon.txt"}
    assert list(check(session.store_path)) == []


def test_nobody_is_asked_again_also_when_they_are_loaded_again(session: Session) -> None:
    session.lots.settle(as_proposed(session))
    for article in (FERRY, NEWER, THIRD, OTHER, TWIN, TRIPLET):
        assert keep(session, article) is ChangeKind.NOTHING
    assert on_desk(session) == {"ferry-3.txt", "moon.txt"}
    assert list(session.editions.all_likely()) == []


def test_what_is_kept_apart_stays_and_is_asked_about_no_more(session: Session) -> None:
    before = on_desk(session)
    while found := as_proposed(session):
        session.lots.settle(all_as(found, TakenFor.APART))
    assert on_desk(session) == before
    for article in (FERRY, NEWER, THIRD, OTHER, TWIN, TRIPLET):
        assert keep(session, article) is ChangeKind.NOTHING
    assert list(session.editions.all_likely()) == []


def test_what_is_left_for_later_stays_as_it_is(session: Session) -> None:
    found = as_proposed(session)
    assert session.lots.settle(all_as(found, TakenFor.LATER)).kind is ChangeKind.NOTHING
    assert [one.likely for one in as_proposed(session)] == [one.likely for one in found]


def test_rulings_on_what_was_loaded_later_go_to_what_stays(session: Session) -> None:
    session.reopen(quote(session, OTHER, "The moon"))
    session.confirm(quote(session, TWIN, "The moon"))
    session.lots.settle(as_proposed(session))
    assert session.quote(quote(session, OTHER, "The moon")).verdict is Verdict.CONFIRMED


def test_a_blind_reader_settles_nothing(session: Session) -> None:
    found = as_proposed(session)
    with app.session_at(session.store_path, "Ben Ode") as ben:
        ben.blind.begin()
    with app.session_at(session.store_path, "Ben Ode") as ben, pytest.raises(NotPossible, match="blind"):
        ben.lots.settle(found)


def test_what_was_ruled_of_an_article_goes_along_from_edition_to_edition(session: Session) -> None:
    session.documents.mark(FERRY.id, SourceKind.BRIEFING)
    session.documents.mark(TWIN.id, SourceKind.READOUT)
    session.documents.mark(OTHER.id, SourceKind.LETTER)
    change = session.lots.settle(as_proposed(session))
    standing = {name: session._store.articles.standing(article.id) for name, article in (("3", THIRD), ("moon", OTHER))}
    assert standing["3"] and standing["moon"]
    assert standing["3"].ruling.document is SourceKind.BRIEFING
    assert standing["moon"].ruling.document is SourceKind.LETTER
    assert change.label.count("not taken over of “Headline of moon.txt”: the kind of text, ruled otherwise there") == 1
    session.undo()
    assert session._store.articles.standing(THIRD.id).ruling.document is None  # type: ignore[union-attr]
