"""The rows of a sheet say what stands."""

import dataclasses
from datetime import date

import pytest

from quotereview.model import (
    Article,
    CheckState,
    Evidence,
    EvidenceKind,
    Passage,
    Quote,
    SheetConflict,
    SheetGroup,
    SheetRow,
    Span,
    SpeakerType,
    Stretch,
    Verdict,
    Zone,
    article_id,
)
from quotereview.review.checklist import checklist
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.review.sheet_rows import nameless
from quotereview.store import Store
from tests.review.conftest import FERRY, HARBOUR
from tests.store import invented


def test_an_undecided_row_is_open_and_nobodys(session: Session, quotes: tuple[str, ...]) -> None:
    session.describe([HARBOUR.id], published=date(2026, 3, 1))
    first = session.quotes(HARBOUR.id)[0].id
    row = session.sheets.rows()[0]
    assert row == SheetRow(
        number=1,
        quote=quotes[0],
        article="Headline of ferry.txt",
        outlet="Coast Mail",
        published=date(2026, 3, 2),
        headline="Headline of ferry.txt",
        byline=None,
        url=None,
        words="“The ferry sails again on Monday morning.”",
        passages=row.passages,
        before=row.before,
        after=row.after,
        parent=None,
        kind=row.kind,
        partial=False,
        zone=Zone.BODY,
        paragraph=1,
        speaker="Tilda Brandt",
        speaker_type=SpeakerType.PERSON,
        role="ferry director",
        printed="Tilda Brandt",
        resolved="“Tilda Brandt”, as printed",
        addressee="reporters",
        cue="said",
        source="Radio Fjord",
        source_kind=row.source_kind,
        carried=True,
        hands=1,
        verdict=Verdict.OPEN,
        why_verdict="",
        note="",
        checks=(),
        evidence=(),
        editor=None,
        decided_at=None,
        confidence=0.5,
        reason="the name stands beside “said” (0)",
        detector="rules 1.2.3",
        language_model="en_small 3.8.0",
        other_outlets=("Fjord Times",),
        conflicts=(SheetConflict("speaker", "Tilda Brandt", "Lena Falk", "Fjord Times"),),
        sha256=FERRY.sha256,
        group=SheetGroup(first, "equal", ("Fjord Times", "Coast Mail"), 2, "Fjord Times", date(2026, 3, 1)),
        story="Headline of harbour.txt",
    )
    assert (row.start, row.end) == (FERRY.text.index("The ferry"), FERRY.text.index("”"))
    assert FERRY.text[row.start - len(row.before) : row.end + len(row.after)] == (
        row.before + "The ferry sails again on Monday morning." + row.after
    )


def test_a_settled_conflict_is_told_with_its_reason_and_by_whom(session: Session, quotes: tuple[str, ...]) -> None:
    (match,) = session.crosscheck.partners(quotes[0])
    session.match_rulings.settle(quotes[0], match.there.quote, match.conflicts[0], "both stood there")
    session.switch_editor("Ben Ode")
    session.confirm(quotes[1])
    rows = session.sheets.rows()
    told = SheetConflict("speaker", "Tilda Brandt", "Lena Falk", "Fjord Times", "both stood there", "Ana Ruz")
    assert (rows[0].open_conflicts, rows[0].settled_conflicts) == ((), (told,))
    hidden = nameless(rows)
    assert (hidden[0].settled_conflicts[0].editor, hidden[1].editor) == ("Editor 1", "Editor 2")


def test_the_versions_of_an_utterance_are_told_by_the_fullest(store: Store) -> None:
    session = Session(store, "Ana Ruz")
    full, cut = (
        "The harbour crane was never checked by anybody in these years",
        "never checked by anybody in these years",
    )
    for name, words, day in (("full.txt", full, 2), ("cut.txt", cut, 1)):
        said = (("Ivo Brandt", words),)
        article = invented.article(name, said, outlet=f"The {name}", published=date(2026, 5, day))
        session.keep(Read(article, invented.detection(article, said)))
    groups = [row.group for row in session.sheets.rows()]
    assert [group and group.relation for group in groups] == ["", "fragment"]
    assert {group and (group.first_outlet, group.outlets) for group in groups} == {
        ("The cut.txt", ("The cut.txt", "The full.txt"))
    }


