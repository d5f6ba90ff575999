"""Between articles that may be newer editions, the line that asks about them, and the panel that compares them."""

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QTimer, Signal

from quotereview.errors import NotPossible
from quotereview.review.change import Change, ChangeKind
from quotereview.review.editions import Aside, Likely
from quotereview.ui import editions_words
from quotereview.ui.article_view import ArticleView
from quotereview.ui.batches import Batch
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.editions_panel import EditionsPanel
from quotereview.ui.instead import Instead
from quotereview.ui.messages import Messages, Question

SLICE = 0.015  # seconds for which articles are looked at before the window looks at its keys again
TELLING = frozenset({ChangeKind.ARTICLES, ChangeKind.DETAILS, ChangeKind.EDITIONS, ChangeKind.RULINGS})
"""What may change whether there is something to ask."""

NOTHING = "No other article looks like another edition of this one."
NO_LIKE = "No quote of this edition is like it: rule on the one that is meant, then leave this ruling with X."


class NewerEditions(Instead[EditionsPanel]):
    """Asks about articles that were loaded or opened, and keeps what the editor says.

    After a large batch it takes a while: ``pause`` times out when it is to be worked on again, by ``go_on``.
    Signals: ``lot_wanted`` when there are several to ask about; ``done`` when one was looked at.
    """

    lot_wanted = Signal()
    done = Signal()

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        self.question = Question("Editions of one article", "Compare")
        self._key = ""
        self._to_look_at: list[str] = []
        self._found: list[Likely] = []
        self._asked_about: set[str] = set()
        self._dismissed: set[tuple[str, str]] = set()
        self._shown: Likely | None = None
        self._waits = False
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        desk.article_opened.connect(lambda _: self._follow_article())
        desk.changed.connect(self._follow)
        self.question.dismissed.connect(self._dismiss)
        self.question.answer_wanted.connect(messages.guarded(self.turn))
        self.pause.timeout.connect(messages.guarded(self.go_on, deed=False))

    def hint(self, key: str) -> None:
        """Say which key compares editions."""
        self._key = key

    def _make(self) -> EditionsPanel:
        panel, guarded = EditionsPanel(), self._messages.guarded
        panel.left.connect(self.finish)
        panel.taken.connect(guarded(self.take_over))
        panel.kept_apart.connect(guarded(self.keep_apart))
        panel.applied.connect(guarded(self.apply))
        panel.left_out.connect(guarded(self.leave_out))
        return panel

    def wait(self, other: bool) -> None:
        """Ask nothing while something other is being asked for, which needs the room."""
        self._waits = other
        self._ask()

    # Looking for editions

    def look_after(self, batch: Batch) -> None:
        """After a batch: look which of its articles may be newer editions, and ask about them in a line."""
        self._to_look_at += batch.read
        self.go_on()

    def go_on(self) -> None:
        """Look at a few articles, and ask when all are looked at."""
        until = perf_counter() + SLICE
        while self._to_look_at:
            self._note(self._to_look_at.pop())
            if perf_counter() > until:
                self.pause.start()
                return
        self._ask()

    # What the keys do

    def turn(self) -> None:
        """Show what there is to decide, of the open article first, of several others together; or go back to the text.

        Raises NotPossible where there is nothing.
        """
        if self.open:
            self.finish()
            return
        article = self._desk.article
        if asides := self._asides():
            self._show_asides(asides)
        elif len(found := self.found()) > 1 or any(one.same_text for one in found):
            self.lot_wanted.emit()
        elif likely := self._desk.session.editions.likely(article) or next(iter(self._found), None):
            self.show_likely(likely)
        else:
            raise NotPossible(NOTHING)

    def found(self) -> list[Likely]:
        """What there is to ask about, and nobody has put off."""
        return [one for one in self._found if one.ids not in self._dismissed]

    def put_off(self, later: Sequence[Likely]) -> None:
        """Ask about these no more, until the store is opened again."""
        self._dismissed |= {one.ids for one in later}
        self._ask()

    def finish(self) -> None:
        """Back to the text, or to the others that are asked about."""
        self.leave()
        self.done.emit()

    def take_over(self) -> None:
        """The newer article takes over what holds of the older one; go on with what waits."""
        likely = self._shown
        if likely is None:
            return
        self._close()
        change = self._desk.session.editions.take_over(likely.article.id, likely.older.id)
        self._desk.take(change)
        self._desk.open_article(likely.article.id)
        self._say(f"{change.label[0].upper()}{change.label[1:]}. Ctrl+Z takes that back.")
        if asides := self._asides():
            self._show_asides(asides)
        else:
            self.finish()

    def keep_apart(self) -> None:
        """The two articles stay two, and nobody is asked again."""
        likely = self._shown
        if likely is None:
            return
        self._desk.take(self._desk.session.editions.keep_apart(likely.article.id, likely.older.id))
        self.finish()
        self._say("Both articles stay, each for itself. Ctrl+Z takes that back.")

    def apply(self, aside: Aside) -> None:
        """A ruling that waits holds for the quote beside it; raises NotPossible where there is none."""
        if aside.like is None:
            raise NotPossible(NO_LIKE)
        self._desk.take(self._desk.session.editions.apply(self._desk.article, aside.ruled.id, aside.like.id))

    def leave_out(self, aside: Aside) -> None:
        """A ruling that waits does not hold in this edition."""
        self._desk.take(self._desk.session.editions.leave(self._desk.article, aside.ruled.id))

    # Showing

    def show_likely(self, likely: Likely) -> None:
        """Compare two articles quote by quote."""
        session = self._desk.session
        self._desk.open_article(likely.article.id)
        self._shown = likely
        self.panel.show_comparison(likely, session.editions.compare(likely.article.id, likely.older.id))
        self._stand_in_the_middle()

    def _show_asides(self, asides: Sequence[Aside]) -> None:
        self._shown = None
        self.panel.show_asides(self._desk.session.editions.standing(self._desk.article), asides)
        self._stand_in_the_middle()

    def _stand_in_the_middle(self) -> None:
        self._bring_up()
        self._ask()

    def _close(self) -> None:
        super()._close()
        self._shown = None
        self._ask()

    def _follow_article(self) -> None:
        self._close()
        if self._desk.article:
            self._note(self._desk.article)
        self._ask()

    def _follow(self, change: Change) -> None:
        if change.kind not in TELLING:
            return
        if change.kind is not ChangeKind.RULINGS:
            self._look_again(change)
        if self.open and self._shown is None:
            self._go_on_asking()
        elif change.kind is not ChangeKind.RULINGS or self._desk.article in change.articles:
            self._ask()

    def _look_again(self, change: Change) -> None:
        """Look at what was asked about, and changed, once more, and at what no batch of this window's tells of."""
        self._found = [one for one in self._found if set(change.articles).isdisjoint(one.ids)]
        told = change.elsewhere and change.kind is ChangeKind.ARTICLES
        again = [one for one in change.articles if told or one in self._asked_about or one == self._desk.article]
        self._to_look_at += reversed(again)  # the last is looked at first
        self.go_on()

    def _go_on_asking(self) -> None:
        """Show what still waits, or go back to the text when nothing does."""
        if asides := self._asides():
            self._show_asides(asides)
        else:
            self.finish()
            self._say("Every ruling on the older edition is looked at.")

    def _note(self, article: str) -> None:
        likely = self._desk.session.editions.likely(article)
        if likely and all(likely.ids != one.ids for one in self._found):
            self._found.append(likely)
            self._asked_about |= set(likely.ids)

    def _asides(self) -> Sequence[Aside]:
        article = self._desk.article
        return self._desk.session.editions.asides(article) if article else ()

    def _dismiss(self) -> None:
        self.put_off(self._found)
        self.question.hide()

    def _ask(self) -> None:
        """Ask as long as there is something to ask and it is not being looked at."""
        found = self.found()
        waiting = len(self._asides())
        if self.open or self._waits or not (found or waiting):
            self.question.hide()
        elif waiting:
            self.question.ask(editions_words.waiting(waiting, self._key))
        else:
            self.question.ask(editions_words.titles(found, self._key))
