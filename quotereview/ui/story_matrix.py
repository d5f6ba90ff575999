"""Between the matrix of a story in the middle of the window, the desk, and the article in whose place it stands."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QTimer, Signal

from quotereview.review.matrix import Column, Matrix
from quotereview.ui import matrix_words
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.instead import Instead
from quotereview.ui.matrix_panel import MatrixPanel
from quotereview.ui.messages import Messages

SLICE = 0.015  # seconds for which quotes are compared before the window looks at its keys again


class StoryMatrix(Instead):
    """Opens the story of the article on the desk, compares its quotes in slices, and goes from story to story.

    Signals: ``widened`` with whether the matrix takes the room of the whole window; ``versions_wanted`` once a quote is
    in focus whose versions are to be shown side by side.
    """

    widened = Signal(bool)
    versions_wanted = Signal()

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        self.panel = panel = MatrixPanel()
        super().__init__(desk, panel, centre, view, messages)
        guarded = messages.guarded
        self._story: tuple[str, ...] = ()
        self._quote = ""
        self._matrix: Matrix | None = None
        self._comparing: Iterator[Matrix | None] = iter(())
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(guarded(self._go_on, deed=False))
        desk.changed.connect(lambda _: self._follow())
        desk.quote_focused.connect(lambda _: self._close())
        panel.quote_wanted.connect(guarded(self.go))
        panel.versions_wanted.connect(guarded(self.show_versions))
        panel.text_wanted.connect(guarded(self.show_text))
        panel.story_wanted.connect(guarded(self.step))
        panel.left.connect(self.leave)

    def turn(self) -> None:
        """Open the story of the article on the desk at the quote in focus, or go back to the text."""
        if self.open:
            self.leave()
            return
        article = self._desk.article
        stories = (story.articles for story in self._desk.session.stories.all())
        self._bring_up()
        self.widened.emit(True)
        self._show(next((story for story in stories if article in story), (article,)), self._desk.quote)

    def step(self, steps: int) -> None:
        """Go to the next story that several articles tell, or the one before, and round."""
        stories = self._several()
        if not stories:
            return
        at = stories.index(self._story) if self._story in stories else (-1 if steps > 0 else 0)
        self._show(stories[(at + steps) % len(stories)], "")

    def go(self, article: str, quote: str) -> None:
        """To a quote in its article."""
        self.leave()
        self._desk.focus(article, quote)

    def show_versions(self, article: str, quote: str) -> None:
        """All versions of a quote, side by side."""
        self.go(article, quote)
        self.versions_wanted.emit()

    def show_text(self, column: Column, number: int) -> None:
        """What an outlet's article shares with another of the same text, one after the other, then the cell again."""
        beside = self._matrix.beside(column) if self._matrix else ()
        if number < len(beside):
            here, there = beside[number]
            found = self._desk.session.lines.shared(here.id, there.id)
            text = self._desk.session.article(here.id).text
            told = matrix_words.shared(found, here, there)
            self.panel.detail.tell(told, " […] ".join(place.of(text) for place in found.places_here))
        elif number:
            self.panel.show_cell()
        else:
            self.panel.detail.tell(matrix_words.nothing_shared(column))

    def _show(self, story: tuple[str, ...], quote: str) -> None:
        """Compare a story, and show it at a quote."""
        self._story, self._quote = story, quote
        oldest = self._desk.session.outlined_article(story[0]) if story else None
        self.panel.begin(self._which(), oldest.summary.title if oldest else "")
        self._begin()

    def _begin(self) -> None:
        self._comparing = self._desk.session.matrices.of(self._story)
        self._pause.start()

    def _go_on(self) -> None:
        """Compare for a while; show the story once it is done; nothing where the panel is closed by now."""
        until = perf_counter() + SLICE
        while self.open and perf_counter() < until:
            matrix = next(self._comparing, None)
            if matrix is not None:
                self._matrix = matrix
                self.panel.show_matrix(self._which(), matrix, self._quote)
                return
        if self.open:
            self._pause.start()

    def _follow(self) -> None:
        if self.open:
            if version := self.panel.version():  # else the one that it opens at
                self._quote = version.wording.quote
            self._begin()

    def _close(self) -> None:
        if self.open:
            self._pause.stop()
            super()._close()
            self.widened.emit(False)

    def _several(self) -> list[tuple[str, ...]]:
        """The stories that several articles tell."""
        return [story.articles for story in self._desk.session.stories.all() if len(story.articles) > 1]

    def _which(self) -> str:
        stories = self._several()
        if self._story not in stories:
            return ""
        return f"Story {stories.index(self._story) + 1:,} of {len(stories):,}"
