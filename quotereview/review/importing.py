"""What others ruled brought to a store, of another store or a whole sheet: all of it, when it was ruled, after what."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from quotereview import export
from quotereview.errors import NotPossible
from quotereview.export import WholeSheet
from quotereview.review import off_desk
from quotereview.review.backups import back_up_daily
from quotereview.review.exporting import WHOLE_SHEET
from quotereview.review.session import Session
from quotereview.store import Merged, Store, open_store, rebuild

RULED = ("words", "speaker", "source", "verdict", "checks", "evidence")
"""What is said of a quote that rests on its article and the rulings on it alone, and on no other article."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How much came into a store, and a sentence for each article that somebody removed and another one ruled in.

    ``matches``: one for each ruling on a match of a quote that is not the same in a newer edition of its article.
    """

    merged: Merged
    off_desk: tuple[str, ...]
    matches: tuple[str, ...] = ()


def taken_in(store: Store, take: Callable[[], Merged]) -> TakenIn:
    """Have a store take in what others ruled."""
    before, known = off_desk.ruled_off_desk(store, Session(store, "")), off_desk.matches_left(store)
    merged = take()
    now, left = off_desk.ruled_off_desk(store, Session(store, "")), off_desk.matches_left(store)
    matches = tuple(sentence for ruling, sentence in left.items() if ruling not in known)
    return TakenIn(merged, tuple(off_desk.told(store, before, now)), matches)


def take_in_apart(store: Path, given: Path) -> Iterator[TakenIn]:
    """Take all of another store, or of a whole sheet, into the one at ``store``, by a connection of its own.

    It is backed up first, if it was not today. For a worker. Raises StoreFault, and what ``import_sheet`` raises.
    """
    back_up_daily(store)
    with open_store(store, create=False) as opened:
        if given.suffix.lower() == WHOLE_SHEET:
            sheet = export.read_whole(given)
            yield taken_in(opened, lambda: import_sheet(opened, sheet))
        else:
            yield taken_in(opened, lambda: opened.merge(given))


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
