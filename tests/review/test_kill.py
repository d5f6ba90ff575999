"""Killed at any moment, the store holds whatever was reported as kept, and nothing by halves."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from quotereview.store import open_store

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 6


def reported_until_killed(path: Path, seed: int, lines: int) -> list[tuple[str, str]]:
    """What an editor reported as kept before SIGKILL, some time after so many lines."""
    command = [sys.executable, "-m", "tests.review.busy_editor", str(path), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as editor:
        assert editor.stdout
        heard = [editor.stdout.readline() for _ in range(lines)]
        editor.kill()
        heard += editor.stdout.readlines()
    whole = [line.split() for line in heard if line.endswith("\n")]
    return [(kind, id) for kind, id in whole]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_everything_reported_as_kept_is_there(tmp_path: Path) -> None:
    path, dice = tmp_path / "quotes.qrev", random.Random(7)
    reported: list[tuple[str, str]] = []
    for seed in range(ROUNDS):
        reported += reported_until_killed(path, seed, dice.randint(1, 60))
        with open_store(path) as store:
            assert store._connection.value("PRAGMA integrity_check") == "ok"
            assert store._connection.rows("PRAGMA foreign_key_check") == []
            kept = {article.id for article in store.articles.all_standing()}
            assert {id for kind, id in reported if kind == "article"} <= kept
            decisions = {one.id for article in kept for one in store.decisions.standing(article).values()}
            assert {id for kind, id in reported if kind == "decision"} <= decisions
            assert {len(store.standing.quotes(article)) for article in kept} == {3}
    assert len(reported) >= ROUNDS
