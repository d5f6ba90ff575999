"""Between the words from elsewhere in the middle of the window, the desk, and the article in whose place they stand."""

from collections.abc import Iterator

from quotereview.review.elsewhere import Gathered, Stood, weigh
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.elsewhere_panel import ElsewherePanel
from quotereview.ui.instead import Instead
from quotereview.ui.jobs import Job, Jobs
from quotereview.ui.messages import Messages


class Seeking(Instead):
    """Looks for words that somebody gives, in the background, and goes to where they stand."""

    def __init__(self, desk: Desk, jobs: Jobs, centre: Centre, view: ArticleView, messages: Messages) -> None:
        self.panel = ElsewherePanel()
        super().__init__(desk, self.panel, centre, view, messages)
        self._jobs, self._asked = jobs, Job(iter(()), self.panel.show_found, _raise)
        desk.quote_focused.connect(lambda _: self._close())
        self.panel.asked.connect(messages.guarded(self.seek))
        self.panel.chosen.connect(messages.guarded(self.go))
        self.panel.left.connect(self.leave)

    def begin(self) -> None:
        """Ask for words; those that are selected in the text are looked for at once."""
        selected = None if self.open else self._view.selection()
        words = selected.of(self._desk.session.article(self._desk.article).text) if selected else ""
        self._bring_up()
        self.panel.begin(words)
        if words:
            self.seek(words)

    def seek(self, words: str) -> None:
        """Look for words; raises NotPossible where there is none."""
        gathered = self._desk.session.elsewhere.gather(words)
        self._asked.stop()
        self.panel.show_looking()
        self._asked = self._jobs.run(Job(_weighed(gathered), self.panel.show_found, _raise), urgent=True)

    def go(self, stood: Stood) -> None:
        """To the quote in which the words stand, or to the place in the text of an article."""
        there = stood.match.there
        self.leave()
        if stood.place is None:
            self._desk.focus(there.article, there.quote)
        else:
            self._desk.open_article(there.article)
            self._view.show_place(stood.place)


def _weighed(gathered: Gathered) -> Iterator[tuple[Stood, ...]]:
    yield weigh(gathered)


def _raise(fault: Exception | None) -> None:
    if fault is not None:
        raise fault
