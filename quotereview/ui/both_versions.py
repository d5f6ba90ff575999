"""The lower half of a panel that shows words in two versions, one below the other."""

from dataclasses import dataclass
from itertools import chain

from quotereview.ui import aligned
from quotereview.ui.aligned import Run
from quotereview.ui.controls import Words
from quotereview.ui.in_full import InFull
from quotereview.ui.theme import GRID, TextSize


@dataclass(frozen=True)
class Version:
    """One version: where it stands and whose it is, and its words."""

    head: str
    runs: tuple[Run, ...]


class BothVersions(InFull):
    """Words in two versions; it keeps its height from one pair to the next, and can be scrolled."""

    def __init__(self, name: str) -> None:
        """``name`` is how it is called where it is read aloud."""
        self._why = Words()
        self._heads = [Words(size=TextSize.SMALL, quiet=True) for _ in range(2)]
        self._versions = [aligned.Version() for _ in range(2)]
        for head in self._heads:
            head.setContentsMargins(0, GRID * 2, 0, 0)
        pairs = chain.from_iterable(zip(self._heads, self._versions, strict=True))
        super().__init__(name, self._why, *pairs)

    def show_versions(self, why: str, first: Version | None, second: Version | None) -> None:
        """Show both versions, or the one that there is, below what is to be said of them."""
        self._why.say(why)
        for head, version, told in zip(self._heads, self._versions, (first, second), strict=True):
            head.setVisible(told is not None)
            version.setVisible(told is not None)
            head.say(told.head if told else "")
            version.show_runs(told.runs if told else ())
        self.setAccessibleDescription(self.said())
        self.verticalScrollBar().setValue(0)

    def said(self) -> str:
        """All that it says, line by line."""
        parts = [self._why.text()]
        for head, version in zip(self._heads, self._versions, strict=True):
            parts += [head.text(), version.accessibleName()] if head.isVisibleTo(self) else []
        return "\n".join(part for part in parts if part)
