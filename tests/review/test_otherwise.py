"""What is told when an article is detected again: each difference, until somebody ruled on it."""

from dataclasses import replace

from quotereview import __version__
from quotereview.model import Kind
from quotereview.review.otherwise import Sort
from quotereview.review.session import Session
from tests.review.conftest import FERRY, HARBOUR
from tests.review.found_again import FIRST, SECOND, THIRD, banner, found, said_by, told
from tests.store import invented


def test_each_sort_of_difference_is_told(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    unsure = replace(invented.detection(FERRY).quotes[1], confidence=0.95, source=None)
    session.again.keep(FERRY.id, found({0: said_by("Una Holt"), 1: lambda _: unsure, 2: None}, banner()))
    assert told(session) == [
        (Sort.RULED, FIRST, ("speaker: Tilda Brandt → Una Holt",)),
        (
            Sort.CHANGED,
            SECOND,
            ("source: Radio Fjord → –", "kind of source: broadcaster → –", "confidence: unsure → sure"),
        ),
        (Sort.LOST, THIRD, ()),
        (Sort.NEW, invented.WITHDRAWN, ("speaker: – → Una Holt", "confidence: – → sure")),
    ]
    assert [session.again.of(quote) for quote in quotes] == list(session.again.differences(FERRY.id))[:3]
    assert session.again.articles() == (FERRY.id,)


def test_a_confidence_is_told_where_its_word_changes(session: Session) -> None:
    session.again.keep(FERRY.id, found({1: lambda quote: replace(quote, confidence=quote.confidence + 0.01)}))
    assert told(session) == []


def test_a_ruling_with_which_it_agrees_now_is_not_told(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_speaker(quotes[0], "Una Holt")
    session.reject(quotes[1])
    session.set_speaker(quotes[2], "Mara Voss")
    everybody = dict.fromkeys(range(3), said_by("Una Holt"))
    session.again.keep(FERRY.id, found(dict(everybody)))
    assert told(session) == [(Sort.RULED, THIRD, ("speaker: Mara Voss → Una Holt",))]
    session.people.same("Una Holt", "Mara Voss")
    assert told(session) == []


def test_what_was_corrected_is_not_told_where_the_same_is_proposed_as_ever(
    session: Session, quotes: tuple[str, ...]
) -> None:
    session.set_speaker(quotes[0], "Una Holt")
    session.again.keep(FERRY.id, found())
    assert told(session) == []


def test_a_decided_quote_that_is_no_longer_found_is_told(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.reject(quotes[1])
    session.again.keep(FERRY.id, found({0: None, 1: None}))
    assert told(session) == [(Sort.RULED, FIRST, ())]


def test_what_is_no_speech_is_not_told_unless_it_was(session: Session) -> None:
    title = replace(banner(), kind=Kind.TITLE)
    session.again.keep(FERRY.id, found({1: lambda quote: replace(quote, kind=Kind.SCARE)}, title))
    [(sort, words, fields)] = told(session)
    assert (sort, words, fields[0]) == (Sort.CHANGED, SECOND, "kind: speech → scare")


def test_ruling_on_what_is_told_settles_it(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.again.keep(FERRY.id, found({0: said_by("Una Holt"), 1: said_by("Una Holt")}, banner()))
    session.set_speaker(quotes[0], "Una Holt")
    session.confirm(quotes[1])
    session.confirm(session.quotes(FERRY.id)[-1].id)
    assert told(session) == []


def test_an_older_version_is_told_from_this_one(session: Session) -> None:
    for detector, older in (("ranker 0.0.9", True), (f"ranker {__version__}", False), ("plug-in next", False)):
        session.again.keep(FERRY.id, found(detector=detector))
        assert session.again.why_due(FERRY.id) == ("an older version proposed it" if older else "")
    assert not session.again.why_due("no article")


def test_nothing_is_told_of_an_article_that_was_detected_once(session: Session, quotes: tuple[str, ...]) -> None:
    assert session.again.differences(HARBOUR.id) == ()
    assert session.again.of(quotes[0]) is None
