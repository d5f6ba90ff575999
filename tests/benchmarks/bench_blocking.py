"""For how long a deed upon much holds the window up; run by hand: python -m tests.benchmarks.bench_blocking FOLDER.

FOLDER keeps the stores, of 10,000 quotes each, for the next time; each deed has a copy of one. Told is the processor
time of the window's own thread from the deed until all is painted, and the longest stretch of it between two turns of
the event loop, which is what an editor waits for at most: 50 ms, where it is not MISSED. Names after FOLDER choose
deeds, ``--profile`` says where the time goes.
"""

import argparse
import cProfile
import pstats
import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import sleep, thread_time

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotereview.model import Verdict, ruled
from quotereview.review.change import ChangeKind
from quotereview.review.choosing import Extent
from quotereview.review.lots import LikelyPair, TakenFor
from quotereview.review.queue import Order
from quotereview.review.session import Session, utc_now
from quotereview.review.taking_back import Wish
from quotereview.store import open_store
from quotereview.ui.describe_line import Details
from quotereview.ui.program import application
from quotereview.ui.window import MainWindow
from tests.benchmarks.bench_store import QUOTES_PER_ARTICLE, fill, keep
from tests.benchmarks.bench_window import EDITOR_NAME, QUOTES, opened, utterances

MOST = 50
"""Milliseconds for which the window may be held up."""
ROWS = 2_000
PAIRS = 300
RUNS = 5
QUIET = 0.02  # seconds in which nothing happens any more

Deed = Callable[[], object]
Took = tuple[float, float]
"""Of a deed, in milliseconds: all that the window's thread did for it, and the longest stretch of that."""
Deeds = Callable[[MainWindow], Iterator[tuple[str, Deed]]]


class Watch:
    """Does a deed and all that follows from it, and tells for how long the window's thread was at work."""

    def __init__(self, window: MainWindow, profile: cProfile.Profile | None) -> None:
        self._window, self._profile = window, profile

    def time(self, deed: Deed) -> Took:
        """What a deed takes."""
        self._settle()
        if self._profile:
            self._profile.enable()
        stretches = [_milliseconds(deed), *self._settle()]
        if self._profile:
            self._profile.disable()
        return sum(stretches), max(stretches)

    def _settle(self) -> list[float]:
        """Let all that is due happen, also what comes back from the background."""
        stretches, quiet = [], 0
        while quiet < 3 or self._window.desk.session.apart.under_way:
            stretches.append(_milliseconds(QApplication.processEvents))
            quiet = quiet + 1 if stretches[-1] < 1 else 0
            sleep(QUIET)
        return stretches


def _milliseconds(work: Deed) -> float:
    start = thread_time()
    work()
    return (thread_time() - start) * 1000


# The stores


def desk(path: Path) -> None:
    """Half of it reviewed by a colleague."""
    with open_store(path) as store:
        compare(fill(store, "Ole Brandt", QUOTES, utterances))


def editions(path: Path) -> None:
    """So many articles of which every other quote is ruled on, and of each an edition in which one paragraph is new."""
    with open_store(path) as store:
        said = {number: utterances(number)[:10] for number in range(PAIRS)}
        session = fill(store, EDITOR_NAME, PAIRS * QUOTES_PER_ARTICLE, said.__getitem__)
        with store.act(ChangeKind.ARTICLES, "load the editions", EDITOR_NAME, utc_now()):
            for number, words in said.items():
                keep(session, f"{number} again.txt", [*words, ("Ida Holm", f"Not a crate of {number} was lost.")])
        compare(session)


def compare(session: Session) -> None:
    """Hold all quotes against each other, so that nothing waits for it in the background."""
    deque(session.crosscheck.go_on(), maxlen=0)


def made(folder: Path, make: Callable[[Path], None]) -> Path:
    """A store in the folder, made where it is not there yet."""
    path = folder / f"{make.__name__}.qrev"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        make(unfinished)
        unfinished.rename(path)
    return path


# The deeds, one after the other, each with its name


def in_bulk(window: MainWindow) -> Iterator[tuple[str, Deed]]:
    """Rulings on many quotes in one act, and what takes them back."""
    session = window.desk.session
    waiting = sorted(session.open_quotes())[:ROWS]
    wishes = [_wish(session, quote) for quote in waiting]
    yield "a sheet of 2,000 rows taken back", lambda: window.stage.returning.take(wishes, "")
    yield from _undone(window)


def _wish(session: Session, quote: str) -> Wish:
    standing = session.quote(quote)
    assert standing
    return Wish(None, "", standing=standing, ruling=ruled(standing.ruling, Verdict.DISPUTED))  # type: ignore[arg-type]


