"""Between the question what goes into a sheet, the desk, and the shelf."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from quotereview.errors import NotPossible
from quotereview.review import exporting
from quotereview.review.choosing import Choice, Chosen, Extent
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.export_panel import ExportPanel
from quotereview.ui.instead import Instead
from quotereview.ui.jobs import Job, Jobs
from quotereview.ui.messages import Messages
from quotereview.ui.shelf import Shelf


class Exporting(Instead):
    """Asks what a sheet is to hold, beginning with what the queue shows, and has it written in the background.

    A sheet that is being written when the window closes is written to its end.

    Signals: ``written`` with the path of a sheet.
    """

    written = Signal(object)

    def __init__(  # noqa: PLR0913 - what it stands between
        self, desk: Desk, shelf: Shelf, centre: Centre, view: ArticleView, messages: Messages, *, jobs: Jobs
    ) -> None:
        self.panel = ExportPanel()
        super().__init__(desk, self.panel, centre, view, messages)
        self._shelf, self._jobs = shelf, jobs
        self._writing = False
        desk.changed.connect(lambda _: self._count())
        self.panel.changed.connect(self._count)
        self.panel.columns_chosen.connect(shelf.choose_columns)
        self.panel.wanted.connect(messages.guarded(self.write))
        self.panel.left.connect(self.leave)

    def begin(self, extent: Extent = Extent.ALL) -> None:
        """Ask what the sheet is to hold; raises NotPossible in a blind read."""
        self._desk.session.blind.refuse()
        choice = Choice(extent, self._desk.filter)
        self.panel.begin(choice, self._shelf.columns, exporting.CHOOSABLE, exporting.ALWAYS)
        self._bring_up()
        self._count()

    def write(self) -> None:
        """Ask for a name, and have a sheet of what stands now written there, in the columns that were chosen last."""
        if self._writing:
            raise NotPossible("A sheet is still being written; wait for it, then write the next one.")
        choice = self.panel.choice
        if path := self._shelf.place_for_sheet(choice.extent):
            session = self._desk.session
            steps = exporting.write_apart(session.store_path, session.editor, path, choice, self._shelf.columns)
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
            chosen = self._desk.session.sheets.chosen(self.panel.choice)
            self.panel.show_count(counted(chosen), chosen.told)


def counted(chosen: Chosen) -> str:
    """How many quotes a sheet holds, and of how many of them nobody has said anything."""
    if not chosen.number:
        return "No quote goes into this sheet."
    told = f"{_of(chosen.number, 'quote')} of {_of(len(chosen.quotes), 'article')}"
    return f"{told}, {chosen.undecided:,} of them not decided and marked so." if chosen.undecided else f"{told}."


def _of(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
