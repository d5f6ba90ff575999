"""Takes in articles and added quotes: the worker reads and detects, the session keeps each as it comes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from quotereview.errors import KnownError, NotPossible
from quotereview.model import Article, Detection, Span
from quotereview.review.change import Change, ChangeKind
from quotereview.review.ingest import Detector, Pasted, Read, Refused, count_files, detect_marked, read_and_detect
from quotereview.review.reshaping import Draft, Marking
from quotereview.ui import listing
from quotereview.ui.desk import Desk
from quotereview.ui.jobs import Job, Jobs

PAUSE = 500
"""Milliseconds for which the window is left alone before it takes in what came meanwhile."""


@dataclass
class Batch:
    """What became of the inputs so far; ``files`` is how many there are, ``known`` how many were there already.

    ``stopped`` by the editor, or ``failed`` because reading could not go on, it tells of those before.
    """

    files: int = 0
    read: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    known: int = 0
    stopped: bool = False
    failed: bool = False

    @property
    def done(self) -> int:
        """How many articles came to an end, well or not."""
        return len(self.read) + len(self.refused) + self.known

    def headway(self, name: str) -> "Headway":
        """How far it is, with the article that came last."""
        count = f"{self.done} of {self.files}" if self.done <= self.files else f"{self.done}"
        return Headway(f"Reading {count} — {name}", self.done, self.files)

    def summary(self) -> str:
        """What came of it, in the editor's words."""
        known = f", {self.known} there already" if self.known else ""
        refused = f", {len(self.refused)} refused" if self.refused else ""
        cut_short = "Stopped: " if self.stopped else "Broken off: " if self.failed else ""
        return f"{cut_short}{len(self.read)} read{known}{refused}"


@dataclass(frozen=True)
class Headway:
    """The progress of reading in the editor's words and in numbers."""

    line: str
    done: int = 0
    files: int = 0


class Intake(QObject):
    """Articles, added quotes and reshaped ones on their way into the session.

    Signals: ``progressed`` with the Headway; ``batch_ended`` with the Batch; ``failed`` with a sentence.
    """

    progressed = Signal(object)
    batch_ended = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, detector: Callable[[], Detector], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._detector = detector
        self._batches: list[tuple[Batch, Job]] = []
        self._came: list[Change] = []
        self._headway: Headway | None = None
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._tell)

    @property
    def reading(self) -> bool:
        """Whether articles are being read."""
        return bool(self._batches)

    def warm_up(self) -> None:
        """Load the language model in the background, so that the first article need not wait for it."""
        self._jobs.run(Job(self._loading(), on_item=lambda _: None, on_end=self._end))

    def add(self, inputs: Sequence[Path | Pasted]) -> None:
        """Read files, folders and pasted texts in the background."""
        batch = Batch()
        job = Job(
            self._outcomes(inputs), lambda outcome: self._take(batch, outcome), lambda fault: self._close(batch, fault)
        )
        self._batches.append((batch, job))
        self.progressed.emit(Headway("Reading …"))
        self._jobs.run(job)

    def stop(self) -> None:
        """Read no more; what was read stays."""
        for batch, job in self._batches:
            batch.stopped = True
            job.stop()

    def add_quote(self, span: Span | None) -> None:
        """Make selected words of the article on the desk a quote, with candidates of its own, and put it in focus."""
        if span is None or not self._desk.article:
            raise NotPossible("Select the words of the missed quote in the article first, then press Q.")
        article = self._desk.session.article(self._desk.article)
        marking = self._desk.session.spans.marking_of(article.id, span)
        keep = partial(self._keep_added, article, span)
        self._jobs.run(Job(self._detections(article, marking), keep, self._end), urgent=True)

    def reshape(self, quote: str, draft: Draft) -> None:
        """Keep a quote as an editor shaped it, with candidates anew where its words have changed."""
        session = self._desk.session
        keep = partial(self._keep_shaped, quote, draft)
        if marking := session.spans.marking(quote, draft):
            article = session.article(session.quote(quote).article)
            self._jobs.run(Job(self._detections(article, marking), keep, self._end), urgent=True)
        else:
            keep(None)

    # In the worker

    def _loading(self) -> Iterator[None]:
        self._detector()
        yield None

    def _outcomes(self, inputs: Sequence[Path | Pasted]) -> Iterator[int | Read | Refused]:
        yield count_files(inputs)
        yield from read_and_detect(inputs, self._detector)

    def _detections(self, article: Article, marking: Marking) -> Iterator[Detection]:
        yield detect_marked(article, marking, self._detector)

    # In the window

    def _take(self, batch: Batch, outcome: int | Read | Refused) -> None:
        if isinstance(outcome, int):
            batch.files = outcome
        elif isinstance(outcome, Refused):
            batch.refused.append(outcome)
            self._note_headway(batch.headway(Path(outcome.path).name))
        else:
            self._keep(batch, outcome)

    def _keep(self, batch: Batch, read: Read) -> None:
        try:
            change = self._desk.session.keep(read)
        except KnownError as fault:
            batch.refused.append(Refused(read.article.name, str(fault)))
        else:
            self._note(batch, read, change)
        self._note_headway(batch.headway(_name(read.article)))

    def _note(self, batch: Batch, read: Read, change: Change) -> None:
        if change.kind is ChangeKind.NOTHING:
            batch.known += 1
        else:
            batch.read.append(read.article.id)
            self._came.append(change)

    def _note_headway(self, headway: Headway) -> None:
        self._headway = headway
        if not self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        """Show what was kept since the window was told last: all of it at once, for each time costs it some work."""
        came, headway = self._came, self._headway
        self._came, self._headway = [], None
        if came:
            self._desk.take(_together(came))
        if headway is not None:
            self.progressed.emit(headway)
            self._pause.start()

    def _keep_added(self, article: Article, span: Span, detection: Detection) -> None:
        try:
            self._desk.follow(self._desk.session.spans.add(article.id, span, detection))
        except KnownError as fault:
            self.failed.emit(str(fault))

    def _keep_shaped(self, quote: str, draft: Draft, detection: Detection | None) -> None:
        try:
            self._desk.take(self._desk.session.spans.keep(quote, draft, detection))
        except KnownError as fault:
            self.failed.emit(str(fault))

    def _close(self, batch: Batch, fault: Exception | None) -> None:
        self._batches = [(other, job) for other, job in self._batches if other is not batch]
        batch.failed = fault is not None
        self._tell()
        self.batch_ended.emit(batch)
        self._end(fault)

    def _end(self, fault: Exception | None) -> None:
        if isinstance(fault, KnownError):
            self.failed.emit(str(fault))
        elif fault is not None:
            raise fault


def _together(changes: Sequence[Change]) -> Change:
    """Several articles that came as one change."""
    articles = tuple(article for change in changes for article in change.articles)
    quotes = tuple(quote for change in changes for quote in change.quotes)
    return Change(ChangeKind.ARTICLES, articles, quotes, changes[-1].label)


def _name(article: Article) -> str:
    return listing.line(article.outlet, article.published) if article.outlet else article.name
