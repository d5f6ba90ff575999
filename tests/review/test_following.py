"""A correction is offered to the quotes that were wrong for the same reason, and one undo takes it back from all."""

from dataclasses import replace

import pytest

from quotereview.errors import NotPossible
from quotereview.model import SourceKind, Verdict, quote_id
from quotereview.review.following import Offer
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


def speakers(session: Session) -> list[str]:
    """The speaker of each quote in the order of the text, those that wait in brackets."""
    quotes = session.quotes(talks.ARTICLE.id)
    names = [quote.ruling.speaker.name if quote.ruling.speaker else "nobody" for quote in quotes]
    return [name if quote.decided else f"({name})" for name, quote in zip(names, quotes, strict=True)]


def sources(session: Session) -> list[str | None]:
    return [quote.ruling.source and quote.ruling.source.name for quote in session.quotes(talks.ARTICLE.id)]


def offered(offer: Offer | None) -> list[str]:
    return [one.words for one in offer.quotes] if offer else []


# Speakers


def test_a_wrong_he_is_offered_for_each_he_that_was_taken_for_the_same_man(desk: Session) -> None:
    desk.set_speaker(of(talks.ONE), "Mara Voss")
    offer = desk.followers.of_speaker(of(talks.ONE))
    assert offer is not None and (offer.on, offer.name) == ("he", "Mara Voss")
    assert offered(offer) == ["Two", "Four", "Six"]
    assert {one.stands for one in offer.quotes} == {"Lu Ran"}
    assert [one.place.of(talks.TEXT) for one in offer.quotes] == ["Two", "Four", "Six"]


def test_another_of_the_same_surname_is_offered_for_all_who_were_called_so(desk: Session) -> None:
    desk.set_speaker(of(talks.THREE), "Lu Wei")
    assert offered(desk.followers.of_speaker(of(talks.THREE))) == ["One", "Two", "Four", "Six"]


def test_a_name_that_is_another_one_altogether_is_offered_for_none(desk: Session) -> None:
    desk.set_speaker(of(talks.THREE), "Mara Voss")
    assert desk.followers.of_speaker(of(talks.THREE)) is None


def test_a_headline_that_repeats_the_words_hangs_on_them(desk: Session) -> None:
    desk.set_speaker(of(talks.TWO), "Mara Voss")
    assert offered(desk.followers.of_speaker(of(talks.TWO))) == ["Two", "One", "Four", "Six"]


def test_those_that_follow_stay_open_and_say_why(desk: Session) -> None:
    desk.set_speaker(of(talks.ONE), "Mara Voss")
    offer = desk.followers.of_speaker(of(talks.ONE))
    assert offer is not None
    change = desk.followers.follow(offer)
    assert change.label == "speaker: Mara Voss, 3 quotes"
    assert speakers(desk) == [
        "(Lu Ran)", "Mara Voss", "(Mara Voss)", "(Lu Ran)", "(Mara Voss)", "(Mara Voss)", "(Mara Voss)", "(Mara Voss)",
    ]  # fmt: skip
    followed = desk.quote(of(talks.SIX)).ruling
    assert followed.speaker is not None and talks.SIX.speaker is not None
    assert (followed.speaker.resolved, followed.speaker.mention) == ("he → Mara Voss", talks.SIX.speaker.mention)
    assert followed.reason == "Speaker as corrected at “One”"
    desk.confirm(of(talks.SIX))
    assert desk.quote(of(talks.SIX)).verdict is Verdict.CORRECTED


def test_one_undo_for_all_and_redo(desk: Session) -> None:
    desk.set_speaker(of(talks.ONE), "Mara Voss")
    before = speakers(desk)
    offer = desk.followers.of_speaker(of(talks.ONE))
    assert offer is not None
    desk.followers.follow(offer)
    after = speakers(desk)
    assert desk.undo_label == "Undo speaker: Mara Voss, 3 quotes"
    desk.undo()
    assert speakers(desk) == before
    desk.redo()
    assert speakers(desk) == after


def test_single_ones_can_be_left_out(desk: Session) -> None:
    desk.set_speaker(of(talks.ONE), "")
    offer = desk.followers.of_speaker(of(talks.ONE))
    assert offer is not None and offer.name == "nobody"
    change = desk.followers.follow(offer, {of(talks.TWO), of(talks.SIX)})
    assert (change.quotes, change.label) == ((of(talks.FOUR),), "speaker: nobody, 1 quote")
    assert desk.quote(of(talks.FOUR)).ruling.speaker is None


