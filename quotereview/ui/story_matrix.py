"""Between the matrix of a story in the middle of the window, the desk, and the article in whose place it stands."""

from collections.abc import Iterator
from datetime import timedelta
from time import perf_counter

from PySide6.QtCore import QTimer, Signal

from quotereview.model import Story
from quotereview.review.matrix import Column, Matrix
from quotereview.ui import matrix_words
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.instead import Instead
from quotereview.ui.matrix_panel import MatrixPanel, Told
from quotereview.ui.messages import Messages

SLICE = 0.015  # seconds for which quotes are compared before the window looks at its keys again
LIKELY = 8
"""So many articles are offered to be brought in before anything is written."""


class StoryMatrix(Instead[MatrixPanel]):
    """Opens the story of the article on the desk, compares its quotes in slices, and goes from story to story.

    Signals: ``widened`` with whether the matrix takes the room of the whole window; ``versions_wanted`` once a quote is
    in focus whose versions are to be shown side by side.
    """

    widened = Signal(bool)
    versions_wanted = Signal()

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        guarded = messages.guarded
        self._story: Story | None = None
        self._quote = ""
        self._matrix: Matrix | None = None
        self._comparing: Iterator[Matrix | None] = iter(())
        self._opening = QTimer(self, interval=0, singleShot=True)
        self._opening.timeout.connect(guarded(self._open_here, deed=False))
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(guarded(self._go_on, deed=False))
        desk.changed.connect(lambda _: self._follow())
        desk.quote_focused.connect(lambda _: self._close())

    def _make(self) -> MatrixPanel:
        panel, guarded = MatrixPanel(), self._messages.guarded
        panel.quote_wanted.connect(guarded(self.go_to))
        panel.versions_wanted.connect(guarded(self.show_versions))
        panel.text_wanted.connect(guarded(self.show_text))
        panel.story_wanted.connect(guarded(self.step))
        panel.left.connect(self.leave)
        panel.join_wanted.connect(guarded(self.ask_which))
        panel.joined.connect(guarded(self.join))
        panel.part_wanted.connect(guarded(self.part))
        panel.release_wanted.connect(guarded(self.release))
        return panel

    def _open(self) -> None:
        """Open the story of the article on the desk at the quote in focus."""
        self._story, self._matrix = None, None
        self._bring_up()
        self.widened.emit(True)
        self.panel.begin(Told())
        self._opening.start()  # once that is seen: telling the stories takes a moment the first time

    def _open_here(self) -> None:
        if self.panel.isVisible():
            self._show(self._desk.session.stories.of(self._desk.article), self._desk.quote)

    def step(self, steps: int) -> None:
        """Go to the next story that several articles tell, or the one before, and round."""
        stories = self._desk.session.stories.several()
        if not stories:
            return
        at = stories.index(self._story) if self._story in stories else (-1 if steps > 0 else 0)
        self._show(stories[(at + steps) % len(stories)], "")

    def ask_which(self) -> None:
        """Ask which article is to be brought in, those first that appeared next to the story's."""
        first = self._desk.session.articles()
        others = [one for one in first if self._story and one.id not in self._story.articles]
        seen = self._story.timeline.first_seen if self._story else None
        near = sorted(others, key=lambda one: abs(one.published - seen) if one.published and seen else timedelta.max)
        choices = matrix_words.called(others)
        named = {id: name for name, id in choices.items()}
        self.panel.ask_which(choices, [named[one.id] for one in near[:LIKELY]])

    def join(self, article: str) -> None:
        """Bring an article in."""
        if self._story:
            self._take(
                self._desk.session.stories.join(article, self._story.articles[0]), "The article is in this story now."
            )

    def part(self, article: str) -> None:
        """Take an article out."""
        self._take(self._desk.session.stories.part(article), "The article tells a story of its own now.")

    def release(self, article: str) -> None:
        """Leave an article to the story that is proposed for it."""
        self._take(self._desk.session.stories.release(article), "The article is where it is proposed to be.")

    def show_versions(self, article: str, quote: str) -> None:
        """All versions of a quote, side by side."""
        self.go_to(article, quote)
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

    def _show(self, story: Story, quote: str) -> None:
        """Compare a story, and show it at a quote."""
        self._story, self._quote = story, quote
        self.panel.end_question()
        self.panel.begin(self._told())
        self._begin()

    def _begin(self) -> None:
        self._comparing = self._desk.session.matrices.of(self._story.articles if self._story else ())
        self._pause.start()

    def _go_on(self) -> None:
        """Compare for a while, and show the story once it is done; nothing once the panel, or the store, is closed."""
        until = perf_counter() + SLICE
        while self.panel.isVisible() and perf_counter() < until:
            matrix = next(self._comparing, None)
            if matrix is not None:
                self._matrix = matrix
                self.panel.show_matrix(self._told(), matrix, self._quote)
                return
        if self.panel.isVisible():
            self._pause.start()

    def _follow(self) -> None:
        if self.open and self._story:
            if version := self.panel.version():  # else the one that it opens at
                self._quote = version.wording.quote
            self._story = self._story_now()
            self._begin()

    def _close(self) -> None:
        if self.open:
            for timer in (self._opening, self._pause):
                timer.stop()
            self.panel.end_question()
            super()._close()
            self.widened.emit(False)

    def _story_now(self) -> Story | None:
        """The story that holds most of the articles of the one that was shown."""
        before = self._story.articles if self._story else ()
        stories = self._desk.session.stories.all()
        return max(stories, key=lambda story: len({*before} & {*story.articles}), default=None)

    def _told(self) -> Told:
        stories, story = self._desk.session.stories.several(), self._story
        which = f"Story {stories.index(story) + 1:,} of {len(stories):,}" if story in stories else ""
        waiting = self._desk.session.crosscheck.waiting()
        return Told(which, story.name, story.placed, waiting) if story else Told()
