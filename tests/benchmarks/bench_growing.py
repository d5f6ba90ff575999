"""What finding partners costs in large stores; run by hand: python -m tests.benchmarks.bench_growing SIZE….

The quotes are drawn as rare as words are in news. Among them are versions of some others, loaded long after these:
fragments of three to six words, and edited ones.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

from quotereview.review.crosscheck import CrossCheck
from quotereview.review.outline import Outline
from quotereview.review.ruled_matches import RuledMatches
from quotereview.store import Store, comparing, open_store
from tests.benchmarks.invented_news import News

SIZES = (10_000, 100_000, 1_000_000)
PLANTED = 200
ASKED = 1_000
OF_AN_ARTICLE = 20
FIRST = 5
SPEAKERS = 3_000
LEAST = 7  # words of a quote of which there is another version

QUOTE = """
    INSERT INTO outlined_quotes
    VALUES (?, ?, ?, ?, ?, 1, 'open', 0, 'speech', 'body', 0.5, 0, 0, ?, 'person', NULL, NULL, NULL, '', NULL, '', '',
        ?, '')
"""
ARTICLE = """
    INSERT INTO outlined_articles VALUES (?, ?, ?, NULL, '', ?, '2026-03-02', 0, 0, 20, 0, 0, 0, 0, 1)
"""

BYTES = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%quote_grams%' OR name LIKE '%compared_quotes%'"


class Version(NamedTuple):
    """A planted version: the kind of it, the number of the quote, and its own number."""

    kind: str
    quote: int
    number: int


def invented(size: int) -> tuple[list[Version], Iterator[list[str]]]:
    """So many quotes, the last of them versions of others, and which these are."""
    news = News()
    plain = list(islice(news.quotes(), size - 2 * PLANTED))
    long_enough = [number for number, words in enumerate(plain) if len(words) >= LEAST]
    chosen = long_enough[:: max(1, len(long_enough) // (2 * PLANTED))][: 2 * PLANTED]
    versions = [
        Version("edited" if at % 2 else "fragment", number, len(plain) + at) for at, number in enumerate(chosen)
    ]
    made = [(news.edited if one.kind == "edited" else news.fragment)(plain[one.quote]) for one in versions]
    return versions, iter([*plain, *made])


def fill(path: Path, quotes: Iterator[list[str]]) -> float:
    """Put quotes into the outline of a store, as if they stood; gives the seconds that deriving the rest took."""
    open_store(path).close()
    with closing(sqlite3.connect(path)) as file:
        for number, words in enumerate(quotes):
            article = number // OF_AN_ARTICLE
            if number % OF_AN_ARTICLE == 0:
                file.execute(ARTICLE, (f"a{article}", article, f"a{article}", f"Outlet {article % 50}"))
            said = (
                f"q{number}",
                f"a{article}",
                article,
                number,
                number + 1,
                f"Speaker {number * 7919 % SPEAKERS}",
                " ".join(words),
            )
            file.execute(QUOTE, said)
            file.execute("INSERT INTO outdated VALUES (?, ?)", said[1::-1])
        comparing.teach(file)
        before = process_time()
        comparing.catch_up(file)
        took = process_time() - before
        file.execute("DELETE FROM outdated")
        file.commit()
    return took


def cost(work: Callable[[int], object], numbers: Sequence[int]) -> tuple[float, float]:
    """The mean and the median of what some work costs, in milliseconds of the processor."""
    taken = []
    for number in numbers:
        before = process_time()
        work(number)
        taken.append(1000 * (process_time() - before))
    return sum(taken) / len(taken), median(taken)


def measure(store: Store, versions: Sequence[Version], size: int) -> Iterator[str]:
    """What is to be told of a store of a size."""
    crosscheck, compared = CrossCheck(store, Outline(store), RuledMatches(store)), store.compared
    numbers = compared.numbers()
    asked = numbers[:: max(1, size // ASKED)][:ASKED]

    def likeliest(number: int) -> list[str]:
        here = compared.wordings([number])[number]
        return [there.quote for there in crosscheck.likeliest(here, number)]

    cost(likeliest, asked[:20])
    yield "a query {:8.2f} ms, median {:.2f}".format(*cost(likeliest, asked[20:]))
    each, _ = cost(crosscheck._comparing.matches, asked[20:])
    yield f"grouping {each:7.2f} ms a quote, {each * size / 60_000:.1f} minutes for all"
    for kind in ("fragment", "edited"):
        pairs = [(numbers[one.quote], f"q{one.number}") for one in versions if one.kind == kind]
        back = [(numbers[one.number], f"q{one.quote}") for one in versions if one.kind == kind]
        for what, ways in ((f"the {kind} of a quote", pairs), (f"the quote of a {kind}", back)):
            found = sum(wanted in likeliest(number)[:FIRST] for number, wanted in ways)
            yield f"{what} among the first five: {found / len(ways):.3f}"


def main() -> None:
    """Print the figures of each size."""
    for size in map(int, sys.argv[1:] or SIZES):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "growing.qrev"
            versions, quotes = invented(size)
            took = fill(path, quotes)
            with open_store(path) as store:
                bytes_of = (
                    "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%quote_grams' OR name LIKE '%compared_quotes%'"
                )
                kept = store._connection.value(bytes_of)
                print(f"{size:,} quotes: derived in {took:.0f} s, {kept / 1e6:,.0f} MB")  # noqa: T201
                for line in measure(store, versions, size):
                    print(f"  {line}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
