"""As before: the speaker and the source that were decided last, for the next quote."""

import pytest

from quotereview.errors import NotPossible
from quotereview.model import SpeakerType, Verdict, quote_id
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review import talks
from tests.review.conftest import HARBOUR, read
from tests.store import invented


def of(quote: talks.Quote) -> str:
    return quote_id(talks.ARTICLE.id, quote.passages[0].span)


@pytest.fixture
def desk(store: Store) -> Session:
    session = Session(store, "Ana Ruz", invented.Clock())
    session.keep(talks.READ)
    session.keep(read(HARBOUR))
    return session


def named(session: Session, quote: talks.Quote) -> tuple[str | None, str | None]:
    ruling = session.quote(of(quote)).ruling
    return ruling.speaker and ruling.speaker.name, ruling.source and ruling.source.name


def test_it_is_as_the_quote_decided_last_wherever_it_stands(desk: Session) -> None:
    desk.set_speaker(of(talks.ONE), "Nora Lind")
    desk.set_speaker(of(talks.SEVEN), "Ivo Brandt", SpeakerType.GROUP)
    offered = desk.repeat.offered(of(talks.TWO))
    assert offered is not None and (offered.former, offered.speaker.name) == (of(talks.SEVEN), "Ivo Brandt")
    change = desk.repeat.repeat(of(talks.TWO))
    assert (change.quotes, change.label) == ((of(talks.TWO),), "speaker as before: Ivo Brandt")
    ruled = desk.quote(of(talks.TWO)).ruling
    assert ruled.verdict is Verdict.CORRECTED
    assert ruled.speaker is not None
    assert (ruled.speaker.type, ruled.speaker.mention, ruled.source) == (SpeakerType.GROUP, None, None)


def test_one_undo_takes_it_back(desk: Session) -> None:
    desk.set_speaker(of(talks.ONE), "Nora Lind")
    before = desk.quotes(talks.ARTICLE.id)
    desk.repeat.repeat(of(talks.FIVE))
    assert named(desk, talks.FIVE) == ("Nora Lind", "Radio Sund")
    assert desk.undo_label == "Undo speaker as before: Nora Lind"
    desk.undo()
    assert [quote.ruling for quote in desk.quotes(talks.ARTICLE.id)] == [quote.ruling for quote in before]


def test_what_is_so_as_proposed_is_confirmed(desk: Session) -> None:
    desk.confirm(of(talks.ONE))
    desk.repeat.repeat(of(talks.TWO))
    ruling = desk.quote(of(talks.TWO)).ruling
    assert ruling.verdict is Verdict.CONFIRMED
    assert (ruling.speaker, ruling.source) == (talks.TWO.speaker, talks.CARRIED)


def test_a_source_named_for_the_quote_itself_stays(desk: Session) -> None:
    desk.confirm(of(talks.ONE))
    desk.repeat.repeat(of(talks.FOUR))
    assert named(desk, talks.FOUR) == ("Lu Ran", "Courier")


def test_after_another_article_it_is_as_the_nearest_above(desk: Session) -> None:
    desk.set_speaker(of(talks.SEVEN), "Ivo Brandt")
    desk.set_speaker(of(talks.TWO), "Nora Lind")
    desk.set_speaker(of(talks.ONE), "Vera Ny")
    desk.confirm(desk.quotes(HARBOUR.id)[0].id)
    offered = desk.repeat.offered(of(talks.THREE))
    assert offered is not None and offered.speaker.name == "Nora Lind"


def test_what_somebody_else_decided_counts_only_above(desk: Session) -> None:
    with open_store(desk.store_path) as second:
        other = Session(second, "Ben Ode")
        other.set_speaker(of(talks.SEVEN), "Ivo Brandt")
        assert desk.repeat.offered(of(talks.TWO)) is None
        other.set_speaker(of(talks.ONE), "Vera Ny")
    desk.look_again()
    offered = desk.repeat.offered(of(talks.TWO))
    assert offered is not None and offered.speaker.name == "Vera Ny"


def test_a_quote_of_nobody_a_rejected_one_an_undone_one_and_the_quote_itself_tell_nothing(desk: Session) -> None:
    desk.set_speaker(of(talks.ONE), "")
    desk.reject(of(talks.THREE))
    desk.confirm(of(talks.FOUR))
    desk.undo()
    desk.confirm(of(talks.FIVE))
    assert desk.repeat.offered(of(talks.FIVE)) is None
    with pytest.raises(NotPossible, match="press S"):
        desk.repeat.repeat(of(talks.FIVE))


def test_a_dispute_is_not_settled_by_it(desk: Session) -> None:
    desk.set_speaker(of(talks.ONE), "Nora Lind")
    desk.rule(of(talks.TWO), Verdict.DISPUTED)
    desk.repeat.repeat(of(talks.TWO))
    assert desk.quote(of(talks.TWO)).verdict is Verdict.DISPUTED
    assert named(desk, talks.TWO)[0] == "Nora Lind"
