"""Whatever fails while a verb writes, what it reported is what the store holds: the disk, its room, a lock."""

import logging
import random
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path

import pytest

from quotereview.errors import KnownError
from quotereview.review.change import ChangeKind
from quotereview.review.session import Session
from quotereview.store import check, open_store
from tests.review import busy_editor

VERBS, AT_LENGTH = 60, 1000
PATIENCE = 0.01

Fault = Callable[[Session, random.Random], AbstractContextManager[None]]


@contextmanager
def no_more_bytes(session: Session, dice: random.Random) -> Iterator[None]:
    """Files may grow by so much and no more, which SQLite takes for a disk that fails."""
    import resource

    log = session.store_path.with_name(f"{session.store_path.name}-wal")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = log.stat().st_size if log.exists() else 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + dice.randrange(40_000), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def no_more_pages(session: Session, dice: random.Random) -> Iterator[None]:
    """The store may grow by so many pages and no more, as on a full disk."""
    connection = session._store._connection
    pages = connection.value("PRAGMA page_count")
    connection.value(f"PRAGMA max_page_count = {pages + dice.randrange(3)}")
    try:
        yield
    finally:
        connection.value("PRAGMA max_page_count = 1073741823")


@contextmanager
def somebody_else_writes(session: Session, dice: random.Random) -> Iterator[None]:
    """Another program holds the store, and lets it go again."""
    with closing(sqlite3.connect(session.store_path, isolation_level=None)) as other:
        other.execute(dice.choice(("BEGIN IMMEDIATE", "BEGIN EXCLUSIVE")))
        yield
        other.execute("ROLLBACK")


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE")
@pytest.mark.parametrize("fault", [no_more_bytes, no_more_pages, somebody_else_writes])
def test_what_was_reported_is_what_is_there(tmp_path: Path, at_length: bool, fault: Fault) -> None:
    path, dice, failed = tmp_path / "quotes.qrev", random.Random(5), 0
    with open_store(path, patience=PATIENCE) as store:
        session = Session(store, busy_editor.EDITOR)
        busy_editor.load(session, "first.txt")
        reported = [busy_editor.newest(session)]
        for number in range(AT_LENGTH if at_length else VERBS):
            try:
                with fault(session, dice) if dice.random() < 0.6 else nullcontext():
                    new = number % 5 == 0
                    change = busy_editor.load(session, f"{number}.txt") if new else busy_editor.do(session, dice)
            except KnownError:
                failed += 1
            else:
                reported += [busy_editor.newest(session)] if change.kind is not ChangeKind.NOTHING else []
    with open_store(path) as store:
        assert [act.id for act in store.acts.lately(busy_editor.EDITOR, 10**6)] == reported
    assert list(check(path)) == []
    assert failed
    logging.getLogger(__name__).info("%d verbs failed and left nothing, %d acts were kept", failed, len(reported))
