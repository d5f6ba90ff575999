"""The articles that came last: whoever drops one on the window wants to be there, wherever it is listed."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from quotereview.errors import NotPossible
from quotereview.ui.batches import Batch
from quotereview.ui.desk import Desk

NONE = "No article came since this store was opened: add some first."


class Arrivals(QObject):
    """Goes through the articles of the last batch that brought any.

    Signals: ``waiting`` with whether they came while the editor was elsewhere, and none of them was opened since.
    """

    waiting = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._came: Sequence[str] = ()
        desk.article_opened.connect(self._follow)

    def note(self, batch: Batch) -> None:
        """Hold what came of a batch, if anything."""
        if batch.read:
            self._came = tuple(batch.read)
            self._follow(self._desk.article)

    def next(self) -> None:
        """Open the next one of them, the first behind the last; raises NotPossible where none is there."""
        there = [one.id for one in self._desk.session.articles() if not one.removed and one.id in self._came]
        there.sort(key=self._came.index)
        if not there:
            raise NotPossible(NONE)
        here = self._desk.article
        at = (there.index(here) + 1) % len(there) if here in there else 0
        self._desk.open_article(there[at])
        self._desk.told.emit(f"{at + 1:,} of {len(there):,} that came last")

    def _follow(self, article: str) -> None:
        self.waiting.emit(bool(self._came) and article not in self._came)
