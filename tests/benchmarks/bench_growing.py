"""What finding partners costs in large stores; run by hand: python -m tests.benchmarks.bench_growing FOLDER [SIZE…].

FOLDER keeps the stores, which take minutes to make, for the next time. The quotes are drawn as rare as words are in
news. Among them are versions of some others, loaded long after these: fragments of three to six words, and edited ones.
All stores are measured in turn, a little of each, since the processor may be shared. Of the quotes that wait to be
compared, runs of some hundred are, from one end of a store to the other.
"""

import json
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import islice
from math import log
from pathlib import Path
from statistics import mean
from time import process_time
from typing import NamedTuple

from quotereview.matching import same_voice
from quotereview.review.comparing import SLICE
from quotereview.review.crosscheck import CrossCheck
from quotereview.review.outline import Outline
from quotereview.review.ruled_matches import RuledMatches
from quotereview.store import Store, comparing, open_store
from tests.benchmarks.invented_news import News

SIZES = (10_000, 100_000, 1_000_000)
PLANTED = 200
ASKED, TURN = 600, 20
RUNS, OF_A_RUN = 10, 11  # slices of a run, the first of which is not counted
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
BYTES = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%quote_grams' OR name LIKE '%compared_quotes%'"
WAITING = "DELETE FROM to_compare WHERE quote NOT IN (SELECT value FROM json_each(?))"


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


def made(folder: Path, size: int) -> list[Version]:
    """The versions that are planted in a store of a size, which is made in a folder where it is not there yet."""
    planted = folder / f"{size}.json"
    if not planted.exists():
        versions, quotes = invented(size)
        print(f"{size:,} quotes: derived in {fill(folder / f'{size}.qrev', quotes):.0f} s", flush=True)  # noqa: T201
        planted.write_text(json.dumps(versions), encoding="utf-8")
    return [Version(*one) for one in json.loads(planted.read_text(encoding="utf-8"))]


def milliseconds(work: Callable[[], object]) -> float:
    """What some work costs, of the processor."""
    before = process_time()
    work()
    return 1000 * (process_time() - before)


class Grown:
    """A store of some size, and what was measured in it, in milliseconds of the processor a quote."""

    def __init__(self, size: int, store: Store, versions: Sequence[Version]) -> None:
        self.size, self._store, self._versions = size, store, versions
        self._crosscheck = CrossCheck(store, Outline(store), RuledMatches(store))
        self._numbers = store.compared.numbers()
        self._asked = iter(self._numbers[:: max(1, size // ASKED)])
        self._left = 0
        self.queries: list[float] = []
        self.compared: list[float] = []

    def ask(self) -> None:
        """Ask for the partners of the next few quotes."""
        asked = list(islice(self._asked, TURN))
        self.queries.append(milliseconds(lambda: [self._likeliest(number) for number in asked]) / len(asked))

    def wait(self) -> None:
        """Have runs of quotes wait to be compared, and no others."""
        with self._store._connection.in_passing():
            self._store._connection.rows("DELETE FROM compared_by")
        self._crosscheck.waiting()
        starts = range(self.size // RUNS // 2, self.size, self.size // RUNS)
        runs = [number for start in starts for number in self._numbers[start : start + SLICE * OF_A_RUN]]
        with self._store._connection.in_passing():
            self._store._connection.rows(WAITING, (json.dumps(runs),))
        self._left = len(runs)

    def compare(self) -> None:
        """Compare the next of them, and keep what is found."""
        self.compared.append(milliseconds(self._go_on) / SLICE)

    def _go_on(self) -> None:
        self._left = self._crosscheck._comparing.go_on(self._left)

    def _likeliest(self, number: int) -> list[str]:
        here = self._store.compared.wordings([number])[number]
        return [there.quote for there in self._crosscheck.likeliest(here, number)]

    def told(self) -> Iterator[str]:
        """All that is to be told of it."""
        yield f"{self.size:,} quotes, {self._store._connection.value(BYTES) / 1e6:,.0f} MB of what they are found by"
        yield f"a query: {mean(self.queries[len(self.queries) // 4 :]):.2f} ms"
        yield f"to compare one: {self.each:.2f} ms, all: {self.each * self.size / 60_000:.1f} minutes"
        for kind in ("fragment", "edited"):
            pairs = [one for one in self._versions if one.kind == kind]
            yield f"{kind} found: {self._found((one.quote, one.number) for one in pairs):.3f}"
            yield f"quote of a {kind} found: {self._found((one.number, one.quote) for one in pairs):.3f}"
            yield f"{kind} matched: {mean(self._is_matched(one) for one in pairs):.3f}"

    @property
    def each(self) -> float:
        """What it costs to compare one quote."""
        return mean(cost for at, cost in enumerate(self.compared) if at % OF_A_RUN)

    def _found(self, ways: Iterator[tuple[int, int]]) -> float:
        return mean(f"q{there}" in self._likeliest(self._numbers[here])[:FIRST] for here, there in ways)

    def _is_matched(self, one: Version) -> bool:
        """Whether a version is matched with what it is one of, when all are compared."""
        found = self._crosscheck._comparing.matches(self._numbers[one.number], both_ways=False)
        return f"q{one.quote}" in {match.there.quote for match in found}


def measured(grown: Sequence[Grown]) -> None:
    """Measure all stores in turn."""
    for number in range(SPEAKERS):  # names are looked at once, which in a whole store has long been done
        same_voice(f"Speaker {number}", None)
    for _ in range(ASKED // TURN):
        for one in grown:
            one.ask()
    for one in grown:
        one.wait()
    for _ in range(RUNS * OF_A_RUN):
        for one in grown:
            one.compare()


def main() -> None:
    """Print the figures of each size, and how much more it costs to compare a quote than in the smallest store."""
    folder, *sizes = sys.argv[1:]
    wanted = [int(size) for size in sizes] or list(SIZES)
    planted = {size: made(Path(folder), size) for size in wanted}
    with ExitStack() as stack:
        stores = {size: stack.enter_context(open_store(Path(folder) / f"{size}.qrev")) for size in wanted}
        grown = [Grown(size, stores[size], planted[size]) for size in wanted]
        measured(grown)
        for one in grown:
            print("\n  ".join(one.told()))  # noqa: T201
            allowed = log(one.size) / log(grown[0].size)
            print(f"  {one.each / grown[0].each:.2f} times as much a quote; n log n: {allowed:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
