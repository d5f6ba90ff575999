"""An editor who loads articles and rules without end, and prints what each verb reported as kept; to be killed."""

import random
import sys
from collections.abc import Callable
from pathlib import Path

from quotereview.errors import NotPossible
from quotereview.model import Evidence, EvidenceKind, Label, Verdict
from quotereview.review.change import Change, ChangeKind, nothing
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import open_store
from tests.store import invented

EDITOR = "Ana Ruz"


def work(path: Path, seed: int) -> None:
    """Load an article, do this and that with its quotes, and go on with the next."""
    dice = random.Random(seed)
    with open_store(path) as store:
        session = Session(store, EDITOR)
        for number in range(10_000):
            report(session, load(session, f"{seed}-{number}.txt"))
            for _ in range(9):
                report(session, do(session, dice))


def load(session: Session, name: str) -> Change:
    """Take in an article."""
    article = invented.article(name)
    return session.keep(Read(article, invented.detection(article)))


def do(session: Session, dice: random.Random) -> Change:
    """One of the verbs, on a quote or an article of those that are there; nothing where the verb is not possible."""
    articles = session.articles()
    if not articles:  # their loading was undone
        return session.redo()
    article = dice.choice(articles).id
    quote = dice.choice(session.quotes(article)).id
    try:
        return dice.choice(verbs(session, article, quote, dice))()
    except NotPossible:
        return nothing((article,), (quote,))


def verbs(session: Session, article: str, quote: str, dice: random.Random) -> list[Callable[[], Change]]:
    """What an editor can do with a quote and its article; undo and redo once there is something to take back."""
    number = dice.randint(1, 99)
    evidence = Evidence(EvidenceKind.LINK, f"https://sund.example/{dice.random()}", "page 3")
    banner = invented.span(session.article(article), invented.WITHDRAWN)
    always: list[Callable[[], Change]] = [
        lambda: session.pick(quote, dice.randint(1, 2)),
        lambda: session.set_speaker(quote, f"Speaker {number}"),
        lambda: session.set_source(quote, f"Agency {number}"),
        lambda: session.set_note(quote, f"note {number}"),
        lambda: session.rule(quote, dice.choice((Verdict.DISPUTED, Verdict.CANNOT_VERIFY))),
        lambda: session.reject(quote),
        lambda: session.reopen(quote),
        lambda: session.proof.explain(quote, f"reason {number}"),
        lambda: session.proof.add_evidence(quote, evidence),
        lambda: session.describe([article], f"Outlet {number}"),
        lambda: session.closing.settle(article, banner, f"banner {number}"),
        lambda: rule_on_match(session, quote, dice),
        lambda: settle(session, quote, dice),
    ]
    if session.undo_label:
        always.append(session.undo)
    if session.redo_label:
        always.append(session.redo)
    return always


def rule_on_match(session: Session, quote: str, dice: random.Random) -> Change:
    """Say what a quote and one of another article are to each other."""
    other = dice.choice(session.quotes(dice.choice(session.articles()).id)).id
    return session.match_rulings.rule(quote, other, dice.choice([*Label, None]), f"reason {dice.randint(1, 9)}")


def settle(session: Session, quote: str, dice: random.Random) -> Change:
    """Settle what an article tells otherwise of a quote, or open it again."""
    differing = [match for match in session.crosscheck.partners(quote) if match.conflicts]
    if not differing:
        return nothing((), (quote,))
    match = dice.choice(differing)
    if dice.random() < 0.3:
        return session.match_rulings.reopen(quote, match.there.quote, match.conflicts[0])
    return session.match_rulings.settle(quote, match.there.quote, match.conflicts[0], f"reason {dice.randint(1, 9)}")


def report(session: Session, change: Change) -> None:
    """Tell whoever listens which act was kept."""
    if change.kind is not ChangeKind.NOTHING:
        print(newest(session), flush=True)  # noqa: T201 - the test reads it


def newest(session: Session) -> str:
    """The id of the editor's last act."""
    return session._store.acts.lately(EDITOR, 1)[-1].id


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
