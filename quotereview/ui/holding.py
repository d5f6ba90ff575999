"""Between the quotes that stand in a text, in the middle of the window, the desk, and the article in their place."""

from functools import partial

from quotereview.errors import NotPossible
from quotereview.model import SourceKind
from quotereview.review.change import Change, ChangeKind
from quotereview.review.documents import Grams, Held, Text, hold, in_order, read
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.held_panel import HeldPanel
from quotereview.ui.instead import Instead
from quotereview.ui.jobs import Job, Jobs, raise_fault
from quotereview.ui.messages import Messages


class Holding(Instead[HeldPanel]):
    """Holds the quotes of other articles against the open text, in the background, and keeps it as their evidence."""

    def __init__(self, desk: Desk, jobs: Jobs, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        self._jobs, self._documents = jobs, desk.session.documents
        self._held: list[Held] = []
        self._asked = Job(iter(()), self._held.append, self._end)
        desk.changed.connect(self._follow)
        desk.quote_focused.connect(lambda _: self._close())
        desk.article_opened.connect(lambda _: self._close())

    def _make(self) -> HeldPanel:
        panel, guarded = HeldPanel(), self._messages.guarded
        panel.quote_wanted.connect(guarded(self.go))
        panel.place_wanted.connect(guarded(self.show_place))
        panel.evidence_wanted.connect(guarded(self.keep))
        panel.kind_chosen.connect(guarded(self.mark))
        panel.left.connect(self.leave)
        return panel

    def _open(self) -> None:
        """Show which quotes stand in the open text."""
        self._ask()
        self._bring_up()

    def go(self, held: Held) -> None:
        """To a quote in its article."""
        self.go_to(held.quote.article, held.quote.quote)

    def show_place(self, held: Held) -> None:
        """To the words of the text; raises NotPossible where the quote does not stand in it."""
        if held.place is None:
            raise NotPossible("The words of this quote do not stand in this text; Enter goes to the quote.")
        self.leave()
        self._view.show_place(held.place)

    def keep(self, held: Held) -> None:
        """Keep the text as evidence of a quote; raises NotPossible where the quote does not stand in it."""
        change = self._documents.keep_as_evidence(held)
        self._desk.take(change)
        kept = "Kept as evidence of this quote. Ctrl+Z takes that back."
        self._say("That is kept already." if change.kind is ChangeKind.NOTHING else kept)

    def mark(self, kind: SourceKind | None) -> None:
        """Say what the text is: an article (None), or which kind of document."""
        self._desk.take(self._documents.mark(self._desk.article, kind))

    def _follow(self, change: Change) -> None:
        if self.open and self._desk.article in change.articles:
            self.panel.show_kind(self._documents.kind(self._desk.article))

    def _ask(self) -> None:
        article = self._desk.article
        self.panel.show_looking(self._desk.session.article(article).headline or "")
        self.panel.show_kind(self._documents.kind(article))
        self._asked.stop()
        text = self._documents.text(article)
        self._asked = self._jobs.run(Job(read(text), partial(self._hold, text), raise_fault), urgent=True)

    def _hold(self, text: Text, grams: Grams) -> None:
        """Hold the quotes that may stand in a text against it, in the background."""
        self._held = []
        held = hold(self._documents.gather(text, grams))
        self._asked = self._jobs.run(Job(held, self._held.append, self._end), urgent=True)

    def _end(self, fault: Exception | None) -> None:
        raise_fault(fault)
        if self.open and not self._asked.stopped:
            self.panel.show_held(in_order(self._held))
