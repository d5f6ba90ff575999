"""From what stands to a file, for a window that does not know the formats: a sheet, or a corpus for those who train."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quotereview import export
from quotereview.detection import corpora
from quotereview.detection.corpora import Annotated
from quotereview.errors import NotPossible
from quotereview.review.choosing import EVERYTHING, InScope, Scope
from quotereview.review.session import Session
from quotereview.review.sheet_rows import nameless
from quotereview.store import Store, copy, open_store

CORPORA: dict[str, Callable[[Iterable[Annotated]], bytes]] = {
    ".spacy": corpora.docbin,
    ".prodigy.jsonl": corpora.prodigy,
}
"""What holds whole articles with the places of their quotes, by its ending."""

CHOOSABLE, ALWAYS = export.CHOOSABLE, export.ALWAYS
"""The titles of the columns that a table can have, and of those that are always there."""
PRINTED = export.MOST_PRINTED
"""For how many columns a printed sheet has room."""
STORE, WHOLE_SHEET = ".qrev", ".json"
NEITHER = (
    "“{}” says by its ending neither a store nor a whole sheet: write .qrev or .json, or export the sheet (Ctrl+E)."
)


def write_sheet(
    session: Session, to: Path, scope: Scope = EVERYTHING, titles: Sequence[str] = (), *, anonymous: bool = False
) -> tuple[int, str]:
    """Write what stands in a session's store in the format that the ending of ``to`` names. Raises Unwritable.

    Gives how many quotes that is, and the sentence on what is left out. ``titles`` are those of the columns of a table,
    none for those of its form. ``anonymous``: without the names of the editors, which no corpus has.
    """
    corpus = next((writer for ending, writer in CORPORA.items() if to.name.lower().endswith(ending)), None)
    if corpus:
        held = session.sheets.in_scope(scope)
        export.put(corpus(_standing(session, held)), to)
        return held.tally.number, held.tally.told
    rows, imprint = session.sheets.now(scope)
    if anonymous:
        rows, imprint = nameless(rows), replace(imprint, editor="")
    export.write(rows, to, imprint, titles, CORPORA)
    return len(rows), imprint.chosen


def write_apart(store: Path, editor: str, to: Path, scope: Scope, titles: Sequence[str]) -> Iterator[int]:
    """Write such a file of the store at ``store`` by a connection of its own; gives how many quotes wait before that.

    For a worker, in whose thread it has to be closed where it is left before the end. Raises Unwritable, StoreFault.
    """
    with open_store(store, create=False) as opened:
        session = Session(opened, editor)
        yield from session.crosscheck.go_on()
        write_sheet(session, to, scope, titles)


def write_whole(session: Session, store: Store, to: Path) -> int:
    """Write a whole sheet, of which a store can be made again, and tell how many quotes it holds. Raises Unwritable."""
    with session.sheets.one_moment():  # else somebody could rule between its rows and the history that they follow from
        rows = session.sheets.rows()
        export.write_whole(rows, store.ledger(), to)
    return len(rows)


def hand_on_apart(store: Path, editor: str, to: Path) -> Iterator[int]:
    """Write all of the store at ``store``: as a whole sheet where ``to`` ends in .json, as a store where in .qrev.

    By a connection of its own, for a worker, as ``write_apart``. Raises Unwritable, NotPossible for another ending, and
    StoreFault where a store is there already.
    """
    ending = to.suffix.lower()
    if ending not in (STORE, WHOLE_SHEET):
        raise NotPossible(NEITHER.format(to.name))
    if ending == STORE:
        copy(store, to)
        return
    with open_store(store, create=False) as opened:
        session = Session(opened, editor)
        yield from session.crosscheck.go_on()
        write_whole(session, opened, to)


def _standing(session: Session, held: InScope) -> Iterator[Annotated]:
    for article, wanted in held.quotes.items():
        yield session.article(article), [quote for quote in session.quotes(article) if quote.id in wanted]