def _undone(window: MainWindow) -> Iterator[tuple[str, Deed]]:
    yield "that undone", window.desk.undo
    yield "that done again", window.desk.redo


def in_a_lot(window: MainWindow) -> Iterator[tuple[str, Deed]]:
    """Many pairs of editions decided on at once."""
    found = list(window.desk.session.editions.all_likely())
    for what, choice in (("editions", TakenFor.EDITION), ("two articles", TakenFor.APART)):
        lot = [LikelyPair(likely, choice) for likely in found]
        yield f"300 pairs: {what}", partial(window.stage.lot.settle, lot)
        yield from _undone(window)
        yield "that undone once more", window.desk.undo


def counted(window: MainWindow) -> Iterator[tuple[str, Deed]]:
    """What a choice takes, in the panel that asks what a sheet is to hold."""
    panel = window.exporting.panel
    yield "the panel of the sheet opened", window.exporting.begin
    for extent, key in zip(Extent, "123", strict=True):
        yield f"the sheet of what is {extent}", partial(QTest.keyClicks, panel.columns, key)
    for line in ("a", "speaker:1", "verdict:open", "outlet:mail", "story:headline"):
        yield f"the sheet of {line}", partial(panel.filter.setText, line)


def named(window: MainWindow) -> Iterator[tuple[str, Deed]]:
    """Two people said to be one, in the text and in the register."""
    people, register = window.desk.session.people, window.stage.register
    yield "two people are one", lambda: window.desk.take(people.same("Speaker 1-1", "Speaker 1-2"))
    yield from _undone(window)
    yield "the register opened", register.begin
    yield "two people are one, in the register", lambda: register.same("Speaker 2-1", "Speaker 2-2")


def ordered(window: MainWindow) -> Iterator[tuple[str, Deed]]:
    """The queue in another order."""
    for order in (*Order, Order.ARTICLE):
        yield f"order: {order}", partial(window.shelf.set_order, order)


def filled_in(window: MainWindow) -> Iterator[tuple[str, Deed]]:
    """An outlet for all articles at once."""
    every = Details(tuple(one.id for one in window.desk.session.articles()), outlet="Sund Post")
    yield "the outlet of all articles", partial(window.describing.keep_for_all, every)
    yield from _undone(window)


def looked_at(window: MainWindow) -> Iterator[tuple[str, Deed]]:
    """What is shown otherwise, and what is asked."""
    yield "a blind read asked for", window.blind_reading.turn
    yield "larger text", partial(window.looks.zoom, 1)
    yield "normal text", partial(window.looks.zoom, -1)
    yield "dark", window.looks.turn
    yield "light", window.looks.turn


GROUPS = {
    in_bulk: desk,
    in_a_lot: editions,
    counted: desk,
    named: desk,
    ordered: desk,
    filled_in: desk,
    looked_at: desk,
}


def measure(store: Path, group: Deeds, runs: int, profile: cProfile.Profile | None) -> dict[str, list[Took]]:
    """What each deed of a group took, run by run, in a copy of a store."""
    found: dict[str, list[Took]] = {}
    for _ in range(runs):
        with tempfile.TemporaryDirectory(dir=store.parent) as folder:
            copy = Path(shutil.copy(store, folder))
            with opened(copy) as window:
                watch = Watch(window, profile)
                for what, deed in group(window):
                    found.setdefault(what, []).append(watch.time(deed))
                window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # its widgets would be dressed, too
    return found


def main() -> None:
    """Print what was measured, in milliseconds."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("folder", type=Path)
    wanted.add_argument("--only", choices=[group.__name__ for group in GROUPS], nargs="+")
    wanted.add_argument("--runs", type=int, default=RUNS)
    wanted.add_argument("--profile", action="store_true", help="say where the time goes")
    given = wanted.parse_args()
    profile = cProfile.Profile() if given.profile else None
    _application = application()
    print(f"{'milliseconds of the processor, median of ' + str(given.runs):48}{'all':>9}{'at once':>9}")  # noqa: T201
    for group, make in GROUPS.items():
        if not given.only or group.__name__ in given.only:
            for what, taken in measure(made(given.folder, make), group, given.runs, profile).items():
                whole, longest = (median(one[at] for one in taken) for at in (0, 1))
                print(f"{what:48}{whole:9.1f}{longest:9.1f}{'   MISSED' if longest > MOST else ''}", flush=True)  # noqa: T201
    if profile:
        pstats.Stats(profile).sort_stats("cumulative").print_stats(60)


if __name__ == "__main__":
    main()
