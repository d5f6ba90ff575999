"""Quotes of other articles are held against a text, and kept with it as their evidence."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quotereview.errors import NotPossible
from quotereview.model import EvidenceKind, Source, SourceKind
from quotereview.review.change import ChangeKind
from quotereview.review.documents import Held, Stands, hold, in_order, read
from quotereview.review.session import Session
from quotereview.store import Store, copy, open_store
from tests.review import talk_of_the_port as port
from tests.review.conftest import reject_elsewhere_when_asked

INVENTED = "“We shall paint the old crane blue and gold,” Jorun Falk said, the Harbour office announced.\n"


@pytest.fixture
def session(store: Store) -> Session:
    session = Session(store, "Ana Ruz")
    port.keep_all(session)
    return session


def held(session: Session, article: str) -> tuple[Held, ...]:
    text = session.documents.text(article)
    [grams] = read(text)
    return in_order(hold(session.documents.gather(text, grams)))


def quote_of(session: Session, article: str, words: str) -> str:
    return next(one.id for one in session.quotes(article) if one.ruling.passages[0].words == words)


def test_each_quote_is_told_as_it_stands_in_the_transcript(session: Session) -> None:
    changed, also_changed, whole = held(session, port.OFFICE.id)
    assert [one.stands for one in (changed, also_changed, whole)] == [*[Stands.CHANGED] * 2, Stands.WORD_FOR_WORD]
    assert (changed.turned, also_changed.turned, whole.turned) == (True, True, False)
    assert (changed.quote.words, also_changed.quote.words, whole.quote.words) == (
        port.PEOPLE,
        port.DREDGER,
        port.CRANE,
    )
    assert changed.match is not None and also_changed.match is not None
    assert ("number", "forty", "thirty") in [(one.kind, one.here, one.there) for one in changed.match.differences]
    assert "negation" in [one.kind for one in also_changed.match.differences]
    assert whole.place is not None
    assert whole.place.of(port.TRANSCRIPT) == "The old crane will never lift another container in this port"


def test_the_paragraph_and_who_speaks_there_are_told(session: Session) -> None:
    session.keep(port.read(port.SPOKEN, [port.said(port.TRANSCRIPT, words) for words in port.TURNS], lines=True))
    [whole] = [one for one in held(session, port.SPOKEN.id) if one.stands is Stands.WORD_FOR_WORD]
    assert (whole.paragraph, whole.voice, whole.other_voice) == (2, "Jorun Falk", False)
    session.set_speaker(whole.quote.quote, "Ivo Brandt")
    assert [one.other_voice for one in held(session, port.SPOKEN.id)] == [False, False, True]


def test_a_quote_that_another_window_rejects_at_this_moment_stands_in_no_document(
    session: Session, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.documents.mark(port.OFFICE.id, SourceKind.READOUT)
    quote = next(one.quote.quote for one in held(session, port.OFFICE.id) if one.stands is Stands.WORD_FOR_WORD)
    assert session.documents.of(quote)
    reject_elsewhere_when_asked(store, monkeypatch)
    assert session.documents.of(quote) == ()


def test_a_part_of_a_quote_may_stand_in_the_text(session: Session) -> None:
    words = "I told the owners so in January. And nobody in this town has yet believed a word of what they were told,"
    longer = port.article("longer.txt", f"“{words}” said Jorun Falk.\n", "Fjord Times")
    session.keep(port.read(longer, [port.said(longer.text, words)]))
    [part] = [one for one in held(session, port.OFFICE.id) if one.quote.article == longer.id]
    assert (part.stands, part.turned) == (Stands.IN_PART, False)


def test_a_quote_that_names_the_text_and_is_not_in_it_is_told_first(session: Session) -> None:
    text = f"{port.HERALD}\n{INVENTED}"
    article, source = port.article("blue.txt", text, "Fjord Times"), Source("Harbour office", SourceKind.STATEMENT)
    painted = "We shall paint the old crane blue and gold,"
    session.keep(port.read(article, [port.said(text, port.CRANE), port.said(text, painted, source)]))
    first, *others = held(session, port.OFFICE.id)
    assert (first.stands, first.quote.words, first.match) == (Stands.NOT_THERE, painted, None)
    assert Stands.NOT_THERE not in {one.stands for one in others}


def test_arabic_words_stand_in_their_readout(session: Session) -> None:
    words = "الميناء القديم لن يغلق أبوابه أمام السفن"
    article = port.article("coast.txt", f"قال الرئيس «{words}».\n", "Coast")
    session.keep(port.read(article, [port.said(article.text, words)]))
    assert [(one.quote.words, one.stands) for one in held(session, port.PALACE.id)] == [(words, Stands.WORD_FOR_WORD)]


def test_a_text_is_marked_as_a_document_and_undone(session: Session) -> None:
    documents, crane = session.documents, quote_of(session, port.IN_HERALD.id, port.CRANE)
    assert (documents.kind(port.OFFICE.id), documents.of(crane)) == (None, ())
    change = documents.mark(port.OFFICE.id, SourceKind.DOCUMENT)
    assert (change.kind, change.label) == (ChangeKind.DETAILS, "document: “Harbour office, press conference of 4 M…”")
    [there] = documents.of(crane)
    assert (there.stands, there.match and there.match.there.article) == (Stands.WORD_FOR_WORD, port.OFFICE.id)
    assert documents.mark(port.OFFICE.id, SourceKind.DOCUMENT).kind is ChangeKind.NOTHING
    assert session.timeline.of_article(port.OFFICE.id)[0].state["kind of document"] == "document"
    session.undo()
    assert (documents.kind(port.OFFICE.id), documents.of(crane)) == (None, ())
    session.redo()
    session.remove([port.OFFICE.id])
    assert documents.of(crane) == ()


def test_the_views_tell_which_texts_are_documents(session: Session) -> None:
    session.documents.mark(port.PALACE.id, SourceKind.READOUT)
    with closing(sqlite3.connect(session.store_path)) as file:
        assert file.execute("SELECT article, kind FROM documents_current").fetchall() == [(port.PALACE.id, "readout")]
        told = file.execute("SELECT before, after FROM changes WHERE field = 'document'").fetchall()
    assert told == [(None, "readout")]


def test_editors_who_say_otherwise_side_by_side_are_in_conflict(session: Session, tmp_path: Path) -> None:
    copied = tmp_path / "copy.qrev"
    copy(session.store_path, copied)
    with open_store(copied) as other:
        Session(other, "Ben Ode").documents.mark(port.PALACE.id, SourceKind.STATEMENT)
    session.documents.mark(port.PALACE.id, SourceKind.READOUT)
    with open_store(session.store_path) as store:
        store.merge(copied)
        [conflict] = Session(store, "Ana Ruz").conflicts.of_articles()
    assert {one.ruling.document for one in (conflict.standing, *conflict.others)} == {"readout", "statement"}


def test_a_document_says_nothing_of_quotes_that_are_not_in_it(session: Session) -> None:
    session.documents.mark(port.PALACE.id, SourceKind.READOUT)
    assert session.documents.of(quote_of(session, port.IN_HERALD.id, port.CRANE)) == ()
    assert session.documents.of("no quote") == ()


def test_the_text_is_kept_as_evidence(session: Session) -> None:
    [whole] = [one for one in held(session, port.OFFICE.id) if one.stands is Stands.WORD_FOR_WORD]
    session.documents.keep_as_evidence(whole)
    [kept] = session.quote(whole.quote.quote).ruling.evidence
    assert (kept.kind, kept.place) == (EvidenceKind.TRANSCRIPT, "Harbour office, press conference of 4 March")
    assert "The old crane will never lift another container in this port" in kept.words
    assert session.documents.keep_as_evidence(whole).kind is ChangeKind.NOTHING
    session.undo()
    assert session.quote(whole.quote.quote).ruling.evidence == ()


def test_a_text_without_the_words_is_no_evidence(session: Session) -> None:
    [whole] = [one for one in held(session, port.OFFICE.id) if one.stands is Stands.WORD_FOR_WORD]
    with pytest.raises(NotPossible, match="do not stand in this text"):
        session.documents.keep_as_evidence(Held(whole.quote, Stands.NOT_THERE))
