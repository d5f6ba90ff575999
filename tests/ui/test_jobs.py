"""Work goes on beside the window, in order, and can be stopped."""

from collections.abc import Callable, Iterator
from threading import Event, current_thread, main_thread
from time import sleep
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from quotereview.errors import KnownError
from quotereview.ui.jobs import Job, Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


class Seen:
    """Keeps what a job handed over."""

    def __init__(self) -> None:
        self.items: list[Any] = []
        self.ends: list[Exception | None] = []

    def job(self, items: Iterator[Any]) -> Job:
        return Job(items, self.items.append, self.ends.append)

    def ended(self) -> bool:
        return bool(self.ends)


def test_items_arrive_in_order_and_in_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[Any] = []

    def work() -> Iterator[Any]:
        for number in range(3):
            yield number, current_thread() is main_thread()

    seen = Seen()
    jobs.run(Job(work(), lambda item: (threads.append(current_thread()), seen.items.append(item)), seen.ends.append))
    qtbot.waitUntil(seen.ended)
    assert seen.items == [(0, False), (1, False), (2, False)]
    assert set(threads) == {main_thread()}
    assert seen.ends == [None]


def test_a_fault_ends_the_job_and_the_next_one_runs(jobs: Jobs, qtbot: QtBot) -> None:
    def fails() -> Iterator[int]:
        yield 1
        raise RuntimeError("broken")

    first, second = Seen(), Seen()
    jobs.run(first.job(fails()))
    jobs.run(second.job(iter([2])))
    qtbot.waitUntil(second.ended)
    assert first.items == [1] and str(first.ends[0]) == "broken"
    assert second.items == [2] and second.ends == [None]


def test_after_stop_no_item_arrives_and_the_end_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    asked: list[int] = []
    at_second, go_on = Event(), Event()

    def work() -> Iterator[int]:
        for number in range(100):
            asked.append(number)
            if number == 1:
                at_second.set()
                go_on.wait(10)
            yield number

    seen = Seen()
    job = jobs.run(seen.job(work()))
    at_second.wait(10)
    job.stop()
    go_on.set()
    qtbot.waitUntil(seen.ended)
    assert asked == [0, 1]
    assert seen.ends == [None]


def test_an_urgent_job_comes_between_two_items(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[str] = []
    queued = Event()

    def slow() -> Iterator[str]:
        queued.wait(10)
        yield "first"
        yield "last"

    long, short = Seen(), Seen()
    keep: Callable[[Any], None] = order.append
    jobs.run(Job(slow(), keep, long.ends.append))
    jobs.run(Job(iter(["urgent"]), keep, short.ends.append), urgent=True)
    queued.set()
    qtbot.waitUntil(lambda: long.ended() and short.ended())
    assert order.index("urgent") < order.index("last")


def test_closing_while_a_job_runs_ends_the_worker(qtbot: QtBot) -> None:
    at_work = Event()

    def endless() -> Iterator[int]:
        while True:
            at_work.set()
            yield 0

    jobs = Jobs()
    jobs.run(Seen().job(endless()))
    at_work.wait(10)
    jobs.close()
    assert not jobs._worker.is_alive()


def test_a_patient_job_waits_for_all_others_between_its_items(jobs: Jobs, qtbot: QtBot) -> None:
    asked, others = Event(), Event()
    order: list[str] = []

    def slowly() -> Iterator[str]:
        for number in range(2):
            order.append(f"patient {number}")
            asked.set()
            others.wait(10)
            yield "slow"

    def quickly() -> Iterator[str]:
        order.append("quick")
        yield "quick"

    patient, quick = Seen(), Seen()
    jobs.run(Job(slowly(), patient.items.append, patient.ends.append, patient=True))
    asked.wait(10)
    jobs.run(quick.job(quickly()))
    others.set()
    qtbot.waitUntil(patient.ended)
    assert order == ["patient 0", "quick", "patient 1"]


def test_what_a_job_holds_is_let_go_in_its_thread_when_all_ends(qtbot: QtBot) -> None:
    begun, left = Event(), list[bool]()

    def work() -> Iterator[int]:
        try:
            while True:
                begun.set()
                yield 1
        finally:
            left.append(current_thread() is main_thread())

    jobs = Jobs()
    jobs.run(Job(work(), lambda _: None, lambda _: None))
    begun.wait(10)
    jobs.close()
    assert left == [False]


def test_what_is_owed_is_brought_to_its_end_when_all_closes(caplog: pytest.LogCaptureFixture) -> None:
    jobs, begun, done = Jobs(), Event(), list[str]()

    def owed() -> Iterator[int]:
        begun.set()
        while not jobs._closing:
            sleep(0.001)
        yield 1
        yield 2
        done.append("owed")
        raise KnownError("The disk is full.")

    def waiting() -> Iterator[int]:
        done.append("not owed")
        yield 1

    jobs.run(Job(owed(), lambda _: None, lambda _: None, owed=True))
    begun.wait(10)
    jobs.run(Job(waiting(), lambda _: None, lambda _: None))
    jobs.close()
    assert done == ["owed"] and not jobs._worker.is_alive()
    assert "The disk is full." in caplog.text
