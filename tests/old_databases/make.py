"""Makes the store that a release leaves here; run it as `python -m tests.old_databases.make`."""

import gzip
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from quotereview.model import Verdict
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.store.migrations import NEWEST
from tests.review.conftest import HARBOUR, read
from tests.store import invented

FOLDER = Path(__file__).parent
VIEWS = ("quotes_current", "articles_current", "names_current")

Rows = list[dict[str, object]]


def make(path: Path) -> None:
    """A store with a row in each table, in which two editors did by the usual verbs what a day brings."""
    invented.full_store(path).close()
    other, clock = path.with_name("other.qrev"), invented.Clock()
    with open_store(path) as store:
        session = Session(store, "Ana Ruz", clock)
        session.keep(read(HARBOUR))
        first, second = (quote.id for quote in session.quotes(HARBOUR.id))
        session.confirm(first)
        session.set_speaker(second, "Mara Voss")
        session.proof.explain(second, "her voice on the recording")
        session.set_note(second, "call back")
        session.undo()
        session.describe([HARBOUR.id], outlet="Sund Post")
        session.people.same("Ivo Brandt", "Tilda Brandt")
    shutil.copy(path, other)
    with open_store(other) as store:
        Session(store, "Ben Ode", clock).rule(first, Verdict.DISPUTED)
    with open_store(path) as store:
        Session(store, "Ana Ruz", clock).set_source(first, "Sund Post")
        store.merge(other)


def standing(path: Path) -> dict[str, Rows]:
    """All rows of the views that say what stands, in an order that never changes."""
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        there = {row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
        return {
            view: [dict(row) for row in file.execute(f"SELECT * FROM {view} ORDER BY 1")]
            for view in VIEWS
            if view in there
        }


def keep(path: Path, name: str) -> None:
    """Put a store and what stands in it into this folder; a file is the same whenever it is made of the same store."""
    packed = gzip.compress(path.read_bytes(), mtime=0)
    (FOLDER / f"{name}.qrev.gz").write_bytes(packed)
    told = json.dumps(standing(path), ensure_ascii=False, indent=1, sort_keys=True)
    (FOLDER / f"{name}.json").write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made.qrev"
        make(made)
        keep(made, f"form_{NEWEST:02}")
