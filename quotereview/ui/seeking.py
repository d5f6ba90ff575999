"""Between the words from elsewhere in the middle of the window, the desk, and the article in whose place they stand."""

from collections.abc import Iterator

from quotereview.review.elsewhere import Gathered, Stood, weigh
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.elsewhere_panel import ElsewherePanel
from quotereview.ui.instead import Instead
from quotereview.ui.jobs import Job, Jobs, raise_fault
from quotereview.ui.messages import Messages


class Seeking(Instead[ElsewherePanel]):
    """Looks for words that somebody gives, in the background, and goes to where they stand."""

    def __init__(self, desk: Desk, jobs: Jobs, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        self._jobs, self._asked = jobs, Job(iter(()), self._show, raise_fault)
        desk.quote_focused.connect(lambda _: self._close())

    def _make(self) -> ElsewherePanel:
        panel, guarded = ElsewherePanel(), self._messages.guarded
        panel.asked.connect(guarded(self.seek))
        panel.chosen.connect(guarded(self.go))
        panel.left.connect(self.leave)
        return panel

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
        self._asked = self._jobs.run(Job(_weighed(gathered), self._show, raise_fault), urgent=True)

    def go(self, stood: Stood) -> None:
        """To the quote in which the words stand, or to the place in the text of an article."""
        there = stood.match.there
        self.leave()
        if stood.place is None:
            self._desk.focus(there.article, there.quote)
        else:
            self._desk.open_article(there.article)
            self._view.show_place(stood.place)

    def _show(self, found: tuple[Stood, ...]) -> None:
        self.panel.show_found(found)


def _weighed(gathered: Gathered) -> Iterator[tuple[Stood, ...]]:
    yield weigh(gathered)
