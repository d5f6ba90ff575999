"""Between the question what goes into a sheet, the desk, and the shelf."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from quotereview import counting
from quotereview.errors import NotPossible
from quotereview.review import exporting
from quotereview.review.choosing import Extent, Scope, Tally
from quotereview.review.completion import Names
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.export_panel import ExportPanel
from quotereview.ui.instead import Instead
from quotereview.ui.jobs import Job, Jobs
from quotereview.ui.messages import Messages
from quotereview.ui.shelf import Shelf


class Exporting(Instead[ExportPanel]):
    """Asks what a sheet is to hold, beginning with what the queue shows, and has it written in the background.

    A sheet that is being written when the window closes is written to its end. ``values`` are those of the store, which
    are offered while one writes a filter.

    Signals: ``written`` with the path of a sheet.
    """

    written = Signal(object)

    def __init__(  # noqa: PLR0913 - what it stands between
        self,
        desk: Desk,
        shelf: Shelf,
        centre: Centre,
        view: ArticleView,
        messages: Messages,
        *,
        jobs: Jobs,
        values: Names,
    ) -> None:
        super().__init__(desk, centre, view, messages)
        self._shelf, self._jobs, self._values = shelf, jobs, values
        self._writing = False
        desk.changed.connect(lambda _: self._count())

    def _make(self) -> ExportPanel:
        panel = ExportPanel()
        panel.offer(self._values)
        panel.changed.connect(self._count)
        panel.columns_chosen.connect(self._shelf.choose_columns)
        panel.wanted.connect(self._messages.guarded(self.write))
        panel.left.connect(self.leave)
        return panel

    def begin(self, extent: Extent = Extent.ALL) -> None:
        """Ask what the sheet is to hold; raises NotPossible in a blind read."""
        self._desk.session.blind.refuse()
        scope = Scope(extent, self._desk.filter)
        self.panel.begin(scope, self._shelf.columns, exporting.CHOOSABLE, exporting.ALWAYS)
        self._bring_up()
        self._count()

    def write(self) -> None:
        """Ask for a name, and have a sheet of what stands now written there, in the columns that were chosen last."""
        if self._writing:
            raise NotPossible("A sheet is still being written; wait for it, then write the next one.")
        scope = self.panel.scope
        if path := self._shelf.place_for_sheet(scope.extent):
            session = self._desk.session
            steps = exporting.write_apart(session.store_path, session.editor, path, scope, self._shelf.columns)
            self._writing = True
            self._say(f"{path.name} is being written.")
            end = self._messages.guarded(partial(self._end, path), deed=False)
            self._jobs.run(Job(steps, lambda _: None, end, owed=True), urgent=True)

    def _end(self, path: Path, fault: Exception | None) -> None:
        self._writing = False
        if fault is not None:
            raise fault
        if self.open:
            self.leave()
        self.written.emit(path)

    def _count(self) -> None:
        if self.open:
            tally = self._desk.session.sheets.tally(self.panel.scope)
            self.panel.show_count(counted(tally), tally.told)


def counted(tally: Tally) -> str:
    """How many quotes a sheet holds, and of how many of them nobody has said anything."""
    if not tally.number:
        return "No quote goes into this sheet."
    told = f"{counting.counted(tally.number, 'quote')} of {counting.counted(tally.articles, 'article')}"
    return f"{told}, {tally.undecided:,} of them not decided and marked so." if tally.undecided else f"{told}."
