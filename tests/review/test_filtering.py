"""What a filter shows, by the line that an editor writes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotereview.folding import bare
from quotereview.model import QuoteSummary, Verdict, band
from quotereview.review.filtering import Field, Filter, Term, read_filter
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import open_store
from tests.review.conftest import shown
from tests.review.test_queue import accept_unread
from tests.store import invented

SAID = (("Noé Okáfor", "Señora, the café’s door opens at noon"), ("Noé Okáfor", "And shuts at night"))
ARTICLE = invented.article("cafe.txt", SAID, published=date(2026, 3, 4))
UNKNOWN = invented.article("unknown.txt", SAID[:1], outlet=None, published=None)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A quote of which all is known, one that was accepted unread, and one of which nothing is known."""
    with open_store(tmp_path_factory.mktemp("filtering") / "quotes.qrev") as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        session.keep(Read(ARTICLE, invented.detection(ARTICLE, SAID)))
        found = invented.detection(UNKNOWN, SAID[:1])
        nothing = replace(found.quotes[0], speaker=None, source=None, confidence=0.95)
        session.keep(Read(UNKNOWN, replace(found, quotes=(nothing,))))
        known, unread, _ = ids(session)
        session.set_note(known, "Call back on Monday")
        session.rule(known, Verdict.CANNOT_VERIFY)
        accept_unread(session, unread)
        yield session


def ids(desk: Session) -> tuple[str, ...]:
    """The ids of the quote of which all is known, of the unread one and of the bare one."""
    return tuple(quote.id for quote in desk.outline())


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "door",
        "DOOR opens",
        "noon cafe",
        "senora CAFÉ'S",
        "oor",
        "door -window",
        "words:door",
        "speaker:okafor",
        "Speaker: noe Okafor",
        "door speaker:Noé source: radio",
        "speaker:okafor words:door",
        "speaker:",
        "speaker:-marlow",
        "source:fjord",
        "outlet:mail",
        "verdict:cannot",
        "verdict:cannot verify",
        "verdict:-open",
        "confidence:unsure",
        "note:",
        "note:back",
        "note:call -friday",
        "date:",
        "date:2026",
        "date:2026-03",
        "date:2026-03-04",
        "date:2026-03-01..2026-03-04",
        "date:2026-02..2026-03",
        "date:2026-03-04..",
        "article:headline cafe",
        "article:cafe.txt -unknown",
        "story:-unknown",
        "editor:",
        "editor:ana ruz",
        "date:..2026",
        "date:-2025",
        "date:Mar",
        "date:March",
        "date:mars-2026",
        "date:Mar-2026",
        "date:March 2026",
        "date:4",
        "date:04-Mar",
        "date:4-March-2026",
        "date:4 March 2026",
        "date:Feb-2026..Mar-2026",
        "date:..4-March-2026",
        "date:-Nov",
    ],
)
def test_a_line_that_shows_the_quote(desk: Session, line: str) -> None:
    assert ids(desk)[0] in shown(desk, line)


@pytest.mark.parametrize(
    "line",
    [
        "window",
        "door window",
        "-door",
        "speaker:mail",
        "door speaker:marlow",
        "speaker:-",
        "speaker:-okafor",
        "source:mail",
        "outlet:fjord",
        "outlet:-",
        "verdict:verified",
        "verdict:open",
        "verdict:-cannot",
        "confidence:sure",
        "note:-",
        "note:friday",
        "date:-",
        "date:03",
        "date:2026-04",
        "date:2026-03-05..",
        "date:..2026-02",
        "date:Nov",
        "date:Mar-2025",
        "date:3-Mar",
        "date:-March",
        "date:Apr-2026..",
        "date:Monday",
        "date:2026-03-04-05",
        "said:door",
        "article:unknown",
        "article:-",
        "editor:-",
        "editor:ben",
        "editor:-ana",
    ],
)
def test_a_line_that_hides_it(desk: Session, line: str) -> None:
    assert ids(desk)[0] not in shown(desk, line)


