"""How a desk of 10,000 quotes compares with one of 1,000; run by hand: python -m tests.benchmarks.bench_store."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from quotereview.review.change import ChangeKind
from quotereview.review.ingest import Read
from quotereview.review.queue import Order
from quotereview.review.session import Session, utc_now
from quotereview.store import Store, open_store
from tests.store import invented

QUOTES_PER_ARTICLE = 20
SIZES = (1_000, 10_000)
RUNS = 10


def utterances(number: int) -> list[tuple[str, str]]:
    """Twenty quotes that no other article has."""
    return [
        (f"Speaker {number % 40}-{at % 5}", f"Words {number} and {at} are said.") for at in range(QUOTES_PER_ARTICLE)
    ]


def fill(
    store: Store, editor: str, quotes: int, utterances: Callable[[int], list[tuple[str, str]]] = utterances
) -> Session:
    """A session with articles, half of their quotes ruled on; all of it one act, so that it waits for the disk once."""
    session = Session(store, editor)
    with store.act(ChangeKind.ARTICLES, "fill the store", editor, utc_now()):
        for number in range(quotes // QUOTES_PER_ARTICLE):
            keep(session, f"{number}.txt", utterances(number))
        for quote in session.outline()[::2]:
            session.confirm(quote.id)
    return session


def keep(session: Session, name: str, said: list[tuple[str, str]]) -> str:
    """Keep an article of so many quotes; its id."""
    article = invented.article(name, said)
    session.keep(Read(article, invented.detection(article, said)))
    return article.id


def timed(work: Callable[[], object]) -> float:
    """The median of some runs, in milliseconds."""
    taken = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return median(taken) * 1000


def measure(quotes: int, folder: Path) -> dict[str, float]:
    """What an editor waits for at a desk of so many quotes, in milliseconds."""
    with open_store(folder / f"{quotes}.qrev") as store:
        session = fill(store, "Ana Ruz", quotes)
        middle = session.outline()[quotes // 2].article
        waiting = iter([quote.id for quote in session.quotes(middle)][1::2])
        session.crosscheck.partners(session.quotes(middle)[0].id)
        return {
            "first look after opening": timed(lambda: Session(store, "Ana Ruz").progress()),
            "quotes of an article": timed(lambda: session.quotes(middle)),
            "one quote": timed(lambda: session.quote(session.outline()[quotes // 2].id)),
            "confirm": timed(lambda: session.confirm(next(waiting))),
            "queue by article": timed(lambda: session.queue(Order.ARTICLE)),
            "queue, unsure first": timed(lambda: session.queue(Order.UNSURE_FIRST)),
            "articles and progress": timed(lambda: (session.articles(), session.progress())),
            "names of speakers": timed(lambda: session.naming.speakers(middle)),
            "matches of a quote": timed(lambda: session.crosscheck.partners(session.quotes(middle)[0].id)),
        }


def main() -> None:
    """Print both desks side by side."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (measure(quotes, Path(folder)) for quotes in SIZES)
    print(f"{'milliseconds, median of ' + str(RUNS):32}{SIZES[0]:>10,}{SIZES[1]:>10,}{'ratio':>8}")  # noqa: T201
    for what, before in small.items():
        print(f"{what:32}{before:10.2f}{large[what]:10.2f}{large[what] / before:8.1f}")  # noqa: T201


if __name__ == "__main__":
    main()
