"""From what stands to a file, for a window that does not know the formats: a sheet, or a corpus for those who train."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quotereview import export
from quotereview.detection import corpora
from quotereview.detection.corpora import Annotated
from quotereview.review.choosing import EVERYTHING, Choice, Chosen
from quotereview.review.session import Session
from quotereview.review.sheet_rows import nameless
from quotereview.store import open_store

CORPORA: dict[str, Callable[[Iterable[Annotated]], bytes]] = {
    ".spacy": corpora.docbin,
    ".prodigy.jsonl": corpora.prodigy,
}
"""What holds whole articles with the places of their quotes, by its ending."""

CHOOSABLE, ALWAYS = export.CHOOSABLE, export.ALWAYS
"""The titles of the columns that a table can have, and of those that are always there."""
PRINTED = export.MOST_PRINTED
"""For how many columns a printed sheet has room."""


def write_sheet(
    session: Session, to: Path, choice: Choice = EVERYTHING, titles: Sequence[str] = (), *, anonymous: bool = False
) -> tuple[int, str]:
    """Write what stands in a session's store in the format that the ending of ``to`` names. Raises Unwritable.

    Gives how many quotes that is, and the sentence on what is left out. ``titles`` are those of the columns of a table,
    none for those of its form. ``anonymous``: without the names of the editors, which no corpus has.
    """
    corpus = next((writer for ending, writer in CORPORA.items() if to.name.lower().endswith(ending)), None)
    if corpus:
        chosen = session.sheets.chosen(choice)
        export.put(corpus(_standing(session, chosen)), to)
        return chosen.number, chosen.told
    rows, imprint = session.sheets.now(choice)
    if anonymous:
        rows, imprint = nameless(rows), replace(imprint, editor="")
    export.write(rows, to, imprint, titles, CORPORA)
    return len(rows), imprint.chosen


def write_apart(store: Path, editor: str, to: Path, choice: Choice, titles: Sequence[str]) -> Iterator[int]:
    """Write such a file of the store at ``store`` by a connection of its own; gives how many quotes wait before that.

    For a worker, in whose thread it has to be closed where it is left before the end. Raises Unwritable, StoreFault.
    """
    with open_store(store, create=False) as opened:
        session = Session(opened, editor)
        yield from session.crosscheck.go_on()
        write_sheet(session, to, choice, titles)


def _standing(session: Session, chosen: Chosen) -> Iterator[Annotated]:
    for article, wanted in chosen.quotes.items():
        yield session.article(article), [quote for quote in session.quotes(article) if quote.id in wanted]
