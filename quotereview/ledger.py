"""The commands for whole stores: what brings several into one, and what tells them apart."""

from pathlib import Path

import click

from quotereview import terminal
from quotereview.store import open_store

STORE_FILE = click.Path(readable=False, path_type=Path)


@click.command()
@click.argument("into", metavar="INTO", type=STORE_FILE)
@click.argument("given", metavar="FROM", type=STORE_FILE)
def merge(into: Path, given: Path) -> None:
    """Take all that the store FROM holds into the store INTO: articles, proposals, and what everybody ruled.

    FROM is only read. Merging again changes nothing, and stores merged in any order come to hold the same.
    """
    with open_store(into, create=False) as opened:
        merged = opened.merge(given)
    told = (merged.articles, "article"), (merged.quotes, "quote"), (merged.rulings, "ruling")
    came = ", ".join(terminal.counted(number, noun) for number, noun in told)
    terminal.show(terminal.printable(f"{came} came from {given}"))


@click.command()
@click.argument("store", metavar="STORE", type=STORE_FILE)
def dump(store: Path) -> None:
    """Print all that a store holds, a line of JSON for each row, in an order that is the same wherever it is held."""
    with open_store(store, create=False) as opened:
        for line in opened.dump():
            terminal.show(line)


COMMANDS = (merge, dump)
