"""The command line: every command's words, its faults as one line, never a traceback."""

import json
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from quotereview import (
    __version__,
    crosschecking,
    detection,
    edition_lines,
    explanation_lines,
    ledger,
    lexicon,
    measuring,
    options,
    reading,
    rereading,
    returned_sheets,
    sheets,
    terminal,
)
from quotereview.counting import counted
from quotereview.detection import EDITORIAL, Conventions
from quotereview.errors import KnownError, NotPossible, Unreadable
from quotereview.export import csv, jsonl
from quotereview.model import Article, Kind, Quote, Zone
from quotereview.options import CONVENTIONS, ENCODING, PLACE, STANDARD_INPUT, STORE
from quotereview.review.change import ChangeKind
from quotereview.review.ingest import Pasted, Read, Refused, read_and_detect
from quotereview.review.session import Session
from quotereview.store import open_store

OpenWindow = Callable[[Path, Sequence[Path]], int]

INTERRUPTED = 130
AS_STORE = "`quotereview --store STORE` opens a store, and makes one that is not there yet."


class Commands(click.Group):
    """The commands; a first word that names none of them is a file for the window."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command line, with UTF-8 on standard output whatever the locale says."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a fault of the world is one line and exit code 1."""
        try:
            return super().invoke(ctx)
        except KnownError as error:
            raise click.ClickException(terminal.printable(str(error))) from error
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names, else the window, for which all words are files."""
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        if not Path(args[0]).exists():
            ctx.fail(f"There is neither a command nor a file called “{args[0]}”. {AS_STORE}")
        return window.name, window, args


INPUTS = click.argument(
    "inputs",
    metavar="INPUT...",
    nargs=-1,
    required=True,
    type=click.Path(allow_dash=True, readable=False, path_type=Path),
)


@click.command(hidden=True)
@click.argument("files", nargs=-1, type=PLACE)
@STORE
@click.pass_context
def window(ctx: click.Context, files: Sequence[Path], store: Path) -> None:
    """Open the window."""
    open_window: OpenWindow = ctx.obj
    ctx.exit(open_window(store, files))


@click.command()
@INPUTS
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True)
@click.option("--all", "teasers", is_flag=True, help="Print the passages in links to other stories, too.")
@CONVENTIONS
@ENCODING
@click.pass_context
def detect(  # noqa: PLR0913 - an argument for each option
    ctx: click.Context,
    *,
    inputs: Sequence[Path],
    form: str,
    teasers: bool,
    conventions: Conventions,
    encoding: str | None,
) -> None:
    """Find the quotes of articles and print who said each, and through whom the words came.

    INPUT is a file of any kind that can be read, a folder, a .zip of such files, or - for standard input.
    Nothing is kept.
    """
    refused: list[Refused] = []
    if form == "csv":
        terminal.show(csv.line(csv.FOUND_COLUMNS))
    for read in _read(inputs, refused, encoding, conventions=conventions):
        for line in _printed(read, form, teasers):
            terminal.show(line)
    ctx.exit(1 if refused else 0)


@click.command()
@INPUTS
@STORE
@click.option("--outlet", metavar="NAME", help="The outlet that printed all of these articles.")
@click.option(
    "--date", "published", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="The day it did, as 2026-05-11."
)
@ENCODING
@click.pass_context
def add(  # noqa: PLR0913 - an argument for each option
    ctx: click.Context,
    *,
    inputs: Sequence[Path],
    store: Path,
    outlet: str | None,
    published: datetime | None,
    encoding: str | None,
) -> None:
    """Add articles and the quotes found in them to a store, which is made if it is missing.

    INPUT is a file of any kind that can be read, a folder, a .zip of such files, or - for standard input.
    """
    refused: list[Refused] = []
    with open_store(store) as opened:
        ledger.look_after(opened)
        session = Session(opened, ledger.editor())
        for read in _read(inputs, refused, encoding, outlet):
            change = session.keep(read)
            superseded = read.article.id not in change.articles
            if not superseded:
                session.describe([read.article.id], outlet or ..., published.date() if published else ...)
            known = " (was there already)" if change.kind is ChangeKind.NOTHING else ""
            found = counted(sum(map(_asked, read.detection.quotes)), "quote")
            told = " (replaced by what is there)" if superseded else known
            terminal.show(terminal.printable(f"{read.article.name}: {found}{told}"))
            if likely := session.editions.likely(read.article.id):
                terminal.show(terminal.printable(edition_lines.noticed(likely)))
    ctx.exit(1 if refused else 0)


@click.command("list")
@STORE
@click.option("--seal", is_flag=True, help="Print the seal, too: the same in every store that holds the same rulings.")
@click.option("--fields", is_flag=True, help="Print what each article says of itself, and which fields are missing.")
@click.option("--json", "as_json", is_flag=True, help="With --fields: an object of JSON on a line for each article.")
@options.AS_OF
def list_articles(*, store: Path, seal: bool, fields: bool, as_json: bool, as_of: datetime | None) -> None:
    """List the articles of a store, and how many of their quotes are decided.

    With --fields: outlet, headline, deck, byline, dateline, published, updated, URL, edition, wire credit and language,
    each with where its value comes from; what an article does not say is listed as missing, and nothing is guessed.
    """
    if as_json and not fields:
        raise click.UsageError("--json goes with --fields.")
    with ledger.opened(store, as_of) as opened:
        session = Session(opened, ledger.editor())
        if fields:
            _show_fields(session, as_json)
            return
        for line in terminal.articles_table(session.articles()):
            terminal.show(line)
        progress = session.progress()
        sealed = opened.seal() if seal else None
    terminal.show(f"{progress.decided:,} of {counted(progress.total, 'quote')} decided")
    if sealed:
        terminal.show(f"Seal {sealed}")


def _show_fields(session: Session, as_json: bool) -> None:
    for summary in session.articles():
        article = session.article(summary.id)
        if as_json:
            terminal.show(json.dumps(terminal.fields_record(article), ensure_ascii=False))
        else:
            for line in (*terminal.fields_table(article), ""):
                terminal.show(line)


@click.command()
@click.argument("file", metavar="FILE", type=PLACE)
@click.option("--article", metavar="ID", help="The article of a .jsonl file; without it, all of them.")
@click.option("--quote", "number", metavar="N", type=click.IntRange(min=1), help="Only the quote of this number.")
@click.option("--at", metavar="OFFSET", type=click.IntRange(min=0), help="Only the quotes that hold this place.")
def explain(file: Path, article: str | None, number: int | None, at: int | None) -> None:
    """Print all that was considered for the quotes of an article, and what weighed for and against it.

    For whoever works on the rules: each mention that may have spoken a quote with the share of belief it earned, its
    score and the features that weighed most, the name it was taken for, and the evidence by which the rules judged.
    """
    detector = detection.load()
    shown = False
    for one in _articles(file, article):
        explained = detector.explain(one.text, one.outlet)
        for line in explanation_lines.explanations(one.name, explained, number, at):
            terminal.show(line)
            shown = True
    if not shown:
        raise NotPossible(f"There is no such quote in {file}; `quotereview detect` lists those that there are.")


def build(open_window: OpenWindow) -> click.Group:
    """The command line; ``open_window`` takes a store and files to add, and gives the exit code."""
    logging.getLogger("quotereview").addHandler(logging.NullHandler())  # its last resort would print tracebacks

    @click.group(
        "quotereview",
        cls=Commands,
        invoke_without_command=True,
        subcommand_metavar="[FILES]... | COMMAND [ARGS]...",
        context_settings={"obj": open_window},
    )
    @STORE
    @click.version_option(__version__)
    @click.pass_context
    def quotereview(ctx: click.Context, store: Path) -> None:
        """Find the direct quotes in news articles, see who spoke and through whom, and review it by hand.

        Without a command the window opens, and FILES are added to the store.
        """
        if ctx.invoked_subcommand is None:
            ctx.exit(open_window(store, ()))

    for command in (
        detect,
        add,
        list_articles,
        *sheets.COMMANDS,
        *rereading.COMMANDS,
        *returned_sheets.COMMANDS,
        *crosschecking.COMMANDS,
        *measuring.COMMANDS,
        explain,
        *ledger.COMMANDS,
    ):
        quotereview.add_command(command)
    return quotereview


def _read(
    inputs: Sequence[Path],
    refused: list[Refused],
    encoding: str | None,
    outlet: str | None = None,
    conventions: Conventions = EDITORIAL,
) -> Iterator[Read]:
    """Every article that can be read, in order; the sentence for each one that cannot goes to standard error."""
    given = [_standard_input() if str(path) == STANDARD_INPUT else path for path in inputs]
    with terminal.progress() as progress:
        for fault in lexicon.faults():
            click.echo(terminal.printable(fault), err=True)
        progress.say("Loading the language model")
        load = partial(detection.load, conventions=conventions)
        for number, outcome in enumerate(read_and_detect(given, load, encoding, outlet), 1):
            progress.clear()
            if isinstance(outcome, Read):
                yield outcome
                progress.say(f"{counted(number, 'article')} read: {outcome.article.name}")
            else:
                refused.append(outcome)
                click.echo(terminal.printable(outcome.why), err=True)


def _articles(file: Path, name: str | None) -> Iterator[Article]:
    """The articles of a file, or the one of that name; Unreadable if a line holds none."""
    for found in reading.read(file):
        if isinstance(found, Unreadable):
            raise found
        if name in {None, found.name}:
            yield found


def _standard_input() -> Pasted:
    return Pasted(STANDARD_INPUT, options.typed())


def _printed(read: Read, form: str, teasers: bool) -> Iterator[str]:
    name = read.article.name
    match form:
        case "table":
            yield from terminal.quotes_table(name, read.detection, teasers=teasers)
        case "csv":
            yield from csv.found_lines(jsonl.record(name, read.detection, teasers=teasers))
        case _:
            yield json.dumps(jsonl.record(name, read.detection, teasers=teasers), ensure_ascii=False)


def _asked(quote: Quote) -> bool:
    """Whether an editor will be asked about it."""
    return quote.kind is Kind.SPEECH and quote.zone is not Zone.TEASER
