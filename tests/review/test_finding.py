"""Words are found in names, notes, titles, quotes and the rest of the text, each told with where it leads."""

from collections.abc import Iterator

import pytest

from quotereview.model import Span
from quotereview.review.finding import EXCERPT, Finding, FindingKind
from quotereview.review.ingest import Read
from quotereview.review.people import Known
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review.conftest import FERRY, HARBOUR
from tests.store import invented


def kinds(found: tuple[Finding, ...]) -> list[FindingKind]:
    return [finding.kind for finding in found]


def lit(finding: Finding) -> list[str]:
    return [span.of(finding.words) for span in finding.lit]


@pytest.mark.parametrize("words", ["", "  ", "“”", "—"])
def test_nothing_is_found_for_no_word(session: Session, words: str) -> None:
    assert session.find(words) == ()


def test_a_person_is_told_with_how_often_and_leads_to_the_first_quote(session: Session) -> None:
    person = session.find("tilda bra")[0]
    assert (person.kind, person.words, person.about) == (FindingKind.PERSON, "Tilda Brandt", "2 quotes")
    assert lit(person) == ["Tilda Bra"]
    assert person.quote == session.quotes(FERRY.id)[0].id


def test_words_of_a_quote_lead_to_it_and_those_of_a_name_to_their_place(session: Session) -> None:
    quoted, *_ = session.find("pay every ticket")
    assert (quoted.kind, quoted.quote) == (FindingKind.QUOTE, session.quotes(FERRY.id)[2].id)
    assert quoted.place is not None
    assert quoted.place.of(FERRY.text) == "pay every ticket"
    told = next(found for found in session.find("oskar") if found.kind is FindingKind.TEXT)
    assert (told.quote, told.article, lit(told)) == (None, FERRY.id, ["Oskar"])


def test_words_apart_are_lit_apart(session: Session) -> None:
    quoted = session.find("ticket pay")[0]
    assert quoted.place is not None
    assert quoted.place.of(FERRY.text) == "ticket"
    assert lit(quoted) == ["pay", "ticket"]


def test_notes_and_titles_are_found(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_note(quotes[1], "call Ødegård back")
    note = session.find("odegard")[0]
    assert (note.kind, note.quote, lit(note)) == (FindingKind.NOTE, quotes[1], ["Ødegård"])
    title = session.find("fjord times")[0]
    assert (title.kind, title.article, title.quote) == (FindingKind.TITLE, HARBOUR.id, None)


def test_kinds_come_in_their_order_quotes_before_the_rest_of_the_text(session: Session) -> None:
    found = kinds(session.find("the"))
    assert found == sorted(found, key=list(FindingKind).index)
    assert {FindingKind.QUOTE} <= set(found)


def test_what_was_removed_is_not_found(session: Session) -> None:
    session.remove([HARBOUR.id])
    assert {finding.article for finding in session.find("ferry")} == {FERRY.id}


def test_a_long_paragraph_is_cut_around_what_was_found(session: Session) -> None:
    words = f"{'far ' * 200}before the lighthouse keeper spoke {'and on ' * 200}"
    article = invented.article("long.txt", [("Ivo Brandt", words.strip())])
    session.keep(Read(article, invented.detection(article, [("Ivo Brandt", words.strip())])))
    found = session.find("lighthouse keeper")[0]
    assert lit(found) == ["lighthouse keeper"]
    assert found.words.startswith("… ")
    assert len(found.words) <= EXCERPT + 2


def test_text_without_spaces_is_cut_too(session: Session) -> None:
    words = "港" * 300 + "灯塔" + "口" * 300
    article = invented.article("cjk.txt", [("李明", words)])
    session.keep(Read(article, invented.detection(article, [("李明", words)])))
    found = session.find("灯塔")[0]
    assert lit(found) == ["灯塔"]
    assert found.place is not None
    assert found.place.of(article.text) == "灯塔"
    assert found.place == Span(article.text.index("灯塔"), article.text.index("灯塔") + 2)


def test_what_is_found_is_of_one_moment_whatever_another_window_rules(
    session: Session, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote, known = session.quotes(FERRY.id)[0].id, session.people.known
    session.set_speaker(quote, "Ove Strand")

    def then_rejected() -> Iterator[Known]:
        found = tuple(known())
        with open_store(store.path) as other:
            Session(other, "Ben Ode").reject(quote)
        return iter(found)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(session.people, "known", then_rejected)
        assert session.find("ove str")[0].words == "Ove Strand"
    assert FindingKind.PERSON not in kinds(session.find("ove str"))
