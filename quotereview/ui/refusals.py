"""Between what a batch could not read, the list of it in the middle of the window, and the clipboard."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from quotereview.errors import NotPossible
from quotereview.review.ingest import Refused
from quotereview.ui.article_view import ArticleView
from quotereview.ui.batches import Batch
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.instead import Instead
from quotereview.ui.messages import Messages
from quotereview.ui.refusals_panel import RefusalsPanel, lines

NONE = "Nothing was refused: all that was loaded could be read."


class Refusals(Instead[RefusalsPanel]):
    """Holds what the last batch refused that refused anything, and shows it."""

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        self._refused: Sequence[Refused] = ()

    def _make(self) -> RefusalsPanel:
        panel = RefusalsPanel()
        panel.copied.connect(self.copy)
        panel.left.connect(self.leave)
        return panel

    def note(self, batch: Batch) -> None:
        """Hold what a batch refused, if anything, until another one refuses something."""
        if batch.refused:
            self._refused = tuple(batch.refused)

    def _open(self) -> None:
        """Show what was refused; raises NotPossible where nothing was."""
        if not self._refused:
            raise NotPossible(NONE)
        self.panel.show_refused(self._refused)
        self._bring_up()

    def copy(self, refused: Sequence[Refused]) -> None:
        """Put reasons on the clipboard, a line each."""
        QGuiApplication.clipboard().setText(lines(refused))
        self._say("One reason is copied." if len(refused) == 1 else f"{len(refused)} reasons are copied, a line each.")
