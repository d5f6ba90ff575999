"""Words that somebody gives are found in quotes and in what articles say themselves."""

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Relation
from quotereview.review.elsewhere import Stood, weigh
from quotereview.review.session import Session
from quotereview.store import Store
from tests.review import talk_of_the_port as port
from tests.review.conftest import FERRY, HARBOUR


def found(session: Session, words: str) -> tuple[Stood, ...]:
    return weigh(session.elsewhere.gather(words))


def standing(session: Session, words: str) -> list[Stood]:
    return [stood for stood in found(session, words) if stood.stands]


@pytest.fixture
def at_the_port(store: Store) -> Session:
    session = Session(store, "Ana Ruz")
    port.keep_all(session)
    return session


@pytest.mark.parametrize(
    ("words", "relations"),
    [
        ("The ferry sails again on Monday morning", ["equal", "equal"]),
        ("the FERRY sails again", ["fragment", "fragment"]),
        ("I asked him twice: not one crane was checked, he said, and left.", ["fragment"]),
        ("Nobody told the crew about the strike", ["edited"]),
        ("Snow fell on the plain", []),
    ],
)
def test_quotes_are_found_whole_or_in_part(session: Session, words: str, relations: list[str]) -> None:
    told = standing(session, words)
    assert [stood.match.relation for stood in told] == relations
    assert all(stood.match.there.speaker and stood.place is None for stood in told)
    assert {conflict.field for stood in told for conflict in stood.match.conflicts} <= {"words"}


def test_a_word_is_needed(session: Session) -> None:
    with pytest.raises(NotPossible, match="no word to look for"):
        session.elsewhere.gather(" – … ")


def test_a_store_without_articles_holds_nothing(store: Store) -> None:
    assert found(Session(store, "Ana Ruz"), "The ferry sails again") == ()


def test_words_outside_marks_are_found_in_their_place(at_the_port: Session) -> None:
    quote, transcript, paraphrase = standing(at_the_port, "The old crane will never lift another container")
    assert (quote.match.there.article, quote.match.there.speaker) == (port.IN_HERALD.id, "Jorun Falk")
    assert transcript.place is not None and not transcript.match.there.quote
    words = "The old crane will never lift another container"
    assert (transcript.place.of(port.TRANSCRIPT), transcript.match.there.words) == (words, words)
    assert (transcript.match.there.outlet, transcript.match.relation) == ("Harbour office", Relation.EQUAL)
    assert (transcript.kept, transcript.given) == (8, 8)
    assert paraphrase.match.there.article == port.IN_COURIER.id
    assert (paraphrase.match.relation, paraphrase.kept) == (Relation.EDITED, 7)
    assert paraphrase.match.there.words == "the old crane would never lift another container"


def test_words_are_found_over_the_end_of_a_line(at_the_port: Session) -> None:
    stood = standing(at_the_port, "I told the owners so in January. We have thirty people")[0]
    assert stood.place is not None and stood.kept == stood.given
    assert stood.place.of(port.TRANSCRIPT) == "I told\nthe owners so in January. We have thirty people"


def test_a_changed_word_is_told(at_the_port: Session) -> None:
    best = standing(at_the_port, "the dredger is for sale, she told them")[0]
    assert (best.match.there.quote != "", best.match.there.words) == (True, port.DREDGER)
    [transcript] = (stood for stood in standing(at_the_port, "the dredger is for sale") if stood.place)
    assert [one.kind for one in transcript.match.differences] == ["negation"]


@pytest.mark.parametrize(
    ("words", "article", "there", "kept"),
    [
        ("الميناء القديم لن يغلق أبوابه", port.PALACE, "الميناء القديم لن يغلق أبوابه", 5),
        ("الميناء القديم سيغلق أبوابه أمام السفن", port.PALACE, "الميناء القديم لن يغلق أبوابه أمام السفن", 5),
        ("旧港口不会对来自北方的船只关闭大门", port.AGENCY, "旧港口不会对来自北方的船只关闭大门", 17),
        ("旧港口会对北方的船只关闭大门", port.AGENCY, "旧港口不会对来自北方的船只关闭大门", 14),
    ],
)
def test_arabic_and_chinese_words_are_found(
    at_the_port: Session, words: str, article: port.Article, there: str, kept: int
) -> None:
    [stood] = standing(at_the_port, words)
    assert (stood.match.there.article, stood.match.there.words, stood.kept) == (article.id, there, kept)


def test_what_stands_nowhere_has_what_is_nearest(at_the_port: Session) -> None:
    told = found(at_the_port, "Thirty gulls were seen on the dredger by a man from Oslo")
    assert told and not any(stood.stands for stood in told)


def test_words_of_a_removed_article_are_not_found(session: Session) -> None:
    session.remove([HARBOUR.id])
    told = standing(session, "The ferry sails again on Monday morning")
    assert {stood.match.there.article for stood in told} == {FERRY.id}


def test_a_rejected_quote_is_a_stretch_of_its_article(session: Session, quotes: tuple[str, ...]) -> None:
    session.reject(quotes[1])
    [stood] = standing(session, "Nobody told the crews about the strike")
    assert stood.place is not None and stood.match.there.words == "Nobody told the crews about the strike"
