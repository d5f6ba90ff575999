"""The table of actions as menus and keys."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from quotereview.ui.action import Action, Controllers, Menu
from quotereview.ui.action_table import TABLE, row
from quotereview.ui.when import NOT_BLIND, NOT_NOW, SEEING, When

Guard = Callable[[Callable[[], object]], Callable[[], None]]
"""Makes of a verb one whose known faults are told."""


class Actions:
    """The table as Qt's actions, on one menu bar."""

    def __init__(self, bar: QMenuBar, on: Controllers, guarded: Guard) -> None:
        self._on = on
        self._guarded = guarded
        self._blind = False
        self._menus = {menu: bar.addMenu(menu.value) for menu in Menu}
        self._of = {one.id: self._add(one) for one in TABLE}

    def __getitem__(self, id: str) -> QAction:
        """The action of a row (the first one of a numbered row)."""
        return self._of[id][0]

    def key(self, id: str) -> str:
        """The first key of a row, as a person reads it."""
        return row(id).shown_keys.split(" or ")[0]

    def hint(self, *ids: str) -> str:
        """A line that reminds of some rows and their keys."""
        return " · ".join(f"{self.key(id)}  {row(id).text}" for id in ids)

    def put_after(self, id: str, other: QAction) -> None:
        """Put another action, such as a menu made while the program runs, below a row in its menu."""
        menu = self._menus[row(id).menu]
        below = menu.actions()[menu.actions().index(self[id]) + 1]
        menu.insertAction(below, other)

    def say(self, **texts: str | None) -> None:
        """Name actions as they are now, by the ids of their rows; None for the words of the row."""
        for id, words in texts.items():
            self[id].setText(words or row(id).text)

    def allow(self, states: frozenset[When], *, blind: bool = False) -> None:
        """Enable what can be used now; ``blind``: in a blind read."""
        self._blind = blind
        for one in TABLE:
            for action in self._of[one.id]:
                action.setEnabled(one.when in states and not self._hidden(one))

    def refusal(self, keys: QKeySequence) -> str:
        """Why the action of these keys cannot be used now; nothing where it can, or where there is none."""
        refused = (one for one in TABLE for action in self._of[one.id] if keys in action.shortcuts())
        closed = (one for one in refused if not self[one.id].isEnabled())
        return next((NOT_BLIND if self._hidden(one) else NOT_NOW[one.when] for one in closed), "")

    def _hidden(self, one: Action) -> bool:
        return one.id in SEEING and self._blind

    def _add(self, one: Action) -> list[QAction]:
        menu = self._menus[one.menu]
        if one.ruled_off:
            menu.addSeparator()
        parent = menu.addMenu(one.text) if one.numbered else menu
        return [self._made(parent, one, keys, rank) for rank, keys in _parts(one)]

    def _made(self, menu: QMenu, one: Action, keys: tuple[str, ...], rank: int) -> QAction:
        action = QAction(f"{one.text} {rank}" if rank else one.text, menu)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setAutoRepeat(one.repeats)
        action.triggered.connect(self._guarded(lambda: one.verb(self._on, rank)))
        menu.addAction(action)
        return action


def _parts(row: Action) -> Iterable[tuple[int, tuple[str, ...]]]:
    """Rank and keys of each of Qt's actions that a row becomes; rank 0 where it is not numbered."""
    return enumerate(((key,) for key in row.keys), start=1) if row.numbered else [(0, row.keys)]
