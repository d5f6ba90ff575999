"""The commands that write a sheet, and that make a store of one again."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from quotereview import export, ledger, options, terminal
from quotereview.counting import counted
from quotereview.review import exporting
from quotereview.review.choosing import Extent, Scope
from quotereview.review.filtering import Field, read_filter
from quotereview.review.importing import import_sheet, taken_in
from quotereview.review.session import Session
from quotereview.settings import COLUMNS
from quotereview.store import open_store

CHOSEN = "chosen"
"""What stands for the columns that were chosen in the window."""


@click.command("export")
@options.STORE
@click.option("--to", "to", metavar="FILE", required=True, type=options.PLACE, help="Its ending says in which form.")
@click.option("--verified", is_flag=True, help="Only the quotes that somebody looked at and found right or corrected.")
@click.option("--with-unread", is_flag=True, help="With --verified: those that were accepted in bulk, unread, too.")
@click.option(
    "--where",
    metavar="FILTER",
    default="",
    help="Only what a filter of the queue shows, as “story:bridge speaker:Faro editor:Voss date:2026-05”.",
)
@click.option(
    "--columns",
    metavar="TITLES",
    help="Only these columns, in this order, as “Quote,Speaker,Verdict,Note”; “chosen” for those chosen in the window.",
)
@click.option("--anonymous", is_flag=True, help="Write “Editor 1”, “Editor 2” … in place of the editors' names.")
@click.option(
    "--whole", is_flag=True, help="Write the articles and all rulings, too; `import` takes such a .json back."
)
@options.AS_OF
def export_sheet(  # noqa: PLR0913 - an argument for each option
    *,
    store: Path,
    to: Path,
    verified: bool,
    with_unread: bool,
    where: str,
    columns: str | None,
    anonymous: bool,
    whole: bool,
    as_of: datetime | None,
) -> None:
    """Write the quotes of a store as a sheet; the ending of FILE says in which form.

    To read: .xlsx, .html, .pdf, .docx, .md. For other programs: .csv, .json (ours, with a schema), .annotations.jsonld
    (W3C Web Annotation) and .quotations.jsonld (schema.org). To train on, with the whole articles: .spacy (spaCy's
    DocBin) and .prodigy.jsonl.

    A quote that was accepted in bulk says so in place of a verdict, and one that is not decided that it is not. What is
    left out is told at the foot of the sheet. A filter holds words of the quote, then fields with words of their own:
    speaker, source, outlet, article, story, date, verdict, editor, confidence, note, conflict.

    Columns are those of the .xlsx, by their titles. Quote and Verdict are always among them, and in a sheet that can be
    read back the Quote id and the Seal, which then is over these columns.
    """
    titles, scope = _titles(columns, to), Scope(_extent(verified, with_unread), read_filter(where))
    if whole and (verified or where or columns or anonymous):
        raise click.UsageError("--whole writes all quotes and who ruled on them: leave the other options out.")
    if anonymous and scope.filter.asks(Field.EDITOR):
        raise click.UsageError(
            "--anonymous names no editor, but a sheet says by what it was chosen: leave out editor:."
        )
    with ledger.opened(store, as_of) as opened:
        session = Session(opened, ledger.editor())
        terminal.wait_for(session.crosscheck.go_on())
        if whole:
            number, left_out = exporting.write_whole(session, opened, to), ""
        else:
            number, left_out = exporting.write_sheet(session, to, scope, titles, anonymous=anonymous)
    terminal.show(terminal.printable(f"{counted(number, 'quote')} written to {to}"))
    if left_out:
        terminal.show(terminal.printable(left_out))


def _extent(verified: bool, with_unread: bool) -> Extent:
    if with_unread and not verified:
        raise click.UsageError("--with-unread goes with --verified; without either, all quotes are written.")
    if not verified:
        return Extent.ALL
    return Extent.ACCEPTED if with_unread else Extent.VERIFIED


def _titles(columns: str | None, to: Path) -> Sequence[str]:
    """The titles of the columns that are asked for; none for all."""
    if columns is None:
        return ()
    if not export.has_columns(to):
        raise click.UsageError("--columns is for tables: .xlsx, .csv, and the forms that are printed.")
    titles = ledger.settings().get(COLUMNS) if columns.strip() == CHOSEN else columns.split(",")
    return [column.title for column in export.chosen([title.strip() for title in titles])] if titles else ()


@click.command("import")
@click.argument("sheet", metavar="SHEET", type=options.PLACE)
@options.STORE
def import_whole(sheet: Path, store: Path) -> None:
    """Take a sheet that was written by `export --whole` into a store, which is made if it is missing.

    All of it comes: the articles, what was proposed, and every ruling with its editor, its time and its hash. Nothing
    is ruled by that, as nothing is by a merge, and importing again changes nothing. A sheet that was changed since it
    was written is refused. Exported whole again, a new store gives the same file, byte by byte.
    """
    given = export.read_whole(sheet)
    with open_store(store) as opened:
        ledger.look_after(opened)
        came = taken_in(opened, lambda: import_sheet(opened, given))
    for line in ledger.came_lines(came, sheet):
        terminal.show(line)


COMMANDS = (export_sheet, import_whole)
