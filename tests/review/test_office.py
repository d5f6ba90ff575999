"""A sheet that was filled in with LibreOffice comes back as exactly what was typed into it, and nothing else."""

from pathlib import Path

import pytest

from quotereview import export
from quotereview.model import Verdict
from quotereview.review.exporting import write_sheet
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.review.taking_back import Left, Wish, given_back, named
from quotereview.review.verifying import Holds, verify
from quotereview.store import Store
from tests import office
from tests.office import Typed
from tests.store import invented

pytestmark = pytest.mark.skipif(bool(office.lacks()), reason=office.lacks())

NOTES = (
    "007",
    "0049 30 901820",
    "10.00",
    "1e5",
    "12345678901234567890",
    "2026-03-02",
    "2 March 2026",
    "3/4",
    "12:30",
    "50 %",
    "TRUE",
    "=1+1",
    '=HYPERLINK("https://evil.example")',
    "+1 from the desk",
    "-5",
    "@mara",
    "'quoted'",
    "one line\nand the next\n\nand the last",
    "tab\there",
    'he said "so", and; left,',
    "  two spaces  ",
    "«الجسر آمن» قالت",
    "「安全」😀",
    "long " * 6_000,
    "longer than a cell " * 2_500,
    "",
)
"""What spreadsheets like to take for something else, each the note of a quote that stands in the sheet."""

SPOKEN = tuple(("Tilda Brandt", f"Line {number} sails again on Monday.") for number in range(len(NOTES)))
FERRIES = invented.article("ferries.txt", SPOKEN, outlet="الميناء 24")


@pytest.fixture
def session(store: Store) -> Session:
    """A desk at which each quote has a note, some of them a verdict."""
    session = Session(store, "Ana Ruz", invented.Clock())
    session.keep(Read(FERRIES, invented.detection(FERRIES, SPOKEN)))
    for quote, note in zip(ids(session), NOTES, strict=True):
        session.set_note(quote, note)
    for quote in ids(session)[::3]:
        session.confirm(quote)
    return session


def ids(session: Session) -> tuple[str, ...]:
    return tuple(quote.id for quote in session.quotes(FERRIES.id))


@pytest.fixture(params=["friday.csv", "friday.xlsx"])
def sheet(request: pytest.FixtureRequest, session: Session, tmp_path: Path) -> Path:
    to = tmp_path / request.param
    write_sheet(session, to)
    return to


def asked(session: Session, sheet: Path) -> tuple[Wish, ...]:
    return tuple(session.taking_back.preview(given_back(sheet)))


def test_a_sheet_that_was_only_saved_asks_for_nothing_and_holds(session: Session, sheet: Path) -> None:
    before = sheet.read_bytes()
    office.type_into(sheet, ())
    assert sheet.read_bytes() != before
    assert asked(session, sheet) == ()
    assert [one for one in verify(export.read(sheet), session.sheets.rows()) if one.holds is not Holds.STANDS] == []


TYPED = (
    Typed(0, "Note", "call back"),
    Typed(1, "Verdict", "disputed"),
    Typed(2, "Speaker", "Oskar Vint"),
    Typed(2, "Verdict", "confirmed"),
    Typed(5, "Note", "«الجسر آمن»"),
    Typed(8, "Verdict", "cannot verify"),
    Typed(8, "Note", "one\ntwo"),
    Typed(11, "Note", "'=2+2"),
    Typed(17, "Verdict", "not a quote"),
    Typed(23, "Note", "short now"),
)
BY_MARA = tuple(Typed(row, "Checked by", "Mara Voss") for row in sorted({one.row for one in TYPED}))


def test_exactly_what_was_typed_comes_back(session: Session, sheet: Path) -> None:
    before = session.sheets.rows()
    office.type_into(sheet, (*TYPED, *BY_MARA))
    wishes = asked(session, sheet)
    assert [wish for wish in wishes if wish.left] == []
    wanted = {(ids(session)[row], title): words.removeprefix("'") for row, title, words in TYPED}
    assert {(wish.row.quote, title): after for wish in wishes for title, _, after in wish.changes} == wanted
    session.taking_back.take(sheet.name, wishes, named(wishes))
    edited = {one.row for one in TYPED}
    for number, (was, now) in enumerate(zip(before, session.sheets.rows(), strict=True)):
        assert (now == was) is (number not in edited)
        assert (now.editor == "Mara Voss") is (number in edited and now.verdict is not Verdict.OPEN)
    assert session.sheets.rows()[2].verdict is Verdict.CORRECTED


def test_what_was_ruled_on_meanwhile_is_told(session: Session, sheet: Path) -> None:
    office.type_into(sheet, [Typed(1, "Verdict", "disputed"), Typed(3, "Note", "mine")])
    session.reject(ids(session)[1])
    assert [wish.left for wish in asked(session, sheet)] == [Left.MOVED_ON, None]
