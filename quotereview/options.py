"""What several commands are given alike: a store, a form of output, a file whose content they read."""

import sys
from pathlib import Path

import click

from quotereview import detection, in_use, paths
from quotereview.errors import Unreadable

STANDARD_INPUT = "-"


def _chosen_store(ctx: click.Context, _: click.Parameter, value: Path | None) -> Path:
    """The store named with the command, else the one named before it, else the user's own."""
    return value or ctx.find_root().params.get("store") or paths.default_store()


# What cannot be read is told by the room that reads it, and the rest of a batch goes on.
PLACE = click.Path(readable=False, path_type=Path)
CONTENT = click.Path(allow_dash=True, readable=False, path_type=Path)
STORE = click.option(
    "--store",
    metavar="STORE",
    type=PLACE,
    callback=_chosen_store,
    help="The store's file; without it, the one in your own data folder.",
)
ENCODING = click.option(
    "--encoding",
    metavar="NAME",
    help="Read texts, tables, pages and e-mails as written in this encoding, as cp1252; without it, each is told.",
)
AS_OF = click.option(
    "--as-of",
    metavar="TIME",
    type=click.DateTime(["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"]),
    help="As everything stood at a time by this machine's clock, as “2026-05-11 18:00”.",
)
CONVENTIONS = click.option(
    "--conventions",
    type=click.Choice([*detection.CONVENTIONS]),
    default="editorial",
    show_default=True,
    callback=lambda _context, _option, name: detection.CONVENTIONS[name],
    help="What counts as a quote, a speaker and a cue: as an editor wants it, or as in the corpus PolNeAR, to compare.",
)
FORM = click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)


def typed() -> bytes:
    """What comes by standard input."""
    return sys.stdin.buffer.read() if sys.stdin else b""


def content(file: Path) -> bytes:
    """What a file holds, or standard input where it is "-"; Unreadable."""
    if str(file) == STANDARD_INPUT:
        return typed()
    try:
        with in_use.opened(file) as opened:
            return opened.read()
    except OSError as error:
        raise Unreadable(f"{file} cannot be read: {error.strerror or error}.") from error
