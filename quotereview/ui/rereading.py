"""Reads one article otherwise than before, as an editor said: detected in the background, then kept by the session."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from quotereview.counting import counted
from quotereview.errors import KnownError, NotPossible
from quotereview.model import Span
from quotereview.review.change import Change, ChangeKind
from quotereview.review.ingest import Detector, Read, Refused, detect_again, read_again
from quotereview.ui.desk import Desk
from quotereview.ui.jobs import Job, Jobs, tell_fault

Keep = Callable[[Read], Change]


class Rereading(QObject):
    """Has the quotes of an article found that is read otherwise, and puts it on the desk.

    Signals: ``told`` with what was done; ``failed`` with a sentence.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, detector: Callable[[], Detector], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._detector = desk, jobs, detector
        self._zoning = False

    def in_encoding(self, article: str, encoding: str) -> None:
        """Read an article in another encoding; it takes the place of the one that it was."""
        session = self._desk.session
        kept, ruled = session.article(article), session.encodings.ruled(article)
        read = partial(read_again, kept, encoding, self._detector, ruled)
        self._run(read, partial(session.encodings.keep, article))

    def as_zone(self, article: str, place: Span) -> None:
        """Make the paragraphs body that a place touches, where any is greyed out, else grey them out.

        Raises NotPossible while this is being done already, in a blind read, and where the article was removed.
        """
        if self._zoning:
            raise NotPossible("The quotes of this block are being looked for; press again in a moment.")
        session = self._desk.session
        turned, marking = session.zoning.turned(article, place), session.again.marking(article)
        self._zoning = True
        read = partial(detect_again, turned.article, marking, self._detector)
        self._run(read, lambda read: session.zoning.keep(turned, read.detection), zoning=True)

    def _run(self, read: Callable[[], Read | Refused], keep: Keep, *, zoning: bool = False) -> None:
        job = Job(self._done(read), partial(self._take, keep), partial(self._end, zoning))
        self._jobs.run(job, urgent=True)

    def _done(self, read: Callable[[], Read | Refused]) -> Iterator[Read | Refused]:
        """In the worker."""
        yield read()

    def _take(self, keep: Keep, outcome: Read | Refused) -> None:
        if isinstance(outcome, Refused):
            self.failed.emit(outcome.why)
            return
        try:
            change = keep(outcome)
        except KnownError as fault:
            self.failed.emit(str(fault))
            return
        before = self._desk.counts().total
        self._desk.take(change)
        said = f"{change.label[0].upper()}{change.label[1:]}"
        if change.kind is ChangeKind.NOTHING:
            self.told.emit(f"{said}.")
            return
        self._desk.open_article(outcome.article.id)
        self.told.emit(f"{said}{_more(self._desk.counts().total - before)}. Ctrl+Z takes that back.")

    def _end(self, zoning: bool, fault: Exception | None) -> None:
        if zoning:
            self._zoning = False
        tell_fault(fault, self.failed.emit)


def _more(quotes: int) -> str:
    """How many more quotes there are to review now, or fewer."""
    if not quotes:
        return ""
    return f"; {counted(abs(quotes), 'more quote' if quotes > 0 else 'fewer quote')} to review"