def test_a_decided_row_holds_what_was_ruled(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_speaker(quotes[1], "Harbour Office", SpeakerType.ORGANISATION)
    session.set_source(quotes[1], None)
    session.set_note(quotes[1], "call back")
    session.describe([FERRY.id], outlet="Sund Post")
    row = session.sheets.rows()[1]
    assert (row.speaker, row.speaker_type, row.role, row.source) == (
        "Harbour Office",
        SpeakerType.ORGANISATION,
        None,
        None,
    )
    assert (row.verdict, row.note, row.editor, row.outlet) == (Verdict.CORRECTED, "call back", "Ana Ruz", "Sund Post")
    assert row.decided_at == session.history(quotes[1])[-1].decided_at


def test_a_row_holds_what_its_verdict_rests_on(session: Session, quotes: tuple[str, ...]) -> None:
    link = Evidence(EvidenceKind.LINK, "https://sund.example/speech")
    points = checklist(("words", "date"), ()).with_state(1, CheckState.WRONG)
    session.proof.explain(quotes[0], "another voice")
    session.proof.check(quotes[0], points)
    session.proof.add_evidence(quotes[0], link)
    assert session.sheets.rows()[0].why_verdict == ""
    session.rule(quotes[0], Verdict.DISPUTED)
    row = session.sheets.rows()[0]
    assert (row.why_verdict, row.checks, row.evidence) == ("another voice", points.checks, (link,))


def test_a_reopened_row_is_nobodys_again(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.reopen(quotes[0])
    row = session.sheets.rows()[0]
    assert (row.verdict, row.editor, row.decided_at) == (Verdict.OPEN, None, None)


def test_rows_are_numbered_through_and_leave_out_what_is_not_asked(session: Session) -> None:
    rows = session.sheets.rows()
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]
    assert [row.paragraph for row in rows] == [1, 2, 3, 1, 2]
    session.remove([FERRY.id])
    assert [(row.number, row.outlet) for row in session.sheets.rows()] == [(1, "Fjord Times"), (2, "Fjord Times")]


def test_an_unknown_outlet_is_not_another_one(session: Session) -> None:
    session.describe([FERRY.id], outlet=None)
    assert {row.other_outlets for row in session.sheets.rows()} == {()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“*Go on*,” he said", "“Go on,”"),
        ('"*Go on*," he said', '"Go on,"'),
        ("«\u00a0*Go on*\u00a0» he said", "«\u00a0Go on\u00a0»"),
        ("``*Go on*'' he said", "``Go on''"),
        ("„*Go on*“ he said", "„Go on“"),
        ("“‘*Go on*’ he wrote”", "‘Go on’"),
        ("“*Go on*\n“and on”", "“Go on"),
        ("「*Go on*」he said", "「Go on」"),
        ("a banner *Go on* there", "Go on"),
    ],
)
def test_words_keep_the_marks_they_have(store: Store, text: str, words: str) -> None:
    start, end = text.index("*"), text.rindex("*") - 1
    plain = text.replace("*", "")
    end += plain[end : end + 1] == ","
    passage = Passage(Span(start, end), plain[start:end])
    given = Article(article_id("a", plain.encode()), "a", plain.encode(), plain, "utf-8")
    found = dataclasses.replace(
        invented.detection(FERRY),
        quotes=(Quote(f"{start}-{end}", (passage,)),),
        zones=(Stretch(Span(0, len(plain)), Zone.HEADLINE),),
    )
    session = Session(store, "Ana Ruz")
    session.keep(Read(given, found))
    (row,) = session.sheets.rows()
    assert (row.words, row.paragraph, row.article) == (words, 0, "a")


def test_the_imprint_is_of_what_is_ruled_now(session: Session, quotes: tuple[str, ...], store: Store) -> None:
    before = session.sheets.now()[1]
    session.confirm(quotes[0])
    after = session.sheets.now()[1]
    assert (after.editor, after.seal) == ("Ana Ruz", store.seal())
    assert after.seal != before.seal and after.at > before.at
