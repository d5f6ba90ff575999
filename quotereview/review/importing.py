"""A whole sheet brought back to a store: with all articles, and all that everybody ruled, when and after what."""

from pathlib import Path
from tempfile import TemporaryDirectory

from quotereview import export
from quotereview.errors import NotPossible
from quotereview.export import WholeSheet
from quotereview.review.session import Session
from quotereview.store import Merged, Store, open_store, rebuild

RULED = ("words", "speaker", "source", "verdict", "checks", "evidence")
"""What is said of a quote that rests on its article and the rulings on it alone, and on no other article."""


def import_sheet(store: Store, given: WholeSheet) -> Merged:
    """Take all that a whole sheet holds into a store, as merging the store of which it was written would.

    Nothing is ruled by it: each ruling stays that of its editor and its time. Raises StoreFault where the sheet is not
    as it was written, NotPossible where its quotes say something else than its rulings; then nothing is taken.
    """
    with TemporaryDirectory(prefix="quotereview-") as folder:
        made = Path(folder) / given.name
        rebuild(given.ledger, made, given.name)
        with open_store(made, create=False) as opened:
            _refuse_changed(given, opened)
        return store.merge(made)


def _refuse_changed(given: WholeSheet, store: Store) -> None:
    """Raise NotPossible where a sheet says something of a quote that does not follow from its history."""
    standing = {row.quote: export.record(row) for row in Session(store, "").sheets.rows()}
    if missing := given.quotes.keys() ^ standing.keys():
        raise NotPossible(_SENTENCE.format(given.name, min(missing), "whether it is asked about"))
    for id, told in given.quotes.items():
        for part in RULED:
            if told[part] != standing[id][part]:
                raise NotPossible(_SENTENCE.format(given.name, id, f"its {part}"))


_SENTENCE = (
    "“{}” was changed since it was written: of the quote {} it says otherwise than its rulings do, namely {}; import "
    "the sheet as it was written, and rule in the store."
)
