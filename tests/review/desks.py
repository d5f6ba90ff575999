"""Editors who rule side by side, each at a copy of one store, and what they do to its quotes."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quotereview.model import Verdict
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review.conftest import FERRY
from tests.store import invented

EDITORS = ("Ana Ruz", "Ben Ode", "Cleo Ma")
SAME = {"Ana Ruz": "Tilda Brandt", "Ben Ode": "Theo Brandt", "Cleo Ma": "Tilda Brandt"}
"""Whom each editor takes for the same person."""

Deed = Callable[[Session, str], object]


@dataclass
class Desks:
    """Copies of one store, each with an editor at it who knows nothing of the others, by the editor's name."""

    folder: Path
    clock: invented.Clock = field(default_factory=invented.Clock)
    opened: list[Store] = field(default_factory=list)

    def start(self, *articles: Read) -> None:
        """Load articles, and hand everybody a copy."""
        with open_store(self.folder / "start.qrev") as store:
            session = Session(store, "Ana Ruz", self.clock)
            for article in articles:
                session.keep(article)
        for editor in EDITORS:
            shutil.copy(self.folder / "start.qrev", self.path(editor))

    def path(self, editor: str) -> Path:
        return self.folder / f"{editor}.qrev"

    def do(self, editor: str, deed: Deed, number: int = 0) -> None:
        """An editor does something to a quote of the ferry's, by its number in the text."""
        with open_store(self.path(editor)) as store:
            session = Session(store, editor, self.clock)
            deed(session, session.quotes(FERRY.id)[number].id)

    def merge(self, into: str, *given: str) -> None:
        """Take what the others hold into an editor's store."""
        with open_store(self.path(into)) as store:
            for editor in given:
                store.merge(self.path(editor))


def side_by_side(folder: Path, *articles: Read) -> Iterator[Desks]:
    """Desks that start from a store of some articles; all stores that a test opened are closed behind it."""
    desks = Desks(folder)
    desks.start(*articles)
    yield desks
    for store in desks.opened:
        store.close()


def confirm(session: Session, quote: str) -> None:
    session.confirm(quote)


def reject(session: Session, quote: str) -> None:
    session.reject(quote)


def note(session: Session, quote: str) -> None:
    session.set_note(quote, "call back")


def undo(session: Session, quote: str) -> None:
    session.undo()


def dispute(session: Session, quote: str) -> None:
    session.rule(quote, Verdict.DISPUTED)


def told(store: Store) -> list[tuple[str, ...]]:
    """The editors of the conflicting rulings, quote by quote, the one that stands first."""
    return [
        (one.standing.editor, *(other.editor for other in one.others)) for one in Session(store, "").conflicts.all()
    ]


def merged(desks: Desks) -> Session:
    """The adjudicator at Ana's store, into which Ben's was merged."""
    desks.merge("Ana Ruz", "Ben Ode")
    desks.opened.append(open_store(desks.path("Ana Ruz")))
    return Session(desks.opened[-1], "Dora Lind", desks.clock)
