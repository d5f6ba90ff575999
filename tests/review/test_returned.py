"""A sheet that was handed on: whether it still holds, and what somebody filled in taken back as rulings."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from quotereview import export
from quotereview.errors import NotPossible
from quotereview.export import CHECKED_AT, CHECKED_BY
from quotereview.model import SpeakerType, Verdict
from quotereview.review.session import Session
from quotereview.review.taking_back import (
    ACROSS,
    FOR_AN_EDITOR,
    OF_RULING,
    Left,
    Wish,
    given_back,
    named,
    verdict_of,
)
from quotereview.review.verifying import Deviation, Holds, Verified, verify


@pytest.fixture
def handed_on(session: Session, tmp_path: Path) -> Path:
    to = tmp_path / "friday.csv"
    export.write(session.sheets.rows(), to)
    return to


def fill_in(path: Path, quote: str, **cells: str) -> None:
    """Write other cells into the row of a quote, as somebody does in a spreadsheet."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        titles, *lines = csv.reader(file)
    for line in lines:
        if line[titles.index("Quote id")] == quote:
            for title, cell in cells.items():
                line[titles.index(title)] = cell
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([titles, *lines])


def wishes(session: Session, path: Path) -> tuple[Wish, ...]:
    return tuple(session.taking_back.preview(given_back(path)))


def held(session: Session, path: Path) -> list[Verified]:
    return list(verify(export.read(path), session.sheets.rows()))


# Verifying


def test_every_row_of_a_sheet_just_written_stands(session: Session, handed_on: Path) -> None:
    found = held(session, handed_on)
    assert found
    assert {one.holds for one in found} == {Holds.STANDS}


def test_what_was_ruled_since_is_told_field_by_field(
    session: Session, quotes: tuple[str, ...], handed_on: Path
) -> None:
    session.set_note(quotes[1], "call back")
    [one] = [one for one in held(session, handed_on) if one.holds is not Holds.STANDS]
    assert (one.row.quote, one.holds) == (quotes[1], Holds.STORE_CHANGED)
    assert Deviation("Note", "", "call back") in one.deviations


def test_what_was_changed_in_the_sheet_is_told_apart(
    session: Session, quotes: tuple[str, ...], handed_on: Path
) -> None:
    fill_in(handed_on, quotes[0], Quote="“The ferry never sails again.”")
    fill_in(handed_on, quotes[1], Note="mine")
    session.set_note(quotes[1], "theirs")
    changed = {one.row.quote: one.holds for one in held(session, handed_on) if one.holds is not Holds.STANDS}
    assert changed == {quotes[0]: Holds.SHEET_CHANGED, quotes[1]: Holds.BOTH_CHANGED}


def test_a_quote_that_is_no_longer_there_is_told(session: Session, quotes: tuple[str, ...], handed_on: Path) -> None:
    session.remove([session.quote(quotes[0]).article])
    assert held(session, handed_on)[0].holds is Holds.GONE


# Taking back


def test_a_sheet_that_nobody_filled_in_asks_for_nothing(session: Session, handed_on: Path) -> None:
    assert wishes(session, handed_on) == ()
    with pytest.raises(NotPossible, match="asks for nothing that does not stand already"):
        session.taking_back.take("friday.csv", ())


def test_exactly_what_was_filled_in_is_ruled_in_one_act(
    session: Session, quotes: tuple[str, ...], handed_on: Path
) -> None:
    before = session.sheets.rows()
    fill_in(handed_on, quotes[0], Verdict="confirmed", Note="heard it")
    fill_in(handed_on, quotes[1], Speaker="Harbour  Office")
    asked = wishes(session, handed_on)
    assert [wish.changes for wish in asked] == [
        (("Verdict", "not decided", "confirmed"), ("Note", "", "heard it")),
        (("Speaker", before[1].speaker, "Harbour  Office"),),
    ]
    change = session.taking_back.take("friday.csv", asked)
    assert change.quotes == (quotes[0], quotes[1])
    first, second, *others = session.sheets.rows()
    assert (first.verdict, first.note, first.editor) == (Verdict.CONFIRMED, "heard it", "Ana Ruz")
    assert (second.verdict, second.speaker, second.speaker_type) == (
        Verdict.CORRECTED,
        "Harbour Office",
        SpeakerType.PERSON,
    )
    assert tuple(others) == before[2:]
    assert session.undo_label == "Undo take back friday.csv: 2 quotes"
    session.undo()
    assert session.sheets.rows() == before


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [
        ("disputed", Verdict.DISPUTED),
        (" Cannot verify ", Verdict.CANNOT_VERIFY),
        ("NOT A QUOTE", Verdict.NOT_A_QUOTE),
    ],
)
def test_any_verdict_may_be_filled_in(
    session: Session, quotes: tuple[str, ...], handed_on: Path, cell: str, verdict: Verdict
) -> None:
    fill_in(handed_on, quotes[0], Verdict=cell)
    session.taking_back.take("friday.csv", wishes(session, handed_on))
    assert session.quote(quotes[0]).verdict is verdict


