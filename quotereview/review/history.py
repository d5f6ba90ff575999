"""What can be undone and redone: acts of this session in their order, each taken back by appending the former state."""

from dataclasses import dataclass, replace

from quotereview.errors import NotPossible
from quotereview.model import Decision, proposed
from quotereview.review.change import Change
from quotereview.review.rulings import in_marks
from quotereview.store import Act, Store

OVERTAKEN = "Somebody else has changed {} since; look at it and rule anew instead of undoing."


@dataclass(frozen=True, slots=True)
class Step:
    """An act that can be taken back, by its id, and what it changed; ``arrived``: it came by itself."""

    act: str
    change: Change
    arrived: bool = False


class History:
    """The acts that can be undone and the undone ones that can be done again.

    Each entry is no more than the id of an act in the store and the Change it made, so the stacks can be rebuilt from
    the store's acts.
    """

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._own: set[str] = set()

    def record(self, act: str, change: Change) -> None:
        """Note a new act; what had been undone can no longer be done again."""
        self._own.add(act)
        self._done.append(Step(act, change))
        self._undone.clear()

    def arrived(self, act: str, change: Change) -> None:
        """Note an act that came by itself while the editor worked, such as an article that was read.

        It lies beneath the editor's own steps, so that undo still takes back the last of these, and redo still works.
        """
        self._own.add(act)
        beneath = next((number for number, step in enumerate(self._done) if not step.arrived), len(self._done))
        self._done.insert(beneath, Step(act, change, arrived=True))

    def to_undo(self) -> Step:
        """The act that undo takes back; raises NotPossible without one."""
        if not self._done:
            raise NotPossible("There is nothing to undo.")
        return self._done[-1]

    def to_redo(self) -> Step:
        """The undoing that redo takes back; raises NotPossible without one."""
        if not self._undone:
            raise NotPossible("There is nothing to redo.")
        return self._undone[-1]

    def undone(self, act: str) -> None:
        """Note that ``act`` has taken back what ``to_undo`` gave."""
        self._own.add(act)
        self._undone.append(replace(self._done.pop(), act=act))

    def redone(self, act: str) -> None:
        """Note that ``act`` has taken back what ``to_redo`` gave."""
        self._own.add(act)
        self._done.append(replace(self._undone.pop(), act=act))

    def forget(self, step: Step) -> None:
        """Give up a step that cannot be taken back any more."""
        for stack in (self._done, self._undone):
            if step in stack:
                stack.remove(step)

    def owns(self, act: str | None) -> bool:
        """Whether an act was one of this session's."""
        return act in self._own

    @property
    def undo_label(self) -> str | None:
        """What undo would say, None with nothing to undo."""
        return f"Undo {self._done[-1].change.label}" if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would say, None with nothing to redo."""
        return f"Redo {self._undone[-1].change.label}" if self._undone else None


def take_back(store: Store, history: History, act: Act, taken: str) -> None:
    """Append, for all that the act ``taken`` ruled on, the state before it.

    Raises NotPossible where a ruling of another session has come on top of it, or of a state between.
    """
    for article, ruling, former in store.articles.touched(taken):
        standing = store.articles.standing(article)
        if standing is None or standing.ruling != ruling or not history.owns(store.articles.act_of(standing.decision)):
            raise NotPossible(OVERTAKEN.format(in_marks(standing.title if standing else article)))
        store.articles.rule(act, article, former or replace(ruling, removed=True), standing.decision)
    for decision in store.decisions.by_act(taken):
        _take_back_decision(store, history, act, decision)


def _take_back_decision(store: Store, history: History, act: Act, taken: Decision) -> None:
    words = in_marks(taken.ruling.passages[0].words)
    newest = store.decisions.newest(taken.quote) or taken
    as_left = (newest.ruling, newest.withdrawn) == (taken.ruling, taken.withdrawn)
    if not (as_left and history.owns(store.decisions.act_of(newest.id))):
        raise NotPossible(OVERTAKEN.format(words))
    if taken.follows:
        former = store.decisions.get(taken.follows)
        store.decisions.add(act, taken.quote, former.ruling, newest.id, withdrawn=former.withdrawn)
        return
    standing = store.standing.quote(taken.quote)
    if standing is None:
        raise NotPossible(f"The article of {words} was removed; load it again.")
    store.decisions.add(act, taken.quote, proposed(standing.proposal), newest.id, withdrawn=standing.added_by_hand)
