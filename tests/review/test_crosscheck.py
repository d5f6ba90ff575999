"""The same words in other articles, as the rulings change."""

import pytest

from quotereview.model import Verdict
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review.conftest import FERRY, HARBOUR, read, reject_elsewhere_when_asked
from tests.store import invented

OTHER = "Lena Falk"


def partners(session: Session, quote: str) -> list[tuple[str, str | None]]:
    """The outlet-known partners of a quote: title and speaker."""
    return [(match.there.title, match.there.speaker) for match in session.crosscheck.partners(quote)]


def test_the_same_words_are_found_with_the_conflict(session: Session, quotes: tuple[str, ...]) -> None:
    (match,) = session.crosscheck.partners(quotes[0])
    assert (match.there.article, match.there.outlet) == (HARBOUR.id, "Fjord Times")
    assert [(one.field, one.here, one.there) for one in match.conflicts] == [("speaker", "Tilda Brandt", OTHER)]
    assert session.crosscheck.partners(quotes[1]) == ()
    assert len(session.crosscheck.groups()) == 1


def test_a_quote_that_another_window_rejects_at_this_moment_is_in_no_group(
    session: Session, store: Store, quotes: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert session.crosscheck.group(quotes[1]) is not None
    reject_elsewhere_when_asked(store, monkeypatch)
    assert session.crosscheck.group(quotes[1]) is None


def test_what_either_article_tells_around_the_words_is_compared(store: Store) -> None:
    session, towns = Session(store, "Ana Ruz"), ("Velm", "Norrvik")
    for town in towns:
        said = ((f"Lena Falk told mourners in {town} and", "The ferry sails again on Monday morning."),)
        kept = invented.article(f"{town}.txt", said, outlet=f"{town} Mail")
        session.keep(Read(kept, invented.detection(kept, said)))
    places = [
        [(one.here, one.there) for one in session.crosscheck.partners(quote.id)[0].conflicts if one.field == "place"]
        for article in session.articles()
        for quote in session.quotes(article.id)
    ]
    assert places == [[towns], [towns[::-1]]]


def test_a_ruling_is_followed(session: Session, quotes: tuple[str, ...]) -> None:
    session.crosscheck.partners(quotes[0])
    session.set_speaker(quotes[0], OTHER)
    (match,) = session.crosscheck.partners(quotes[0])
    assert (match.here.speaker, match.conflicts) == (OTHER, ())
    session.undo()
    assert session.crosscheck.partners(quotes[0])[0].conflicts


def test_outlet_and_date_are_followed(session: Session, quotes: tuple[str, ...]) -> None:
    session.crosscheck.partners(quotes[0])
    session.describe([HARBOUR.id], outlet="Sund Post")
    assert session.crosscheck.partners(quotes[0])[0].there.outlet == "Sund Post"


@pytest.mark.parametrize("gone", ["removed", "rejected"])
def test_what_is_gone_is_no_partner_until_it_is_back(session: Session, quotes: tuple[str, ...], gone: str) -> None:
    other = session.quotes(HARBOUR.id)[0].id
    assert session.crosscheck.partners(quotes[0])
    if gone == "removed":
        session.remove([HARBOUR.id])
    else:
        session.reject(other)
    assert session.crosscheck.partners(quotes[0]) == session.crosscheck.groups() == ()
    session.undo()
    assert session.crosscheck.partners(quotes[0])


def test_two_sessions_on_one_file_see_each_other(session: Session, quotes: tuple[str, ...]) -> None:
    with open_store(session.store_path) as second:
        other = Session(second, "Ben Ode")
        assert other.articles() == session.articles()
        assert len(other.crosscheck.partners(quotes[0])[0].conflicts) == 1
        session.set_speaker(quotes[0], OTHER)
        other.rule(quotes[1], Verdict.DISPUTED)
        assert other.crosscheck.partners(quotes[0])[0].conflicts == ()
        assert other.quote(quotes[0]).verdict is Verdict.CORRECTED
        assert session.progress() == other.progress()
        assert session.progress().decided == 2
        other.remove([FERRY.id])
        assert [article.id for article in session.articles()] == [HARBOUR.id]
        assert session.keep(read(FERRY)).quotes == quotes
        assert other.articles() == session.articles()
        assert other.progress().decided == 2
