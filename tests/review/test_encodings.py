"""An article read in the wrong encoding is read again: what was ruled holds where words are the same, in one act."""

from datetime import date

import pytest

from quotereview.detection import Detector
from quotereview.errors import NotPossible
from quotereview.model import Article, Detection, Field, SourceKind, Span, Verdict, Zone
from quotereview.reading import read_again, read_bytes
from quotereview.review import ingest
from quotereview.review.change import ChangeKind
from quotereview.review.encodings import Offer
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Store, check
from tests.store import invented

COPY = (
    'Ferry sails\n\n"It sails again on Monday morning," said the captain of the boat.\n\n'
    '"Loď je bezpečná, řekla mi," said Jiří Dvořák.\n'
)
WRONG = read_bytes("ferry.txt", COPY.encode("cp1250"))


def detection(article: Article) -> Detection:
    places = (article.text.index(f'"{first}') + 1 for first in ("It sails", "Lo"))
    return invented.with_marked(article, [Span(at, article.text.index(',"', at) + 1) for at in places])


def words(session: Session, article: str) -> list[tuple[str, Verdict]]:
    return [(one.ruling.passages[0].words, one.verdict) for one in session.quotes(article)]


@pytest.fixture
def session(store: Store) -> Session:
    """Ana Ruz confirmed both quotes of an article whose letters came out wrong."""
    made = Session(store, "Ana Ruz", invented.Clock())
    made.keep(Read(WRONG, detection(WRONG)))
    for quote in made.quotes(WRONG.id):
        made.confirm(quote.id)
    return made


def reread(session: Session, encoding: str = "cp1250") -> str:
    """Read the article again; the id of the one that takes its place."""
    found = read_again(WRONG, encoding)
    change = session.encodings.keep(WRONG.id, Read(found, detection(found)))
    assert change.kind is ChangeKind.ARTICLES and change.articles == (found.id, WRONG.id)
    return found.id


def test_what_was_ruled_holds_where_the_words_are_the_same(session: Session, store: Store) -> None:
    now = reread(session)
    assert session.article(now).text == COPY
    assert session.article(now).said(Field.ENCODING) == "cp1250"
    assert [one.id for one in session.articles() if not one.removed] == [now]
    assert words(session, now) == [
        ("It sails again on Monday morning,", Verdict.CONFIRMED),
        ("Loď je bezpečná, řekla mi,", Verdict.OPEN),
    ]
    (aside,) = session.editions.asides(now)
    assert aside.ruled.ruling.passages[0].words == "Loï je bezpeèná, øekla mi,"
    assert list(check(store.path)) == []


def test_the_outlet_and_the_date_that_an_editor_gave_hold_for_the_same_bytes(session: Session) -> None:
    session.describe([WRONG.id], "Kurýr", date(2026, 11, 3))
    now = reread(session)
    assert (session.article(now).outlet, session.article(now).published) == ("Kurýr", date(2026, 11, 3))
    session.undo()
    session.describe([WRONG.id], published=date(2026, 11, 4))
    assert session.article(reread(session)).published == date(2026, 11, 4)


def test_one_undo_brings_the_former_reading_back_and_redo_the_other(session: Session, store: Store) -> None:
    now = reread(session)
    assert session.undo_label == "Undo read “Ferry sails” as cp1250"
    session.undo()
    assert [one.id for one in session.articles()] == [WRONG.id]
    assert {verdict for _, verdict in words(session, WRONG.id)} == {Verdict.CONFIRMED}
    session.redo()
    assert [one.id for one in session.articles()] == [now]
    assert words(session, now)[0][1] is Verdict.CONFIRMED
    assert list(check(store.path)) == []


def test_what_was_undone_can_be_read_so_again(session: Session) -> None:
    now = reread(session)
    session.undo()
    session.set_note(session.quotes(WRONG.id)[0].id, "heard")
    assert reread(session) == now
    assert words(session, now)[0][1] is Verdict.CONFIRMED


def test_a_reading_that_changes_nothing_is_not_kept(session: Session) -> None:
    found = read_again(WRONG, WRONG.encoding)
    assert session.encodings.keep(WRONG.id, Read(found, detection(found))).kind is ChangeKind.NOTHING


