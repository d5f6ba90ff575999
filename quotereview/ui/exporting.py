"""Between the question what goes into a sheet, the desk, and the shelf."""

from quotereview.review import exporting
from quotereview.review.choosing import Choice, Chosen, Extent
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.export_panel import ExportPanel
from quotereview.ui.instead import Instead
from quotereview.ui.messages import Messages
from quotereview.ui.shelf import Shelf


class Exporting(Instead):
    """Asks what a sheet is to hold, beginning with what the queue shows, and has it written."""

    def __init__(self, desk: Desk, shelf: Shelf, centre: Centre, view: ArticleView, messages: Messages) -> None:
        self.panel = ExportPanel()
        super().__init__(desk, self.panel, centre, view, messages)
        self._shelf = shelf
        desk.changed.connect(lambda _: self._count())
        shelf.sheet_written.connect(lambda _: self.leave())
        self.panel.changed.connect(self._count)
        self.panel.columns_chosen.connect(shelf.choose_columns)
        self.panel.wanted.connect(messages.guarded(lambda: shelf.export(self.panel.choice)))
        self.panel.left.connect(self.leave)

    def begin(self, extent: Extent = Extent.ALL) -> None:
        """Ask what the sheet is to hold; raises NotPossible in a blind read."""
        self._desk.session.blind.refuse()
        choice = Choice(extent, self._desk.filter)
        self.panel.begin(choice, self._shelf.columns, exporting.CHOOSABLE, exporting.ALWAYS)
        self._bring_up()
        self._count()

    def _count(self) -> None:
        if self.open:
            chosen = self._desk.session.chosen(self.panel.choice)
            self.panel.show_count(counted(chosen), chosen.told)


def counted(chosen: Chosen) -> str:
    """How many quotes a sheet holds, and of how many of them nobody has said anything."""
    if not chosen.number:
        return "No quote goes into this sheet."
    told = f"{_of(chosen.number, 'quote')} of {_of(len(chosen.quotes), 'article')}"
    return f"{told}, {chosen.undecided:,} of them not decided and marked so." if chosen.undecided else f"{told}."


def _of(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
