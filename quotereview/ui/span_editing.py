"""Between the quote in focus, the bar in which its words are shaped, the text that shows them, and their keeping."""

from PySide6.QtCore import QObject, Signal

from quotereview.errors import NotPossible
from quotereview.review.change import Change
from quotereview.review.shaping import Shaping
from quotereview.ui.article_view import ArticleView
from quotereview.ui.desk import Desk
from quotereview.ui.span_editor import SpanEditor
from quotereview.ui.when import NOT_NOW, When


class SpanEditing(QObject):
    """Opens the bar for the quote in focus and closes it when the focus moves.

    Signals: ``kept`` with a quote's id and its Draft; ``told`` with a sentence.
    """

    kept = Signal(str, object)
    told = Signal(str)

    def __init__(self, desk: Desk, view: ArticleView, bar: SpanEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = view
        self._bar = bar
        view.put_below(bar)
        bar.shaped.connect(view.show_draft)
        bar.left.connect(self._end)
        bar.kept.connect(self.kept)
        desk.quote_focused.connect(self._follow_focus)
        desk.changed.connect(self._follow_change)

    def begin(self) -> None:
        """Shape the words of the quote in focus."""
        standing = self._desk.standing()
        if standing is None:
            raise NotPossible(NOT_NOW[When.FOCUS])
        session = self._desk.session
        self._bar.begin(Shaping(session.spans, session.article(standing.article).text, standing.id))

    def _follow_focus(self, quote: str) -> None:
        if self._bar.shaping and self._bar.shaping.quote != quote:
            self._bar.leave()

    def _follow_change(self, change: Change) -> None:
        """A quote that is another one meanwhile is shaped anew."""
        if self._bar.shaping and self._bar.shaping.quote in change.quotes:
            self._bar.leave()

    def _end(self, abandoned: bool) -> None:
        if self._bar.hasFocus():
            self._view.setFocus()
        if abandoned:
            self.told.emit("The words stay as they were: the change was not kept.")
