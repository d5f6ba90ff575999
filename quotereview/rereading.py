"""The command that reads an article of a store again, in another encoding."""

from pathlib import Path

import click

from quotereview import detection, ledger, terminal
from quotereview.counting import counted
from quotereview.options import PLACE
from quotereview.review.change import ChangeKind
from quotereview.review.ingest import Refused, read_again
from quotereview.review.session import Session
from quotereview.store import open_store


@click.command()
@click.argument("store", metavar="STORE", type=PLACE)
@click.argument("article", metavar="ARTICLE")
@click.option("--encoding", metavar="NAME", help="The encoding to read it in, as cp1252; without it, list them.")
@click.pass_context
def reread(ctx: click.Context, store: Path, article: str, encoding: str | None) -> None:
    """Read an article of a store again from its kept bytes, in another encoding.

    ARTICLE is its id, its file or its headline. Without an encoding, print those in which it can be read, each with
    some words as they would look. The article that was read wrongly leaves the desk as an older edition does, what was
    ruled is taken over where the words are the same, and the window can undo it. Exit code 1 where it cannot be read.
    """
    with open_store(store, create=False) as opened:
        session = Session(opened, ledger.editor())
        id = ledger.named_article(opened, article)
        if encoding is None:
            _show_offers(session, id)
            return
        ledger.look_after(opened)
        outcome = read_again(session.article(id), encoding, detection.load, session.encodings.ruled(id))
        if isinstance(outcome, Refused):
            click.echo(terminal.printable(outcome.why), err=True)
            ctx.exit(1)
        change = session.encodings.keep(id, outcome)
        if change.kind is not ChangeKind.NOTHING:
            waiting = len(session.editions.asides(outcome.article.id))
            terminal.show(f"{counted(waiting, 'ruling')} to be looked at anew")
    terminal.show(terminal.printable(change.label))


def _show_offers(session: Session, article: str) -> None:
    for offer in session.encodings.offers(article):
        terminal.show(terminal.printable(f"{offer.encoding:<12}{offer.sample}"))


COMMANDS = (reread,)