def test_encodings_are_offered_with_a_sample(session: Session) -> None:
    offers = session.encodings.offers(WRONG.id)
    assert Offer("cp1250", 'd the captain of the boat. "Loď je bezpečná, řekla mi," sai') in offers
    assert all(one.encoding != "utf-8" for one in offers)


def test_what_cannot_be_is_refused_and_nothing_changes(session: Session) -> None:
    with pytest.raises(NotPossible):
        session.encodings.offers("a0")
    found = read_again(WRONG, "cp1250")
    session.remove([WRONG.id])
    with pytest.raises(NotPossible, match="removed"):
        session.encodings.keep(WRONG.id, Read(found, detection(found)))


PAGES = (
    "Ferry sails\n\n“It sails again on Monday morning,” said Jiří Dvořák, the captain of the boat.\n\n"
    "Read more\n\n“Loď je bezpečná, řekla mi ta paní,” kiosk owner Otto Rand told reporters at the pier.\n\n"
    "One of the crew, Ivo Rem, called out: Never again will unpaid crews sail this ferry, and left.\n\n"
    "Hlavní zprávy dne, přečtěte si více.\n"
)


def turn(session: Session, article: str, words: str, detector: Detector) -> None:
    at = session.article(article).text.index(words)
    turned, marking = session.zoning.turned(article, Span(at, at + 1)), session.again.marking(article)
    found = ingest.detect_again(turned.article, marking, lambda: detector)
    assert isinstance(found, Read)
    session.zoning.keep(turned, found.detection)


def test_blocks_and_quotes_that_an_editor_marked_are_there_in_the_new_reading(store: Store, detector: Detector) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    wrong = read_bytes("pages.txt", PAGES.encode("cp1250"), "cp1257")
    session.keep(Read(wrong, detector.detect(wrong.text, zones=wrong.zones)))
    turn(session, wrong.id, "Read more", detector)
    turn(session, wrong.id, "Hlavn", detector)
    added = invented.span(wrong, "Never again will unpaid crews sail this ferry")
    marking = session.spans.marking_of(wrong.id, added)
    session.spans.add(wrong.id, added, ingest.detect_marked(session.article(wrong.id), marking, lambda: detector))
    by_hand = next(one.id for one in session.quotes(wrong.id) if one.added_by_hand)
    session.set_speaker(by_hand, "The whole crew")
    sued = next(one.id for one in session.quotes(wrong.id) if one.proposal.words.startswith("Lo"))
    session.confirm(sued)
    session.documents.mark(wrong.id, SourceKind.BRIEFING)
    read = ingest.read_again(session.article(wrong.id), "cp1250", lambda: detector, session.encodings.ruled(wrong.id))
    assert isinstance(read, Read) and read.article.text == PAGES and read.article.zones == wrong.zones
    change = session.encodings.keep(wrong.id, read)
    now = read.article.id
    assert change.label.endswith("; taken over, too: 2 blocks, the kind of text")
    zones = {one.span.of(PAGES).strip()[:4]: one.zone for one in session.detection(now).zones}
    assert (zones["Read"], zones["Hlav"]) == (Zone.BODY, Zone.TEASER)
    quotes = {one.proposal.words[:5]: one for one in session.quotes(now)}
    assert quotes["Never"].ruling.speaker and quotes["Never"].ruling.speaker.name == "The whole crew"
    assert quotes["Loď j"].asked
    assert [one.ruled.quote for one in session.editions.asides(now)] == [sued]
    session.undo()
    assert [one.id for one in session.articles()] == [wrong.id]
    assert session.documents.kind(wrong.id) is SourceKind.BRIEFING
    assert list(check(store.path)) == []


def test_the_last_that_was_said_stands_when_the_first_reading_is_taken_again(session: Session) -> None:
    session.documents.mark(WRONG.id, SourceKind.BRIEFING)
    session.stories.rename(WRONG.id, "The boat")
    now = reread(session)
    assert session.documents.kind(now) is SourceKind.BRIEFING
    session.documents.mark(now, None)
    session.stories.rename(now, "The ferry")
    back = read_bytes("ferry.txt", COPY.encode("cp1250"))
    assert back.id == WRONG.id
    session.encodings.keep(now, Read(back, detection(back)))
    assert session.documents.kind(WRONG.id) is None
    assert session.stories.of(WRONG.id).name == "The ferry"