def test_what_an_editor_decided_is_never_offered_but_what_nobody_read_is(desk: Session) -> None:
    desk.confirm(of(talks.TWO))
    desk.confirm(of(talks.FOUR))
    unread = desk.quote(of(talks.FOUR))
    desk._keeper.rule("accept 1 unread", (unread, replace(unread.ruling, unread=True)))
    desk.set_speaker(of(talks.ONE), "Mara Voss")
    offer = desk.followers.of_speaker(of(talks.ONE))
    assert offer is not None
    assert offered(offer) == ["Four", "Six"]
    desk.followers.follow(offer)
    followed = desk.quote(of(talks.FOUR)).ruling
    assert (followed.verdict, followed.unread) == (Verdict.OPEN, False)


def test_a_second_correction_reaches_those_that_followed_the_first(desk: Session) -> None:
    for name in ("Mara Voss", "Ivo Brandt"):
        desk.set_speaker(of(talks.ONE), name)
        offer = desk.followers.of_speaker(of(talks.ONE))
        assert offer is not None
        desk.followers.follow(offer)
    assert [name for name in speakers(desk) if "Ivo" in name] == ["Ivo Brandt", *["(Ivo Brandt)"] * 3]
    desk.pick(of(talks.SIX), 1)
    assert desk.quote(of(talks.SIX)).ruling.reason == ""


def test_an_offer_that_was_overtaken_is_refused(desk: Session) -> None:
    desk.set_speaker(of(talks.ONE), "Mara Voss")
    offer = desk.followers.of_speaker(of(talks.ONE))
    assert offer is not None
    desk.confirm(of(talks.SIX))
    with pytest.raises(NotPossible, match="have changed"):
        desk.followers.follow(offer)
    assert desk.quote(of(talks.TWO)).ruling.speaker == talks.TWO.speaker


def test_a_confirmed_speaker_and_one_of_nobody_offer_nothing(desk: Session) -> None:
    desk.confirm(of(talks.ONE))
    assert desk.followers.of_speaker(of(talks.ONE)) is None
    desk.reopen(of(talks.ONE))
    assert desk.followers.of_speaker(of(talks.ONE)) is None


# Sources


def test_a_corrected_source_is_offered_to_the_rest_of_its_reach(desk: Session) -> None:
    desk.set_source(of(talks.TWO), "Sund Post", SourceKind.OUTLET)
    offer = desk.followers.of_source(of(talks.TWO))
    assert offer is not None and (offer.on, offer.name, offered(offer)) == (
        "Radio Sund",
        "Sund Post",
        ["Three", "Six"],
    )
    change = desk.followers.follow(offer)
    assert change.label == "source: Sund Post, 2 quotes"
    assert sources(desk) == [None, "Radio Sund", "Sund Post", "Sund Post", "Courier", None, "Sund Post", None]
    followed = desk.quote(of(talks.SIX))
    assert not followed.decided and followed.ruling.source is not None
    assert (followed.ruling.source.carried, followed.ruling.source.kind) == (True, SourceKind.OUTLET)
    desk.undo()
    assert sources(desk)[3] == sources(desk)[6] == "Radio Sund"


def test_a_source_taken_away_is_offered_to_be_taken_from_the_rest(desk: Session) -> None:
    desk.set_source(of(talks.ONE), None)
    offer = desk.followers.of_source(of(talks.ONE))
    assert offer is not None and (offer.name, offered(offer)) == ("none given", ["Two", "Three", "Six"])
    desk.followers.follow(offer)
    assert sources(desk) == [None, None, None, None, "Courier", None, None, None]


def test_a_source_that_stands_as_proposed_offers_nothing(desk: Session) -> None:
    assert desk.followers.of_source(of(talks.TWO)) is None
    assert desk.followers.of_source(of(talks.FIVE)) is None
    desk.set_source(of(talks.FIVE), "Sund Post")
    assert desk.followers.of_source(of(talks.FIVE)) is None


def test_a_reason_that_an_editor_gave_stays(desk: Session) -> None:
    desk.proof.explain(of(talks.SIX), "on the recording")
    desk.set_speaker(of(talks.ONE), "Mara Voss")
    offer = desk.followers.of_speaker(of(talks.ONE))
    assert offer is not None
    desk.followers.follow(offer)
    assert desk.quote(of(talks.SIX)).ruling.reason == "on the recording"
    desk.pick(of(talks.SIX), 1)
    assert desk.quote(of(talks.SIX)).ruling.reason == "on the recording"


def test_that_it_followed_is_no_reason_to_offer_to_editors(desk: Session) -> None:
    desk.set_speaker(of(talks.ONE), "Mara Voss")
    offer = desk.followers.of_speaker(of(talks.ONE))
    assert offer is not None
    desk.followers.follow(offer)
    desk.proof.explain(of(talks.FIVE), "on the recording")
    assert desk.proof.reasons() == ("on the recording",)
