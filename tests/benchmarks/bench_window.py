"""What an editor waits for at the window, beside what was promised.

Run by hand: python -m tests.benchmarks.bench_window. The desk has 10,000 quotes in 500 articles, all compared. With
``--quick`` there are fewer runs and fewer articles to detect.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # it cannot pass on sizes

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quotereview import app, lexicon, paths
from quotereview.detection import DetectorApart
from quotereview.review.queue import Order
from quotereview.settings import EDITOR, Settings
from quotereview.store import open_store
from quotereview.ui.comparing import BY_MEANING, BY_WORDS
from quotereview.ui.jobs import Job
from quotereview.ui.looks import dress
from quotereview.ui.program import Program, application
from quotereview.ui.window import MainWindow
from tests.benchmarks.bench_queue import LINES
from tests.benchmarks.bench_store import QUOTES_PER_ARTICLE, RUNS, fill, keep
from tests.ui.answers import Answers

QUOTES = 10_000
KEYS = 20
LONG_QUOTES = 500
DETECTED = 100
TICK = 5
EDITOR_NAME = "Ana Ruz"


@dataclass
class Figure:
    """What was measured under a name, in milliseconds, and the most that is allowed of it, by percentile."""

    name: str
    allowed: dict[int, float]
    taken: list[float] = field(default_factory=list)

    def at(self, percentile: int) -> float:
        """The value below which so many of a hundred lie."""
        if percentile == 100 or len(self.taken) < 2:
            return max(self.taken)
        return (
            median(self.taken) if percentile == 50 else quantiles(self.taken, n=100, method="inclusive")[percentile - 1]
        )

    def line(self) -> str:
        """The figure in a line."""
        values = "".join(f"{self.at(percentile):9.1f}" for percentile in (50, 95, 99, 100))
        limits = ", ".join(
            f"{'median' if at == 50 else 'worst' if at == 100 else f'{at} %'} {limit:g}"
            f"{'' if self.at(at) <= limit else ' MISSED'}"
            for at, limit in self.allowed.items()
        )
        return f"{self.name:44}{len(self.taken):6}{values}   {limits}"


class Eye(QObject):
    """Waits until a widget was painted, together with all else that was due to be."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._painted = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self._painted = self._painted or event.type() is QEvent.Type.Paint
        return False

    def time(self, deed: Callable[[], object]) -> float:
        """From a deed to the paint that follows it, in milliseconds."""
        QApplication.processEvents()
        self._painted = False
        start = perf_counter()
        deed()
        while not self._painted:
            QApplication.processEvents()
        return (perf_counter() - start) * 1000


@cache
def vocabulary() -> list[str]:
    """The words of news, the common ones as often as the rare ones."""
    return sorted(word for bits in lexicon.sections("word_rates") for word in lexicon.words("word_rates", bits))


def sentence(chance: random.Random, words: int) -> str:
    """Words as somebody may have said them."""
    return " ".join(chance.choice(vocabulary()) for _ in range(words)).capitalize() + "."


