"""The quote in focus and the verbs upon it: between the actions of the window and the session's verbs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal, SignalInstance

from quotereview.errors import NotPossible, SpeakerMissing
from quotereview.model import OutlinedArticle, SourceKind, SpeakerType, StandingQuote, Verdict
from quotereview.review.apart import Deed
from quotereview.review.bulk import BulkOffer
from quotereview.review.change import Change, ChangeKind
from quotereview.review.filtering import Filter
from quotereview.review.listed import listed
from quotereview.review.news import of_others
from quotereview.review.queue import Counts, Order, QueueItem
from quotereview.review.session import Session
from quotereview.ui import news
from quotereview.ui.apart import Apart
from quotereview.ui.bookmark import Bookmark
from quotereview.ui.when import NOT_NOW, When

MOVING = frozenset({ChangeKind.ARTICLES, ChangeKind.QUOTES, ChangeKind.DETECTED})
"""What may take away the ground on which the focus stands."""
REQUEUED = MOVING | {
    ChangeKind.DETAILS,
    ChangeKind.RULINGS,
    ChangeKind.PEOPLE,
    ChangeKind.MATCHES,
    ChangeKind.COMPARED,
    ChangeKind.STORIES,
}
OF_ARTICLES = frozenset({ChangeKind.CLOSING, ChangeKind.DETECTED})
"""What is done to an article as a whole, so that any place in it will do to show it."""


class Desk(QObject):
    """Holds the focus (an article, a quote in it or none) and moves it; every change of the data goes through ``take``.

    Signals: ``article_opened`` with its id, or nothing when none is left; ``quote_focused`` with its id, or nothing;
    ``changed`` with the session's Change; ``settled`` at the end of each deed that may have moved any of them, for
    whoever shows the whole state and need not look in between; ``speaker_wanted`` when the quote in focus waits for
    a name; ``speaker_corrected`` and ``source_corrected`` with the id of a quote for which the editor named somebody
    or something else; ``told`` with what a key did, or why it did nothing, where that is not plain to see;
    ``others_acted`` with what others did at the store, act by act, once it is shown.
    """

    article_opened = Signal(str)
    quote_focused = Signal(str)
    changed = Signal(object)
    settled = Signal()
    queue_changed = Signal()
    speaker_wanted = Signal()
    told = Signal(str)
    others_acted = Signal(object)
    speaker_corrected = Signal(str)
    source_corrected = Signal(str)

    def __init__(
        self, session: Session, order: Order, parent: QObject | None = None, apart: Apart | None = None
    ) -> None:
        """``apart`` does in the background what is upon much; without it all is done at once."""
        super().__init__(parent)
        self.session = session
        self.bookmark = Bookmark(session, self)
        self._apart = apart
        self._queue = session.queue(order)
        self.article = ""
        self.quote = ""
        self._ruled_meanwhile = ""
        self._deeds = 0
        self._known = self._articles_now()

    @property
    def items(self) -> tuple[QueueItem, ...]:
        """The queue in its order, decided quotes among the open ones, hidden ones among those that the filter shows."""
        return self._queue.items

    @property
    def order(self) -> Order:
        """How the queue is ordered."""
        return self._queue.order

    @property
    def filter(self) -> Filter:
        """Which of its quotes are shown."""
        return self._queue.filter

    def holds(self, quote: str) -> bool:
        """Whether a quote is in the queue, shown or hidden."""
        return self._queue.place(quote) is not None

    def shows(self, article: str) -> bool:
        """Whether the filter shows any quote of an article."""
        return self._queue.shows(article)

    def counts(self) -> Counts:
        """How many quotes are left, shown and there."""
        return self._queue.counts()

    def standing(self) -> StandingQuote | None:
        """The quote in focus, as it stands."""
        return self.session.quote(self.quote) if self.quote else None

    def place_in_article(self) -> tuple[int, int]:
        """Which of the article's quotes the focus is, from 1 (0 for none), and how many there are."""
        of_article = [quote.id for quote in self.session.contents(self.article).asked]
        at = of_article.index(self.quote) + 1 if self.quote in of_article else 0
        return at, len(of_article)

    def start(self) -> None:
        """Go to the place where the editor left off, else to the first open quote, else to the first article."""
        place = self.session.place()
        if place is not None and self._queue.item(place[1]):
            self.focus(*place)
        elif not self.go_on():
            self._open_first(self._listed())

    # Moving

    def focus(self, article: str, quote: str) -> None:
        """Put an article on the desk and one of its quotes, or none (empty), in focus; the place is kept."""
        moved_article = article != self.article
        if quote != self.quote:
            self._ruled_meanwhile = ""
        with self._deed():
            self.article, self.quote = article, quote
            if moved_article:
                self.article_opened.emit(article)
            self.quote_focused.emit(quote)
        if article and quote:
            self.bookmark.put(article, quote)

    def focus_quote(self, quote: str) -> None:
        """Put a quote of the article on the desk in focus."""
        self.focus(self.article, quote)

    def open_article(self, article: str) -> None:
        """Put an article on the desk, at its first open quote, else at its first."""
        if article == self.article:
            return
        self.focus(article, self._queue.best(article))

    def step(self, steps: int) -> None:
        """Move along what the filter shows of the queue, decided quotes included, without going round."""
        if item := self._queue.stepped(self._position(steps), steps):
            self._go(item)
        else:
            self.told.emit(f"No quote comes {'after' if steps > 0 else 'before'} this one.")

    def step_article(self, steps: int) -> None:
        """Move along the list of articles, without going round."""
        if articles := self._listed():
            at = articles.index(self.article) + steps if self.article in articles else 0
            wanted = articles[min(max(at, 0), len(articles) - 1)]
            if wanted == self.article:
                self.told.emit(f"This is the {'last' if steps > 0 else 'first'} article.")
            self.open_article(wanted)

    def go_on(self) -> bool:
        """Move to the next open quote that the filter shows, then to the unread; stay, and say False, without any."""
        item = self._queue.following(self.quote)
        if item is None:
            return False
        self._go(item)
        return True

    def ahead(self) -> tuple[QueueItem, ...]:
        """What the filter shows of the queue, from the quote after the one in focus round to the one before it."""
        return self._queue.ahead(self.quote)

    def set_order(self, order: Order) -> None:
        """Order the queue otherwise; the focus stays where it is."""
        self._queue.set_order(order)
        self.queue_changed.emit()

    def set_filter(self, chosen: Filter) -> None:
        """Show other quotes of the queue; the focus stays where it is, also at one that is hidden now."""
        self._queue.set_filter(chosen)
        self.queue_changed.emit()

    def tell_hidden(self) -> None:
        """Say so if the filter does not show the quote in focus, before the editor rules on it as if it did."""
        if self.quote and self._queue.shown and self.quote not in self._queue.shown:
            self.told.emit("The filter does not show this quote; G goes to the next one that it shows.")

    # Ruling

    def confirm(self) -> None:
        """What stands is right; go on. Where nobody is named, stay and ask for the speaker: raises SpeakerMissing."""
        try:
            self._rule_and_go_on(self.session.confirm)
        except SpeakerMissing:
            self.speaker_wanted.emit()
            raise

    def reject(self) -> None:
        """These words are no quote; go on."""
        self._rule_and_go_on(self.session.reject)

    def dispute(self) -> None:
        """The attribution is disputed; go on."""
        self._rule_and_go_on(lambda quote: self.session.rule(quote, Verdict.DISPUTED))

    def cannot_verify(self) -> None:
        """It cannot be verified; go on."""
        self._rule_and_go_on(lambda quote: self.session.rule(quote, Verdict.CANNOT_VERIFY))

    def pick(self, rank: int) -> None:
        """Another candidate spoke; stays at the quote."""
        self._correct(self.speaker_corrected, lambda quote: self.session.pick(quote, rank))

    def set_speaker(self, name: str, type: SpeakerType | None = None) -> None:
        """Somebody else spoke, of the type that goes with the name if none is given; stays at the quote."""
        self._correct(self.speaker_corrected, lambda quote: self.session.set_speaker(quote, name.strip(), type))

    def repeat(self) -> None:
        """The same as the quote before; go on."""
        with self._deed():
            self._correct(self.speaker_corrected, self.session.repeat.repeat)
            self.go_on()

    def set_source(self, name: str, kind: SourceKind | None) -> None:
        """The words came by another carrier, or by none (empty); stays at the quote."""
        self._correct(self.source_corrected, lambda quote: self.session.set_source(quote, name.strip() or None, kind))

    def end_reach(self) -> None:
        """The source holds no longer from this quote on; stays at it."""
        self._rule(self.session.reaches.end)

    def stretch_reach(self) -> None:
        """The nearest source above holds up to this quote; stays at it."""
        self._rule(self.session.reaches.stretch)

    def drag_reach(self, last: str) -> None:
        """The source of the quote in focus holds up to another quote (its id); stays at it."""
        self._rule(lambda quote: self.session.reaches.end_with(quote, last))

    def set_note(self, note: str) -> None:
        """Keep a note with the quote; stays at it."""
        self._rule(lambda quote: self.session.set_note(quote, note.strip()))

    def set_reason(self, reason: str) -> None:
        """Say why the verdict is so; stays at the quote."""
        self._rule(lambda quote: self.session.proof.explain(quote, reason))

    def reopen(self) -> None:
        """Take a ruling back by a new one that leaves the quote open; stays at it."""
        self._rule(self.session.reopen)

    def compare_unread(self) -> Iterator[None]:
        """Get ready to offer what the filter shows, a quote at each step."""
        return self.session.bulk.compare(self._queue.shown)

    def offer_unread(self, threshold: float) -> BulkOffer:
        """What of the quotes that the filter shows may be accepted unread from a confidence on."""
        return self.session.bulk.offer(threshold, self._queue.shown)

    def undo(self) -> None:
        """Put the state before the last change back, and go where it was."""
        self._go_back(self.session.apart.undoing(), "undoing", "Undone")

    def redo(self) -> None:
        """Do again what was undone, and go where it was."""
        self._go_back(self.session.apart.redoing(), "doing again", "Done again")

    def do(self, deed: Deed, what: str, then: Callable[[Change], object]) -> None:
        """Do a deed, such as "accepting 2,000 quotes", upon much in the background; ``then`` takes its change."""
        if self._apart is None:
            then(deed.verb(self.session))
        elif self._apart.do(deed, what, then):
            self.told.emit(f"{what[0].upper()}{what[1:]} is under way …")

    def take(self, change: Change) -> None:
        """Bring queue, views and focus up to a change that a verb made."""
        at = self._position(1) if change.kind in MOVING else 0
        self._known.update(self._articles_now(change.articles))
        with self._deed():
            if change.kind in REQUEUED:
                self._queue.follow(change)
            if change.kind in MOVING:
                self._stay_on_ground(at)
            self.changed.emit(change)

    def look_again(self) -> None:
        """Show what another program has written to the store meanwhile, such as another window at the same one."""
        if self.session.apart.under_way:  # what is done apart is this editor's own
            return
        acts = self.session.look_again()
        if not acts:
            return
        now = self._articles_now()
        changed = [id for id in self._known.keys() | now.keys() if self._known.get(id) is not now.get(id)]
        self._known = now
        self._ruled_meanwhile = news.ruler(acts, self.quote, self.session.editor) or self._ruled_meanwhile
        self.take(of_others(acts, changed))
        self.others_acted.emit(acts)

    def heed(self, quote: str) -> None:
        """Refuse a ruling on the quote in focus, once, where others ruled on it meanwhile: raises NotPossible.

        What they ruled may have come a moment before the key, or behind an open field; a blind read overrules nobody.
        """
        if quote != self.quote or self.session.blind.read is not None:
            return
        who, self._ruled_meanwhile = self._ruled_meanwhile, ""
        if who:
            raise NotPossible(f"{who} ruled on this quote meanwhile: look, then press again.")

    def follow(self, change: Change) -> None:
        """Take a change and put what it was about in focus."""
        with self._deed():
            self.take(change)
            self._go_to(change)

    @contextmanager
    def _deed(self) -> Iterator[None]:
        """Tell that all is settled once, at the end of what is done, however many steps it has."""
        self._deeds += 1
        try:
            yield
        finally:
            self._deeds -= 1
            if not self._deeds:
                self.settled.emit()

    def _go_to(self, change: Change) -> None:
        if change.kind is ChangeKind.STORIES:  # nothing in a text shows it
            return
        if change.kind in OF_ARTICLES:
            self.open_article(change.articles[0])
            return
        first = self.quote if self.quote in change.quotes else next(iter(change.quotes), "")
        if item := self._queue.item(first):
            self._go(item)

    def _listed(self) -> list[str]:
        """The ids of the articles in the order of their list."""
        return [summary.id for summary in listed(self.session.articles())]

    def _articles_now(self, articles: Iterable[str] | None = None) -> dict[str, OutlinedArticle | None]:
        """All articles as they stand, or some of them."""
        if articles is None:
            return {one.id: one for one in self.session.outlined()}
        return {article: self.session.outlined_article(article) for article in articles}

    def _rule_and_go_on(self, verb: Callable[[str], Change]) -> None:
        with self._deed():
            self._rule(verb)
            self.go_on()

    def _go_back(self, deed: Deed, doing: str, done: str) -> None:
        """Undo or do again, show what that changed, and say what it was."""
        label = deed.step.label if deed.step else ""

        def shown(change: Change) -> None:
            self.follow(change)
            self.told.emit(f"{done}: {label}")

        self.do(deed, f"{doing} “{label}”", shown)

    def _rule(self, verb: Callable[[str], Change]) -> None:
        if not self.quote:
            raise NotPossible(NOT_NOW[When.FOCUS])
        self.heed(self.quote)
        self.take(verb(self.quote))

    def _correct(self, corrected: SignalInstance, verb: Callable[[str], Change]) -> None:
        quote = self.quote
        self._rule(verb)
        corrected.emit(quote)

    def _go(self, item: QueueItem) -> None:
        self.focus(item.article, item.quote)

    def _position(self, steps: int) -> int:
        """Where in the queue a step begins; from a quote outside the queue, at the edge of its article."""
        place = self._queue.place(self.quote)
        return self._queue.edge(self.article) - (1 if steps > 0 else 0) if place is None else place

    def _stay_on_ground(self, at: int) -> None:
        """Leave an article or a quote that is no longer there; ``at`` is where in the queue it was."""
        articles = self._listed()
        if self.article not in articles:
            self._open_first(articles)
        elif self.quote and self.quote not in {quote.id for quote in self.session.quotes(self.article)}:
            self._leave_quote(at)

    def _open_first(self, articles: Sequence[str]) -> None:
        """Open the first article in which there is a quote to review, else the first of all."""
        if articles:
            self.open_article(next(filter(self._queue.best, articles), articles[0]))
        else:
            self.focus("", "")

    def _leave_quote(self, at: int) -> None:
        self.focus(self.article, self._queue.nearest(self.article, at))
