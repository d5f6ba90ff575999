"""What becomes of many articles in the background, and how the window is told of it without being held up."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from quotereview.counting import counted
from quotereview.review.change import Change, ChangeKind
from quotereview.review.ingest import Refused
from quotereview.ui.desk import Desk

LISTED_BY = "Ctrl+Shift+R"
"""The key that lists what is proposed otherwise."""
PAUSE = 500
"""Milliseconds for which the window is left alone before it takes in what came meanwhile."""


@dataclass(frozen=True)
class Headway:
    """The progress of reading in the editor's words and in numbers."""

    line: str
    done: int = 0
    files: int = 0


@dataclass
class Batch:
    """What became of the inputs so far; ``files`` is how many there are, ``known`` how many were there already.

    ``stopped`` by the editor, or ``failed`` because reading could not go on, it tells of those before.
    """

    files: int = 0
    read: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    known: int = 0
    stopped: bool = False
    failed: bool = False

    @property
    def done(self) -> int:
        """How many articles came to an end, well or not."""
        return len(self.read) + len(self.refused) + self.known

    def headway(self, name: str) -> Headway:
        """How far it is, with the article that came last."""
        count = f"{self.done} of {self.files}" if self.done <= self.files else f"{self.done}"
        return Headway(f"Reading {count} — {name}", self.done, self.files)

    def summary(self) -> str:
        """What came of it, in the editor's words."""
        known = f", {self.known} there already" if self.known else ""
        refused = f", {len(self.refused)} refused" if self.refused else ""
        return f"{self._cut_short()}{len(self.read)} read{known}{refused}"

    def _cut_short(self) -> str:
        return "Stopped: " if self.stopped else "Broken off: " if self.failed else ""


@dataclass
class Repetition(Batch):
    """What became of articles that were detected ``again``, and how many of their quotes are proposed ``otherwise``.

    ``by_itself``: no editor asked for it.
    """

    again: int = 0
    otherwise: int = 0
    by_itself: bool = False

    @property
    def done(self) -> int:
        """How many articles came to an end, well or not."""
        return self.again + len(self.refused)

    def headway(self, name: str) -> Headway:
        """How far it is, with the article that is at work."""
        count = f"{self.done + 1} of {self.files}" if self.files > 1 else ""
        return Headway(f"Detecting again {count} — {name}".replace("  ", " "), self.done, self.files)

    def summary(self) -> str:
        """What came of it, in the editor's words."""
        quotes = f"{counted(self.otherwise, 'quote')} proposed otherwise"
        found = f"{quotes} ({LISTED_BY})" if self.otherwise else "nothing proposed otherwise"
        failed = f", {len(self.refused)} failed" if self.refused else ""
        return f"{self._cut_short()}{self.again} detected again{failed}: {found}"


class Gathering(QObject):
    """Brings what came in the background to the desk together, since each time costs the window some work.

    Signals: ``progressed`` with the Headway, at most once in a PAUSE.
    """

    progressed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._came: list[Change] = []
        self._headway: Headway | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.tell)

    def take(self, change: Change) -> None:
        """Have the desk take a change with the next headway that is told."""
        self._came.append(change)

    def note(self, headway: Headway) -> None:
        """Tell of a headway after the pause, or else at the next turn: keeping an article takes all of this one."""
        self._headway = headway
        if not self._pause.isActive():
            self._pause.start(0)

    def tell(self) -> None:
        """Show what was kept since the window was told last, all of it at once."""
        came, headway = self._came, self._headway
        self._came, self._headway = [], None
        if came:
            self._desk.take(_together(came))
        if headway is not None:
            self.progressed.emit(headway)
            self._pause.start(PAUSE)


def _together(changes: Sequence[Change]) -> Change:
    """Several articles that came as one change."""
    articles = tuple(article for change in changes for article in change.articles)
    quotes = tuple(quote for change in changes for quote in change.quotes)
    kinds = {change.kind for change in changes}
    kind = kinds.pop() if len(kinds) == 1 else ChangeKind.ARTICLES
    return Change(kind, articles, quotes, changes[-1].label)