def utterances(number: int) -> list[tuple[str, str]]:
    """What is quoted in an article: five articles of a story share some of it."""
    story, own = random.Random(number // 5), random.Random(f"article {number}")
    said = [sentence(story, 30) for _ in range(4)]
    said += [sentence(own, own.randint(5, 50)) for _ in range(QUOTES_PER_ARTICLE - len(said))]
    return [(f"Speaker {number % 40}-{at % 5}", words) for at, words in enumerate(said)]


def long_article() -> list[tuple[str, str]]:
    """What is quoted in an article of 20,000 words."""
    chance = random.Random("long")
    return [(f"Speaker {at % 8}", sentence(chance, 33)) for at in range(LONG_QUOTES)]


def write_articles(file: Path, articles: int) -> None:
    """Write so many articles for detection, made of the samples."""
    samples = [json.loads(line) for line in paths.resource("samples", "wires.jsonl").read_text("utf-8").splitlines()]
    lines = []
    for number in range(articles):
        sample = samples[number % len(samples)]
        lines.append({**sample, "id": f"{number}", "text": f"{sample['text']}\n\nEdition {number}."})
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


@contextmanager
def opened(store: Path) -> Iterator[MainWindow]:
    """The program on a store, its window open and its detector loaded."""
    application = QApplication.instance()
    settings = Settings(store.with_suffix(".json"))
    settings.set(EDITOR, EDITOR_NAME)
    program = Program(application, settings, app.session_at, DetectorApart(), lambda _: Answers())
    dress(application, settings)
    program.open(store)
    window = program.window
    window.resize(1280, 800)
    read = QEventLoop()
    window.views.shown.connect(read.quit)
    read.exec()
    idle = QEventLoop()
    window.intake.warm_up()
    window.jobs.run(Job(iter(()), on_item=print, on_end=lambda _: idle.quit()))
    idle.exec()
    yield window
    window.close()


def keys(window: MainWindow, order: Order, runs: int) -> list[float]:
    """Enter to the next quote painted, again and again."""
    window.shelf.set_order(order)
    eye = Eye(window.article_view.focusProxy().viewport())
    press = partial(QTest.keyClick, window.article_view.focusProxy(), Qt.Key.Key_Return)
    window.article_view.setFocus()
    taken = []
    for _ in range(runs * KEYS):
        before = window.desk.quote
        taken.append(eye.time(press))
        assert window.desk.quote != before
    return taken


def openings(window: MainWindow, article: str, runs: int) -> list[float]:
    """An article put on the desk in place of another, until its page is painted."""
    eye = Eye(window.article_view.focusProxy().viewport())
    other = window.desk.article
    taken = []
    for _ in range(runs):
        taken.append(eye.time(partial(window.desk.open_article, article)))
        window.desk.open_article(other)
    return taken


def settled(window: MainWindow, deed: Callable[[], object]) -> float:
    """A change of the queue until the head of it is painted, and all else that changed with it."""
    counts = window.articles.queue.counts
    return Eye(counts).time(lambda: (deed(), counts.update()))


def gaps(begin: Callable[[], object], end: SignalInstance) -> list[float]:
    """The times between two turns of the event loop from a deed until a signal says that its work is over."""
    turns: list[float] = []
    clock = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK)
    clock.timeout.connect(lambda: turns.append(perf_counter()))
    loop = QEventLoop()
    end.connect(loop.quit)
    clock.start()
    QTimer.singleShot(0, begin)
    loop.exec()
    clock.stop()
    return [(after - before) * 1000 for before, after in pairwise(turns)]


def starts(store: Path, runs: int) -> list[float]:
    """From the start of a process to the painted window; spaCy must not have been imported by then."""
    taken = []
    installed = os.environ | {"QUOTEREVIEW_DATA": str(store.parent)}
    installed.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled once
    for _ in range(runs):
        begun = time()
        command = [sys.executable, "-m", "tests.benchmarks.first_paint", str(store)]
        told = subprocess.run(command, env=installed, capture_output=True, text=True, check=True)
        painted, spacy = told.stdout.split()
        if spacy == "True":
            raise RuntimeError("spaCy was imported before the window was painted.")
        taken.append((float(painted) - begun) * 1000)
    return taken


def prepare(store: Path) -> str:
    """Make the store, half of it reviewed by a colleague, and compare it; gives the id of the long article."""
    with open_store(store) as opened:
        long = keep(fill(opened, "Ole Brandt", QUOTES, utterances), "long.txt", long_article())
    for work in (BY_WORDS, BY_MEANING):
        for _left in work.apart(store):
            pass
    return long


def measure(folder: Path, runs: int, detected: int) -> Iterator[Figure]:
    """All figures, each as soon as it is there."""
    store, articles = folder / "window.qrev", folder / "articles.jsonl"
    long = prepare(store)
    write_articles(articles, detected)
    yield Figure("process start to painted window", {50: 1200}, starts(store, runs))
    with opened(store) as window:
        for order in (Order.ARTICLE, Order.UNSURE_FIRST):
            yield Figure(f"Enter to painted next quote, {order}", {50: 30, 95: 100}, keys(window, order, runs))
        orders = [*Order, Order.ARTICLE] * runs
        yield Figure("another order", {50: 150}, [settled(window, partial(window.shelf.set_order, o)) for o in orders])
        lines = [*LINES, ""] * runs
        yield Figure("another filter", {50: 150}, [settled(window, partial(window.shelf.set_filter, o)) for o in lines])
        yield Figure("article of 20,000 words opened", {50: 200}, openings(window, long, runs))
        window.shelf.set_order(Order.ARTICLE)
        window.desk.open_article(long)
        yield Figure("Enter in that article", {}, keys(window, Order.ARTICLE, runs))
        reading = partial(window.intake.add, [articles])
        yield Figure(
            f"event loop, {detected} articles detected", {99: 50, 100: 250}, gaps(reading, window.intake.batch_ended)
        )


def main() -> None:
    """Print what was measured, in milliseconds."""
    quick = "--quick" in sys.argv[1:]
    _application = application()
    print(f"{'milliseconds':44}{'runs':>6}{'median':>9}{'95 %':>9}{'99 %':>9}{'worst':>9}   at most")  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        for figure in measure(Path(folder), 3 if quick else RUNS, 30 if quick else DETECTED):
            print(figure.line(), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
