"""Finds words in the article that is shown, while one types, and goes from one find to the next."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from quotereview.folding import folded
from quotereview.model import Span
from quotereview.ui.find_bar import FindBar
from quotereview.ui.page import Page

LONGEST = 100
"""Characters of a selection that are taken to be words to look for."""


def apart(finds: Iterable[Span], least: int) -> list[int]:
    """Where finds begin, but those that are nearer than ``least`` code points to the one before left out."""
    kept: list[int] = []
    for find in finds:
        if not kept or find.start - kept[-1] >= least:
            kept.append(find.start)
    return kept


class Finder(QObject):
    """Between the bar and the page.

    Signals: ``opened`` and ``closed`` when the bar is wanted and no longer is; ``found`` when there are other finds or
    another one is shown.
    """

    opened = Signal()
    closed = Signal()
    found = Signal()

    def __init__(self, bar: FindBar, page: Page, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._page = page
        self._text = ""
        self._from = 0
        self._open = False
        self.finds: tuple[Span, ...] = ()
        self.at = -1
        bar.written.connect(self._look)
        bar.stepped.connect(self.step)
        bar.left.connect(self.close)

    @property
    def open(self) -> bool:
        """Whether the bar is there."""
        return self._open

    @property
    def shown(self) -> Span | None:
        """The find that is shown."""
        return self.finds[self.at] if self.at >= 0 else None

    def leave_text(self) -> None:
        """Forget the finds, before another text is shown."""
        self._take(())

    def set_text(self, text: str) -> None:
        """Look for the same words in another article, from its beginning, and show none of them yet."""
        self._text, self._from = text, 0
        self._take(self._wanted())

    def begin(self) -> None:
        """Open the bar with what is selected, or was looked for before, and show the first find from the caret on."""
        selected = self._page.selection()
        words = selected.of(self._text) if selected and len(selected) <= LONGEST else ""
        self._from = self._page.caret
        self._open = True
        self.opened.emit()
        self._bar.begin(" ".join(words.split()))
        self._look(self._bar.field.text())

    def step(self, by: int) -> None:
        """Show the next find (1) or the one before (-1), round the end; opens the bar where it is closed."""
        if not self._open:
            self.begin()
        elif self.finds:
            at = self._first(self.finds) - (by < 0) if self.at < 0 else self.at + by
            self._take(self.finds, at % len(self.finds))
            self._from = self.finds[self.at].start

    def close(self) -> None:
        """Take bar and marks away; what is shown stays selected."""
        self._open = False
        self._take(())
        self.closed.emit()

    def _wanted(self) -> tuple[Span, ...]:
        return folded(self._text).find(self._bar.field.text()) if self._open else ()

    def _look(self, _words: str) -> None:
        finds = self._wanted()
        self._take(finds, self._first(finds) if finds else -1)
        if not finds:
            self._page.show_place(Span(self._from, self._from))

    def _first(self, finds: Sequence[Span]) -> int:
        """Which find is the first from the place on at which the search began, or the first of all."""
        return bisect_left(finds, self._from, key=lambda find: find.start) % len(finds)

    def _take(self, finds: tuple[Span, ...], at: int = -1) -> None:
        """Mark finds, and show one of them unless ``at`` is negative."""
        self.finds, self.at = finds, at
        self._page.mark_found(finds)
        if at >= 0:
            self._page.show_place(finds[at])
        self._bar.show_count(at + 1, len(finds))
        self.found.emit()
