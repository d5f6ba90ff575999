"""A session at a store of two invented articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotereview.model import Article
from quotereview.review.filtering import read_filter
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.store import invented

FERRY = invented.article()
HARBOUR_WORDS = (
    ("Lena Falk", "The ferry sails again on Monday morning."),
    ("Ivo Brandt", "Not one crane was checked."),
)
HARBOUR = invented.article("harbour.txt", HARBOUR_WORDS, outlet="Fjord Times")


def read(article: Article) -> Read:
    """An article as ingest hands it over."""
    return Read(article, invented.detection(article, HARBOUR_WORDS if article is HARBOUR else invented.UTTERANCES))


def shown(session: Session, line: str) -> set[str]:
    """The ids of the quotes that a filter shows, by the line that an editor writes."""
    queue = session.queue()
    queue.set_filter(read_filter(line))
    return set(queue.shown)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(tmp_path / "quotes.qrev") as opened:
        yield opened


@pytest.fixture
def session(store: Store) -> Session:
    """Ana Ruz at a store that holds both articles."""
    session = Session(store, "Ana Ruz", invented.Clock())
    session.keep(read(FERRY))
    session.keep(read(HARBOUR))
    return session


@pytest.fixture
def quotes(session: Session) -> tuple[str, ...]:
    """The ids of the first article's quotes."""
    return tuple(quote.id for quote in session.quotes(FERRY.id))


def reject_elsewhere_when_asked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have another window reject each quote right after its number among those compared is looked up."""
    number = store.compared.number

    def then_rejected(asked: str) -> int | None:
        found = number(asked)
        with open_store(store.path) as other:
            Session(other, "Ben Ode").reject(asked)
        return found

    monkeypatch.setattr(store.compared, "number", then_rejected)
