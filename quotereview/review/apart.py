"""Acts upon so much that a window would stand still: kept by a connection of their own, and taken in afterwards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from quotereview.errors import NotPossible
from quotereview.review.change import Change, ChangeKind
from quotereview.review.history import Step
from quotereview.review.keeper import Keeper
from quotereview.store import Store, open_store

if TYPE_CHECKING:
    from quotereview.review.session import Session

AT_ONCE = 50
"""Upon so much an act is kept at once, which takes less than the twentieth of a second."""

Verb = Callable[["Session"], Change]


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb, told of the session that is to do it; ``size`` is upon how much: quotes, names, editions.

    ``step`` is what it takes back, if anything.
    """

    verb: Verb
    size: int
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What was done apart: its act (id) and its change."""

    act: str
    change: Change


class Apart:
    """Has deeds of one editor done apart, one at a time; the session itself rules nothing meanwhile.

    So nothing comes between what an editor saw and what is ruled upon it, and no verb waits for the other connection.
    """

    def __init__(self, keeper: Keeper, sessions: Callable[[Store, str, Callable[[], datetime]], "Session"]) -> None:
        """``sessions`` makes the session of an editor at a store, by a clock."""
        self._keeper = keeper
        self._sessions = sessions

    @property
    def under_way(self) -> bool:
        """Whether a deed is being done apart."""
        return bool(self._keeper.meanwhile)

    @property
    def acted(self) -> str:
        """The act (id) that this session kept last; empty without one."""
        return self._keeper.acted

    def undoing(self) -> Deed:
        """To append the state before the last act that stands; raises NotPossible without one."""
        return self._taking_back(self._keeper.history.to_undo(), str(self._keeper.history.undo_label))

    def redoing(self) -> Deed:
        """To append the state after the act that was undone last; raises NotPossible without one."""
        return self._taking_back(self._keeper.history.to_redo(), str(self._keeper.history.redo_label))

    def take_back(self, step: Step, label: str) -> Change:
        """Append the state before a step of this editor's; raises NotPossible where that cannot be done any more."""
        return self._keeper.take_back(step, label)

    def is_much(self, deed: Deed) -> bool:
        """Whether a deed is upon so much that it is better done apart; in a blind read one rules one by one."""
        return deed.size > AT_ONCE and self._keeper.store.blind_read is None

    def begin(self, deed: Deed, meanwhile: str) -> Iterator[Done]:
        """To be run by a worker: does a deed by a connection of its own.

        Until ``end`` or ``give_up`` is called this session raises NotPossible, with the sentence ``meanwhile``, for
        whatever would rule. Raises NotPossible itself where a deed is under way.
        """
        self.hold(meanwhile)
        return _done(partial(open_store, self._keeper.store.path, create=False), self._session(), deed.verb)

    def hold(self, meanwhile: str) -> None:
        """Have this session raise NotPossible, with that sentence, for whatever would rule, until ``end`` is called.

        Raises NotPossible itself where a deed is under way.
        """
        self._keeper.refuse_meanwhile()
        self._keeper.meanwhile = meanwhile

    def take_in(self, done: Done) -> Change:
        """Bring this session up to what was done; its change."""
        if done.change.kind is ChangeKind.NOTHING:
            return done.change
        return self._keeper.take_in(done.act, done.change)

    def end(self) -> None:
        """Rule again, now that what was done is taken in."""
        self._keeper.meanwhile = ""

    def give_up(self, deed: Deed, fault: Exception) -> None:
        """Rule again without a deed that ended in a fault: nothing was kept of it."""
        self.end()
        if deed.step and isinstance(fault, NotPossible):
            self._keeper.history.forget(deed.step)

    def _session(self) -> Callable[[Store], "Session"]:
        editor, now, sessions = self._keeper.editor, self._keeper.now, self._sessions
        return lambda store: sessions(store, editor, now)

    def _taking_back(self, step: Step, label: str) -> Deed:
        size = self._keeper.store.acts.size(step.act)
        return Deed(lambda session: session.apart.take_back(step, label), size, step)


def _done(store: Callable[[], Store], session: Callable[[Store], "Session"], verb: Verb) -> Iterator[Done]:
    with store() as opened:
        made = session(opened)
        change = verb(made)
        yield Done(made.apart.acted, change)
