"""How far a source holds: where it ends and how it is stretched, each by one act."""

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Verdict, quote_id
from quotereview.review import reach
from quotereview.review.session import Session
from quotereview.store import Store
from tests.review import talks
from tests.store import invented


def of(quote: talks.Quote) -> str:
    return quote_id(talks.ARTICLE.id, quote.passages[0].span)


@pytest.fixture
def desk(store: Store) -> Session:
    session = Session(store, "Ana Ruz", invented.Clock())
    session.keep(talks.READ)
    return session


def sources(session: Session) -> list[str | None]:
    return [quote.ruling.source and quote.ruling.source.name for quote in session.quotes(talks.ARTICLE.id)]


RADIO, COURIER = "Radio Sund", "Courier"
PROPOSED = [None, RADIO, RADIO, RADIO, COURIER, None, RADIO, None]


def test_the_reach_of_a_carrier_in_the_order_of_the_text(desk: Session) -> None:
    quotes = desk.quotes(talks.ARTICLE.id)
    found = reach.reach(quotes, desk.quote(of(talks.THREE)))
    assert [quote.proposal.words for quote in found] == ["One", "Two", "Three", "Six"]
    assert reach.reach(quotes, desk.quote(of(talks.FIVE))) == ()


def test_a_reach_ends_here_and_one_undo_puts_it_back(desk: Session) -> None:
    change = desk.reaches.end(of(talks.THREE))
    assert (change.quotes, change.label) == ((of(talks.THREE), of(talks.SIX)), "source ends: Radio Sund, 2 quotes")
    assert sources(desk) == [None, RADIO, RADIO, None, COURIER, None, None, None]
    assert {desk.quote(quote).verdict for quote in change.quotes} == {Verdict.OPEN}
    assert desk.undo_label == "Undo source ends: Radio Sund, 2 quotes"
    desk.undo()
    assert sources(desk) == PROPOSED


def test_the_end_of_a_reach_leaves_what_an_editor_decided(desk: Session) -> None:
    desk.confirm(of(talks.SIX))
    desk.confirm(of(talks.TWO))
    desk.reaches.end(of(talks.TWO))
    assert sources(desk) == [None, RADIO, None, None, COURIER, None, RADIO, None]
    assert desk.quote(of(talks.SIX)).verdict is Verdict.CONFIRMED
    assert desk.quote(of(talks.TWO)).verdict is Verdict.CORRECTED


def test_without_a_source_nothing_ends(desk: Session) -> None:
    with pytest.raises(NotPossible, match="no source"):
        desk.reaches.end(of(talks.FIVE))


def test_the_nearest_source_above_stretches_to_here(desk: Session) -> None:
    change = desk.reaches.stretch(of(talks.FIVE))
    assert (change.quotes, change.label) == ((of(talks.FIVE),), "source stretches: Courier, 1 quote")
    source = desk.quote(of(talks.FIVE)).ruling.source
    assert source is not None
    assert (source.name, source.mention, source.carried) == (COURIER, talks.COURIER.mention, True)


def test_all_speech_between_gets_the_source_but_what_was_decided(desk: Session) -> None:
    desk.reaches.end(of(talks.TWO))
    desk.confirm(of(talks.THREE))
    desk.set_source(of(talks.FOUR), None)
    desk.reaches.stretch(of(talks.SIX))
    assert sources(desk) == [None, RADIO, RADIO, None, RADIO, RADIO, RADIO, None]
    assert {desk.quote(of(each)).verdict for each in (talks.TWO, talks.SIX)} == {Verdict.OPEN}
    assert desk.undo_label == "Undo source stretches: Radio Sund, 4 quotes"
    desk.undo()
    assert sources(desk) == [None, RADIO, None, None, None, None, None, None]


def test_a_source_that_is_given_is_the_one_that_stretches(desk: Session) -> None:
    desk.reaches.stretch(of(talks.SEVEN), since=of(talks.ONE))
    assert sources(desk) == [None, RADIO, RADIO, RADIO, COURIER, RADIO, RADIO, RADIO]


def test_where_it_holds_already_nothing_changes(desk: Session) -> None:
    desk.reaches.stretch(of(talks.FIVE))
    label = desk.undo_label
    desk.reaches.stretch(of(talks.FIVE))
    assert desk.undo_label == label


def test_with_no_source_above_nothing_stretches(desk: Session) -> None:
    with pytest.raises(NotPossible, match="No quote above"):
        desk.reaches.stretch(of(talks.ONE))


def test_a_reach_that_is_to_end_earlier_takes_the_source_from_those_after(desk: Session) -> None:
    change = desk.reaches.end_with(of(talks.THREE), of(talks.ONE))
    assert change.label == "source ends: Radio Sund, 3 quotes"
    assert sources(desk) == [None, RADIO, None, None, COURIER, None, None, None]
    desk.undo()
    assert sources(desk) == PROPOSED


def test_a_reach_that_is_to_end_later_takes_in_what_is_between(desk: Session) -> None:
    change = desk.reaches.end_with(of(talks.ONE), of(talks.SEVEN))
    assert (change.quotes, change.label) == ((of(talks.SEVEN),), "source stretches: Radio Sund, 1 quote")
    assert sources(desk)[-1] == RADIO


def test_a_reach_that_ends_elsewhere_changes_nothing_that_was_decided(desk: Session) -> None:
    for quote in (talks.THREE, talks.SIX, talks.SEVEN):
        desk.confirm(of(quote))
    for last in (talks.TWO, talks.SIX, talks.SEVEN):
        with pytest.raises(NotPossible, match="Nothing that waits"):
            desk.reaches.end_with(of(talks.ONE), of(last))
    with pytest.raises(NotPossible, match="no source"):
        desk.reaches.end_with(of(talks.FIVE), of(talks.SIX))
