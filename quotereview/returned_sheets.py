"""The commands for a sheet that came back: whether it still holds, and what somebody filled in is taken back."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import shorten

import click

from quotereview import export, ledger, options, terminal
from quotereview.counting import counted
from quotereview.model import UNTOLD, SheetRow
from quotereview.review.session import Session
from quotereview.review.taking_back import Wish, given_back, named
from quotereview.review.verifying import TOLD, Holds, Verified, Wholeness, verify, wholeness
from quotereview.store import open_store

SHEET = click.argument("sheet", metavar="SHEET", type=options.PLACE)
LONGEST = 60  # characters of a value that a line shows


@click.command("verify")
@SHEET
@options.STORE
@click.pass_context
def verify_sheet(ctx: click.Context, sheet: Path, store: Path) -> None:
    """Tell whether each row of a sheet still says what the store holds, and whether the sheet is whole.

    SHEET ends in .csv, .xlsx or .json. Each row that does not stand is a line, with what the sheet says and what the
    store does, field by field; by the seal of the row it is told which of both was changed. By the seal of the sheet it
    is told whether rows were taken out, put in or moved. In a sheet without the names of the editors it makes no
    difference who they are. Exit code 1 where any row does not stand, or the sheet is not whole.
    """
    given = export.read(sheet)
    found, whole = list(verify(given, _standing(store))), wholeness(given)
    for line in (*verified_lines(found), *wholeness_lines(whole)):
        terminal.show(terminal.printable(line))
    if given.lacks:
        terminal.show(f"Nothing can be told of the columns that the sheet does not have: {', '.join(given.lacks)}")
    ctx.exit(0 if whole.as_written and all(one.holds is Holds.STANDS for one in found) else 1)


@click.command("take-back")
@SHEET
@options.STORE
@click.option(
    "--editor",
    metavar="NAME",
    help="Who filled it in; without it, whom the sheet names, else the editor of the settings.",
)
@click.option("--preview", is_flag=True, help="Print what would be ruled, and rule nothing.")
def take_back(sheet: Path, store: Path, editor: str | None, preview: bool) -> None:
    """Take back what somebody filled into a sheet: verdict, speaker and note, as rulings of that editor.

    SHEET ends in .csv or .xlsx. Only what was changed since it was written counts. A quote on which somebody ruled in
    the store meanwhile is left, and so is whatever names no verdict; each is told. The sheet names an editor where the
    same name was written under Checked by in all rows that have another one there. All is one act, which undo takes
    back.
    """
    given = given_back(sheet)
    with open_store(store, create=False) as opened:
        session = Session(opened, editor or ledger.editor())
        wishes = tuple(session.taking_back.preview(given))
        for line in wish_lines(wishes):
            terminal.show(terminal.printable(line))
        if not preview:
            ledger.look_after(opened)
            by = editor or named(wishes) or session.editor
            change = session.taking_back.take(sheet.name, [wish for wish in wishes if wish.left is None], by)
            told = f"{counted(len(change.quotes), 'quote')} ruled on as {by}"
            terminal.show(terminal.printable(told))


def verified_lines(found: Iterable[Verified]) -> Iterator[str]:
    """A line for each row that does not stand, with the fields below it, and how many of all do."""
    held: Counter[Holds] = Counter()
    for one in found:
        held[one.holds] += 1
        if one.holds is not Holds.STANDS:
            yield f"{one.row.place}, {one.row.quote}: {one.holds.value}"
            for deviation in one.deviations:
                yield f"  {deviation.field}: {_short(deviation.sheet)} / in the store {_short(deviation.store)}"
    yield f"{held[Holds.STANDS]:,} of {counted(held.total(), 'row')} stand as the store holds them"


def wholeness_lines(whole: Wholeness) -> Iterator[str]:
    """Whether a sheet has the rows with which it was written, and what it says that it leaves out."""
    sheet = whole.sheet
    if sheet is None:
        yield "The sheet has no seal over all of its rows: whether any were taken out cannot be told"
        return
    if whole.taken_out:
        places = _some(map(str, whole.first_taken_out), whole.taken_out)
        yield f"Of {counted(sheet.rows, 'row')} that were written, {whole.taken_out:,} taken out: {places}"
    if whole.put_in:
        yield f"Put in, and not of this sheet: {_some(whole.put_in[:TOLD], len(whole.put_in))}"
    if whole.moved:
        yield "The rows stand in another order than they were written in"
    if not whole.seal_fits:
        yield "The seal of the sheet does not fit: its rows, its columns or what it says of itself were changed"
    if whole.as_written:
        yield f"The sheet is whole: {counted(sheet.rows, 'row')} in their order, seal {sheet.seal}"
    if sheet.chosen:
        yield f"It says of itself: {sheet.chosen}"


def wish_lines(wishes: Iterable[Wish]) -> Iterator[str]:
    """What each row asks for, or why it is left."""
    for wish in wishes:
        left = f" – left: it {wish.left.value}" if wish.left else ""
        yield f"{wish.row.place}, {_short(wish.words)}{left}"
        for title, before, after in wish.changes:
            yield f"  {title}: {_short(before)} → {_short(after)}"


def _some(told: Iterable[str], number: int) -> str:
    """Some of so many, and a sign that there are more."""
    named = [*told]
    return ", ".join([*named, "…"] if number > len(named) else named)


def _standing(store: Path) -> tuple[SheetRow, ...]:
    with open_store(store, create=False) as opened:
        return Session(opened, ledger.editor()).sheets.rows()


def _short(value: str) -> str:
    return shorten(value, LONGEST, placeholder="…") or UNTOLD


COMMANDS = (verify_sheet, take_back)
