"""One worker thread that runs plain generators, so that the window never waits; nothing else here knows threads."""

import logging
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from threading import Condition, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from quotereview.errors import KnownError

PATIENCE = 5.0
"""Seconds that the worker has for the item it is at when all closes."""

PATIENCE_IF_OWED = 300.0
"""Seconds that it has where it owes something; the largest sheets take a minute."""


@dataclass(eq=False)
class Job:
    """A generator for the worker, and what the window does with each item and at the end.

    ``on_item`` and ``on_end`` are called in the window's thread; ``on_end`` gets the exception that ended the
    generator, or None. After ``stop`` no further item is asked for. A ``patient`` job is asked for an item only while
    no other waits. One that is ``owed`` is brought to its end even when all closes; what goes wrong then is logged.
    """

    items: Iterator[Any]
    on_item: Callable[[Any], None]
    on_end: Callable[[Exception | None], None]
    patient: bool = False
    owed: bool = False
    stopped: bool = field(default=False, init=False)

    def stop(self) -> None:
        """Ask for no more; what was yielded stays."""
        self.stopped = True

    def leave(self) -> None:
        """Have a generator let go of what it holds, in the thread in which it took it."""
        if isinstance(self.items, Generator):
            self.items.close()


def raise_fault(fault: Exception | None) -> None:
    """Raise what ended a job, if anything did, so that it is told where all faults are."""
    if fault is not None:
        raise fault


def tell_fault(fault: Exception | None, tell: Callable[[str], None]) -> None:
    """Tell the sentence of what ended a job; raise what has none."""
    if isinstance(fault, KnownError):
        tell(str(fault))
    else:
        raise_fault(fault)


class Jobs(QObject):
    """Gives jobs to the worker and hands their items to the window, in the thread this object lives in.

    An urgent job comes between two items of the one that runs.
    """

    _yielded = Signal(object, object)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Job] = deque()
        self._turn = Condition()
        self._closing = False
        self._yielded.connect(self._take_item)
        self._ended.connect(self._take_end)
        self._worker = Thread(target=self._work, name="quotereview-worker", daemon=True)
        self._worker.start()

    def run(self, job: Job, *, urgent: bool = False) -> Job:
        """Queue a job, an urgent one before all others."""
        with self._turn:
            if urgent:
                self._waiting.appendleft(job)
            else:
                self._waiting.append(job)
            self._turn.notify()
        return job

    def close(self) -> None:
        """End the worker after the item it is at and what it owes, and hand over nothing any more.

        One that hangs longer than PATIENCE seconds, or PATIENCE_IF_OWED, ends with the process.
        """
        with self._turn:
            self._closing = True
            owed = any(job.owed for job in self._waiting)
            for job in self._waiting:
                if not job.owed:
                    job.stop()
            self._turn.notify()
        self._worker.join(PATIENCE_IF_OWED if owed else PATIENCE)

    def _take_item(self, job: Job, item: object) -> None:
        if not job.stopped and not self._closing:
            job.on_item(item)

    def _take_end(self, job: Job, fault: Exception | None) -> None:
        if not self._closing:
            job.on_end(fault)

    def _work(self) -> None:
        while (job := self._next()) is not None:
            self._step(job)
        for job in self._waiting:
            job.leave()

    def _next(self) -> Job | None:
        with self._turn:
            self._turn.wait_for(lambda: self._waiting or self._closing)
            if self._closing:
                return next((job for job in self._waiting if job.owed), None)
            return next((job for job in self._waiting if not job.patient), self._waiting[0])

    def _step(self, job: Job) -> None:
        """Ask one item of a job; the one broad net for what runs in the background."""
        ended, fault = job.stopped, None
        if not ended:
            try:
                item = next(job.items)
            except StopIteration:
                ended = True
            except Exception as raised:  # noqa: BLE001 - whatever it is, it goes to the window's thread and is raised there
                ended, fault = True, raised
            else:
                self._tell(self._yielded, job, item)
        if ended:
            self._forget(job)
            self._tell(self._ended, job, fault)
            if fault and self._closing:  # nobody is there any more to be told
                logging.error("Work in the background failed while the window closed.", exc_info=fault)

    def _tell(self, signal: Any, job: Job, what: object) -> None:
        if not self._closing:
            signal.emit(job, what)

    def _forget(self, job: Job) -> None:
        job.leave()
        with self._turn:
            self._waiting.remove(job)
