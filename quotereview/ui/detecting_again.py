"""Detects articles that are there once more, one by one in the background; the session takes each in as it comes."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from quotereview.errors import KnownError, NotPossible, StoreFault
from quotereview.model import Article, Stretch
from quotereview.review.change import Change, ChangeKind
from quotereview.review.ingest import Detector, Read, Refused, detect_again
from quotereview.review.listed import listed
from quotereview.review.reshaping import Marking
from quotereview.ui.batches import Gathering, Repetition
from quotereview.ui.desk import Desk
from quotereview.ui.jobs import Job, Jobs

LABEL = "Detect this article again"
BRINGING_BLOCKS = frozenset({ChangeKind.ARTICLES, ChangeKind.EDITIONS})
"""By what an article may come to have blocks that another one had."""


class DetectingAgain(QObject):
    """Goes through articles; one in which the editor shapes words meanwhile comes once more.

    Signals: ``progressed`` with the Headway; ``ended`` with the Repetition; ``failed`` with a sentence.
    """

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, detector: Callable[[], Detector], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._detector = desk, jobs, detector
        self._left = deque[str]()
        self._looked_at = set[tuple[str, tuple[Stretch, ...]]]()
        self._batch: Repetition | None = None
        self._job: Job | None = None
        self._gathering = Gathering(desk, self)
        self._gathering.progressed.connect(self.progressed)
        desk.changed.connect(self._follow)

    @property
    def running(self) -> bool:
        """Whether articles are being detected again."""
        return self._batch is not None

    @property
    def label(self) -> str:
        """What the menu says of the article on the desk."""
        why = self._desk.session.again.why_due(self._desk.article)
        return f"{LABEL} ({why})" if why else LABEL

    def article(self) -> None:
        """The article on the desk; raises NotPossible without one, and while others are detected."""
        self._begin([self._desk.article] if self._desk.article else [])

    def all(self) -> None:
        """All articles, in the order of the list; raises NotPossible as ``article`` does."""
        self._begin([one.id for one in listed(self._desk.session.articles())])

    def blocks(self) -> None:
        """Articles with blocks that were made body, and in which nobody has looked since; one refused is left alone."""
        session = self._desk.session
        if self.running or session.apart.under_way:
            return
        unread = {(article, session.article(article).zones) for article in session.again.unread()} - self._looked_at
        self._looked_at |= unread
        if unread:
            self._begin([article for article, _ in unread], by_itself=True)

    def stop(self) -> None:
        """Detect no more; what was taken in stays."""
        self._left.clear()
        if self._batch is not None and self._job is not None:
            self._batch.stopped = True
            self._job.stop()

    def _follow(self, change: Change) -> None:
        if change.kind in BRINGING_BLOCKS or change.elsewhere:
            self.blocks()

    def _begin(self, articles: Sequence[str], *, by_itself: bool = False) -> None:
        if not articles:
            raise NotPossible("There is no article to detect again; add some first.")
        if self.running:
            raise NotPossible("Articles are being detected again already; wait for them, or stop that first.")
        self._desk.session.blind.refuse()
        self._left = deque(articles)
        self._batch = Repetition(files=len(articles), by_itself=by_itself)
        self._next(self._batch)

    def _next(self, batch: Repetition) -> None:
        """Give the next article to the worker; one that was removed meanwhile is left out."""
        session = self._desk.session
        while self._left:
            wanted = self._left.popleft()
            try:
                article, marking = session.article(wanted), session.again.marking(wanted)
            except NotPossible:
                batch.files -= 1
                continue
            self._gathering.note(batch.headway(_name(article)))
            keep, end = partial(self._keep, batch, article, marking), partial(self._go_on, batch)
            self._job = self._jobs.run(Job(self._detected(article, marking), keep, end), urgent=batch.files == 1)
            return
        self._end(batch)

    def _detected(self, article: Article, marking: Marking) -> Iterator[Read | Refused]:
        yield detect_again(article, marking, self._detector)

    def _keep(self, batch: Repetition, article: Article, marking: Marking, outcome: Read | Refused) -> None:
        if isinstance(outcome, Refused):
            batch.refused.append(outcome)
            return
        again = self._desk.session.again
        try:
            if (again.marking(article.id), self._desk.session.article(article.id).zones) != (marking, article.zones):
                self._left.appendleft(article.id)
                return
            change = again.keep(article.id, outcome.detection, by_itself=batch.by_itself)
            batch.otherwise += len(again.differences(article.id))
        except StoreFault as fault:
            self._break_off(batch, fault)
        except NotPossible as refusal:
            batch.refused.append(Refused(article.name, str(refusal)))
        else:
            batch.again += 1
            if change.kind is not ChangeKind.NOTHING:
                self._gathering.take(change)

    def _go_on(self, batch: Repetition, fault: Exception | None) -> None:
        if isinstance(fault, KnownError):
            self._break_off(batch, fault)
        if fault is None or isinstance(fault, KnownError):
            self._next(batch)
            return
        self._break_off(batch, None)
        self._end(batch)
        raise fault

    def _break_off(self, batch: Repetition, fault: KnownError | None) -> None:
        batch.failed = True
        self._left.clear()
        if fault is not None:
            self.failed.emit(str(fault))

    def _end(self, batch: Repetition) -> None:
        self._batch = self._job = None
        self._gathering.tell()
        self.ended.emit(batch)
        self.blocks()


def _name(article: Article) -> str:
    return article.headline or article.name