@pytest.mark.parametrize("field", ["speaker", "source", "note", "outlet", "date"])
def test_what_is_unknown_is_asked_for_by_a_dash(desk: Session, field: str) -> None:
    assert ids(desk)[2] in shown(desk, f"{field}:-")
    assert ids(desk)[2] not in shown(desk, f"{field}:")


def test_an_unknown_date_lies_between_no_two(desk: Session) -> None:
    assert ids(desk)[2] not in shown(desk, "date:..2030")


def test_a_name_is_asked_for_without_the_letters_that_a_keyboard_lacks(
    session: Session, quotes: tuple[str, ...]
) -> None:
    session.set_speaker(quotes[0], "Søren Łęcki")
    session.describe([session.quote(quotes[0]).article], outlet="Ærø Avis")
    for line in ("speaker:soren lecki outlet:aero", "speaker:Søren outlet:Ærø"):
        assert shown(session, line) == {quotes[0]}


def test_sure_is_not_unsure(desk: Session) -> None:
    assert shown(desk, "confidence:sure") == {ids(desk)[2]}
    assert ids(desk)[2] not in shown(desk, "confidence:unsure")


def test_a_filter_knows_its_line_and_an_empty_one_asks_for_nothing() -> None:
    assert read_filter("speaker:Noé ").text == "speaker:Noé "
    assert read_filter("") == Filter()


@pytest.mark.parametrize(
    ("line", "is_shown"), [("verdict:unread", True), ("verdict:confirmed", True), ("verdict:confirmed -unread", False)]
)
def test_what_was_accepted_unread_is_found_beside_its_verdict(desk: Session, line: str, is_shown: bool) -> None:
    assert (ids(desk)[1] in shown(desk, line)) is is_shown
    assert ids(desk)[0] not in shown(desk, "verdict:unread")


WORDS = (
    "door",
    "-door",
    "café",
    "-",
    "-caf",
    "o",
    "’s",
    "fjord",
    "-fjord",
    "open",
    "un",
    "sure",
    "-unread",
    "2026",
    "03..",
    "?",
    "speaker",
    "-source",
    "settled",
)


@given(
    st.lists(
        st.tuples(st.sampled_from(Field), st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join)),
        min_size=1,
        max_size=3,
    )
)
def test_the_store_shows_what_the_words_of_a_filter_mean(desk: Session, terms: list[tuple[Field, str]]) -> None:
    line = " ".join(f"{field}:{words}" for field, words in terms)
    expected = {
        quote.id for quote in desk.outline() if all(admits(desk, term, quote) for term in read_filter(line).terms)
    }
    assert shown(desk, line) == expected


def admits(desk: Session, term: Term, quote: QuoteSummary) -> bool:
    """Whether a term holds of a quote, looked at one by one."""
    article = desk.outlined_article(quote.article)
    assert article
    if term.field is Field.CONFLICT:
        told = [conflict for match in desk.crosscheck.partners(quote.id) for conflict in match.conflicts]
        return term.admits([f"open {conflict.field}" for conflict in told])
    published = article.summary.published
    values = {
        Field.WORDS: quote.words,
        Field.VERDICT: f"{quote.verdict} unread" if quote.unread else quote.verdict,
        Field.CONFIDENCE: band(quote.confidence),
        Field.SPEAKER: quote.speaker,
        Field.SOURCE: quote.source,
        Field.OUTLET: article.summary.outlet,
        Field.DATE: published.isoformat() if published else None,
        Field.NOTE: quote.note,
        Field.ARTICLE: f"{article.summary.title}\n{article.summary.name}\n{article.id}",
        Field.STORY: desk.stories.names().get(quote.article),
        Field.EDITOR: desk.editor if quote.decided else None,
    }
    return term.holds(bare(values[term.field] or ""))
