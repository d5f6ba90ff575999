"""What goes from editor to editor: all of a store out, and what others ruled on a copy of it in."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from quotereview import paths
from quotereview.counting import agreeing, counted
from quotereview.errors import NotPossible
from quotereview.review import exporting, importing
from quotereview.review.importing import TakenIn
from quotereview.review.session import Session
from quotereview.ui.desk import Desk
from quotereview.ui.dialogs import Dialogs
from quotereview.ui.jobs import Job, Jobs, raise_fault
from quotereview.ui.messages import Messages
from quotereview.ui.wording import isolated

UNDER_WAY = "A store is still being written, or taken in; wait for it, then begin the next one."
MEANWHILE = "Wait a moment: {} is being taken in, and nothing else is kept until that is done."


class Exchanging(QObject):
    """Writes all of the store to a file, or takes all of another one in, in the background, one at a time.

    What is begun is done even when the window closes. Nobody rules while something is taken in, since one program alone
    can write to a store at a time; what came is shown like anything that others do at it.
    """

    def __init__(self, desk: Desk, ask: Dialogs, jobs: Jobs, messages: Messages) -> None:
        super().__init__(desk)
        self._desk, self._ask, self._jobs, self._messages = desk, ask, jobs, messages
        self._under_way = False

    def hand_on(self) -> None:
        """Ask for a name, and have all of the store written there; raises NotPossible in a blind read."""
        session = self._ready()
        store = session.store_path
        if to := self._ask.handed_on(paths.sheets_folder(store) / f"{store.stem} copy.qrev"):
            steps = exporting.hand_on_apart(store, session.editor, to)
            self._begin(steps, lambda _: None, partial(self._written, to))
            self._say(f"All of the store is being written to {isolated(to.name)}.")

    def take_in(self) -> None:
        """Ask for a file, and have all that others ruled in it taken in; raises NotPossible in a blind read."""
        session = self._ready()
        if given := self._ask.others(session.store_path.parent):
            session.apart.hold(MEANWHILE.format(isolated(given.name)))
            steps = importing.take_in_apart(session.store_path, given)
            self._begin(steps, partial(self._show, given), self._taken_in)
            self._say(f"{isolated(given.name)} is being taken in; nothing else is kept until that is done.")

    def _ready(self) -> Session:
        session = self._desk.session
        session.blind.refuse()
        if self._under_way:
            raise NotPossible(UNDER_WAY)
        return session

    def _begin(
        self, steps: Iterator[Any], on_item: Callable[[Any], None], on_end: Callable[[Exception | None], None]
    ) -> None:
        self._under_way = True
        guarded = partial(self._messages.guarded, deed=False)
        self._jobs.run(Job(steps, guarded(on_item), guarded(on_end), owed=True), urgent=True)

    def _written(self, to: Path, fault: Exception | None) -> None:
        self._under_way = False
        raise_fault(fault)
        self._say(f"All of the store is written: {isolated(str(to))}")

    def _show(self, given: Path, came: TakenIn) -> None:
        self._desk.session.apart.end()
        self._desk.look_again()
        self._say(told(came, given.name))

    def _taken_in(self, fault: Exception | None) -> None:
        self._under_way = False
        self._desk.session.apart.end()
        raise_fault(fault)

    def _say(self, sentence: str) -> None:
        self._messages.tell(sentence, passing=True)


def told(came: TakenIn, name: str) -> str:
    """How much came from the file of a name, and what of it is in articles that left the desk here."""
    merged = came.merged
    numbers = (merged.articles, "article"), (merged.quotes, "quote"), (merged.rulings, "ruling")
    parts = [counted(number, thing) for number, thing in numbers if number]
    if not parts:
        return f"{isolated(name)} holds nothing that is not here already."
    listed = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    return " ".join((f"{listed} came from {isolated(name)}.", *_removed(came.off_desk), *_left(came.matches)))


def _left(sentences: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{sentence}." for sentence in sentences[:1])
    if (more := len(sentences) - 1) > 0:
        yield f"So it is with {counted(more, 'more ruling')} on matches."


def _removed(sentences: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{sentence}." for sentence in sentences[:1])
    if (more := len(sentences) - 1) > 0:
        yield f"So {agreeing(more, 'was', 'were')} {counted(more, 'more article')}."