def test_confirmed_with_another_speaker_is_corrected(
    session: Session, quotes: tuple[str, ...], handed_on: Path
) -> None:
    fill_in(handed_on, quotes[0], Verdict="confirmed", Speaker="Somebody Else")
    session.taking_back.take("friday.csv", wishes(session, handed_on))
    assert session.quote(quotes[0]).verdict is Verdict.CORRECTED


def test_a_decided_quote_may_be_opened_and_a_speaker_taken_away(
    session: Session, quotes: tuple[str, ...], tmp_path: Path
) -> None:
    session.confirm(quotes[0])
    session.set_speaker(quotes[1], "Harbour Office")
    export.write(session.sheets.rows(), tmp_path / "s.csv")
    fill_in(tmp_path / "s.csv", quotes[0], Verdict="")
    fill_in(tmp_path / "s.csv", quotes[1], Speaker="")
    session.taking_back.take("s.csv", wishes(session, tmp_path / "s.csv"))
    assert session.quote(quotes[0]).verdict is Verdict.OPEN
    assert session.quote(quotes[1]).ruling.speaker is None


Spoil = Callable[[Session, Path, str], None]


def rule_meanwhile(session: Session, _: Path, quote: str) -> None:
    session.set_note(quote, "mine")


def rule_on_the_same_meanwhile(session: Session, _: Path, quote: str) -> None:
    session.reject(quote)


def change_where_a_ruling_is_told(_: Session, sheet: Path, quote: str) -> None:
    fill_in(sheet, quote, Seal="0" * 24)


@pytest.mark.parametrize(
    ("spoil", "left"),
    [
        (rule_meanwhile, Left.MOVED_ON),
        (rule_on_the_same_meanwhile, Left.MOVED_ON),
        (change_where_a_ruling_is_told, Left.BROKEN),
    ],
)
def test_what_does_not_fit_what_stands_is_for_an_editor_to_say(
    session: Session, quotes: tuple[str, ...], handed_on: Path, spoil: Spoil, left: Left
) -> None:
    fill_in(handed_on, quotes[0], Verdict="disputed")
    spoil(session, handed_on, quotes[0])
    [wish] = wishes(session, handed_on)
    assert wish.left is left
    assert wish.left in FOR_AN_EDITOR
    session.taking_back.take("friday.csv", [wish])
    assert session.quote(quotes[0]).verdict is Verdict.DISPUTED


def no_verdict(_: Session, sheet: Path, quote: str) -> None:
    fill_in(sheet, quote, Verdict="perhaps")


def nobody_named(session: Session, sheet: Path, quote: str) -> None:
    session.set_speaker(quote, "")
    session.reopen(quote)
    export.write(session.sheets.rows(), sheet)
    fill_in(sheet, quote, Verdict="confirmed")


def remove(session: Session, _: Path, quote: str) -> None:
    session.remove([session.quote(quote).article])


def lose_its_id(_: Session, sheet: Path, quote: str) -> None:
    fill_in(sheet, quote, **{"Quote id": "1.2E+23"})


def only_elsewhere(_: Session, sheet: Path, quote: str) -> None:
    fill_in(sheet, quote, Verdict="", Source="Somewhere")


