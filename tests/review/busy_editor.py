"""An editor who loads articles and rules without end, and prints what each verb reported as kept; to be killed."""

import random
import sys
from pathlib import Path

from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import open_store
from tests.store import invented


def work(path: Path, seed: int) -> None:
    """Load an article, rule on its quotes, and go on with the next."""
    dice = random.Random(seed)
    with open_store(path) as store:
        session = Session(store, "Ana Ruz")
        for number in range(10_000):
            article = invented.article(f"{seed}-{number}.txt")
            session.keep(Read(article, invented.detection(article)))
            report("article", article.id)
            for quote in session.quotes(article.id):
                rule(session, quote.id, dice)


def rule(session: Session, quote: str, dice: random.Random) -> None:
    """Pick a speaker or give a name, and say what was kept."""
    if dice.random() < 0.5:
        session.pick(quote, dice.randint(1, 2))
    else:
        session.set_speaker(quote, f"Speaker {dice.randint(1, 99)}")
    report("decision", session.history(quote)[-1].id)


def report(kind: str, id: str) -> None:
    """Tell whoever listens."""
    print(kind, id, flush=True)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
