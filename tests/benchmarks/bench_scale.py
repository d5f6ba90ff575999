"""How stores of 10,000, 100,000 and 1,000,000 quotes are looked at; run by hand.

python -m tests.benchmarks.bench_scale FOLDER [--to docs/scale.md] makes in FOLDER the stores that are not there yet
(``large_stores``), and measures each in a process of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from quotereview.review.filtering import read_filter
from quotereview.review.queue import Order, Queue
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from quotereview.ui.desk import Desk
from tests.benchmarks.bench_store import RUNS
from tests.benchmarks.large_stores import EDITORS, made

SIZES = (10_000, 100_000, 1_000_000)

FILTERS = (
    "",
    "ice",
    "a",
    "senora cafe -window",
    "speaker:bo",
    "speaker:",
    "verdict:open confidence:unsure",
    "source:fjord outlet:mail date:2026-03-01..2026-03-31",
    "outlet:-kobe",
    "note:",
    "editor:-ana",
    "story:harbour",
    "conflict:open",
)
SOUGHT = ("ice", "bo", "harbour station", "ask")
PAGE = 50

OPENING, ARTICLE, PAGED, FOUND = "opening", "what stands for one article", "a page of the queue, {}", "search for “{}”"
HELD_TO = {OPENING: 500, ARTICLE: 10, PAGED: 100, FOUND: 200}


def measure(path: Path) -> dict[str, float]:
    """What an editor waits for, in milliseconds: of processor time, as other work of the machine is none of it."""
    timed = partial(median_of, RUNS)
    found = {OPENING: timed(partial(opened, path))}
    with open_store(path) as store:
        session = Session(store, EDITORS[0])
        articles = iter([one.id for one in session.articles()][len(session.articles()) // 2 :])
        found[ARTICLE] = timed(lambda: session.quotes(next(articles)))
        queue = session.queue()
        for line in FILTERS:
            found[PAGED.format(f"filter “{line}”" if line else "no filter")] = timed(
                lambda line=line: page(queue, line)
            )  # type: ignore[misc]
        queue.set_filter(read_filter(""))
        for order in Order:
            if order is not Order.STORY:
                found[f"another order of the queue: {order}"] = timed(partial(queue.set_order, order))
        for words in SOUGHT:
            found[FOUND.format(words)] = timed(partial(session.find, words))
        waiting = iter(sorted(session.open_quotes()))
        found["a ruling, and the queue after it"] = timed(lambda: queue.follow(session.confirm(next(waiting))))
        found["the register of people"] = timed(partial(register, store))
    return found


def opened(path: Path) -> None:
    """Open a store up to where its first article can be shown."""
    with open_store(path) as store:
        desk = Desk(Session(store, EDITORS[0]), Order.ARTICLE)
        desk.start()
        desk.session.article(desk.article)
        desk.session.quotes(desk.article)


def page(queue: Queue, line: str) -> None:
    """What a filter shows: how much it is, and the first quotes of it."""
    queue.set_filter(read_filter(line))
    queue.counts()
    at = -1
    for _ in range(PAGE):
        item = queue.stepped(at, 1)
        if item is None:
            return
        at = queue.place(item.quote) or 0


def register(store: Store) -> None:
    """Everybody who is quoted, as the register lists them at the first look."""
    Session(store, EDITORS[0]).people.all()


def median_of(runs: int, work: Callable[[], object]) -> float:
    """The median of some runs, in milliseconds of processor time."""
    taken = []
    for _ in range(runs):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return median(taken) * 1000


def told(path: Path) -> dict[str, float]:
    """The figures of a store, with its size and the most memory that its process held, in megabytes."""
    figures = measure(path)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**figures, "size of the file, MB": path.stat().st_size / 1e6, "most memory held, MB": memory}


# The page

ABOVE = """# How large a store may be

One store may hold years of work. This page says what an editor waits for in stores of 10,000, 100,000 and 1,000,000
quotes, with twice as many decisions. It is made by `python -m tests.benchmarks.bench_scale FOLDER --to docs/scale.md`,
which also makes the stores: invented articles of twenty quotes each, five articles to a story, four editors, one person
for every fifty quotes, sixty outlets and 600 days, with notes, corrections, names brought together, and quotes accepted
unread. The largest store is the one before it ten times over, under other ids, with the same people.

Each figure is the median of ten runs, in milliseconds of processor time, the file being in the system's cache.
*Held to* is what we keep to at 100,000 quotes.
*Opening* goes from the file to where the first article can be shown: the outline of all articles, the queue in its
order, the place where one left off, the article and what stands in it. *A page of the queue* is what a filter takes
to show how many quotes are left, and the first fifty of them.

"""
BELOW = """
What makes it so: a store keeps an [outline of what stands](architecture.md#what-a-store-keeps), derived from its
history and brought up to it by every transaction. The queue and its filters are read off that, and the quotes of an
article when it is opened. The list of articles in the window, which grows with their number, is in none of these
figures, nor is the time in which the quotes are compared with each other, in the background:
[10 minutes for a million](matching.md#finding).
"""


def rows(found: dict[int, dict[str, float]]) -> Iterator[str]:
    """The page's table."""
    sizes = sorted(found)
    yield f"| | {' | '.join(f'{size:,}' for size in sizes)} | held to at 100,000 |"
    yield f"|---|{'---:|' * len(sizes)}---:|"
    for what in found[sizes[0]]:
        held = next((limit for name, limit in HELD_TO.items() if what.startswith(name.partition("{")[0])), None)
        values = " | ".join(f"{found[size][what]:,.{0 if found[size][what] >= 100 else 1}f}" for size in sizes)
        yield f"| {what} | {values} | {held or ''} |"


def main() -> None:
    """Make stores, measure them, and print or write the page."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("folder", type=Path)
    wanted.add_argument("--quotes", type=int, nargs="+", default=SIZES)
    wanted.add_argument("--to", type=Path)
    wanted.add_argument("--only", type=Path, help="measure this store alone, and print its figures as JSON")
    given = wanted.parse_args()
    if given.only:
        print(json.dumps(told(given.only)))  # noqa: T201
        return
    found = {}
    for quotes in given.quotes:
        command = [sys.executable, "-m", "tests.benchmarks.bench_scale", str(given.folder), "--only"]
        run = subprocess.run([*command, str(made(given.folder, quotes))], capture_output=True, text=True, check=True)
        found[quotes] = json.loads(run.stdout)
    page = f"{ABOVE}{chr(10).join(rows(found))}\n{BELOW}"
    if given.to:
        given.to.write_text(page, encoding="utf-8")
    else:
        print(page)  # noqa: T201


if __name__ == "__main__":
    main()
