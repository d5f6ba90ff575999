"""Takes in articles and added quotes: the worker reads and detects, the session keeps each as it comes."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quotereview.errors import KnownError, NotPossible
from quotereview.model import Article, Detection, Span
from quotereview.review.change import Change, ChangeKind
from quotereview.review.ingest import Detector, Pasted, Read, Refused, count_files, detect_marked, read_and_detect
from quotereview.review.reshaping import Draft, Marking
from quotereview.ui import listing
from quotereview.ui.batches import Batch, Gathering, Headway
from quotereview.ui.desk import Desk
from quotereview.ui.detecting_again import DetectingAgain
from quotereview.ui.jobs import Job, Jobs, tell_fault
from quotereview.ui.rereading import Rereading


class Intake(QObject):
    """Articles, added quotes and reshaped ones on their way into the session.

    Those that are there come ``again``, or by ``rereading``. Signals: ``progressed`` with the Headway; ``batch_ended``
    with the Batch; ``failed`` with a sentence.
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
        self._gathering = Gathering(desk, self)
        self._gathering.progressed.connect(self.progressed)
        self.again = DetectingAgain(desk, jobs, detector, self)
        self.again.progressed.connect(self.progressed)
        self.again.ended.connect(self.batch_ended)
        self.again.failed.connect(self.failed)
        self.rereading = Rereading(desk, jobs, detector, self)
        self.rereading.failed.connect(self.failed)

    @property
    def reading(self) -> bool:
        """Whether articles are being read, or detected again."""
        return bool(self._batches) or self.again.running

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
        self.again.stop()

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
            self._gathering.note(batch.headway(Path(outcome.path).name))
        else:
            self._keep(batch, outcome)

    def _keep(self, batch: Batch, read: Read) -> None:
        try:
            change = self._desk.session.keep(read)
        except KnownError as fault:
            batch.refused.append(Refused(read.article.name, str(fault)))
        else:
            self._note(batch, read, change)
        self._gathering.note(batch.headway(_name(read.article)))

    def _note(self, batch: Batch, read: Read, change: Change) -> None:
        if change.kind is ChangeKind.NOTHING:
            batch.known += 1
        else:
            batch.read.append(read.article.id)
            self._gathering.take(change)

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
        self._gathering.tell()
        self.batch_ended.emit(batch)
        self._end(fault)

    def _end(self, fault: Exception | None) -> None:
        tell_fault(fault, self.failed.emit)


def _name(article: Article) -> str:
    return listing.line(article.outlet, article.published) if article.outlet else article.name
