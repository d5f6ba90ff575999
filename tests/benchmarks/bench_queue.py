"""How long another order or filter takes among 10,000 quotes; run by hand: python -m tests.benchmarks.bench_queue."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from quotereview.review.filtering import read_filter
from quotereview.review.queue import Order
from quotereview.review.session import Session
from quotereview.store import open_store
from tests.benchmarks.bench_store import fill, timed
from tests.benchmarks.bench_store import utterances as short_ones

QUOTES = 10_000
LONG = (
    "We said so in the café – twice – and that’s what the señora heard, too, before the doors of the hall were shut. "
    * 2
)
LINES = (
    "",
    "doors",
    "senora cafe -window",
    "speaker:speaker 3",
    "verdict:open confidence:unsure",
    "source:fjord outlet:mail date:2026-03-01..2026-03-31",
    "note:",
    "conflict:open",
)


def utterances(number: int) -> list[tuple[str, str]]:
    """The quotes of an article, as long as most, with accents and curly marks."""
    return [(speaker, f"{LONG}{words}") for speaker, words in short_ones(number)]


def looks(session: Session) -> dict[str, Callable[[], object]]:
    """What an editor waits for, by name."""
    queue = session.queue()
    orders = {f"order: {order}": lambda order=order: queue.set_order(order) for order in Order}
    filters = {f"filter: {line}": lambda line=line: queue.set_filter(read_filter(line)) for line in LINES}
    return {**orders, **filters, "pace": session.pace}


def main() -> None:
    """Print the median of ten runs of each."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "queue.qrev") as store:
        session = fill(store, "Ana Ruz", QUOTES, utterances)
        for what, look in looks(session).items():
            print(f"{what:60}{timed(look):10.2f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