@pytest.mark.parametrize(
    ("spoil", "left"),
    [
        (no_verdict, Left.NO_VERDICT),
        (nobody_named, Left.NO_SPEAKER),
        (remove, Left.GONE),
        (lose_its_id, Left.NO_QUOTE),
        (only_elsewhere, Left.ELSEWHERE),
    ],
)
def test_what_cannot_be_taken_back_is_left_and_told(
    session: Session, quotes: tuple[str, ...], handed_on: Path, spoil: Spoil, left: Left
) -> None:
    fill_in(handed_on, quotes[0], Verdict="confirmed")
    spoil(session, handed_on, quotes[0])
    [wish] = wishes(session, handed_on)
    assert wish.left is left
    assert wish.left not in FOR_AN_EDITOR
    with pytest.raises(NotPossible, match="asks for nothing"):
        session.taking_back.take("friday.csv", [wish])


def test_of_two_rows_for_one_quote_the_first_asks(session: Session, quotes: tuple[str, ...], handed_on: Path) -> None:
    fill_in(handed_on, quotes[0], Verdict="disputed")
    with handed_on.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    with handed_on.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([*lines, lines[1]])
    assert [wish.left for wish in wishes(session, handed_on)] == [None, Left.TWICE]


def test_what_else_changed_of_an_article_since_is_no_ruling(
    session: Session, quotes: tuple[str, ...], handed_on: Path
) -> None:
    fill_in(handed_on, quotes[0], Verdict="disputed")
    session.describe([session.quote(quotes[0]).article], outlet="Another Paper")
    [wish] = wishes(session, handed_on)
    assert (wish.left, wish.others) == (None, ())


def test_the_same_in_other_letters_is_no_wish(session: Session, quotes: tuple[str, ...], tmp_path: Path) -> None:
    session.confirm(quotes[0])
    session.set_note(quotes[0], "two\twords")
    export.write(session.sheets.rows(), tmp_path / "s.csv")
    fill_in(tmp_path / "s.csv", quotes[0], Verdict=" Confirmed", Note="twowords")
    assert wishes(session, tmp_path / "s.csv") == ()


def test_a_ruling_after_the_look_is_not_overruled_unseen(
    session: Session, quotes: tuple[str, ...], handed_on: Path
) -> None:
    fill_in(handed_on, quotes[0], Verdict="disputed")
    looked = wishes(session, handed_on)
    session.set_note(quotes[0], "mine")
    with pytest.raises(NotPossible, match="was changed since the sheet was looked at"):
        session.taking_back.take("friday.csv", looked)


def test_the_rulings_are_of_whom_the_sheet_names_and_whoever_took_them_back_undoes_them(
    session: Session, quotes: tuple[str, ...], handed_on: Path
) -> None:
    before = session.sheets.rows()
    fill_in(handed_on, quotes[0], Verdict="disputed", **{"Checked by": " Mara  Voss "})
    looked = wishes(session, handed_on)
    assert named(looked) == "Mara Voss"
    session.taking_back.take("friday.csv", looked, named(looked))
    assert session.sheets.rows()[0].editor == "Mara Voss"
    assert session.editor == "Ana Ruz"
    session.undo()
    assert session.sheets.rows() == before


def test_several_names_are_none(session: Session, quotes: tuple[str, ...], handed_on: Path) -> None:
    fill_in(handed_on, quotes[0], Verdict="disputed", **{"Checked by": "Mara Voss"})
    fill_in(handed_on, quotes[1], Verdict="disputed", **{"Checked by": "Jon Bell"})
    assert named(wishes(session, handed_on)) == ""


def test_other_columns_are_left_as_they_stand(session: Session, quotes: tuple[str, ...], handed_on: Path) -> None:
    fill_in(handed_on, quotes[0], Source="Somewhere", Verdict="confirmed")
    before = session.quote(quotes[0]).ruling.source
    session.taking_back.take("friday.csv", wishes(session, handed_on))
    assert session.quote(quotes[0]).ruling.source == before


def test_only_a_sheet_with_columns_is_taken_back(session: Session, tmp_path: Path) -> None:
    export.write(session.sheets.rows(), tmp_path / "s.json")
    with pytest.raises(NotPossible, match="can be filled in and taken back"):
        wishes(session, tmp_path / "s.json")


def test_what_names_no_verdict_is_none() -> None:
    assert verdict_of("accepted in bulk, unread") is None
    assert verdict_of("not decided") is Verdict.OPEN


def test_what_is_told_by_the_titles_of_columns_goes_by_titles_that_there_are() -> None:
    assert {CHECKED_BY, CHECKED_AT} | OF_RULING | ACROSS <= set(export.CHOOSABLE)
