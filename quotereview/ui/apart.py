"""Has what is upon much done in the background, and what is upon little at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from quotereview.errors import KnownError, StoreFault
from quotereview.review.apart import Deed, Done
from quotereview.review.change import Change
from quotereview.review.session import Session
from quotereview.ui.jobs import Job, Jobs

Guard = Callable[..., Callable[..., None]]
"""Makes of a verb one whose known faults are told; ``deed`` says whether an editor wants it, or the window itself."""
Then = Callable[[Change], object]

UNDER_WAY = "Wait a moment: {} is under way, and nothing else is kept until it is done."


class Apart(QObject):
    """Does deeds for one window, whose keys work meanwhile; what is begun is done even when the window closes."""

    def __init__(self, session: Session, jobs: Jobs, guarded: Guard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._guarded = session, jobs, guarded
        self._show: Callable[[], object] = lambda: None
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(guarded(self._end, deed=False))

    def do(self, deed: Deed, what: str, then: Then) -> bool:
        """Do a deed, called ``what`` as in "accepting 2,000 quotes"; ``then`` takes its change, in the end.

        Gives whether it is still under way. Raises what the deed raises, where it is done at once.
        """
        apart = self._session.apart
        if not apart.is_much(deed):
            then(deed.verb(self._session))
            return False
        steps = apart.begin(deed, UNDER_WAY.format(what))
        take_in, end = partial(self._take_in, then), partial(self._end_in, deed)
        self._jobs.run(Job(steps, self._guarded(take_in, deed=False), self._guarded(end, deed=False), owed=True))
        return True

    def _take_in(self, then: Then, done: Done) -> None:
        """Read what stands now, and show it when the window has looked at its keys.

        What cannot be read is done all the same, and the window's next look at what others did shows it.
        """
        self._show = lambda: None
        try:
            self._show = partial(then, self._session.apart.take_in(done))
        except StoreFault as fault:
            raise KnownError(f"This was done, but is not shown yet: {fault}") from fault
        finally:
            self._pause.start()

    def _end(self) -> None:
        self._session.apart.end()
        self._show()

    def _end_in(self, deed: Deed, fault: Exception | None) -> None:
        if fault is not None:
            self._session.apart.give_up(deed, fault)
            raise fault
