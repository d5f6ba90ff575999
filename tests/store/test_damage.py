"""Stores damaged at random places: the damage is found, and what is brought back was there before."""

import logging
import random
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from quotereview.errors import KnownError
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Recovered, back_up_daily, check, open_store, recover
from quotereview.store.backups import folder
from quotereview.store.migrations import HISTORY
from tests.store import invented

STORES, AT_LENGTH = 10, 100
BYTES = (1, 8, 64)

Held = dict[str, dict[tuple[Any, ...], tuple[Any, ...]]]
"""The rows of each table by their keys."""


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that was worked at for two days, with a backup of the first."""
    path, dice = tmp_path_factory.mktemp("given") / "quotes.qrev", random.Random(11)
    work(path, dice, range(12))
    assert back_up_daily(path, datetime(2026, 3, 4, 12, tzinfo=UTC))
    work(path, dice, range(12, 20))
    assert list(check(path)) == []
    return path


def work(path: Path, dice: random.Random, numbers: range) -> None:
    """Load articles and rule on what is there."""
    with open_store(path) as store:
        session = Session(store, "Ana Ruz")
        for number in numbers:
            article = invented.article(f"{number}.txt")
            session.keep(Read(article, invented.detection(article)))
            session.describe([article.id], f"Outlet {number}", ...)
            for quote in session.quotes(article.id):
                for _ in range(dice.randint(0, 3)):
                    session.set_speaker(quote.id, f"Speaker {dice.randint(1, 99)}")
                    session.set_note(quote.id, f"note {dice.random()}")
            banner = invented.span(article, invented.WITHDRAWN)
            session.closing.settle(article.id, banner, "a banner")
        for _ in range(3):
            session.undo()


def damage(path: Path, dice: random.Random, number: int) -> None:
    """Write over some bytes; each third time over a whole run of them."""
    whole = bytearray(path.read_bytes())
    if number % 3 == 2:
        start = dice.randrange(len(whole))
        run = min(dice.choice((512, 4096, 9000)), len(whole) - start)
        whole[start : start + run] = dice.choice((bytes(run), dice.randbytes(run)))
    else:
        for _ in range(dice.choice(BYTES)):
            whole[dice.randrange(len(whole))] = dice.randrange(256)
    path.write_bytes(whole)


def held(path: Path) -> Held:
    """All that was loaded, proposed and decided."""
    found: Held = {}
    with closing(sqlite3.connect(path)) as file:
        for table in HISTORY:
            columns = file.execute(f"PRAGMA table_info({table})").fetchall()
            keys = [column[0] for column in columns if column[5]]
            rows = file.execute(f"SELECT * FROM {table}").fetchall()
            found[table] = {tuple(row[key] for key in keys): row for row in rows}
    return found


def is_found(path: Path) -> bool:
    """Whether `check` tells of anything, or refuses the file in a sentence."""
    try:
        return bool(list(check(path)))
    except KnownError:
        return True


def accounted(recovered: Recovered, lost: set[tuple[str, Any]]) -> bool:
    """Whether the report names or counts all rows with an id of their own that are not in the new store."""
    named = {*recovered.missing, *((aside.table, aside.row.get("id")) for aside in recovered.set_aside)}
    unnamed = Counter(table for table, id in lost if (table, id) not in named)
    return unnamed <= recovered.unnamed


def test_damage_is_found_and_what_is_left_brought_back(given: Path, tmp_path: Path, at_length: bool) -> None:
    before, backup = held(given), held(next(folder(given).iterdir()))
    seen, brought = 0, list[float]()
    for number in range(AT_LENGTH if at_length else STORES):
        path, to, dice = tmp_path / f"{number}.qrev", tmp_path / f"{number}-new.qrev", random.Random(number)
        path.write_bytes(given.read_bytes())
        folder(path).symlink_to(folder(given))
        damage(path, dice, number)
        assert is_found(path) or held(path) == before, number
        seen += is_found(path)
        recovered = recover(path, to)
        assert list(check(to)) == [], number
        after = held(to)
        for table in HISTORY:
            assert after[table].items() <= before[table].items(), (number, table)
            assert backup[table].keys() <= after[table].keys(), (number, table)
        lost = {(table, key) for table in HISTORY for key in before[table].keys() - after[table].keys()}
        ids = {(table, key[0]) for table, key in lost if len(key) == 1}
        assert accounted(recovered, ids), number
        assert ids.issuperset(recovered.missing), number
        brought.append(1 - len(lost) / sum(map(len, before.values())))
    logging.getLogger(__name__).info(
        "%d damaged stores, %d told as such; all rows brought back from %d of them, from each at least %.1f %%",
        len(brought),
        seen,
        sum(share == 1 for share in brought),
        min(brought) * 100,
    )
